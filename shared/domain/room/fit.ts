/** How well a room meets what a guest wishes and is used to: for the order in which free rooms are offered. */
import { type PreferenceGroup, preferenceGroups } from '../guest/preferences.ts'
import { requestOfPreference } from '../request/request.ts'
import type { WishedFeature } from './contradiction.ts'
import { type RoomFeature, roomFeatures } from './room.ts'

export type FreeRoom = {
  number: string
  housekeeping: string
  outOfService: boolean
  features: readonly string[]
}

/** Preferences that a room answers by a feature, and that are no kind of request. */
const featureOf: Readonly<Record<string, string>> = {
  'room-feature/view': 'view',
  'room-feature/connecting': 'connecting',
  'smoking/smoking': 'smoking',
}

/** The feature of a room that a preference asks for, or asks not to have; null where it asks for none. */
export function featureOfPreference(group: string, value: string): WishedFeature | null {
  if (`${group}/${value}` === 'smoking/non-smoking') return { feature: 'smoking', wanted: false }
  if (!(preferenceGroups as readonly string[]).includes(group)) return null
  return featureOfKind(
    featureOf[`${group}/${value}`] ?? requestOfPreference(group as PreferenceGroup, value).kind,
  )
}

/** The feature of a room that a request asks for: a preference that is no kind of request is asked for by its own code. */
export function featureOfRequest({ kind, text }: { kind: string; text: string }): WishedFeature | null {
  if (kind !== 'other') return featureOfKind(kind)
  return preferenceGroups.map((group) => featureOfPreference(group, text)).find((one) => one !== null) ?? null
}

/** Null for a crib or a pillow, which come to any room. */
function featureOfKind(kind: string): WishedFeature | null {
  const isFeature = (roomFeatures as readonly string[]).includes(kind)
  return isFeature ? { feature: kind as RoomFeature, wanted: true } : null
}

/** What is wished of the room, as features: open requests first, then preferences on file. */
export function wishesOf(
  requestKinds: readonly string[],
  preferences: readonly { group: string; value: string }[],
): string[] {
  const fromPreferences = preferences.flatMap(({ group, value }) => {
    if (!(preferenceGroups as readonly string[]).includes(group)) return []
    return featureOf[`${group}/${value}`] ?? requestOfPreference(group as PreferenceGroup, value).kind
  })
  return [...new Set([...requestKinds, ...fromPreferences])].filter((wish) => wish !== 'other')
}

/** The wishes that this room meets, in the order of the wishes. */
export function meetsOf(room: FreeRoom, wishes: readonly string[]): string[] {
  return wishes.filter((wish) => room.features.includes(wish))
}

/** Rooms of earlier stays: how many stays were in a room, and on a floor. A stay that moved counts in each of its rooms. */
export function habitOf(slept: readonly { bookingId: number; roomId: number; floor: number }[]) {
  const rooms = new Map<number, Set<number>>()
  const floors = new Map<number, Set<number>>()
  const note = (map: Map<number, Set<number>>, key: number, stay: number) =>
    map.set(key, (map.get(key) ?? new Set()).add(stay))
  for (const { bookingId, roomId, floor } of slept) {
    note(rooms, roomId, bookingId)
    note(floors, floor, bookingId)
  }
  return {
    ofRoom: (roomId: number) => rooms.get(roomId)?.size ?? 0,
    ofFloor: (floor: number) => floors.get(floor)?.size ?? 0,
  }
}

const READY: Readonly<Record<string, number>> = { inspected: 0, clean: 0, pickup: 1, dirty: 2 }

type Fit = FreeRoom & { occupied: boolean; meets: readonly string[]; stays: number; floorStays: number }

/**
 * Rooms in service first, then those that meet more, then those that nobody is in now, then clean ones, then those where the
 * guest slept more often, on whose floor they slept more often, and by number as people count: 9 before 10.
 */
export function byFit<R extends Fit>(rooms: readonly R[]): R[] {
  return rooms.toSorted(
    (a, b) =>
      Number(a.outOfService) - Number(b.outOfService) ||
      b.meets.length - a.meets.length ||
      Number(a.occupied) - Number(b.occupied) ||
      (READY[a.housekeeping] ?? 2) - (READY[b.housekeeping] ?? 2) ||
      b.stays - a.stays ||
      b.floorStays - a.floorStays ||
      a.number.length - b.number.length ||
      (a.number < b.number ? -1 : 1),
  )
}
