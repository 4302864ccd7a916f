/** The preferences of a demo hotel's guests, recorded at their first booking or at a later stay. */

import type { DemoPerson } from '#core/demo/data/person.ts'
import { randomOf, weighted } from '#core/demo/data/random.ts'
import type { PreferenceGroup } from '#shared/domain/guest/preferences.ts'
import type { GuestId } from '#shared/values/index.ts'
import { PEOPLE_RANDOM } from './context.ts'

/** A preference: its group and its value. */
export type Preference = readonly [PreferenceGroup, string]

const PREFERENCES = weighted<Preference>([
  [['floor', 'high'], 20],
  [['floor', 'low'], 5],
  [['floor', 'medium'], 3],
  [['bed', 'king'], 14],
  [['bed', 'twin'], 9],
  [['room-feature', 'quiet'], 15],
  [['room-feature', 'away-from-elevator'], 7],
  [['room-feature', 'near-elevator'], 4],
  [['room-feature', 'bathtub'], 5],
  [['room-feature', 'shower'], 3],
  [['room-feature', 'crib'], 3],
  [['room-feature', 'accessible'], 1],
  [['room-feature', 'view'], 6],
  [['smoking', 'non-smoking'], 14],
  [['smoking', 'smoking'], 3],
  [['pillow', 'firm'], 4],
  [['pillow', 'soft'], 3],
  [['pillow', 'memory-foam'], 2],
  [['diet', 'vegetarian'], 3],
  [['diet', 'halal'], 2],
  [['diet', 'no-spice'], 3],
  [['diet', 'nut-allergy'], 1],
  [['newspaper', 'local'], 2],
  [['newspaper', 'financial'], 2],
  [['temperature', 'cool'], 3],
  [['drink', 'green-tea'], 4],
  [['drink', 'no-alcohol'], 2],
  [['drink', 'coffee'], 2],
])

const MEAN_COUNT = { once: 0.12, occasional: 0.35, regular: 1, frequent: 2, weekly: 2 }

/** A guest's preferences and the day each is recorded; every call for the same guest gives the same ones. */
export function drawPreferences(
  seed: number,
  id: GuestId,
  habit: DemoPerson['habit'],
  day: number,
): { day: number; preference: Preference }[] {
  const random = randomOf(seed, PEOPLE_RANDOM, id)
  const count = Math.min(4, Math.floor(MEAN_COUNT[habit] + random.next()))
  const preferences: { day: number; preference: Preference }[] = []
  for (let i = 0; i < count; i++) {
    const [group, value] = PREFERENCES.pick(random)
    const later = random.chance(0.4) ? random.between(3, 240) : 0
    // A second one of the same group would replace the first.
    if (!preferences.some(({ preference }) => preference[0] === group))
      preferences.push({ day: day + later, preference: [group, value] })
  }
  return preferences
}

/** Those on file on a day, which become requests of a booking made then. */
export function preferencesOn(
  seed: number,
  id: GuestId,
  habit: DemoPerson['habit'],
  madeOn: number,
  day: number,
): { group: PreferenceGroup; value: string }[] {
  return drawPreferences(seed, id, habit, madeOn)
    .filter((one) => one.day < day || one.day === madeOn)
    .map(({ preference: [group, value] }) => ({ group, value }))
}
