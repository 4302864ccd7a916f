import { sql } from 'kysely'
import { type BusinessDate, isBusinessDate } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

type Place = { seq: number; moment: string; businessDate: BusinessDate }

const columns = sql`seq, moment, business_date as businessDate`

const upTo = preparedSql(
  (at: { seq: number }) => sql<Place>`
    select ${columns} from changes where seq <= ${at.seq} order by seq desc limit 1`,
)
const upToDate = preparedSql(
  (at: { date: string }) => sql<Pick<Place, 'seq'>>`
    select seq from changes where business_date <= ${at.date} order by business_date desc, seq desc limit 1`,
)
const first = preparedSql(() => sql<Place>`select ${columns} from changes order by seq limit 1`)

/** The last sequence written on a business date or before it; 0 for none. */
export async function lastOn(db: Reader, date: BusinessDate): Promise<number> {
  return (await upToDate.first(db, { date }))?.seq ?? 0
}

/**
 * Where a business date ends in the log, or a moment is: the last change until then, and the business date. A moment is found by
 * halves of the log; that a clock was set back is not minded.
 */
export async function readPlaceAt(
  db: Reader,
  at: string,
): Promise<{ until: number; businessDate: BusinessDate }> {
  if (isBusinessDate(at)) return { until: await lastOn(db, at), businessDate: at }
  let [low, high] = [0, (await upTo.first(db, { seq: Number.MAX_SAFE_INTEGER }))?.seq ?? 0]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const place = await upTo.first(db, { seq: middle })
    if (place && place.moment <= at) low = middle
    else high = middle - 1
  }
  const place = (await upTo.first(db, { seq: low })) ?? (await first.first(db, {}))
  return { until: low, businessDate: place?.businessDate ?? (at.slice(0, 10) as BusinessDate) }
}
