import { isKey, words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import { wishWords } from '#shared/i18n/wish-text.ts'

/** A field of a request as its draft keeps it, in words; undefined where the value says itself. */
export function requestFieldText(field: string, value: unknown, language: Language): string | undefined {
  if (field === 'kind') return wishWords(String(value), language)
  const key = `request.department.${String(value)}`
  return field === 'department' && isKey(key) ? words(language, key) : undefined
}
