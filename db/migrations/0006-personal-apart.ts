import { type Kysely, sql } from 'kysely'
import type { Image } from '#shared/domain/change/change.ts'
import { splitPersonal } from '#shared/domain/log/personal-fields.ts'
import { chainHash, earlierChainHash, newSalt } from '../chain-hash.ts'
import { earlierRowLine, endOfLine, hashAfter, ownHash } from '../chain-lines.ts'
import { stayButErased } from '../change-guards.ts'
import { isDatabaseError } from '../dialect/errors.ts'
import type { ChangesTable } from '../schema/change.ts'

type Value = string | number | null
/** Rows as they will be: the hash alone where nothing is personal. */
type Rewritten = { hashes: [seq: number, hash: string][]; apart: Value[][] }
/** The hash of the row before: in the log as it was, and as it will be. */
type Place = { earlier: string; now: string }

/** Rows at a time: in memory, and written by two statements. */
const rowsAtOnce = 2000

/**
 * Personal values of the change log are kept apart and hashed by a salted digest, so that they can be erased without
 * breaking the chain. The rows on file are taken apart and hashed again. Their chain begins with the hash of what was the
 * newest row, which stays in the store. A row that did not fit its hash keeps the wrong one, so that doctor still finds it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await addColumns(db)
  await sql`create table change_origin (
    id integer primary key check (id = 1), seq integer not null, hash text not null, first_hash text not null
  ) strict`.execute(db)
  await sql`insert into change_origin (id, seq, hash, first_hash)
    select 1, seq, hash, (select hash from changes order by seq limit 1) from change_head where seq > 0`.execute(
    db,
  )
  await sql`drop trigger changes_stay`.execute(db)
  await hashAgain(db)
  await sql.raw(stayButErased).execute(db)
}

/**
 * `alter table` reads a strict table from end to end for every column that is added, which on millions of rows takes longer
 * than all the rest. Columns at the end that are null change nothing of what is on file, so that the schema's own text
 * may be edited: https://www.sqlite.org/lang_altertable.html#otheralter.
 */
async function addColumns(db: Kysely<unknown>): Promise<void> {
  await sql`pragma writable_schema = on`.execute(db)
  const edited = await sql`update sqlite_master
    set sql = replace(sql, 'hash text not null', 'hash text not null, personal_before text, personal_after text, salt text, erased text')
    where type = 'table' and name = 'changes'`.execute(db)
  await sql`pragma writable_schema = reset`.execute(db)
  if (edited.numAffectedRows !== 1n) throw new Error('the log is not there to be given columns')
}

async function hashAgain(db: Kysely<unknown>): Promise<void> {
  const origin = await sql<{ hash: string }>`select hash from change_origin`.execute(db)
  const place: Place = { earlier: '', now: origin.rows[0]?.hash ?? '' }
  for (let last: number | null = Number.MIN_SAFE_INTEGER; last !== null; ) {
    const done: Rewritten = { hashes: [], apart: [] }
    const text = await linesAfter(db, last)
    last = text ? await takeLines(db, text, place, done) : await takeRows(db, last, place, done)
    await write(db, done)
  }
  await sql`update change_head set hash = ${place.now}`.execute(db)
}

/** Null where SQLite can't write the rows as JSON: a damaged column holds a binary value. */
async function linesAfter(db: Kysely<unknown>, after: number): Promise<Buffer | null> {
  try {
    const { rows } = await sql<{ lines: Buffer | null }>`
      select cast(group_concat(${sql.raw(earlierRowLine)}, char(10)) as blob) as lines
      from (select * from changes where seq > ${after} order by seq limit ${rowsAtOnce})`.execute(db)
    return rows[0]?.lines ?? Buffer.alloc(0)
  } catch (error) {
    if (isDatabaseError(error)) return null
    throw error
  }
}

