import type { Basis } from '#shared/domain/report/catalogue.ts'
import type { Period } from '#shared/domain/report/period.ts'
import { addDays, type BusinessDate, maxDate, minDate, type RoomTypeId } from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { roomsSql, type Source } from './source.ts'

/** Rooms of one type on one floor on one day. */
export type RoomSums = {
  day: BusinessDate
  roomTypeId: RoomTypeId
  floor: number
  inventory: number
  outOfOrder: number
  /** By the basis that was asked for. */
  roomsAvailable: number
}

/** From so many days on, USALI counts a room out of order as out of the hotel: six months. */
const outOfInventory = 182
/** From so many days on, a house that is closed whole is out of it: a season. */
const closedSeason = 30

type House = { room_id: number; room_type_id: RoomTypeId; floor: number; until: BusinessDate | null }
type Closure = { room_id: number; from_night: BusinessDate; to_night: BusinessDate; nights: number }

/**
 * The inventory of every day of [from, to), by room type and floor, in the order of days. Operational: without rooms out of order.
 * USALI: without rooms that are out for six months or more, and without days on which the whole house is closed for 30 days or more
 * on end. None where no room is on file.
 */
export function readRoomSums(
  store: LongReader,
  source: Source,
  { from, to }: Period,
  basis: Basis,
): RoomSums[] {
  const raw = rawOf(store)
  const house = raw
    .prepare(`with ${roomsSql(source)} select * from house order by room_type_id, floor, room_id`)
    .all() as House[]
  // A season goes on beyond the days that are asked for
  const around = { from: addDays(from, -closedSeason), to: addDays(to, closedSeason) }
  const closures = raw
    .prepare(
      `select room_id, from_night, to_night, cast(julianday(to_night) - julianday(from_night) as integer) as nights
       from closures where kind = 'out-of-order' and from_night < ? and to_night > ?`,
    )
    .all(around.to, around.from) as Closure[]
  const found: RoomSums[] = []
  const seasons = basis === 'usali' ? closedDays(closures, around, house) : new Set<string>()
  for (let day = from; day < to; day = addDays(day, 1)) {
    const out = new Map<number, number>()
    for (const closure of closures)
      if (closure.from_night <= day && day < closure.to_night) out.set(closure.room_id, closure.nights)
    let sums: RoomSums | null = null
    for (const room of house) {
      if (room.until !== null && day >= room.until) continue
      if (!sums || sums.roomTypeId !== room.room_type_id || sums.floor !== room.floor) {
        sums = {
          day,
          roomTypeId: room.room_type_id,
          floor: room.floor,
          inventory: 0,
          outOfOrder: 0,
          roomsAvailable: 0,
        }
        found.push(sums)
      }
      const nights = out.get(room.room_id) ?? 0
      sums.inventory += 1
      if (nights > 0) sums.outOfOrder += 1
      const isOut = basis === 'usali' ? nights >= outOfInventory || seasons.has(day) : nights > 0
      if (!isOut) sums.roomsAvailable += 1
    }
  }
  return found
}

/** Floors that rooms are on, now or at the moment of the source, also of rooms that are no longer in use. */
export function readFloors(store: LongReader, source: Source): number[] {
  const rows = rawOf(store)
    .prepare(`with ${roomsSql(source)} select floor from house union select floor from rooms order by floor`)
    .all() as { floor: number }[]
  return rows.map(({ floor }) => floor)
}

/** Days within [from, to) on which no room of the house was open, in runs of a season or more. */
function closedDays(
  closures: readonly Closure[],
  { from, to }: Period,
  house: readonly House[],
): ReadonlySet<string> {
  const rooms = Math.max(1, house.filter(({ until }) => until === null).length)
  const shut = new Map<string, number>()
  for (const { from_night, to_night } of closures)
    for (let day = maxDate(from_night, from); day < minDate(to_night, to); day = addDays(day, 1))
      shut.set(day, (shut.get(day) ?? 0) + 1)
  const closed = new Set<string>()
  let run: BusinessDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if ((shut.get(day) ?? 0) >= rooms) run.push(day)
    else {
      if (run.length >= closedSeason) for (const one of run) closed.add(one)
      run = []
    }
  }
  return closed
}
