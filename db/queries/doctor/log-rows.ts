import { isDatabaseError, unlessDamaged } from '../../dialect/errors.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import type { ChangesTable } from '../../schema/change.ts'

/** Changes one after another whose place in the file is damaged. */
export type Unreadable = { from: number; to: number }
/** Some rows of the log in their order; `last`: the sequence up to which all was looked at, null at the end of the log. */
export type SomeRows = { rows: (ChangesTable | Unreadable)[]; last: number | null }

/** Unreadable rows after which the table itself is lost, and not some pages of it. */
const unreadableAtMost = 5000

export function isUnreadable(row: ChangesTable | Unreadable): row is Unreadable {
  return 'to' in row
}

/**
 * Reads the rows after a sequence, up to `limit`. Where a page of the file can't be read, they are read one by one, and
 * those that are on it are named instead. Throws when nearly nothing can be read.
 */
export function preparedRows(raw: RawDatabase, limit: number): (after: number) => SomeRows {
  const some = raw.prepare('select * from changes where seq > ? order by seq limit ?')
  const one = raw.prepare('select * from changes where seq = ?')
  let unreadable = 0
  const oneByOne = (after: number, newest: number, cause: unknown): SomeRows => {
    const rows: SomeRows['rows'] = []
    const last = Math.min(after + limit, newest)
    for (let seq = after + 1; seq <= last; seq++) {
      const row = unlessDamaged(() => one.get(seq) as ChangesTable | undefined)
      if (row) rows.push(row)
      if (row !== null) continue
      unreadable += 1
      if (unreadable > unreadableAtMost) throw cause
      const before = rows.at(-1)
      if (before && isUnreadable(before) && before.to === seq - 1) before.to = seq
      else rows.push({ from: seq, to: seq })
    }
    return { rows, last: last < newest ? last : null }
  }
  return (after) => {
    try {
      const rows = some.all(after, limit) as ChangesTable[]
      return { rows, last: rows.length === limit ? (rows.at(-1)?.seq ?? null) : null }
    } catch (cause) {
      if (!isDatabaseError(cause)) throw cause
      return oneByOne(Math.max(after, 0), newestSeq(raw), cause)
    }
  }
}

/** The table may no longer know its own last row; the head names it too. */
function newestSeq(raw: RawDatabase): number {
  const inTable = unlessDamaged(() => raw.prepare('select max(seq) from changes').pluck().get())
  return Number(inTable ?? raw.prepare('select max(seq) from change_head').pluck().get())
}
