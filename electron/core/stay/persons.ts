import type { Writer } from '#db/handles.ts'
import { readParts } from '#db/queries/folio/read.ts'
import { readPersons } from '#db/queries/stay/check-in.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { loadStay } from '#db/repositories/stay/stays.ts'
import type { ParsedOf, RefusalOf } from '#shared/contract/index.ts'
import { type BookingImage, isEnded } from '#shared/domain/booking/booking.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import { ownDatesWithin } from '#shared/domain/stay/own-dates.ts'
import { noStay, type StayImage } from '#shared/domain/stay/stay.ts'
import {
  type BookingId,
  type BusinessDate,
  type GuestId,
  type Refused,
  refuse,
} from '#shared/values/index.ts'
import { setParts } from '../folio/public.ts'
import type { Context } from '../kernel/context.ts'
import { reads, writes } from '../kernel/handler.ts'
import { type Change, done } from '../kernel/outcome.ts'
import { registerEvent } from '../registration/public.ts'
import { putStay } from './stay-aggregate.ts'
import { readBookingAt } from './together.ts'

type Person = ParsedOf<'stay.setPersons'>['persons'][number]
type Persons = StayImage['persons']

/** Who stays from when to when, and who pays which part. */
export const listPersons = reads('stay.persons', async (db, { id }) => {
  const booking = await loadBooking(db, id)
  if (!booking) return refuse('BOOKING_UNKNOWN', { id })
  const persons = (await loadStay(db, id))?.image.persons ?? {}
  const parts = await readParts(db, id)
  return (await readPersons(db, id, 'check-in')).map((row) => {
    const { guestName, guestLatinName } = bothNames(row)
    return {
      guestId: row.id,
      name: guestName,
      latinName: guestLatinName,
      role: row.id === booking.image.guestId ? ('guest' as const) : ('companion' as const),
      dates: ownDatesWithin(persons[row.id], booking.image),
      share: parts.find(({ guestId }) => guestId === row.id)?.share ?? null,
    }
  })
})

/** Those who stay along come later or go before the guest, and who shares the room pays an own part of the rate. */
export const setPersons = writes('stay.setPersons', async (tx, ctx, { id, version, persons }) => {
  const booking = await readBookingAt(tx, id, version)
  if (!('image' in booking)) return booking
  const wrong = refusalOf(booking.image, persons)
  if (wrong) return wrong
  const stay = (await loadStay(tx, id))?.image ?? null
  const before = (stay ?? noStay).persons
  const after = datesOf(before, persons)
  const changes = await putStay(tx, id, stay, { ...(stay ?? noStay), persons: after })
  const parts = await setParts(
    tx,
    ctx,
    { id, guestId: booking.image.guestId },
    persons.map((one) => ({ ...one, moved: !sameDates(before[one.guestId], after[one.guestId]) })),
  )
  if (!('done' in parts)) return parts
  const told = booking.image.status === 'in-house' ? await tell(tx, ctx, id, before, after) : []
  return done({ id: id as never, version }, [...changes, ...parts.changes, ...told])
})

function refusalOf(
  { status, guestId, companions, arrival, departure }: BookingImage,
  persons: readonly Person[],
): Refused<RefusalOf<'stay.setPersons'>> | null {
  if (isEnded(status)) return refuse('BOOKING_ENDED', { status })
  for (const { guestId: of, dates } of persons) {
    // The booking's guest stays as long as the booking
    if (!companions[of] && (of !== guestId || dates)) return refuse('NOT_ALONG', { id: of })
    if (!dates) continue
    if (dates.from >= dates.to) return refuse('DATES_REVERSED', { from: dates.from, to: dates.to })
    if (dates.from < arrival || dates.to > departure)
      return refuse('DATES_OUTSIDE_STAY', { from: dates.from, to: dates.to, arrival, departure })
  }
  return null
}

function datesOf(before: Persons, persons: readonly Person[]): Persons {
  const after = { ...before }
  for (const { guestId, dates } of persons) {
    if (dates) after[guestId] = { from: dates.from, to: dates.to }
    else delete after[guestId]
  }
  return after
}

const sameDates = (a: Persons[string] | undefined, b: Persons[string] | undefined) =>
  a?.from === b?.from && a?.to === b?.to

/** In the house, who is there by now has arrived, and who is gone has left, for the authorities too. */
async function tell(
  tx: Writer,
  ctx: Context,
  bookingId: BookingId,
  before: Persons,
  after: Persons,
): Promise<Change[]> {
  const today = ctx.businessDate
  const changes: Change[] = []
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const event = eventBetween(before[key], after[key], today)
    if (event)
      changes.push(
        ...(await registerEvent(tx, ctx, { bookingId, event, guestIds: [Number(key) as GuestId] })),
      )
  }
  return changes
}

function eventBetween(
  before: Persons[string] | undefined,
  after: Persons[string] | undefined,
  today: BusinessDate,
) {
  const [was, is] = [isThere(before, today), isThere(after, today)]
  if (was === is) return null
  return is ? 'arrival' : after && after.to <= today ? 'departure' : null
}

function isThere(dates: Persons[string] | undefined, today: BusinessDate): boolean {
  return !dates || (dates.from <= today && today < dates.to)
}
