import type { Reader } from '#db/handles.ts'
import {
  type MoneyOfStay,
  type PersonRow,
  readMoneyOf,
  readPersons,
  readRoomNumberOf,
} from '#db/queries/stay/check-in.ts'
import { loadRoom } from '#db/repositories/room/repository.ts'
import { type BookingImage, roomOnDay } from '#shared/domain/booking/booking.ts'
import { bothNames, latinName, wholeName } from '#shared/domain/name/name.ts'
import type { CheckInFacts, PersonToCheckIn, RoomToCheckIn } from '#shared/domain/stay/check-in.ts'
import type { CheckOutFacts } from '#shared/domain/stay/check-out.ts'
import { nightJustClosed } from '#shared/domain/stay/day-charge.ts'
import type { BookingId, RoomId } from '#shared/values/index.ts'
import { type Context, may } from '../kernel/context.ts'
import { hotelClock } from '../kernel/hotel-clock.ts'
import { type PersonsToRegister, personsOfBooking } from '../registration/public.ts'
import { stayTerms } from './settings.ts'
import { readOccupantOf } from './stay-aggregate.ts'

/** What a check-in must know: who is to sleep there, and what the room is in. */
export async function readCheckInFacts(
  db: Reader,
  ctx: Context,
  id: BookingId,
  booking: BookingImage,
  roomId = roomOnDay(booking, ctx.businessDate),
): Promise<{ facts: CheckInFacts; rows: PersonRow[]; register: PersonsToRegister }> {
  const rows = await readPersons(db, id, 'check-in')
  const persons: PersonToCheckIn[] = []
  for (const row of rows) {
    const elsewhere = row.elsewhere === null ? null : ((await readRoomNumberOf(db, row.elsewhere)) ?? '')
    persons.push({ name: nameOf(row), unnamed: row.unnamed === 1, alert: row.alert, elsewhere })
  }
  const register = await personsOfBooking(db, ctx, id, booking)
  const clock = hotelClock(ctx)
  const night = nightJustClosed(booking.arrival, clock, ctx.businessDate, await stayTerms.read(db))
  const facts: CheckInFacts = {
    businessDate: ctx.businessDate,
    moment: ctx.moment,
    by: ctx.actor,
    persons,
    room: roomId === null ? null : await readRoomToCheckIn(db, ctx, id, roomId),
    unregistered: unregisteredIn(ctx, register),
    unnamed: register.rule ? register.unnamed : 0,
    smallHours: night && { night, time: clock.time },
  }
  return { facts, rows, register }
}

/** Whom the law wants registered and of whom something is missing, by name. */
function unregisteredIn(ctx: Context, { persons }: PersonsToRegister): string[] {
  const lacking = persons.filter(({ required, missing }) => required && missing.length > 0)
  return lacking.map(({ guest }) => wholeName(guest.nativeName, latinName(guest), ctx.language))
}

async function readRoomToCheckIn(
  db: Reader,
  ctx: Context,
  id: BookingId,
  roomId: RoomId,
): Promise<RoomToCheckIn | null> {
  const room = await loadRoom(db, roomId)
  if (!room) return null
  const { number, housekeeping } = room.image
  return { id: roomId, number, housekeeping, occupant: await readOccupantOf(db, ctx, roomId, id) }
}

/** What a check-out must know: what is owed and held, and whose alerts block it. */
export async function readCheckOutFacts(
  db: Reader,
  ctx: Context,
  id: BookingId,
): Promise<{ facts: CheckOutFacts; money: MoneyOfStay }> {
  const money = await readMoneyOf(db, id)
  const rows = await readPersons(db, id, 'check-out')
  const facts: CheckOutFacts = {
    businessDate: ctx.businessDate,
    moment: ctx.moment,
    by: ctx.actor,
    balanceMinor: money.balanceMinor,
    currency: ctx.hotel.currency,
    held: { slip: money.slip, holds: money.holds },
    alerts: rows.flatMap((row) => (row.alert === null ? [] : [{ name: nameOf(row), alert: row.alert }])),
    mayOwe: may(ctx, 'departure-owing'),
  }
  return { facts, money }
}

/** A person's name as a refusal says it. */
function nameOf(row: PersonRow): string {
  const { guestName, guestLatinName } = bothNames(row)
  return guestName || guestLatinName
}
