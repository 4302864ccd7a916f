import { chainHash, earlierChainHash } from '../../chain-hash.ts'
import {
  earlierRowLine,
  endOfLine,
  fillDigest,
  hashAfter,
  ownHash,
  rowLines,
  rowLinesUnapproved,
} from '../../chain-lines.ts'
import { isDatabaseError, unlessDamaged } from '../../dialect/errors.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { keepsApprovals, keepsPersonalApart, readChangeOrigin } from '../../log-format.ts'
import type { ChangesTable } from '../../schema/change.ts'
import { error, type Finding, namedOfAKind, type Progress } from './finding.ts'
import { isUnreadable, preparedRows, type Unreadable } from './log-rows.ts'

type Head = { seq: number; hash: string }
/** How far the walk is; behind a row that can't be read, the hash is not known. */
type Place = { seq: number; hash: string | null }
/** Some rows of the log, one after another: how many, from which to which, their lines of JSON, and how many are erased. */
type Batch = readonly [rows: number, first: number, last: number, lines: Buffer, erased: number]
/** How the rows of this store are written and hashed; `isApart`: with personal values kept apart, in a line of their own. */
type Form = { isApart: boolean; lines: string; erased: string; hashOf: typeof chainHash }

const apart: Form = { isApart: true, lines: rowLines, erased: 'erased is not null', hashOf: chainHash }
const unapproved: Form = { ...apart, lines: rowLinesUnapproved }
const earlier: Form = { isApart: false, lines: earlierRowLine, erased: '0', hashOf: earlierChainHash }

const rowsAtOnce = 1000

/**
 * Walks the whole log in its order and computes every hash. An edited row breaks its own hash; a missing one leaves a
 * gap in the sequence; a moved one has the hash of another before it. An erased row has its digest and is in order; how
 * many there are is a note.
 */
export function examineChain(raw: RawDatabase, progress: Progress): Finding[] {
  const findings: Finding[] = []
  const total = Number(unlessDamaged(() => raw.prepare('select count(*) from changes').pluck().get()) ?? 0)
  const form = formOf(raw)
  const rowsFrom = preparedRows(raw, rowsAtOnce)
  const batchFrom = preparedBatches(raw, form)
  let previous: Place = { seq: 0, hash: readChangeOrigin(raw)?.hash ?? '' }
  let erased = 0
  let after: number | null = Number.MIN_SAFE_INTEGER
  let done = 0
  while (after !== null) {
    const batch = batchFrom(after)
    const inOrder = batch && hashOfLast(previous, batch, form)
    if (inOrder) {
      previous = { seq: batch[2], hash: inOrder }
      after = batch[0] === rowsAtOnce ? batch[2] : null
      erased += batch[4]
      done += batch[0]
    } else {
      const { rows, last } = rowsFrom(after)
      for (const row of rows) {
        if (findings.length < namedOfAKind) findings.push(...troubleWithRow(previous, row, form))
        if (!isUnreadable(row) && row.erased) erased += 1
        previous = isUnreadable(row) ? { seq: row.to, hash: null } : { seq: row.seq, hash: row.hash }
      }
      after = last
      done += rows.length
    }
    progress(done, total)
  }
  const noted: Finding[] =
    erased > 0 ? [{ severity: 'note', code: 'CHANGES_ERASED', params: { count: erased } }] : []
  return [...findings, ...troubleWithHead(raw, previous), ...noted]
}

function formOf(raw: RawDatabase): Form {
  if (!keepsPersonalApart(raw)) return earlier
  return keepsApprovals(raw) ? apart : unapproved
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
 * Batches of rows as lines of JSON. Null where SQLite can't write them: no binary value fits into JSON, so a column whose
 * kind was damaged is for the slow walk.
 */
function preparedBatches(raw: RawDatabase, form: Form): (after: number) => Batch | null {
  const statement = raw
    .prepare(
      `select count(*), min(seq), max(seq), cast(group_concat(${form.lines}, char(10)) as blob), sum(${form.erased})
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
 * (SQLite writes some signs otherwise than the program, `\u0008` for `\b`, so that null alone accuses nobody).
 */
function hashOfLast(previous: Place, [rows, first, last, lines]: Batch, form: Form): string | null {
  if (previous.hash === null || rows === 0 || first !== previous.seq + 1 || last - first + 1 !== rows)
    return null
  let before = previous.hash
  for (let start = 0; start < lines.length; ) {
    const end = endOfLine(lines, start)
    const line = lines.subarray(start, end)
    let next = end + 1
    if (form.isApart) {
      const sealedEnd = endOfLine(lines, next)
      if (sealedEnd > next) fillDigest(line, lines.subarray(next, sealedEnd))
      next = sealedEnd + 1
    }
    const stored = ownHash(lines, start)
    if (hashAfter(before, line) !== stored) return null
    before = stored
    start = next
  }
  return before
}

function troubleWithRow(previous: Place, row: ChangesTable | Unreadable, form: Form): Finding[] {
  const seq = isUnreadable(row) ? row.from : row.seq
  const gap = seq !== previous.seq + 1
  const missing = gap ? [error('CHANGE_MISSING', { from: previous.seq + 1, to: seq - 1 })] : []
  if (isUnreadable(row)) return [...missing, error('CHANGE_UNREADABLE', row)]
  const { hash, ...rest } = row
  if (gap || previous.hash === null || form.hashOf(previous.hash, rest) === hash) return missing
  return [
    error(row.command > row.seq ? 'CHANGE_MISPLACED' : 'CHANGE_EDITED', {
      seq: row.seq,
      operation: row.operation,
      moment: row.moment,
    }),
  ]
}
