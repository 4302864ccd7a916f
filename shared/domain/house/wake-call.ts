/**
 * Wake-up calls 叫醒: each day's call is one of its own, so that each is ticked off as done or as not answered, with how
 * often it was tried. The hotel's clock decides what is past, not the business date: at 01:00 before the day is closed a
 * call at 06:00 is one of this morning.
 */
import {
  addDays,
  type BookingId,
  type BusinessDate,
  nightsOf,
  ok,
  type Result,
  refuse,
} from '../../values/index.ts'
import { type Author, type HouseRecord, moveRecord, newRecord, refusalOfEdit } from './record.ts'

export const wakeStatuses = ['open', 'done', 'no-answer', 'cancelled'] as const
export const wakeActions = ['done', 'try', 'no-answer', 'cancel', 'reopen'] as const
export type WakeStatus = (typeof wakeStatuses)[number]
export type WakeAction = (typeof wakeActions)[number]

export type WakeCallImage = HouseRecord<WakeStatus> & {
  callOn: BusinessDate
  /** HH:MM in the hotel. */
  callAt: string
  /** How often it rang. */
  tries: number
  note: string
}

/** The hotel's own day and time. */
export type Clock = { date: BusinessDate; time: string }
/**
 * The clock that wake-up calls go by. A hotel whose business date is not that of its clock or the day before (a demo, a
 * cutover) has the calls of its own day.
 */
export function clockOfHouse(clock: Clock, businessDate: BusinessDate): Clock {
  const near = clock.date === businessDate || clock.date === addDays(businessDate, 1)
  return near ? clock : { date: businessDate, time: '00:00' }
}

type Stay = { arrival: BusinessDate; departure: BusinessDate }
export type WakeCode = 'WAKE_PAST' | 'WAKE_OUTSIDE_STAY' | 'WAKE_DATES'

/** A wake-up call for each day from the first to the last, within the stay and not before now. */
export function planWakeCalls(
  call: { bookingId: BookingId; callAt: string; note: string },
  { from, to }: { from: BusinessDate; to: BusinessDate },
  stay: Stay,
  clock: Clock,
  author: Author,
): Result<WakeCallImage[], WakeCode> {
  if (to < from) return refuse('WAKE_DATES', { from, to })
  const wrong = refusalOfWake(from, call.callAt, stay, clock) ?? refusalOfWake(to, call.callAt, stay, clock)
  if (wrong) return wrong
  const { bookingId, callAt, note } = call
  return ok(
    nightsOf(from, addDays(to, 1)).map((callOn) => ({
      ...newRecord(bookingId, author),
      callOn,
      callAt,
      tries: 0,
      note,
    })),
  )
}

function refusalOfWake(callOn: BusinessDate, callAt: string, { arrival, departure }: Stay, clock: Clock) {
  if (isPastCall({ callOn, callAt }, clock))
    return refuse('WAKE_PAST', { date: callOn, time: callAt, now: clock.time, today: clock.date })
  if (callOn < arrival || callOn > departure)
    return refuse('WAKE_OUTSIDE_STAY', { date: callOn, arrival, departure })
  return null
}

/** Whether its time has come or gone. */
export function isPastCall(
  { callOn, callAt }: Pick<WakeCallImage, 'callOn' | 'callAt'>,
  clock: Clock,
): boolean {
  return callOn < clock.date || (callOn === clock.date && callAt < clock.time)
}

/** A call answered, tried once more, given up, taken off the list, or put back on it. */
export function markWakeCall(
  image: WakeCallImage,
  action: WakeAction,
  author: Author,
): Result<WakeCallImage, 'STATUS_NOT_POSSIBLE'> {
  const tries = image.tries + 1
  switch (action) {
    case 'try':
      return refusalOfEdit(image) ?? ok({ ...image, tries })
    case 'done':
    case 'no-answer':
      return moveRecord({ ...image, tries }, action, author)
    case 'cancel':
      return moveRecord(image, 'cancelled', author)
    case 'reopen':
      return moveRecord(image, 'open', author)
  }
}

/** Another time, or another day of the stay. */
export function changeWakeCall(
  image: WakeCallImage,
  fields: Partial<Pick<WakeCallImage, 'callOn' | 'callAt' | 'note'>>,
  stay: Stay,
  clock: Clock,
): Result<WakeCallImage, 'STATUS_NOT_POSSIBLE' | WakeCode> {
  const next = { ...image, ...fields }
  const moved = next.callOn !== image.callOn || next.callAt !== image.callAt
  return (
    refusalOfEdit(image) ?? (moved ? refusalOfWake(next.callOn, next.callAt, stay, clock) : null) ?? ok(next)
  )
}
