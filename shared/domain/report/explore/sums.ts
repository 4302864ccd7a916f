import { type DimensionName, isOverlapping } from '../dimensions.ts'
import type { Cell } from '../result.ts'
import { emptySums, type PivotSums } from './figures.ts'
import type { PivotRow, SumsBy } from './pivot.ts'

/** Rooms of a group of days, types and floors. */
export type RoomGroup = { keys: readonly Cell[]; roomsAvailable: number; outOfOrder: number }

/** What is read for a pivot. */
export type PivotSource = {
  dimensions: readonly DimensionName[]
  /** Room-nights by dimensions; their rooms are null. */
  nightsBy: (by: readonly DimensionName[]) => readonly PivotRow[]
  /** Rooms by those of the dimensions that rooms have; null where a filter is of what rooms do not have. */
  rooms: { by: readonly DimensionName[]; groups: readonly RoomGroup[] } | null
}

/**
 * Groups by any of a pivot's dimensions, each read or added up once. They are added up from the finest groups, but for a dimension
 * that a guest may have several values of: without it the nights are read again, or they would count several times. A group has
 * rooms where everything that it is grouped by is known of rooms.
 */
export function sumsOf({ dimensions, nightsBy, rooms }: PivotSource): SumsBy {
  const kept = new Map<string, readonly PivotRow[]>()
  const finest = (by: readonly DimensionName[]) =>
    dimensions.filter((name) => by.includes(name) || !isOverlapping(name))
  const nights = (by: readonly DimensionName[]) => {
    const from = finest(by)
    const id = `nights ${from.join()}`
    const read = kept.get(id) ?? nightsBy(from)
    kept.set(id, read)
    return addUp(read, placesOf(from, by))
  }
  return (by) => {
    const id = by.join()
    const known = kept.get(id)
    if (known) return known
    const isOfRooms = rooms !== null && by.every((name) => rooms.by.includes(name))
    const groups = isOfRooms ? withRooms(nights(by), addUpRooms(rooms, by)) : nights(by)
    kept.set(id, groups)
    return groups
  }
}

function placesOf(from: readonly DimensionName[], by: readonly DimensionName[]): number[] {
  return by.map((name) => from.indexOf(name))
}

function addUp(rows: readonly PivotRow[], places: readonly number[]): PivotRow[] {
  const groups = new Map<string, PivotRow>()
  for (const row of rows) {
    const keys = places.map((place) => row.keys[place] ?? null)
    const id = JSON.stringify(keys)
    const group = groups.get(id)
    groups.set(id, group ? { keys, ...added(group, row) } : { ...row, keys })
  }
  return [...groups.values()]
}

function added(a: PivotSums, b: PivotSums): PivotSums {
  return {
    roomsSold: a.roomsSold + b.roomsSold,
    nightsOccupied: a.nightsOccupied + b.nightsOccupied,
    complimentary: a.complimentary + b.complimentary,
    houseUse: a.houseUse + b.houseUse,
    roomRevenue: a.roomRevenue + b.roomRevenue,
    guestNights: a.guestNights + b.guestNights,
    roomsAvailable: null,
    outOfOrder: null,
  }
}

function addUpRooms(
  { by: from, groups }: NonNullable<PivotSource['rooms']>,
  by: readonly DimensionName[],
): RoomGroup[] {
  const places = placesOf(from, by)
  const found = new Map<string, RoomGroup>()
  for (const group of groups) {
    const keys = places.map((place) => group.keys[place] ?? null)
    const id = JSON.stringify(keys)
    const known = found.get(id)
    found.set(id, {
      keys,
      roomsAvailable: (known?.roomsAvailable ?? 0) + group.roomsAvailable,
      outOfOrder: (known?.outOfOrder ?? 0) + group.outOfOrder,
    })
  }
  return [...found.values()]
}

/** Groups of nights with their rooms; rooms without a night are a group too. */
function withRooms(nights: readonly PivotRow[], rooms: readonly RoomGroup[]): PivotRow[] {
  const groups = new Map<string, PivotRow>()
  for (const room of rooms) {
    const { keys, roomsAvailable, outOfOrder } = room
    groups.set(JSON.stringify(keys), { ...emptySums, keys, roomsAvailable, outOfOrder })
  }
  for (const night of nights) {
    const id = JSON.stringify(night.keys)
    const { roomsAvailable = null, outOfOrder = null } = groups.get(id) ?? {}
    groups.set(id, { ...night, roomsAvailable, outOfOrder })
  }
  return [...groups.values()]
}
