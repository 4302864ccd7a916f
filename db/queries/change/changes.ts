import { type Selectable, type SelectQueryBuilder, sql } from 'kysely'
import type { BookingStatus } from '#shared/domain/booking/booking.ts'
import type { BookingId, BusinessDate, FolioId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import { listedIn } from '../../dialect/sqlite/ids.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'
import type { ChangesTable } from '../../schema/change.ts'
import type { Database } from '../../schema/database.ts'
import { type InIndex, unlessDamaged, unlessUnreadable } from './damaged.ts'
import { lastOn } from './moment.ts'

export type ChangeRow = Selectable<ChangesTable>

const rowsAtOnce = 200

export type ChangeFilter = {
  entity?: string | undefined
  entityId?: number | undefined
  actor?: string | undefined
  operation?: string | undefined
  from?: BusinessDate | undefined
  to?: BusinessDate | undefined
  /** Only this command's rows. */
  command?: number | undefined
  /** Rows older than this sequence: the page before ended there. */
  before?: number | undefined
  limit: number
}

/** The log, newest first. Business dates never fall, so their bounds become bounds of the sequence. */
export async function readChanges(db: Reader, filter: ChangeFilter): Promise<ChangeRow[]> {
  const read = () => queryChanges(db, filter)
  return unlessUnreadable(db, read, conditionsOf(filter), filter.before, filter.limit)
}

function conditionsOf({ entity, entityId, actor, operation, from, to, command }: ChangeFilter): InIndex[] {
  return [
    ...(entity && entityId
      ? [{ index: 'changes_of_entity', where: sql`entity = ${entity} and entity_id = ${entityId}` }]
      : []),
    ...(entity ? [{ index: 'changes_by_entity', where: sql`entity = ${entity}` }] : []),
    ...(actor ? [{ index: 'changes_by_actor', where: sql`actor = ${actor}` }] : []),
    ...(operation ? [{ index: 'changes_by_operation', where: sql`operation = ${operation}` }] : []),
    ...(from ? [{ index: 'changes_by_date', where: sql`business_date >= ${from}` }] : []),
    ...(to ? [{ index: 'changes_by_date', where: sql`business_date <= ${to}` }] : []),
    ...(command ? [{ index: 'changes_by_date', where: sql`seq >= ${command}` }] : []),
  ]
}

async function queryChanges(db: Reader, filter: ChangeFilter): Promise<ChangeRow[]> {
  let query = readWith(db).selectFrom('changes').selectAll().orderBy('seq', 'desc').limit(filter.limit)
  if (filter.entity) query = query.where('entity', '=', filter.entity)
  if (filter.entityId) query = query.where('entity_id', '=', filter.entityId)
  if (filter.actor) query = query.where('actor', '=', filter.actor)
  if (filter.operation) query = query.where('operation', '=', filter.operation)
  if (filter.from) query = query.where('seq', '>=', await firstOn(db, filter.from))
  if (filter.to) query = query.where('seq', '<=', await lastOn(db, filter.to))
  if (filter.command) query = query.where('seq', '>=', filter.command).where('command', '=', filter.command)
  return older(query, filter.before).execute()
}

/** The first sequence written on a business date or after it. */
async function firstOn(db: Reader, date: BusinessDate): Promise<number> {
  const row = await readWith(db)
    .selectFrom('changes')
    .select('seq')
    .where('business_date', '>=', date)
    .orderBy('business_date')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return row?.seq ?? Number.MAX_SAFE_INTEGER
}

/** Changes of a booking and of what belongs to it, newest first. */
export async function readChangesOfBooking(
  db: Reader,
  bookingId: BookingId,
  before: number | undefined,
  limit: number,
): Promise<ChangeRow[]> {
  const query = readWith(db)
    .selectFrom('changes')
    .selectAll()
    .where('booking_id', '=', bookingId)
    .orderBy('seq', 'desc')
    .limit(limit)
  return unlessUnreadable(
    db,
    () => older(query, before).execute(),
    [{ index: 'changes_of_booking', where: sql`booking_id = ${bookingId}` }],
    before,
    limit,
  )
}

const ofFolio = preparedSql(
  (at: { id: FolioId; before: number; limit: number }) => sql<ChangeRow>`
    select * from changes where seq in (
      select seq from changes where ${folioItself(at.id)} union select seq from changes where ${onFolio(at.id)})
      and seq < ${at.before} order by seq desc limit ${at.limit}`,
)

/** Changes of a folio, of what was posted on it and of what is held for it, newest first. */
export async function readChangesOfFolio(
  db: Reader,
  id: FolioId,
  before: number | undefined,
  limit: number,
): Promise<ChangeRow[]> {
  const read = () => ofFolio.all(db, { id, before: before ?? Number.MAX_SAFE_INTEGER, limit })
  const index = 'changes_of_entity'
  const either = [
    { index, where: folioItself(id) },
    { index, where: onFolio(id) },
  ]
  return unlessUnreadable(db, read, [either], before, limit)
}

function folioItself(id: FolioId) {
  return sql`entity = 'folio' and entity_id = ${id}`
}

function onFolio(id: FolioId) {
  return sql`(entity, entity_id) in (
    select 'posting', posting_id from folio_lines where folio_id = ${id}
    union select 'posting', posting_id from payments where folio_id = ${id}
    union select 'deposit', id from deposits where folio_id = ${id}
    union select 'hold', id from holds where folio_id = ${id})`
}

const ofBookings = preparedSql(
  (at: { ids: string }) => sql<ChangeRow>`
    select * from changes where booking_id in ${listedIn(at.ids)} order by seq desc`,
)
const ofThings = preparedSql(
  (at: { entity: string; ids: string }) => sql<ChangeRow>`
    select * from changes where entity = ${at.entity} and entity_id in ${listedIn(at.ids)} order by seq desc`,
)

/** All changes of some bookings and of what belongs to them, newest first. */
export async function readChangesOfBookings(db: Reader, bookings: readonly number[]): Promise<ChangeRow[]> {
  const ids = JSON.stringify(bookings)
  const where = sql`booking_id in ${listedIn(ids)}`
  return allRows(db, ofBookings.all(db, { ids }), { index: 'changes_of_booking', where })
}

/** All changes of some things of one kind, newest first. */
export async function readChangesOfThings(
  db: Reader,
  entity: string,
  things: readonly number[],
): Promise<ChangeRow[]> {
  const ids = JSON.stringify(things)
  const where = sql`entity = ${entity} and entity_id in ${listedIn(ids)}`
  return allRows(db, ofThings.all(db, { entity, ids }), { index: 'changes_of_entity', where })
}

async function allRows(db: Reader, read: Promise<ChangeRow[]>, condition: InIndex): Promise<ChangeRow[]> {
  return unlessUnreadable(db, () => read, [condition], undefined, Number.MAX_SAFE_INTEGER)
}

/** The status that a booking had before it was cancelled last; undefined where no command cancelled it. */
export async function readCancelledFrom(db: Reader, id: BookingId): Promise<BookingStatus | undefined> {
  const row = await readWith(db)
    .selectFrom('changes')
    .select(sql<BookingStatus>`json_extract(before, '$.status')`.as('status'))
    .where('entity', '=', 'booking')
    .where('entity_id', '=', id)
    .where(sql<boolean>`json_extract(after, '$.status') = 'cancelled'`)
    .where('before', 'is not', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.status
}

/** All rows of the command that a row belongs to, in their order; empty when there is no such row. */
export async function readCommandOf(db: Reader, seq: number): Promise<ChangeRow[]> {
  const row = await readWith(db)
    .selectFrom('changes')
    .select('command')
    .where('seq', '=', seq)
    .executeTakeFirst()
  if (!row) return []
  const rows: ChangeRow[] = []
  // A command's rows are together: the first row of another command ends them.
  for (let from = row.command; ; from += rowsAtOnce) {
    const next = await readWith(db)
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

/** The command that made a batch, with the last of its rows; undefined when the log knows none. */
export async function readImportCommand(
  db: Reader,
  batch: number,
): Promise<{ command: number; last: number } | undefined> {
  const row = await readWith(db)
    .selectFrom('changes')
    .select(['command', 'seq'])
    .where('entity', '=', 'import-batch')
    .where('entity_id', '=', batch)
    .where('operation', '=', 'import.start')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  // The batch's own row is the last that an import writes.
  return row && { command: row.command, last: row.seq }
}

/** The first row of a long command of which personal values were erased; null when it is whole. */
export async function readFirstErased(
  db: Reader,
  { command, last }: { command: number; last: number },
): Promise<number | null> {
  const row = await readWith(db)
    .selectFrom('changes')
    .select('seq')
    .where('seq', '>=', command)
    .where('seq', '<=', last)
    .where('command', '=', command)
    .where('erased', 'is not', null)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return row?.seq ?? null
}

/** Rows of a long command from its last to its first, a page at a time: those of some entities before a sequence. */
export async function readBackwards(
  db: Reader,
  page: { command: number; before: number; entities: readonly string[]; limit: number },
): Promise<ChangeRow[]> {
  return (
    readWith(db)
      .selectFrom('changes')
      .selectAll()
      .where('seq', '>=', page.command)
      .where('seq', '<', page.before)
      .where('command', '=', page.command)
      // A range of the sequence is read as it lies: an index of the entity would sort the whole log's rows of it.
      .where(sql<string>`+entity`, 'in', page.entities)
      .orderBy('seq', 'desc')
      .limit(page.limit)
      .execute()
  )
}

const undoers = preparedSql(
  (at: { commands: string }) => sql<{ undoes: number; command: number }>`
    select undoes, command from changes where undoes in ${listedIn(at.commands)} order by seq`,
)
/** The same from the index alone, for rows that can't be read: an undo of one row is its own command. */
const undoersInIndex = preparedSql(
  (at: { commands: string }) => sql<{ undoes: number; command: number }>`
    select undoes, seq as command from changes indexed by changes_undoing
    where undoes in ${listedIn(at.commands)} order by seq`,
)

/** Which of these commands were undone, and by which command: command → its latest undoer. */
export async function readUndoers(db: Reader, commands: readonly number[]): Promise<Map<number, number>> {
  if (commands.length === 0) return new Map()
  const asked = { commands: JSON.stringify(commands) }
  const rows = (await unlessDamaged(undoers.all(db, asked))) ?? (await undoersInIndex.all(db, asked))
  return new Map(rows.map(({ undoes, command }) => [undoes, command]))
}

/** The rows of a thing after a sequence: what may depend on a change. */
function since(db: Writer, entity: string, entityId: number, after: number) {
  return writeWith(db)
    .selectFrom('changes')
    .selectAll()
    .where('entity', '=', entity)
    .where('entity_id', '=', entityId)
    .where('seq', '>', after)
}

/** The newest of them. */
export async function readLaterChange(...asked: Parameters<typeof since>): Promise<ChangeRow | undefined> {
  return since(...asked)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** All of them, oldest first. */
export async function readChangesSince(...asked: Parameters<typeof since>): Promise<ChangeRow[]> {
  return since(...asked)
    .orderBy('seq')
    .execute()
}

/** Distinct values of an indexed column, one index seek each instead of a scan of the log. */
export async function readDistinct(db: Reader, column: 'actor' | 'operation'): Promise<string[]> {
  const found: string[] = []
  for (;;) {
    let query = readWith(db).selectFrom('changes').select(`${column} as value`).orderBy(column).limit(1)
    const last = found.at(-1)
    if (last !== undefined) query = query.where(column, '>', last)
    const next = await query.executeTakeFirst()
    if (!next || found.length >= 500) return found
    found.push(next.value)
  }
}

const written = preparedSql(
  (at: { seqs: string }) => sql<{ seq: number; actor: string; moment: string }>`
    select seq, actor, moment from changes where seq in ${listedIn(at.seqs)}`,
)

/** Who wrote these rows of the log, and when. */
export async function readWritten(
  db: Reader,
  seqs: readonly number[],
): Promise<Map<number, { actor: string; moment: string }>> {
  if (seqs.length === 0) return new Map()
  const rows = (await unlessDamaged(written.all(db, { seqs: JSON.stringify(seqs) }))) ?? []
  return new Map(rows.map((row) => [row.seq, row]))
}

function older<O>(query: SelectQueryBuilder<Database, 'changes', O>, before: number | undefined) {
  return before ? query.where('seq', '<', before) : query
}
