import type { Reader } from '#db/handles.ts'
import { readDayUsesOn, readHoursHeldIn, readRoomsIn } from '#db/queries/booking/day-use.ts'
import { readTaken } from '#db/queries/room/availability.ts'
import { readFreeRooms, readRoomTypes, readWishes, roomsOfStays } from '#db/queries/room/rooms.ts'
import { roomImage } from '#db/repositories/room/repository.ts'
import type { OutputOf, ParsedOf } from '#shared/contract/index.ts'
import { checkHours, type Hours, hoursOfStay, overlap } from '#shared/domain/booking/day-use.ts'
import { checkDates } from '#shared/domain/booking/rules.ts'
import { leftOf } from '#shared/domain/booking/stock.ts'
import { isReady } from '#shared/domain/housekeeping/rules.ts'
import { byFit, habitOf, meetsOf, wishesOf } from '#shared/domain/room/fit.ts'
import { type BusinessDate, nightsOf, type RoomId } from '#shared/values/index.ts'
import { housekeepingSettings } from '../housekeeping/public.ts'
import type { Context } from '../kernel/context.ts'
import { reads } from '../kernel/handler.ts'
import { hotelClock } from '../kernel/hotel-clock.ts'
import { stayTerms } from '../stay/public.ts'

/** What is left of every type in use, by night: two statements. Day use asks for no night: all there is, is left. */
export const availability = reads('room.availability', async (db, { arrival, departure }) => {
  const wrong = checkDates(arrival, departure)
  return wrong ?? readLeft(db, arrival, departure)
})

/** Rooms to offer for a stay, the best first. */
export const freeRooms = reads('room.free', async (db, input, ctx) => {
  const { arrival, departure, hours } = input
  const wrong = checkDates(arrival, departure) ?? (hours ? checkHours(hours) : null)
  if (wrong) return wrong
  const rooms = await findFreeRooms(db, ctx, input)
  return hours && arrival === departure ? freeInHours(db, ctx, input, hours, rooms) : rooms
})

/** Those of which nobody has an hour that is wanted and in which nobody is now, where it begins now; ready ones first. */
async function freeInHours(
  db: Reader,
  ctx: Context,
  { arrival, bookingId }: Pick<ParsedOf<'room.free'>, 'arrival' | 'bookingId'>,
  hours: Hours,
  rooms: OutputOf<'room.free'>,
): Promise<OutputOf<'room.free'>> {
  const held = await readHoursHeldIn(db, arrival, await stayTerms.read(db), bookingId ?? 0)
  const at = hotelClock(ctx)
  const begins = arrival === ctx.businessDate && (at.date > arrival || hours.from <= at.time)
  return rooms
    .filter(({ id, occupied }) => !(begins && occupied) && !held.get(id)?.some((one) => overlap(hours, one)))
    .toSorted((a, b) => Number(!a.ready) - Number(!b.ready))
}

/** What is left to sell of each type in use, by night. */
export async function readLeft(
  db: Reader,
  arrival: BusinessDate,
  departure: BusinessDate,
): Promise<OutputOf<'room.availability'>> {
  const types = await readRoomTypes(db)
  const taken = new Map(
    (await readTaken(db, arrival, departure)).map((row) => [`${row.roomTypeId} ${row.night}`, row]),
  )
  const dates = nightsOf(arrival, departure)
  return types
    .filter((type) => type.active === 1)
    .map((type) => {
      const nights = dates.map((night) => {
        const { sold = 0, outOfOrder = 0 } = taken.get(`${type.id} ${night}`) ?? {}
        const stock = { physical: type.rooms, outOfOrder, overbooking: type.overbooking, sold }
        return { night, ...stock, left: leftOf(stock) }
      })
      const left =
        nights.length > 0 ? Math.min(...nights.map((night) => night.left)) : type.rooms + type.overbooking
      return { roomTypeId: type.id, nights, left }
    })
}

/** Rooms of day use that the stay would meet: in the evening it comes, in the morning it goes, or between. */
async function roomsOfHours(
  db: Reader,
  { arrival, departure, bookingId }: Pick<ParsedOf<'room.free'>, 'arrival' | 'departure' | 'bookingId'>,
): Promise<ReadonlySet<RoomId>> {
  if (arrival === departure) return new Set()
  const uses = await readDayUsesOn(db, arrival, departure, bookingId ?? 0)
  if (uses.length === 0) return new Set()
  const times = await stayTerms.read(db)
  const met = uses.filter((use) => {
    const hours = hoursOfStay({ arrival, departure }, use.day, times)
    return hours && overlap(hours, use)
  })
  return new Set(met.map(({ roomId }) => roomId))
}

/** Rooms that nobody has on any night of the stay, the best match for wishes and habit first. */
export async function findFreeRooms(
  db: Reader,
  { businessDate }: Pick<Context, 'businessDate'>,
  input: ParsedOf<'room.free'>,
): Promise<OutputOf<'room.free'>> {
  const { arrival, departure, roomTypeId, text } = input
  const rows = await readFreeRooms(db, { arrival, departure, bookingId: input.bookingId ?? 0 })
  const { guest, preferences, requests } = await readWishes(
    db,
    input.guestId ?? null,
    input.bookingId ?? null,
  )
  const wishes = wishesOf(
    requests,
    preferences.map(({ category, value }) => ({ group: category, value })),
  )
  const full =
    arrival <= businessDate
      ? await readRoomsIn(db, { except: input.bookingId ?? 0, today: businessDate })
      : new Set()
  const inHours = await roomsOfHours(db, input)
  const rules = await housekeepingSettings.read(db)
  const habit = habitOf(guest === null ? [] : await roomsOfStays.all(db, { guestId: guest }))
  const rooms = rows
    .filter((row) => !inHours.has(row.id))
    .filter((row) => roomTypeId === undefined || row.room_type_id === roomTypeId)
    .filter((row) => !text || row.number.toLowerCase().startsWith(text.toLowerCase()))
    .map((row) => {
      const { active: _active, ...room } = roomImage(row)
      const outOfService = room.outOfService || row.stopped === 1
      return {
        id: row.id,
        ...room,
        outOfService,
        ready: isReady(room.housekeeping, rules),
        occupied: full.has(row.id),
        meets: meetsOf(room, wishes),
        stays: habit.ofRoom(row.id),
        floorStays: habit.ofFloor(room.floor),
      }
    })
  return byFit(rooms) as OutputOf<'room.free'>
}
