/** What a room is to a booking on the business date: ready for it, still somebody else's, promised twice. */
import type { BusinessDate } from '../../values/index.ts'

/** Somebody else who is in the room, or due in to it. */
export type RoomHolder = { inHouse: boolean; departure: BusinessDate }

/**
 * `free`: nobody else has it. `occupied`: somebody due out is still in it. `awaited`: somebody due in today gets it after
 * this guest. `twice`: two guests would be in it tonight, or two arrivals have it.
 */
export const roomClaims = ['free', 'occupied', 'awaited', 'twice'] as const
export type RoomClaim = (typeof roomClaims)[number]

/** The claim on the room of a booking that is in house or due in, and the other one who has it. */
export function claimOn<H extends RoomHolder>(
  own: RoomHolder,
  others: readonly H[],
  businessDate: BusinessDate,
): { claim: RoomClaim; by: H | null } {
  const leaves = (one: RoomHolder) => one.inHouse && one.departure <= businessDate
  const twice = others.find((other) => own.inHouse === other.inHouse || (!leaves(own) && !leaves(other)))
  if (twice) return { claim: 'twice', by: twice }
  const by = others[0] ?? null
  if (!by) return { claim: 'free', by }
  return { claim: own.inHouse ? 'awaited' : 'occupied', by }
}
