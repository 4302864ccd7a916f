import type { T } from '#renderer/base/language.ts'
import { fieldName, isKey } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'

/** What a column of lists and files is called, where the hotel has no word of its own. */
export function columnName(column: string, language: Language, t: T): string {
  const key = `registration.column.${column}`
  return isKey(key) ? t(key) : fieldName([column], language)
}
