import type { Image } from '#shared/domain/change/change.ts'
import { splitPersonal } from '#shared/domain/log/personal-fields.ts'
import type { BookingId, BusinessDate } from '#shared/values/index.ts'
import { chainHash, newSalt, type Sealed } from '../../chain-hash.ts'
import { writeWith } from '../../dialect/building.ts'
import { prepared, preparedInsert } from '../../dialect/sqlite/prepared.ts'
import type { Writer } from '../../handles.ts'
import type { ChangesTable } from '../../schema/change.ts'

/** What one command says of itself: the same for each of its rows. */
export type ChangeHeader = {
  moment: string
  businessDate: BusinessDate
  actor: string
  workstation: string
  operation: string
  reason: string | null
  requestId: string | null
  undoes: number | null
  /** Who approved it for the actor, by login. */
  approvedBy?: string | null
}

/** One thing that a command changed; parts are JSON-able and hold only what differs. */
export type ChangeEntry = {
  entity: string
  entityId: number
  /** The booking that the thing belongs to (itself for a booking): “every change to this booking”. */
  bookingId: BookingId | null
  before: unknown
  after: unknown
}

export type ChangeHead = { seq: number; hash: string }

const insertRows = preparedInsert('changes', [
  'seq',
  'command',
  'moment',
  'business_date',
  'actor',
  'workstation',
  'operation',
  'entity',
  'entity_id',
  'booking_id',
  'before',
  'after',
  'reason',
  'request_id',
  'undoes',
  'hash',
  'personal_before',
  'personal_after',
  'salt',
  'erased',
  'approved_by',
])
const writeHead = prepared((db, at: ChangeHead) =>
  db
    .insertInto('change_head')
    .values({ id: 1, seq: at.seq, hash: at.hash })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ seq: at.seq, hash: at.hash })),
)

/** The newest row's sequence and hash; zero and empty in a new store. */
export async function readChangeHead(tx: Writer): Promise<ChangeHead> {
  const head = await writeWith(tx)
    .selectFrom('change_head')
    .select(['seq', 'hash'])
    .where('id', '=', 1)
    .executeTakeFirst()
  return head ?? { seq: 0, hash: '' }
}

/**
 * Appends a command's rows after `head` and moves the head. Each row's hash covers the row and the hash before
 * it, so that a row edited, deleted or moved breaks the chain from there on. Answers with the new head.
 */
export async function appendChanges(
  tx: Writer,
  head: ChangeHead,
  header: ChangeHeader,
  entries: readonly ChangeEntry[],
): Promise<ChangeHead> {
  const command = head.seq + 1
  let last = head
  const rows: ChangesTable[] = entries.map((entry) => {
    const row = changeRow(last, header, entry, command)
    last = { seq: row.seq, hash: row.hash }
    return row
  })
  await insertRows(tx, rows)
  await writeHead.run(tx, last)
  return last
}

/**
 * The row of the log that comes after `previous`, chained to it. Commands append theirs with it, and so do import and
 * demo, which write rows in bulk. `command` is the sequence of the command's first row.
 */
export function changeRow(
  previous: ChangeHead,
  header: ChangeHeader,
  entry: ChangeEntry,
  command: number,
): ChangesTable {
  const before = splitPersonal(entry.entity, entry.before as Image | null)
  const after = splitPersonal(entry.entity, entry.after as Image | null)
  const row = sealed({
    seq: previous.seq + 1,
    command,
    moment: header.moment,
    business_date: header.businessDate,
    actor: header.actor,
    workstation: header.workstation,
    operation: header.operation,
    entity: entry.entity,
    entity_id: entry.entityId,
    booking_id: entry.bookingId,
    before: textOf(before.open),
    after: textOf(after.open),
    reason: header.reason,
    request_id: header.requestId,
    undoes: header.undoes,
    approved_by: header.approvedBy ?? null,
    personal_before: textOf(before.personal),
    personal_after: textOf(after.personal),
  })
  return { ...row, hash: chainHash(previous.hash, row) }
}

/** A row with a salt for what can be erased of it; a row without anything needs none. */
export function sealed<R extends Omit<Sealed, 'salt'>>(row: R): R & Pick<ChangesTable, 'salt' | 'erased'> {
  const isOpen =
    row.personal_before === null &&
    row.personal_after === null &&
    row.reason === null &&
    row.request_id === null
  return { ...row, salt: isOpen ? null : newSalt(), erased: null }
}

function textOf(image: Image | null): string | null {
  return image === null ? null : JSON.stringify(image)
}
