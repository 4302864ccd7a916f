/**
 * A minor's sheet: the five musts of a hotel that takes in minors (China, Ministry of Public Security). Each is recorded with
 * who saw to it and when; none is ticked by the program.
 */
import type { BookingId, GuestId } from '../../values/index.ts'

export const minorEntryKinds = ['patrol', 'visit', 'report'] as const
export type MinorEntryKind = (typeof minorEntryKinds)[number]
export type MinorEntry = { kind: MinorEntryKind; text: string; at: string; by: string }

export type MinorSheetImage = {
  bookingId: BookingId
  guestId: GuestId
  /** When somebody looked at the document of the minor, and who. */
  identityAt: string | null
  identityBy: string | null
  /** When the guardian was spoken to, and by whom. */
  contactedAt: string | null
  contactedBy: string | null
  guardianName: string
  guardianPhone: string
  guardianRelation: string
  /** What everyone else in the room is to the minor, by guest id. */
  relations: { [guestId: string]: string }
  /** Patrols, visits and reports, by their number. */
  entries: { [id: string]: MinorEntry }
}

export const minorMusts = ['identity', 'guardian', 'relations', 'patrols', 'report'] as const
export type MinorMust = (typeof minorMusts)[number]

/** `open`: still to be done; `done`; `none`: nothing suspicious was reported, which is as it should be. */
export type MustState = 'open' | 'done' | 'none'

/** How the five musts stand. Everyone else in the room needs a relation; of patrols and visits one is expected a stay. */
export function mustsOf(
  sheet: MinorSheetImage | null,
  others: readonly GuestId[],
): Record<MinorMust, MustState> {
  const has = (...kinds: MinorEntryKind[]) =>
    Object.values(sheet?.entries ?? {}).some(({ kind }) => kinds.includes(kind))
  const related = others.every((id) => (sheet?.relations[id] ?? '') !== '')
  const done = (yes: boolean): MustState => (yes ? 'done' : 'open')
  return {
    identity: done(sheet?.identityAt != null),
    guardian: done(sheet !== null && sheet.guardianPhone !== '' && sheet.guardianRelation !== ''),
    relations: done(sheet !== null && related),
    patrols: done(has('patrol', 'visit')),
    report: has('report') ? 'done' : 'none',
  }
}
