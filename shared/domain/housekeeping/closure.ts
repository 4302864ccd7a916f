/** Rooms that are not to be used for a while: out of order takes nights from what is sold, out of service does not. */
import {
  type BusinessDate,
  nightsBetween,
  nightsOf,
  type Refused,
  type RoomId,
  refuse,
} from '../../values/index.ts'

export const closureKinds = ['out-of-order', 'out-of-service'] as const
export type ClosureKind = (typeof closureKinds)[number]

/** The most nights that a room is closed for at once. */
export const maxClosureNights = 400

export type ClosureImage = {
  roomId: RoomId
  kind: ClosureKind
  from: BusinessDate
  /** The day on which it is open again. */
  to: BusinessDate
  reason: string
  madeAt: string
  madeBy: string
}

export type ClosureDates = { from: BusinessDate; to: BusinessDate }

/** Whether the dates make a closure that begins on the business date or later. */
export function checkClosureDates(
  { from, to }: ClosureDates,
  businessDate: BusinessDate,
): Refused<'CLOSURE_DATES' | 'NIGHT_IN_PAST' | 'CLOSURE_TOO_LONG'> | null {
  if (to <= from) return refuse('CLOSURE_DATES', { from, to })
  if (from < businessDate) return refuse('NIGHT_IN_PAST', { night: from })
  if (nightsBetween(from, to) > maxClosureNights) return refuse('CLOSURE_TOO_LONG', { max: maxClosureNights })
  return null
}

/**
 * A closure with other dates. What has begun keeps its first night, what is over stays as it was, and no night that
 * has passed is taken out of it or put into it.
 */
export function checkClosureChange(
  before: ClosureDates,
  after: ClosureDates,
  businessDate: BusinessDate,
): Refused<'CLOSURE_DATES' | 'NIGHT_IN_PAST' | 'CLOSURE_TOO_LONG' | 'CLOSURE_OVER'> | null {
  if (before.to <= businessDate) return refuse('CLOSURE_OVER', { to: before.to })
  if (before.from >= businessDate) return checkClosureDates(after, businessDate)
  if (after.from !== before.from) return refuse('NIGHT_IN_PAST', { night: before.from })
  if (after.to < businessDate) return refuse('NIGHT_IN_PAST', { night: after.to })
  if (nightsBetween(after.from, after.to) > maxClosureNights)
    return refuse('CLOSURE_TOO_LONG', { max: maxClosureNights })
  return null
}

/** The nights from the business date on that a closure takes and did not take before. */
export function nightsTaken(
  before: ClosureDates | null,
  after: ClosureDates,
  businessDate: BusinessDate,
): BusinessDate[] {
  const had = (night: BusinessDate) => before !== null && before.from <= night && night < before.to
  return nightsOf(after.from, after.to).filter((night) => night >= businessDate && !had(night))
}
