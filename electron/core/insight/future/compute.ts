import type { History } from '#shared/domain/insight/facts/history.ts'
import { type FittedGroup, fitGuests } from '#shared/domain/insight/future/fit-guests.ts'
import { type GuestsAhead, guestsAhead } from '#shared/domain/insight/future/guests-ahead.ts'
import type { VisitModelKind } from '#shared/domain/insight/future/model.ts'
import { type LeftOut, leftOutOf, type Past, pastOf } from '#shared/domain/insight/future/past.ts'
import { type Rhythm, rhythmOf } from '#shared/domain/insight/leaving/rhythm.ts'

/** Most guests of a hotel come once: with BG/NBD all of these would be alive for certain. */
export const hotelModel: VisitModelKind = 'mbg-nbd'

export type Future = {
  past: Past
  out: LeftOut
  groups: FittedGroup[]
  rhythm: Rhythm | null
  ahead: GuestsAhead
}

/** Per cent a year by which later value counts less. */
type Discount = { discountPercent: number }
type Pulse = (done: number, total: number) => void

/** Parts of the work in the progress of a run. */
const PARTS = 3

/** Everybody's future from what was known at the end of a day, by any model. */
export function workOut(
  history: History,
  day: number,
  pulse: Pulse,
  { kind, discountPercent }: Discount & { kind: VisitModelKind },
): Future {
  const part = (index: number): Pulse => {
    return (done, total) => pulse(index + done / Math.max(1, total), PARTS)
  }
  const past = pastOf(history, day, part(0))
  const out = leftOutOf(history, past)
  const rhythm = rhythmOf(past, out)
  const groups = fitGuests(past, out, { kind, pulse: () => part(1)(0, 1) })
  const ahead = guestsAhead(past, groups, rhythm, { rate: discountPercent / 100, pulse: part(2) })
  return { past, out, groups, rhythm, ahead }
}