/** Answers with the last sequence, null when there was no row. A row of which nothing is personal has its line as before. */
async function takeLines(
  db: Kysely<unknown>,
  lines: Buffer,
  place: Place,
  done: Rewritten,
): Promise<number | null> {
  let last: number | null = null
  for (let start = 0; start < lines.length; ) {
    const end = endOfLine(lines, start)
    const line = lines.subarray(start, end)
    const text = line.toString('utf8')
    const own = ownHash(lines, start)
    const seq = Number(/^\["[^"]*",(-?\d+),/.exec(text)?.[1])
    if (hashAfter(place.earlier, line) !== own) {
      // SQLite writes some signs otherwise than the program; the row itself says whether it fits.
      const { rows } = await sql<ChangesTable>`select * from changes where seq = ${seq}`.execute(db)
      for (const row of rows) takeRow(row, place, done)
    } else if (isAllOpen(text)) {
      place.earlier = own
      place.now = hashAfter(place.now, line)
      done.hashes.push([seq, place.now])
    } else {
      takeFitting(rowIn(text), place, done)
    }
    last = seq
    start = end + 1
  }
  return last
}

async function takeRows(
  db: Kysely<unknown>,
  after: number,
  place: Place,
  done: Rewritten,
): Promise<number | null> {
  const { rows } = await sql<ChangesTable>`
    select * from changes where seq > ${after} order by seq limit ${rowsAtOnce}`.execute(db)
  for (const row of rows) takeRow(row, place, done)
  return rows.at(-1)?.seq ?? null
}

function takeRow(row: ChangesTable, place: Place, done: Rewritten): void {
  const { hash, ...rest } = row
  if (earlierChainHash(place.earlier, rest) === hash) {
    takeFitting(row, place, done)
  } else {
    place.earlier = hash
    place.now = hash
    done.apart.push(valuesOf(takenApart(row)))
  }
}

function takeFitting(row: ChangesTable, place: Place, done: Rewritten): void {
  const { hash, ...apart } = takenApart(row)
  place.earlier = hash
  place.now = chainHash(place.now, apart)
  done.apart.push(valuesOf({ ...apart, hash: place.now }))
}

/** What is no image stays as it is: it is found as what it is. */
function takenApart(row: ChangesTable): ChangesTable {
  const before = apartIn(row.entity, row.before)
  const after = apartIn(row.entity, row.after)
  const personal_before = before.personal
  const personal_after = after.personal
  const isOpen = [personal_before, personal_after, row.reason, row.request_id].every(
    (value) => value === null,
  )
  return {
    ...row,
    before: before.open,
    after: after.open,
    personal_before,
    personal_after,
    salt: isOpen ? null : newSalt(),
    erased: null,
    approved_by: null,
  }
}

function apartIn(entity: string, text: string | null): { open: string | null; personal: string | null } {
  let image: Image | null
  try {
    image = text === null ? null : JSON.parse(text)
  } catch {
    return { open: text, personal: null }
  }
  if (typeof image !== 'object' || Array.isArray(image)) return { open: text, personal: null }
  const { open, personal } = splitPersonal(entity, image)
  return personal === null
    ? { open: text, personal: null }
    : { open: JSON.stringify(open), personal: JSON.stringify(personal) }
}

/** The two kinds of which most rows have nothing personal; a name inside an image has a sign before its quotation marks. */
const ofOpenKind =
  /^\["[^"]*",\d+,\d+,"(?:[^"\\]|\\.)*","[^"]*","(?:[^"\\]|\\.)*","(?:[^"\\]|\\.)*","[^"]*","(?:booking|request)",/
const personalValue = /\\"(?:comment|cancelReason|source|text|reason)\\":(?!\\"\\"|null)/
const noReasonOrRequestId = /,null,null,(?:null|\d+)\]$/

/** Whether a line can be seen to hold nothing personal, without reading its images. */
function isAllOpen(line: string): boolean {
  return noReasonOrRequestId.test(line) && !personalValue.test(line) && ofOpenKind.test(line)
}

/** A line of the log as its row. */
function rowIn(line: string): ChangesTable {
  const [
    hash,
    seq,
    command,
    moment,
    business_date,
    actor,
    workstation,
    operation,
    entity,
    entity_id,
    booking_id,
    before,
    after,
    reason,
    request_id,
    undoes,
  ] = JSON.parse(line)
  return {
    seq,
    command,
    moment,
    business_date,
    actor,
    workstation,
    operation,
    entity,
    entity_id,
    booking_id,
    before,
    after,
    reason,
    request_id,
    undoes,
    hash,
    personal_before: null,
    personal_after: null,
    salt: null,
    erased: null,
    approved_by: null,
  }
}

function valuesOf(row: ChangesTable): Value[] {
  return [row.seq, row.hash, row.before, row.after, row.personal_before, row.personal_after, row.salt]
}

async function write(db: Kysely<unknown>, { hashes, apart }: Rewritten): Promise<void> {
  await sql`update changes set hash = v.value ->> 1
    from json_each(${JSON.stringify(hashes)}) v where changes.seq = v.value ->> 0`.execute(db)
  await sql`update changes set hash = v.value ->> 1, before = v.value ->> 2, after = v.value ->> 3,
      personal_before = v.value ->> 4, personal_after = v.value ->> 5, salt = v.value ->> 6
    from json_each(${JSON.stringify(apart)}) v where changes.seq = v.value ->> 0`.execute(db)
}
