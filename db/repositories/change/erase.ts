import { sql } from 'kysely'
import type { GuestId } from '#shared/values/index.ts'
import { type Sealed, sealedDigest } from '../../chain-hash.ts'
import { writeWith } from '../../dialect/building.ts'
import type { Writer } from '../../handles.ts'

type SealedRow = Sealed & { seq: number }

const rowsAtOnce = 500

/**
 * Erases what is personal of every change of a guest, of their memberships, leaving cases, judgements and offers, and of their bookings with the requests on them,
 * also of those that an undo took away; of registrations and minors' sheets their own and not those of others in their room. Values and salt go and leave their digest, so that the chain stays whole; answers
 * to request ids of these changes go too. Returns how many rows were erased; a row that was erased before is not one.
 *
 * A booking that has another guest by now is that guest's. What the guest's own tables hold is not touched, and pages of
 * the file that were written before stay in the `-wal` until it is written back.
 */
export async function erasePersonalOf(tx: Writer, guestId: GuestId): Promise<number> {
  let erased = 0
  for (;;) {
    const rows = await readSealed(tx, guestId)
    if (rows.length === 0) return erased
    await eraseRows(tx, rows)
    erased += rows.length
  }
}

/** Some rows of a guest that are not erased. */
async function readSealed(tx: Writer, guestId: GuestId): Promise<SealedRow[]> {
  const { rows } = await sql<SealedRow>`
    select seq, salt, personal_before, personal_after, reason, request_id from changes
    where salt is not null and seq in (
      select seq from changes where entity = 'guest' and entity_id = ${guestId}
      union all select seq from changes where entity = 'membership' and entity_id in (
        select id from memberships where guest_id = ${guestId} union all ${gone('membership', guestId)})
      union all select seq from changes where entity = 'leaving-case' and entity_id in (
        select id from leaving_cases where guest_id = ${guestId} union all ${gone('leaving-case', guestId)})
      union all select seq from changes where entity = 'guest-judgement' and entity_id in (
        select id from guest_judgements where guest_id = ${guestId} union all ${gone('guest-judgement', guestId)})
      union all select seq from changes where entity = 'offer' and entity_id in (
        select id from offers where guest_id = ${guestId} union all ${gone('offer', guestId)})
      union all select seq from changes where entity = 'registrant' and entity_id = ${guestId}
      union all select seq from changes where entity = 'registration' and entity_id in (
        select id from registrations where guest_id = ${guestId} union all ${gone('registration', guestId)})
      union all select seq from changes where entity = 'minor-sheet' and entity_id in (
        select id from minor_sheets where guest_id = ${guestId} union all ${gone('minor-sheet', guestId)})
      union all select seq from changes where entity not in ('registration', 'minor-sheet') and booking_id in (
        select id from bookings where guest_id = ${guestId} union all ${gone('booking', guestId)}))
    order by seq limit ${rowsAtOnce}`.execute(writeWith(tx))
  return rows
}

/** Things of a guest that were on file once: only what takes back something deletes them. */
function gone(
  entity:
    | 'membership'
    | 'leaving-case'
    | 'guest-judgement'
    | 'offer'
    | 'booking'
    | 'registration'
    | 'minor-sheet',
  guestId: GuestId,
) {
  return sql`select entity_id from changes
    where operation in ('change.undo', 'import.takeBack') and entity = ${entity} and after is null
      and iif(json_valid(before), before ->> '$.guestId', null) = ${guestId}`
}

async function eraseRows(tx: Writer, rows: readonly SealedRow[]): Promise<void> {
  const digests = rows.map((row) => [row.seq, sealedDigest({ ...row, erased: null })])
  await sql`update changes
    set personal_before = null, personal_after = null, reason = null, request_id = null, salt = null, erased = v.value ->> 1
    from json_each(${JSON.stringify(digests)}) v where changes.seq = v.value ->> 0`.execute(writeWith(tx))
  const requestIds = rows.flatMap(({ request_id }) => (request_id === null ? [] : [request_id]))
  await sql`delete from receipts where request_id in (select value from json_each(${JSON.stringify(requestIds)}))`.execute(
    writeWith(tx),
  )
}
