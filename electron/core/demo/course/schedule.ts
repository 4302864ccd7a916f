/** When the steps of a stay happen. */

import type { Random } from '#core/demo/data/random.ts'
import type { Changes } from '../changes.ts'
import type { When } from '../diary.ts'
import type { Stay } from '../stay.ts'
import type { World } from '../world.ts'

export const HOUR = 3600

/** The demo's world with the desk's changes to its bookings. */
export type Desk = World & { changes: Changes }

/** Something that happens to a stay at a moment. */
export type Step = (desk: Desk, stay: Stay, when: When) => void

/** Puts a step in the agenda; it is skipped when the stay has ended by then. */
export function scheduleStep(desk: Desk, stay: Stay, when: When, step: Step): void {
  desk.agenda.add(when.day, when.seconds, (seconds) => {
    if (!stay.written) step(desk, stay, { day: when.day, seconds })
  })
}

/** Seconds of a day between 8 and 21 o'clock. */
export function drawDayTime(random: Random): number {
  return random.between(8 * HOUR, 21 * HOUR)
}

/** Some minutes or hours later, on the same day or the next. */
export function drawSoonAfter(random: Random, when: When): When {
  const seconds = when.seconds + random.between(60, random.chance(0.5) ? 900 : 5 * HOUR)
  return seconds < 23 * HOUR
    ? { day: when.day, seconds }
    : { day: when.day + 1, seconds: drawDayTime(random) }
}
