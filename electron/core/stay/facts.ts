import type { Reader } from '#db/handles.ts'
import { readDayUsesIn } from '#db/queries/booking/day-use.ts'
import {
  type MoneyOfStay,
  type PersonRow,
  readMoneyOf,
  readPersons,
  readRoomNumberOf,
} from '#db/queries/stay/check-in.ts'
import { dayUses } from '#db/repositories/booking/day-uses.ts'
import { loadRoom } from '#db/repositories/room/repository.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { type Hours, isDayUse, overlap } from '#shared/domain/booking/day-use.ts'
import { isReady } from '#shared/domain/housekeeping/rules.ts'
import { latinName, wholeName } from '#shared/domain/name/name.ts'
import type { CheckInFacts, PersonToCheckIn, RoomToCheckIn } from '#shared/domain/stay/check-in.ts'
import type { CheckOutFacts } from '#shared/domain/stay/check-out.ts'
import { nightJustClosed } from '#shared/domain/stay/day-charge.ts'
import { listText } from '#shared/i18n/index.ts'
import type { BookingId, RoomId } from '#shared/values/index.ts'
import { roomOfDay } from '../booking/public.ts'
import { housekeepingSettings } from '../housekeeping/public.ts'
import { type Context, may } from '../kernel/context.ts'
import { hotelClock } from '../kernel/hotel-clock.ts'
import { type PersonsToRegister, personsOfBooking } from '../registration/public.ts'
import { type DueDayUse, readDueDayUse } from './day-use-charge.ts'
import { stayTerms } from './settings.ts'
import { readOccupantOf } from './stay-aggregate.ts'

type Clock = ReturnType<typeof hotelClock>

/** What a check-in must know: who is to sleep there, and what the room is in. */
export async function readCheckInFacts(
  db: Reader,
  ctx: Context,
  id: BookingId,
  booking: BookingImage,
  given?: RoomId,
): Promise<{ facts: CheckInFacts; rows: PersonRow[]; register: PersonsToRegister }> {
  const roomId = given ?? (await roomOfDay(db, id, booking, ctx.businessDate))
  const hours = isDayUse(booking) ? ((await dayUses.load(db, id))?.image ?? null) : null
  const rows = await readPersons(db, id, 'check-in')
  const persons: PersonToCheckIn[] = []
  for (const row of rows) {
    const elsewhere = row.elsewhere === null ? null : ((await readRoomNumberOf(db, row.elsewhere)) ?? '')
    persons.push({
      id: row.id,
      name: nameOf(row, ctx),
      unnamed: row.unnamed === 1,
      alert: row.alert,
      elsewhere,
    })
  }
  const register = await personsOfBooking(db, ctx, id, booking)
  const clock = hotelClock(ctx)
  const night = isDayUse(booking)
    ? null
    : nightJustClosed(booking.arrival, clock, ctx.businessDate, await stayTerms.read(db))
  const facts: CheckInFacts = {
    businessDate: ctx.businessDate,
    moment: ctx.moment,
    by: ctx.actor,
    persons,
    room: roomId === null ? null : await readRoomToCheckIn(db, ctx, id, { roomId, hours, clock }),
    lacksHours: isDayUse(booking) && hours === null,
    unregistered: unregisteredIn(ctx, register),
    unnamed: register.rule ? register.unnamed : 0,
    smallHours: night && { night, time: clock.time },
  }
  return { facts, rows, register }
}

/** Whom the law wants registered and of whom something is missing, by name. */
function unregisteredIn({ language }: Context, { persons }: PersonsToRegister): CheckInFacts['unregistered'] {
  const lacking = persons.filter(({ required, missing }) => required && missing.length > 0)
  const names = lacking.map(({ guest }) => wholeName(guest.nativeName, latinName(guest), language))
  return { count: names.length, names: listText(names, language) }
}

/** The room as a check-in finds it: who is in it, whether it is ready, and who is to have it before the stay is over. */
export async function readRoomToCheckIn(
  db: Reader,
  ctx: Context,
  id: BookingId,
  given: { roomId: RoomId; hours: Hours | null; clock: Clock },
): Promise<RoomToCheckIn | null> {
  const { roomId } = given
  const room = await loadRoom(db, roomId)
  if (!room) return null
  const { number, housekeeping } = room.image
  const occupant = await readOccupantOf(db, ctx, roomId, id)
  const ready = isReady(housekeeping, await housekeepingSettings.read(db))
  return { id: roomId, number, housekeeping, ready, occupant, ahead: await readAhead(db, ctx, id, given) }
}

/** Day use of another that is to have the room between now and the end of the hours, or of the day; what is over does not. */
async function readAhead(
  db: Reader,
  { businessDate }: Context,
  id: BookingId,
  { roomId, hours, clock: at }: { roomId: RoomId; hours: Hours | null; clock: Clock },
) {
  // Before the close but after midnight all of the day is over
  const now = at.date === businessDate ? at.time : at.date > businessDate ? '24:00' : '00:00'
  const stay = { from: now, to: hours?.to ?? '24:00' }
  const uses = await readDayUsesIn(db, roomId, [businessDate], id)
  return uses.find((use) => overlap(use, stay)) ?? null
}

/** What a check-out must know: what is owed and held, and whose alerts block it. */
export async function readCheckOutFacts(
  db: Reader,
  ctx: Context,
  id: BookingId,
  booking: BookingImage | null,
): Promise<{ facts: CheckOutFacts; money: MoneyOfStay; dayUse: DueDayUse | null }> {
  const dayUse = booking && (await readDueDayUse(db, ctx, id, booking))
  const money = await readMoneyOf(db, id)
  const rows = await readPersons(db, id, 'check-out')
  const facts: CheckOutFacts = {
    businessDate: ctx.businessDate,
    moment: ctx.moment,
    by: ctx.actor,
    balanceMinor: money.balanceMinor,
    currency: ctx.hotel.currency,
    dayUseMinor: dayUse ? dayUse.due.priceMinor + dayUse.due.overtimeMinor : 0,
    held: { slip: money.slip, holds: money.holds },
    alerts: rows.flatMap((row) =>
      row.alert === null ? [] : [{ id: row.id, name: nameOf(row, ctx), alert: row.alert }],
    ),
    mayOwe: may(ctx, 'departure-owing'),
  }
  return { facts, money, dayUse }
}

/** A person's name as a refusal says it: in both scripts, as the screen beside it does. */
function nameOf(row: PersonRow, { language }: Context): string {
  return wholeName(row.nativeName, latinName(row), language)
}
