import { type CubeAsk, type NightSums, readNightSums, type Where } from '#db/queries/report/cube.ts'
import { readRoomSums } from '#db/queries/report/rooms.ts'
import type { Basis } from '#shared/domain/report/catalogue.ts'
import { type DimensionName, hasInventory } from '#shared/domain/report/dimensions.ts'
import { foldRows, timeKey } from '#shared/domain/report/fold.ts'
import { moneyPer, ratioOf } from '#shared/domain/report/measures.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Cell } from '#shared/domain/report/result.ts'
import type { ReportDesk } from './report.ts'

/** Figures of a group of room-nights; availability is null where rooms are not known by that group, or not at all. */
export type HouseSums = NightSums & { roomsAvailable: number | null; outOfOrder: number | null }
export type HouseRow = { keys: readonly Cell[] } & HouseSums

const noNights: NightSums = {
  nightsOccupied: 0,
  complimentary: 0,
  houseUse: 0,
  roomsSold: 0,
  roomRevenue: 0,
  guestNights: 0,
}

const noRooms = { roomsAvailable: null, outOfOrder: null }

/** Figures of no night, of rooms that are not known. */
export const emptyHouse: HouseSums = { ...noNights, ...noRooms }

/**
 * Occupancy and revenue of a period by dimensions, with the rooms available by the basis. A day, a type or a floor without a
 * night sold is a row of its own; so is a group of nights that no room stands for.
 */
export function readHouse(
  desk: ReportDesk,
  period: Period,
  by: readonly DimensionName[],
  where: readonly Where[],
  basis: Basis,
): { rows: HouseRow[]; total: HouseSums } {
  const nights = readNights(desk, { ...period, by, where })
  const known = [...by, ...where.map(({ dimension }) => dimension)].every(hasInventory)
  const available = known ? readAvailable(desk, period, by, where, basis) : new Map<string, RoomCount>()
  const rows = new Map<string, HouseRow>()
  for (const [id, { keys, ...rooms }] of available) rows.set(id, { keys, ...noNights, ...rooms })
  for (const { keys, ...sums } of nights) {
    const id = JSON.stringify(keys)
    const rooms = available.get(id)
    rows.set(id, {
      keys,
      ...sums,
      ...(rooms ? { roomsAvailable: rooms.roomsAvailable, outOfOrder: rooms.outOfOrder } : {}),
    })
  }
  const total = sumOf([...rows.values()])
  // Of a house whose groups have no rooms of their own, the rooms of all
  const whole =
    known || where.some(({ dimension }) => !hasInventory(dimension)) ? null : wholeHouse(desk, period, basis)
  return {
    rows: [...rows.values()],
    total: whole ? { ...total, ...whole } : total,
  }
}

/** Room-nights of a period by dimensions, without what rooms there are. */
export function readNights({ store, source, starts }: ReportDesk, ask: CubeAsk): HouseRow[] {
  return foldRows(readNightSums(store, source, ask), ask.by, starts).map((row) => ({ ...row, ...noRooms }))
}

export type RoomCount = { keys: readonly Cell[]; roomsAvailable: number; outOfOrder: number }

/** Rooms of a period by dimensions that rooms have, by their keys as JSON. */
export function readAvailable(
  desk: ReportDesk,
  period: Period,
  by: readonly DimensionName[],
  where: readonly Where[],
  basis: Basis,
): Map<string, RoomCount> {
  const found = new Map<string, RoomCount>()
  for (const room of readRoomSums(desk.store, desk.source, period, basis)) {
    const value = (name: DimensionName): Cell =>
      name === 'roomType'
        ? room.roomTypeId
        : name === 'floor'
          ? room.floor
          : timeKey(name, room.day, desk.starts)
    if (where.some((one) => ![one.value, ...(one.others ?? [])].includes(value(one.dimension)))) continue
    const keys = by.map(value)
    const id = JSON.stringify(keys)
    const count = found.get(id) ?? { keys, roomsAvailable: 0, outOfOrder: 0 }
    count.roomsAvailable += room.roomsAvailable
    count.outOfOrder += room.outOfOrder
    found.set(id, count)
  }
  return found
}

function wholeHouse(desk: ReportDesk, period: Period, basis: Basis) {
  const count = readAvailable(desk, period, [], [], basis).get('[]')
  return count ? { roomsAvailable: count.roomsAvailable, outOfOrder: count.outOfOrder } : null
}

/** Sums of rows; availability is null where none of them has it. */
export function sumOf(rows: readonly HouseSums[]): HouseSums {
  const total = { ...emptyHouse }
  for (const row of rows) {
    for (const name of Object.keys(noNights) as (keyof NightSums)[]) total[name] += row[name]
    if (row.roomsAvailable !== null) total.roomsAvailable = (total.roomsAvailable ?? 0) + row.roomsAvailable
    if (row.outOfOrder !== null) total.outOfOrder = (total.outOfOrder ?? 0) + row.outOfOrder
  }
  return total
}

/** The cells of a group: its sums and their ratios. */
export function houseCells(sums: HouseSums): { [column: string]: Cell } {
  const { roomsSold, roomRevenue, roomsAvailable } = sums
  return {
    roomsSold,
    nightsOccupied: sums.nightsOccupied,
    complimentary: sums.complimentary,
    houseUse: sums.houseUse,
    roomRevenue,
    roomsAvailable,
    outOfOrder: sums.outOfOrder,
    guestNights: sums.guestNights,
    occupancy: ratioOf(roomsSold, roomsAvailable),
    adr: moneyPer(roomRevenue, roomsSold),
    revpar: moneyPer(roomRevenue, roomsAvailable),
  }
}
