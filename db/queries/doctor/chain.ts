import { hash } from 'node:crypto'
import { chainHash } from '../../chain-hash.ts'
import { isDatabaseError } from '../../dialect/errors.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import type { ChangesTable } from '../../schema/change.ts'
import { error, type Finding, namedOfAKind, type Progress } from './finding.ts'
import { isUnreadable, preparedRows, type Unreadable, unlessDamaged } from './log-rows.ts'

type Head = { seq: number; hash: string }
/** How far the walk is; behind a row that can't be read, the hash is not known. */
type Place = { seq: number; hash: string | null }
/** Some rows of the log, one after another: how many, from which to which, and a line of JSON for each. */
type Batch = readonly [rows: number, first: number, last: number, lines: Buffer]

const rowsAtOnce = 1000
const newline = 10
/** A hash as it is written, and where it begins in a line: `["…`. */
const hashLength = 43
const hashAt = 2

/**
 * Walks the whole log in its order and computes every hash. An edited row breaks its own hash; a missing one leaves a
 * gap in the sequence; a moved one has the hash of another before it.
 */
export function examineChain(raw: RawDatabase, progress: Progress): Finding[] {
  const findings: Finding[] = []
  const total = Number(unlessDamaged(() => raw.prepare('select count(*) from changes').pluck().get()) ?? 0)
  const rowsFrom = preparedRows(raw, rowsAtOnce)
  const batchFrom = preparedBatches(raw)
  let previous: Place = { seq: 0, hash: '' }
  let after: number | null = Number.MIN_SAFE_INTEGER
  let done = 0
  while (after !== null) {
    const batch = batchFrom(after)
    const inOrder = batch && hashOfLast(previous, batch)
    if (inOrder) {
      previous = { seq: batch[2], hash: inOrder }
      after = batch[0] === rowsAtOnce ? batch[2] : null
      done += batch[0]
    } else {
      const { rows, last } = rowsFrom(after)
      for (const row of rows) {
        if (findings.length < namedOfAKind) findings.push(...troubleWithRow(previous, row))
        previous = isUnreadable(row) ? { seq: row.to, hash: null } : { seq: row.seq, hash: row.hash }
      }
      after = last
      done += rows.length
    }
    progress(done, total)
  }
  return [...findings, ...troubleWithHead(raw, previous)]
}

function troubleWithHead(raw: RawDatabase, last: Place): Finding[] {
  const head = (raw.prepare('select seq, hash from change_head').get() as Head | undefined) ?? {
    seq: 0,
    hash: '',
  }
  if (head.seq === last.seq && (last.hash === null || head.hash === last.hash)) return []
  return [error('CHANGE_HEAD', { expected: head.seq, found: last.seq })]
}

/**
 * Batches of rows as JSON that SQLite writes: a third of the time that reading sixteen columns of each row takes. Null
 * where it can't: no binary value fits into JSON, so a column whose kind was damaged is for the slow walk.
 */
function preparedBatches(raw: RawDatabase): (after: number) => Batch | null {
  const statement = raw
    .prepare(
      `select count(*), min(seq), max(seq), cast(group_concat(json_array(hash, seq, command, moment, business_date, actor,
         workstation, operation, entity, entity_id, booking_id, before, after, reason, request_id, undoes), char(10)) as blob)
       from (select * from changes where seq > ? order by seq limit ?)`,
    )
    .raw()
  return (after) => {
    try {
      return statement.get(after, rowsAtOnce) as Batch
    } catch (cause) {
      if (!isDatabaseError(cause)) throw cause
      return null
    }
  }
}

/**
 * The hash of the last row when every row is in order; null when one may not be, and the rows themselves are looked at
 * (SQLite writes some signs otherwise than the program, `\u0008` for `\b`, so that null alone accuses nobody). A line
 * has its own hash where the text under the hash has the hash before it: it is replaced in place.
 */
function hashOfLast(previous: Place, [rows, first, last, lines]: Batch): string | null {
  if (previous.hash === null || rows === 0 || first !== previous.seq + 1 || last - first + 1 !== rows)
    return null
  let before = previous.hash
  for (let start = 0; start < lines.length; ) {
    const next = lines.indexOf(newline, start)
    const end = next < 0 ? lines.length : next
    const stored = lines.toString('latin1', start + hashAt, start + hashAt + hashLength)
    if (hashUnder(before, lines.subarray(start, end)) !== stored) return null
    before = stored
    start = end + 1
  }
  return before
}

function hashUnder(before: string, line: Buffer): string {
  if (before.length === hashLength) {
    line.write(before, hashAt, hashLength, 'latin1')
    return hash('sha256', line, 'base64url')
  }
  const text = Buffer.concat([
    line.subarray(0, hashAt),
    Buffer.from(before),
    line.subarray(hashAt + hashLength),
  ])
  return hash('sha256', text, 'base64url')
}

function troubleWithRow(previous: Place, row: ChangesTable | Unreadable): Finding[] {
  const seq = isUnreadable(row) ? row.from : row.seq
  const gap = seq !== previous.seq + 1
  const missing = gap ? [error('CHANGE_MISSING', { from: previous.seq + 1, to: seq - 1 })] : []
  if (isUnreadable(row)) return [...missing, error('CHANGE_UNREADABLE', row)]
  const { hash, ...rest } = row
  if (gap || previous.hash === null || chainHash(previous.hash, rest) === hash) return missing
  return [
    error(row.command > row.seq ? 'CHANGE_MISPLACED' : 'CHANGE_EDITED', {
      seq: row.seq,
      operation: row.operation,
      moment: row.moment,
    }),
  ]
}
