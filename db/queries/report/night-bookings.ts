import type { Period } from '#shared/domain/report/period.ts'
import type { Cell } from '#shared/domain/report/result.ts'
import type { BookingId } from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { nightsSql, type Source } from './source.ts'

/** Which of `nights n` are behind a row: what follows `from`, with its own parameters and tables. */
export type BehindNights = {
  from: string
  values?: Readonly<Record<string, Cell>>
  /** A common table expression that `from` reads. */
  table?: string
}

/** The bookings of nights in [from, to), in the order of arrival; at most `limit`. */
export function findByNights(
  store: LongReader,
  source: Source,
  { from, to }: Period,
  behind: BehindNights,
  limit: number,
): BookingId[] {
  return rawOf(store)
    .prepare(
      `with ${[nightsSql(source), ...(behind.table ? [behind.table] : [])].join(', ')}
       select distinct n.booking_id, n.arrival from ${behind.from} order by n.arrival, n.booking_id limit @limit`,
    )
    .pluck()
    .all({ from, to, today: source.today, limit, ...behind.values }) as BookingId[]
}

/** Narrows to the row of a key; the total has none. */
export function andKeyIs(sql: string, key: Cell | undefined): string {
  return key === undefined ? '' : `and ${sql} is @key`
}
