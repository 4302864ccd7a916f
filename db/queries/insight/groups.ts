import type { AlikeGroup } from '#shared/domain/insight/groups/likest.ts'
import type { GuestId } from '#shared/values/index.ts'
import { prepared } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

type Names = { nativeName: string; familyName: string; givenName: string }
export type KindGuest = Names & {
  id: GuestId
  distance: number
  stays: number
  /** A day number. */
  lastDeparture: number | null
  revenueMinor: number
}

const names = [
  'g.native_name as nativeName',
  'g.family_name as familyName',
  'g.given_name as givenName',
] as const

const ofKind = prepared((db, at: { kind: number; distance: number; after: number; limit: number }) =>
  db
    .selectFrom('insight.guest_kind as k')
    .innerJoin('guests as g', 'g.id', 'k.guest_id')
    .innerJoin('insight.guest_facts as f', 'f.guest_id', 'k.guest_id')
    .select([
      ...names,
      'g.id',
      'k.distance',
      'f.stays',
      'f.last_departure as lastDeparture',
      'f.total_revenue as revenueMinor',
    ])
    .where('k.kind', '=', at.kind)
    .where((eb) => eb(eb.refTuple('k.distance', 'k.guest_id'), '>', eb.tuple(at.distance, at.after)))
    .orderBy('k.distance')
    .orderBy('k.guest_id')
    .limit(at.limit),
)

/** Guests of a kind by their distance from its middle, after a place in that order. */
export async function readKindGuests(
  db: Reader,
  kind: number,
  after: { distance: number; id: number } | null,
  limit: number,
): Promise<KindGuest[]> {
  const { distance, id } = after ?? { distance: -1, id: 0 }
  return (await ofKind.all(db, { kind, distance, after: id, limit })) as KindGuest[]
}

export type AlikeGuest = Names & {
  id: GuestId
  place: number
  likeness: number
  reasons: string
  stays: number
  /** A day number. */
  lastDeparture: number | null
}

const ofGroup = prepared((db, at: { group: string; after: number; limit: number }) =>
  db
    .selectFrom('insight.likeness as l')
    .innerJoin('guests as g', 'g.id', 'l.guest_id')
    .innerJoin('insight.guest_facts as f', 'f.guest_id', 'l.guest_id')
    .select([
      ...names,
      'g.id',
      'l.place',
      'l.likeness',
      'l.reasons',
      'f.stays',
      'f.last_departure as lastDeparture',
    ])
    .where('l.alike_group', '=', at.group)
    .where('l.place', '>', at.after)
    .orderBy('l.place')
    .limit(at.limit),
)

/** Guests of a group by how like the best they are, after a place. */
export async function readAlikeGuests(
  db: Reader,
  group: AlikeGroup,
  after: number,
  limit: number,
): Promise<AlikeGuest[]> {
  return (await ofGroup.all(db, { group, after, limit })) as AlikeGuest[]
}
