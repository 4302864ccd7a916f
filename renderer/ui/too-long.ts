import { describeIssue } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'

/** Words beside a field whose text is longer than is kept: a field that cuts loses the end without a word. */
export function tooLong(text: string, max: number, language: Language): string | undefined {
  // Counted as it is kept: composed, without the blanks around it
  if (text.normalize('NFC').trim().length <= max) return undefined
  return describeIssue({ path: [], code: 'invalid.tooLong', params: { max } }, language)
}
