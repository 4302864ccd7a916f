import type { Reader } from '#db/handles.ts'
import { readDayUsesIn, readHoursHeld } from '#db/queries/booking/day-use.ts'
import { dayUses } from '#db/repositories/booking/day-uses.ts'
import { loadRoom } from '#db/repositories/room/repository.ts'
import { type BookingImage, roomOnDay } from '#shared/domain/booking/booking.ts'
import {
  type DayUseImage,
  holdsHours,
  hoursPlanned,
  hoursTaken,
  isDayUse,
} from '#shared/domain/booking/day-use.ts'
import { distinctIds } from '#shared/domain/booking/named.ts'
import { newOccupations } from '#shared/domain/booking/stock.ts'
import {
  addDays,
  type BookingId,
  type BusinessDate,
  type Refused,
  type RoomId,
} from '#shared/values/index.ts'
import { stayTerms } from '../stay/public.ts'

/** Refused where somebody has the room in these hours of the day: other day use, a guest of the night, a closure. */
export async function checkHoursFree(
  db: Reader,
  id: BookingId | 0,
  day: BusinessDate,
  { roomId, from, to }: DayUseImage,
): Promise<Refused<'HOURS_TAKEN'> | null> {
  if (roomId === null) return null
  const held = await readHoursHeld(db, roomId, day, await stayTerms.read(db), id)
  const room = held.length === 0 ? null : await loadRoom(db, roomId)
  return hoursTaken({ from, to }, held, { room: room?.image.number ?? '', day })
}

/**
 * Whether what a change newly takes meets day use: a night that of its evening or of its morning, and a booking of hours
 * that comes to life or to another day all that has its room then.
 */
export async function checkHoursTaken(
  db: Reader,
  id: BookingId | 0,
  before: BookingImage | null,
  after: BookingImage,
): Promise<Refused<'HOURS_TAKEN'> | null> {
  const held = before !== null && holdsHours(before) && before.arrival === after.arrival
  if (id !== 0 && holdsHours(after) && !held) {
    const own = await dayUses.load(db, id)
    return own && checkHoursFree(db, id, after.arrival, own.image)
  }
  const occupations = newOccupations(before, after)
  for (const roomId of distinctIds<RoomId>(occupations.map((one) => one.roomId))) {
    const taken = await checkNights(
      db,
      id,
      after,
      roomId,
      occupations.filter((one) => one.roomId === roomId).map(({ night }) => night),
    )
    if (taken) return taken
  }
  return null
}

async function checkNights(
  db: Reader,
  id: BookingId | 0,
  { nights }: BookingImage,
  roomId: RoomId,
  taken: readonly BusinessDate[],
): Promise<Refused<'HOURS_TAKEN'> | null> {
  const days = [...new Set(taken.flatMap((night) => [night, addDays(night, 1)]))]
  const uses = await readDayUsesIn(db, roomId, days, id)
  if (uses.length === 0) return null
  const times = await stayTerms.read(db)
  const room = (await loadRoom(db, roomId))?.image.number ?? ''
  for (const use of uses) {
    const hours = hoursPlanned(nights, roomId, use.day, times)
    const wrong = hours && hoursTaken(hours, [use], { room, day: use.day })
    if (wrong) return wrong
  }
  return null
}

/** The room of a booking on a day, by its nights; of day use that of its hours. */
export async function roomOfDay(
  db: Reader,
  id: BookingId,
  booking: Pick<BookingImage, 'arrival' | 'departure' | 'nights'>,
  day: BusinessDate,
): Promise<RoomId | null> {
  if (!isDayUse(booking)) return roomOnDay(booking, day)
  return (await dayUses.load(db, id))?.image.roomId ?? null
}
