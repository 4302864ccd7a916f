import type { Selectable, SelectQueryBuilder } from 'kysely'
import type { BookingId, BusinessDate, GuestId } from '#shared/values/index.ts'
import type { Reader, Writer } from '../dialect/connection.ts'
import type { ChangesTable } from '../schema/change.ts'
import type { Database } from '../schema/database.ts'

export type ChangeRow = Selectable<ChangesTable>

const rowsAtOnce = 200

export type ChangeFilter = {
  entity?: string | undefined
  entityId?: number | undefined
  actor?: string | undefined
  operation?: string | undefined
  from?: BusinessDate | undefined
  to?: BusinessDate | undefined
  /** Rows older than this sequence: the page before ended there. */
  before?: number | undefined
  limit: number
}

/** The log, newest first. Business dates never fall, so their bounds become bounds of the sequence. */
export async function readChanges(db: Reader, filter: ChangeFilter): Promise<ChangeRow[]> {
  let query = db.selectFrom('changes').selectAll().orderBy('seq', 'desc').limit(filter.limit)
  if (filter.entity) query = query.where('entity', '=', filter.entity)
  if (filter.entityId) query = query.where('entity_id', '=', filter.entityId)
  if (filter.actor) query = query.where('actor', '=', filter.actor)
  if (filter.operation) query = query.where('operation', '=', filter.operation)
  if (filter.from) query = query.where('seq', '>=', await firstOn(db, filter.from))
  if (filter.to) query = query.where('seq', '<=', await lastOn(db, filter.to))
  return older(query, filter.before).execute()
}

/** The first sequence written on a business date or after it. */
async function firstOn(db: Reader, date: BusinessDate): Promise<number> {
  const row = await db
    .selectFrom('changes')
    .select('seq')
    .where('business_date', '>=', date)
    .orderBy('business_date')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return row?.seq ?? Number.MAX_SAFE_INTEGER
}

