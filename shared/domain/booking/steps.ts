/** A change in several steps: other dates and then another type, as one act of one booking. */
import { ok, type Result } from '../../values/index.ts'
import type { BookingImage } from './booking.ts'
import type { BookingChange, ChangeCode } from './change.ts'
import type { BookingFacts } from './facts.ts'
import { distinctIds, type Named, namedInChange } from './named.ts'
import { planChange } from './plan.ts'

/**
 * Each step planned upon the one before. Whether rooms and nights are to be had is asked of the last image alone: the
 * longer stay may meet a room that is taken, when its next step moves the guest to another.
 */
export function planSteps(
  image: BookingImage,
  steps: readonly BookingChange[],
  facts: BookingFacts,
): Result<BookingImage, ChangeCode> {
  let next = image
  for (const step of steps) {
    const planned = planChange(next, step, facts)
    if (!planned.ok) return planned
    next = planned.value
  }
  return ok(next)
}

/** All that the steps name. */
export function namedInSteps(image: BookingImage, steps: readonly BookingChange[]): Named {
  const all = steps.map((step) => namedInChange(image, step))
  return {
    rooms: distinctIds(all.flatMap(({ rooms }) => rooms)),
    types: distinctIds(all.flatMap(({ types }) => types)),
    plans: distinctIds(all.flatMap(({ plans }) => plans)),
    guests: distinctIds(all.flatMap(({ guests }) => guests)),
    accounts: distinctIds(all.flatMap(({ accounts }) => accounts)),
  }
}
