import { sql } from 'kysely'
import { samePlain } from '#shared/domain/change/change.ts'
import type { MembershipImage } from '#shared/domain/loyalty/membership.ts'
import type { GuestId, MembershipId, ProgrammeId } from '#shared/values/index.ts'
import { writeWith } from '../../dialect/building.ts'
import { prepared } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'
import { flag } from '../../schema/flag.ts'
import { reindexGuest } from '../guest/repository.ts'

export type Membership = { id: MembershipId; version: number; image: MembershipImage }

const membershipById = prepared((db, at: { id: MembershipId }) =>
  db.selectFrom('memberships').selectAll().where('id', '=', at.id),
)
const tiersById = prepared((db, at: { id: MembershipId }) =>
  db.selectFrom('membership_tiers').selectAll().where('membership_id', '=', at.id).orderBy('position'),
)
const idsOfGuest = prepared((db, at: { guestId: GuestId }) =>
  db.selectFrom('memberships').select('id').where('guest_id', '=', at.guestId).orderBy('id'),
)

export async function loadMembership(
  db: Reader,
  id: number,
): Promise<{ image: MembershipImage; version: number } | null> {
  const row = await membershipById.first(db, { id: id as MembershipId })
  if (!row) return null
  const tiers = await tiersById.all(db, { id: row.id })
  return {
    version: row.version,
    image: {
      guestId: row.guest_id,
      programmeId: row.programme_id,
      number: row.number,
      tier: row.tier,
      tierSince: row.tier_since,
      overridden: row.overridden === 1,
      joinedOn: row.joined_on,
      tiers: Object.fromEntries(
        tiers.map(({ position, tier, since, reason, by }) => [position, { tier, since, reason, by }]),
      ),
    },
  }
}

/** A guest's memberships, the oldest first. */
export async function readMemberships(db: Reader, guestId: GuestId): Promise<Membership[]> {
  const rows = await idsOfGuest.all(db, { guestId })
  const found: Membership[] = []
  // One or two of them: a guest is rarely in more programmes than a hotel has.
  for (const { id } of rows) {
    const membership = await loadMembership(db, id)
    if (membership) found.push({ id, ...membership })
  }
  return found
}

/** Writes a membership and its tiers, raises its version, and makes its number findable; null inserts or deletes. */
export async function saveMembership(
  tx: Writer,
  id: number,
  before: MembershipImage | null,
  after: MembershipImage | null,
): Promise<void> {
  const membershipId = id as MembershipId
  if (before && after) {
    await writeWith(tx)
      .updateTable('memberships')
      .set((row) => ({ ...columnsOf(after), version: row('version', '+', 1) }))
      .where('id', '=', membershipId)
      .execute()
  } else if (after) {
    await writeWith(tx)
      .insertInto('memberships')
      .values({ id: membershipId, ...columnsOf(after), version: 1 })
      .execute()
  }
  if (!samePlain(before?.tiers ?? {}, after?.tiers ?? {})) await writeTiers(tx, membershipId, after)
  if (!after) await writeWith(tx).deleteFrom('memberships').where('id', '=', membershipId).execute()
  const guestId = after?.guestId ?? before?.guestId
  if (guestId !== undefined && before?.number !== after?.number) await reindexGuest(tx, guestId)
}

function columnsOf(image: MembershipImage) {
  return {
    guest_id: image.guestId,
    programme_id: image.programmeId,
    number: image.number,
    tier: image.tier,
    tier_since: image.tierSince,
    overridden: flag(image.overridden),
    joined_on: image.joinedOn,
  }
}

async function writeTiers(tx: Writer, id: MembershipId, after: MembershipImage | null): Promise<void> {
  await writeWith(tx).deleteFrom('membership_tiers').where('membership_id', '=', id).execute()
  const rows = Object.entries(after?.tiers ?? {}).map(([position, held]) => ({
    membership_id: id,
    position: Number(position),
    ...held,
  }))
  if (rows.length > 0) await writeWith(tx).insertInto('membership_tiers').values(rows).execute()
}

/** The membership that has a number; null when it is free. */
export async function membershipWithNumber(tx: Writer, number: string): Promise<MembershipId | null> {
  const row = await writeWith(tx)
    .selectFrom('memberships')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.id ?? null
}

/** A guest's membership in a programme; null when there is none. */
export async function membershipOf(
  tx: Writer,
  guestId: GuestId,
  programmeId: ProgrammeId,
): Promise<MembershipId | null> {
  const row = await writeWith(tx)
    .selectFrom('memberships')
    .select('id')
    .where('guest_id', '=', guestId)
    .where('programme_id', '=', programmeId)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Whether any member ever joined a programme. */
export async function hasMembers(tx: Writer, programmeId: ProgrammeId): Promise<boolean> {
  const { rows } = await sql`select 1 from memberships where programme_id = ${programmeId} limit 1`.execute(
    writeWith(tx),
  )
  return rows.length > 0
}