/** The last sequence written on a business date or before it. */
async function lastOn(db: Reader, date: BusinessDate): Promise<number> {
  const row = await db
    .selectFrom('changes')
    .select('seq')
    .where('business_date', '<=', date)
    .orderBy('business_date', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.seq ?? 0
}

/** Changes of a booking and of what belongs to it, newest first. */
export async function readChangesOfBooking(
  db: Reader,
  bookingId: BookingId,
  before: number | undefined,
  limit: number,
): Promise<ChangeRow[]> {
  const query = db
    .selectFrom('changes')
    .selectAll()
    .where('booking_id', '=', bookingId)
    .orderBy('seq', 'desc')
    .limit(limit)
  return older(query, before).execute()
}

/** All rows of the command that a row belongs to, in their order; empty when there is no such row. */
export async function readCommandOf(db: Reader | Writer, seq: number): Promise<ChangeRow[]> {
  const row = await db.selectFrom('changes').select('command').where('seq', '=', seq).executeTakeFirst()
  if (!row) return []
  const rows: ChangeRow[] = []
  // A command's rows stand together: the first row of another command ends them.
  for (let from = row.command; ; from += rowsAtOnce) {
    const next = await db
      .selectFrom('changes')
      .selectAll()
      .where('seq', '>=', from)
      .where('seq', '<', from + rowsAtOnce)
      .where('command', '=', row.command)
      .orderBy('seq')
      .execute()
    rows.push(...next)
    if (next.length < rowsAtOnce) return rows
  }
}

/** Which of these commands were undone, and by which command: command → its latest undoer. */
export async function readUndoers(
  db: Reader | Writer,
  commands: readonly number[],
): Promise<Map<number, number>> {
  const found = new Map<number, number>()
  if (commands.length === 0) return found
  const rows = await db
    .selectFrom('changes')
    .select(['undoes', 'command'])
    .where('undoes', 'in', commands)
    .orderBy('seq')
    .execute()
  for (const { undoes, command } of rows) if (undoes !== null) found.set(undoes, command)
  return found
}

/** The newest row of a thing after a sequence: what stands on a change. */
export async function readLaterChange(
  db: Writer,
  entity: string,
  entityId: number,
  after: number,
): Promise<ChangeRow | undefined> {
  return db
    .selectFrom('changes')
    .selectAll()
    .where('entity', '=', entity)
    .where('entity_id', '=', entityId)
    .where('seq', '>', after)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Distinct values of an indexed column, one index seek each instead of a scan of the log. */
export async function readDistinct(db: Reader, column: 'actor' | 'operation'): Promise<string[]> {
  const found: string[] = []
  for (;;) {
    let query = db.selectFrom('changes').select(`${column} as value`).orderBy(column).limit(1)
    const last = found.at(-1)
    if (last !== undefined) query = query.where(column, '>', last)
    const next = await query.executeTakeFirst()
    if (!next || found.length >= 500) return found
    found.push(next.value)
  }
}

/** What things are called now, for a page of the log: one statement per kind that occurs on it. */
export async function readLabels(db: Reader, rows: readonly ChangeRow[]): Promise<Map<string, string>> {
  const labels = new Map<string, string>()
  const idsOf = (entity: string) => [
    ...new Set(rows.filter((row) => row.entity === entity).map((row) => row.entity_id)),
  ]
  for (const [entity, read] of Object.entries(labelReaders)) {
    const ids = idsOf(entity)
    if (ids.length === 0) continue
    for (const { id, label } of await read(db, ids)) labels.set(`${entity}:${id}`, label)
  }
  return labels
}

type LabelReader = (db: Reader, ids: number[]) => Promise<{ id: number; label: string }[]>

const labelReaders: Record<string, LabelReader> = {
  guest: async (db, ids) => {
    const rows = await db
      .selectFrom('guests')
      .select(['id', 'native_name', 'family_name', 'given_name'])
      .where('id', 'in', ids as GuestId[])
      .execute()
    return rows.map((row) => ({
      id: row.id,
      label: row.native_name || `${row.given_name} ${row.family_name}`.trim(),
    }))
  },
  booking: async (db, ids) =>
    db
      .selectFrom('bookings')
      .select(['id', 'confirmation_no as label'])
      .where('id', 'in', ids as BookingId[])
      .execute(),
  request: async (db, ids) =>
    db
      .selectFrom('requests')
      .innerJoin('bookings', 'bookings.id', 'requests.booking_id')
      .select(['requests.id as id', 'bookings.confirmation_no as label'])
      .where('requests.id', 'in', ids as never[])
      .execute(),
  room: async (db, ids) =>
    db
      .selectFrom('rooms')
      .select(['id', 'number as label'])
      .where('id', 'in', ids as never[])
      .execute(),
  'room-type': async (db, ids) =>
    db
      .selectFrom('room_types')
      .select(['id', 'code as label'])
      .where('id', 'in', ids as never[])
      .execute(),
  'rate-plan': async (db, ids) =>
    db
      .selectFrom('rate_plans')
      .select(['id', 'code as label'])
      .where('id', 'in', ids as never[])
      .execute(),
  account: async (db, ids) =>
    db
      .selectFrom('accounts')
      .select(['id', 'name as label'])
      .where('id', 'in', ids as never[])
      .execute(),
  programme: async (db, ids) =>
    db
      .selectFrom('programmes')
      .select(['id', 'code as label'])
      .where('id', 'in', ids as never[])
      .execute(),
  membership: async (db, ids) =>
    db
      .selectFrom('memberships')
      .select(['id', 'number as label'])
      .where('id', 'in', ids as never[])
      .execute(),
  user: async (db, ids) =>
    db
      .selectFrom('users')
      .select(['id', 'login as label'])
      .where('id', 'in', ids as never[])
      .execute(),
  access: async (db, ids) =>
    db
      .selectFrom('users')
      .select(['id', 'login as label'])
      .where('id', 'in', ids as never[])
      .execute(),
  'import-batch': async (db, ids) =>
    db
      .selectFrom('import_batches')
      .select(['id', 'file_name as label'])
      .where('id', 'in', ids as never[])
      .execute(),
}

function older<O>(query: SelectQueryBuilder<Database, 'changes', O>, before: number | undefined) {
  return before ? query.where('seq', '<', before) : query
}
