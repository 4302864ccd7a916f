import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { BusinessDate } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import { storeErrorOf } from '../../dialect/errors.ts'
import type { Reader } from '../../handles.ts'
import type { ChangesTable } from '../../schema/change.ts'

type ChangeRow = Selectable<ChangesTable>

/** Which index of the log has the rows wanted, newest last, and the condition on its columns. */
export type InIndex = { index: string; where: RawBuilder<unknown> }

type Condition = InIndex | readonly InIndex[]

/**
 * Rows of the log, newest first. Where a page of the table can't be read, which rows are wanted is read from the indexes,
 * which have the sequence of every row, and the rows one by one: those that are on the page are answered as rows that
 * nothing is known of. `conditions` must all hold, and one of a list of them; without any, every row is wanted.
 */
export async function unlessUnreadable(
  db: Reader,
  read: () => Promise<ChangeRow[]>,
  conditions: readonly Condition[],
  before: number | undefined,
  limit: number,
): Promise<ChangeRow[]> {
  const found = await unlessDamaged(read())
  if (found) return found
  const rows: ChangeRow[] = []
  for (const seq of await seqsInIndexes(db, conditions, before, limit)) rows.push(await rowAt(db, seq))
  return rows
}

const every: InIndex = { index: 'changes_by_date', where: sql`true` }

async function seqsInIndexes(
  db: Reader,
  conditions: readonly Condition[],
  before: number | undefined,
  limit: number,
): Promise<number[]> {
  const seqs = ({ index, where }: InIndex) =>
    // Without the index named, SQLite may go through the table that can't be read.
    sql`select seq from changes indexed by ${sql.ref(index)} where ${where}
      and seq < ${before ?? Number.MAX_SAFE_INTEGER}`
  const wanted = (conditions.length > 0 ? conditions : [every]).map((condition) =>
    'index' in condition
      ? seqs(condition)
      : sql`select seq from (${sql.join(condition.map(seqs), sql` union `)})`,
  )
  const { rows } = await sql<{ seq: number }>`
    select seq from (${sql.join(wanted, sql` intersect `)}) order by seq desc limit ${limit}`.execute(
    readWith(db),
  )
  return rows.map(({ seq }) => seq)
}

async function rowAt(db: Reader, seq: number): Promise<ChangeRow> {
  const query = readWith(db).selectFrom('changes').selectAll().where('seq', '=', seq)
  return (await unlessDamaged(query.executeTakeFirst())) ?? unknownRow(seq)
}

/** Null where the file is damaged. */
export async function unlessDamaged<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (storeErrorOf(error)?.kind === 'damaged') return null
    throw error
  }
}

/** A row of which the sequence alone is known; what it says of a thing is no image. */
function unknownRow(seq: number): ChangeRow {
  return {
    seq,
    command: seq,
    moment: '',
    business_date: '' as BusinessDate,
    actor: '',
    workstation: '',
    operation: '',
    entity: '',
    entity_id: 0,
    booking_id: null,
    before: '',
    after: '',
    reason: null,
    request_id: null,
    undoes: null,
    hash: '',
    personal_before: null,
    personal_after: null,
    salt: null,
    erased: null,
    approved_by: null,
  }
}
