/** What guests ask for, in words: on screens and on paper. */
import { preferenceGroups } from '../domain/guest/preferences.ts'
import { type RequestKind, requestOfPreference } from '../domain/request/request.ts'
import { isKey, type Key, words } from './index.ts'
import type { Language } from './types.ts'

/**
 * A request's or a room's feature in words: features of rooms and kinds of requests share their codes, and a preference
 * that is no kind of request became one with its own code as the text (“memory-foam”).
 */
export function wishWords(code: string, language: Language): string {
  const preferences = preferenceGroups
    .filter((group) => requestOfPreference(group, code).text === code)
    .map((group) => `guest.preference.value.${group}.${code}`)
  const key = [`request.kind.${code}`, `booking.feature.${code}`, ...preferences].find(isKey)
  return key ? words(language, key as Key) : code
}

/** “Crib”, “High floor: not above the 20th”, or the guest's own words where the kind says nothing. */
export function wishText({ kind, text }: { kind: RequestKind; text: string }, language: Language): string {
  if (kind === 'other' && text !== '') return wishWords(text, language)
  const what = wishWords(kind, language)
  return text === '' ? what : `${what}${language === 'zh' ? '：' : ': '}${text}`
}

/** What a department is asked for: a request in words; of a trace, which is of no kind, what somebody wrote. */
export function askText(
  { kind, text }: { kind: RequestKind | null; text: string },
  language: Language,
): string {
  return kind === null ? text : wishText({ kind, text }, language)
}
