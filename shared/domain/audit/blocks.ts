/** What keeps a business date from being closed, and what the desk is only told of. */
import { addDays, type BusinessDate } from '../../values/index.ts'
import type { BookingStatus } from '../booking/booking.ts'
import { type HotelClock, isPastHold } from '../booking/hold.ts'
import type { CloseSettings } from './settings.ts'

export const blockKinds = ['arrival', 'departure'] as const
export type BlockKind = (typeof blockKinds)[number]

type Stay = {
  status: BookingStatus
  arrival: BusinessDate
  departure: BusinessDate
  guarantee: string
  holdUntil: string | null
}

/**
 * What a booking is to the close of a date: an arrival that was due and is not in house, a guest who was due out and is
 * in house still, an arrival that is not held any longer (the close releases it where the hotel says so), an enquiry
 * that nobody can take up any more. Null: nothing.
 */
export function standingOf(
  stay: Stay,
  businessDate: BusinessDate,
  clock: HotelClock,
  { heldArrivals }: Pick<CloseSettings, 'heldArrivals'>,
): BlockKind | 'released' | 'expired' | null {
  const { status, arrival, departure } = stay
  if (status === 'in-house') return departure <= businessDate ? 'departure' : null
  if (arrival > businessDate) return null
  if (status === 'enquiry' || status === 'waitlisted') return 'expired'
  if (status !== 'confirmed') return null
  return heldArrivals !== 'ask' && isPastHold(stay, businessDate, onTheDay(clock, businessDate))
    ? 'released'
    : 'arrival'
}

/** The clock as the date that is closed sees it: of a day that was missed, the night after it is over. */
function onTheDay(clock: HotelClock, businessDate: BusinessDate): HotelClock {
  const next = addDays(businessDate, 1)
  return clock.date > next ? { date: next, time: '23:59' } : clock
}

/** What the desk is told of before a close and may leave as it is. Each has its source, which its area adds. */
export const warningKinds = [
  'no-chart',
  'open-shift',
  'over-limit',
  'unregistered',
  'unsent',
  'discrepancy',
] as const
export type WarningKind = (typeof warningKinds)[number]
