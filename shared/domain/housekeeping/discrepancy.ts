/** Where housekeeping sees something else in a room than the desk has on file. */
import type { BusinessDate, RoomId } from '../../values/index.ts'

/** Skip: the desk has somebody in it, and nobody is. Sleep: the reverse. Persons: others in number. */
export const discrepancyKinds = ['skip', 'sleep', 'persons'] as const
export type DiscrepancyKind = (typeof discrepancyKinds)[number]

export type DiscrepancyImage = {
  roomId: RoomId
  onDate: BusinessDate
  kind: DiscrepancyKind
  seenPersons: number
  deskPersons: number
  note: string
  notedAt: string
  notedBy: string
  /** What it was: the desk's words when it settled it. */
  settlement: string | null
  settledAt: string | null
  settledBy: string | null
}

/** What is between the persons seen in a room and those that the desk has in it; null where they agree. */
export function discrepancyOf(seenPersons: number, deskPersons: number): DiscrepancyKind | null {
  if (seenPersons === deskPersons) return null
  if (seenPersons === 0) return 'skip'
  return deskPersons === 0 ? 'sleep' : 'persons'
}
