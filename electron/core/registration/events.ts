import type { Writer } from '#db/handles.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import {
  latestOfGuests,
  type Registration,
  readRegistrationsOf,
  registrations,
} from '#db/repositories/registration/registrations.ts'
import type { RegistrationEvent } from '#shared/domain/registration/fields.ts'
import {
  nextStandsOn,
  type RegistrationImage,
  stateAfterChange,
} from '#shared/domain/registration/registration.ts'
import type { BookingId, GuestId, RegistrationId, RoomId } from '#shared/values/index.ts'
import { roomOfDay } from '../booking/public.ts'
import type { Context } from '../kernel/context.ts'
import { type Change, changeOf } from '../kernel/outcome.ts'
import { type PersonsToRegister, type PersonToRegister, personsOfBooking } from './persons.ts'

export type EventOfStay = {
  bookingId: BookingId
  /** Whom it is about; everyone of the booking when absent. */
  guestIds?: readonly GuestId[]
  event: RegistrationEvent
  /** The room they came to, moved to or left; that of the booking's night when absent. */
  roomId?: RoomId | null
}

/**
 * Records that guests arrived, moved or left, for the authorities: a registration to be sent for each whom the country wants
 * registered. An arrival that is recorded again (checked in once more) is the registration that is there, as it is now; a
 * move or a departure is recorded of those alone who were registered as arrived and have not left. Nothing is written where
 * the country has no rule, or does not ask for such an event.
 */
export async function registerEvent(tx: Writer, ctx: Context, what: EventOfStay): Promise<Change[]> {
  const booking = await loadBooking(tx, what.bookingId)
  if (!booking) return []
  const found = await personsOfBooking(tx, ctx, what.bookingId, booking.image)
  return recordEvent(
    tx,
    ctx,
    {
      ...what,
      roomId: what.roomId ?? (await roomOfDay(tx, what.bookingId, booking.image, ctx.businessDate)),
    },
    found,
  )
}

/** The same of persons that are at hand. */
export async function recordEvent(
  tx: Writer,
  ctx: Context,
  what: EventOfStay & { roomId: RoomId | null },
  { rule, persons }: PersonsToRegister,
): Promise<Change[]> {
  if (!rule?.events.includes(what.event)) return []
  const changes: Change[] = []
  for (const person of persons) {
    const asked = what.guestIds?.includes(person.guestId) ?? true
    if (!asked || !(what.event === 'arrival' ? person.required : person.isThere)) continue
    changes.push(...(await recordOf(tx, ctx, what, person)))
  }
  return changes
}

async function recordOf(
  tx: Writer,
  ctx: Context,
  { bookingId, event, roomId }: EventOfStay & { roomId: RoomId | null },
  person: PersonToRegister,
): Promise<Change[]> {
  const now = {
    roomId,
    data: person.data,
    guestVersion: person.guestVersion,
    registrantVersion: person.registrant?.version ?? 0,
  }
  const { latest } = person
  if (latest && nextStandsOn(latest.image, event) === 'again') {
    const same =
      latest.image.roomId === roomId && JSON.stringify(latest.image.data) === JSON.stringify(person.data)
    if (same) return []
    const state = stateAfterChange(latest.image.state)
    return write(tx, latest.id, latest.image, { ...latest.image, ...now, state })
  }
  const id = (await nextId(tx, 'registrations')) as RegistrationId
  const image: RegistrationImage = {
    bookingId,
    guestId: person.guestId,
    event,
    roomId,
    at: ctx.moment,
    businessDate: ctx.businessDate,
    madeBy: ctx.actor,
    state: 'to-send',
    stateAt: ctx.moment,
    stateBy: ctx.actor,
    withdrawn: false,
    guestVersion: now.guestVersion,
    registrantVersion: now.registrantVersion,
    failure: '',
    data: now.data,
  }
  return write(tx, id, null, image)
}

/**
 * Takes an event back (a check-in or a check-out that is reversed): what was not sent goes, and what was sent stays to be
 * taken back at the authorities.
 */
export async function withdrawEvent(tx: Writer, ctx: Context, what: EventOfStay): Promise<Change[]> {
  const latest = latestOfGuests(await readRegistrationsOf(tx, what.bookingId))
  const asked = [...latest.values()].filter(
    ({ image }) => image.event === what.event && (what.guestIds?.includes(image.guestId) ?? true),
  )
  return withdrawAll(tx, ctx, asked)
}

/** The same of all that was registered of a stay, a move or who came later too: nobody has come. The latest first. */
export async function withdrawStay(tx: Writer, ctx: Context, bookingId: BookingId): Promise<Change[]> {
  return withdrawAll(tx, ctx, (await readRegistrationsOf(tx, bookingId)).toReversed())
}

/** The same of registrations that are known by their ids. */
export async function withdrawRegistrations(
  tx: Writer,
  ctx: Context,
  bookingId: BookingId,
  ids: readonly number[],
): Promise<Change[]> {
  const of = await readRegistrationsOf(tx, bookingId)
  return withdrawAll(
    tx,
    ctx,
    of.filter(({ id }) => ids.includes(id)),
  )
}

async function withdrawAll(tx: Writer, ctx: Context, asked: readonly Registration[]): Promise<Change[]> {
  const changes: Change[] = []
  for (const { id, image } of asked) {
    if (image.withdrawn) continue
    const sent = image.state === 'sent' || image.state === 'changed'
    const after: RegistrationImage = {
      ...image,
      state: 'changed',
      stateAt: ctx.moment,
      stateBy: ctx.actor,
      withdrawn: true,
    }
    changes.push(...(await write(tx, id, image, sent ? after : null)))
  }
  return changes
}

async function write(
  tx: Writer,
  id: RegistrationId,
  before: RegistrationImage | null,
  after: RegistrationImage | null,
): Promise<Change[]> {
  await registrations.save(tx, id, before, after)
  return changeOf('registration', id, before, after, (after ?? before)?.bookingId)
}
