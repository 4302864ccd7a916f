/** How well a room meets what a guest wishes: for the order in which free rooms are offered. */
import { type PreferenceGroup, preferenceGroups } from '../guest/preferences.ts'
import { requestOfPreference } from '../request/request.ts'

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

const READY: Readonly<Record<string, number>> = { inspected: 0, clean: 0, pickup: 1, dirty: 2 }

/** Rooms in service first, then those that meet more, then clean ones, then by number as people count: 9 before 10. */
export function byFit<R extends FreeRoom & { meets: readonly string[] }>(rooms: readonly R[]): R[] {
  return rooms.toSorted(
    (a, b) =>
      Number(a.outOfService) - Number(b.outOfService) ||
      b.meets.length - a.meets.length ||
      (READY[a.housekeeping] ?? 2) - (READY[b.housekeeping] ?? 2) ||
      a.number.length - b.number.length ||
      (a.number < b.number ? -1 : 1),
  )
}
