import { preferenceGroups } from '#shared/domain/guest/preferences.ts'
import { requestOfPreference } from '#shared/domain/request/request.ts'
import { isKey, type Key, words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'

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

/** A field of a request as its draft keeps it, in words; undefined where the value says itself. */
export function requestFieldText(field: string, value: unknown, language: Language): string | undefined {
  if (field === 'kind') return wishWords(String(value), language)
  const key = `request.department.${String(value)}`
  return field === 'department' && isKey(key) ? words(language, key) : undefined
}
