/**
 * What a guest may prefer: groups, the values of each, and how many may be chosen. `free` groups take the
 * clerk's own words beside the values.
 */
import { ok, type Result, refuse } from '../../values/index.ts'

export const preferenceGroups = [
  'room-feature',
  'floor',
  'bed',
  'smoking',
  'pillow',
  'diet',
  'newspaper',
  'temperature',
  'drink',
  'other',
] as const
export type PreferenceGroup = (typeof preferenceGroups)[number]

export interface PreferenceRule {
  /** How many values a guest may have in the group; 1: a new one takes the place of the old. */
  max: number
  values: readonly string[]
  free: boolean
}

export const preferenceRules: Readonly<Record<PreferenceGroup, PreferenceRule>> = {
  'room-feature': {
    max: 8,
    values: [
      'accessible',
      'bathtub',
      'shower',
      'crib',
      'near-elevator',
      'away-from-elevator',
      'quiet',
      'balcony',
      'view',
      'corner',
      'connecting',
      'same-room',
      'extra-desk',
    ],
    free: false,
  },
  floor: { max: 1, values: ['high', 'medium', 'low'], free: false },
  bed: { max: 1, values: ['king', 'queen', 'twin', 'single'], free: false },
  smoking: { max: 1, values: ['non-smoking', 'smoking'], free: false },
  pillow: {
    max: 2,
    values: ['soft', 'firm', 'feather', 'memory-foam', 'latex', 'buckwheat', 'extra'],
    free: false,
  },
  diet: {
    max: 6,
    values: [
      'vegetarian',
      'vegan',
      'halal',
      'kosher',
      'no-pork',
      'no-beef',
      'no-spice',
      'gluten-free',
      'lactose-free',
      'nut-allergy',
      'seafood-allergy',
      'low-sugar',
    ],
    free: true,
  },
  newspaper: {
    max: 2,
    values: ['local', 'peoples-daily', 'china-daily', 'global-times', 'financial', 'international', 'none'],
    free: true,
  },
  temperature: { max: 1, values: ['cool', 'medium', 'warm'], free: false },
  drink: {
    max: 4,
    values: ['green-tea', 'black-tea', 'coffee', 'decaf', 'still-water', 'sparkling-water', 'no-alcohol'],
    free: true,
  },
  other: { max: 10, values: [], free: true },
}

/** Pairs that can't both be wished for. */
const OPPOSITES: readonly (readonly [string, string])[] = [['near-elevator', 'away-from-elevator']]

export type PreferenceCode = 'preference.value' | 'preference.tooMany' | 'preference.known'

/**
 * What the group's values are after one more is chosen: a single-choice group replaces, an opposite gives
 * way, a full group refuses. Refuses a value that the group doesn't have and one that is there already.
 */
export function choosePreference(
  group: PreferenceGroup,
  chosen: readonly string[],
  value: string,
): Result<string[], PreferenceCode> {
  const rule = preferenceRules[group]
  if (value === '' || (!rule.free && !rule.values.includes(value)))
    return refuse('preference.value', { group, value })
  if (chosen.includes(value)) return refuse('preference.known', { group, value })
  if (rule.max === 1) return ok([value])
  const opposite = OPPOSITES.flatMap(([a, b]) => (a === value ? [b] : b === value ? [a] : []))
  const kept = chosen.filter((other) => !opposite.includes(other))
  if (kept.length >= rule.max) return refuse('preference.tooMany', { group, max: rule.max })
  return ok([...kept, value])
}

/** The first group that holds more than may be chosen, or a wish and its opposite; null when all is well. */
export function overfullGroup(
  preferences: readonly { group: PreferenceGroup; value: string }[],
): { group: PreferenceGroup; max: number } | null {
  for (const group of preferenceGroups) {
    const values = preferences.filter((one) => one.group === group).map(({ value }) => value)
    const { max } = preferenceRules[group]
    const torn = OPPOSITES.some((pair) => pair.every((value) => values.includes(value)))
    if (values.length > max || torn) return { group, max }
  }
  return null
}
