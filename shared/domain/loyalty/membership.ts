/** A guest's membership in a programme, with every tier it held. */
import type { BusinessDate, GuestId, ProgrammeId } from '../../values/index.ts'

/** One tier held. `reason` is `joined`, `entry`, `earned` or `lost`, or the words of the person who gave it by hand. */
export type TierHeld = { tier: string; since: BusinessDate; reason: string; by: string }

export type MembershipImage = {
  guestId: GuestId
  programmeId: ProgrammeId
  number: string
  tier: string
  tierSince: BusinessDate
  overridden: boolean
  joinedOn: BusinessDate
  /** By position, from 1 on: oldest first. */
  tiers: Record<string, TierHeld>
}
