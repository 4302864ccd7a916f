import type { T } from '#renderer/base/language.ts'
import { type PreferenceGroup, preferenceGroups, preferenceRules } from '#shared/domain/guest/preferences.ts'
import { codeWords } from './words.ts'

export type Wish = { group: PreferenceGroup; value: string }

/** A preference in words: “King-size bed”; a clerk's own words as they are. */
export function preferenceWords({ group, value }: Wish, t: T): string {
  // A wish in the clerk's own words may have a dot, which is no path into the catalogue
  return preferenceRules[group].values.includes(value)
    ? codeWords(`guest.preference.value.${group}`, value, t)
    : value
}

/** Every preference the hotel knows, by group. `value` carries the group: `bed/king`. */
export function knownPreferences(
  t: T,
): { group: PreferenceGroup; options: { value: string; label: string }[] }[] {
  return preferenceGroups
    .filter((group) => preferenceRules[group].values.length > 0)
    .map((group) => ({
      group,
      options: preferenceRules[group].values.map((value) => ({
        value: `${group}/${value}`,
        label: preferenceWords({ group, value }, t),
      })),
    }))
}

/** Groups that take the clerk's own words. */
export const freeGroups = preferenceGroups.filter((group) => preferenceRules[group].free)

/** `diet/no celery` → group and value; null for what is none. */
export function wishOf(text: string): Wish | null {
  const at = text.indexOf('/')
  const group = preferenceGroups.find((one) => one === text.slice(0, at))
  const value = text.slice(at + 1).trim()
  return group && value ? { group, value } : null
}
