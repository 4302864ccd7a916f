import type { DimensionName } from '#shared/domain/report/dimensions.ts'
import type { Period } from '#shared/domain/report/period.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { countedSql } from './counted.ts'
import { cutOf } from './cuts.ts'
import type { Source } from './source.ts'

type Key = string | number | null
type Ask = Period & {
  by: readonly DimensionName[]
  where: readonly { dimension: DimensionName; value: Key; others?: readonly Key[] }[]
  limit?: number
}

const kept = ['day', 'week', 'month', 'quarter', 'year', 'weekday', 'roomType'] as const

/** Whether the sums of days that the report file keeps are enough for what is asked: a year by day is then a few thousand rows. */
export function areDaysEnough({ seq, isKept }: Source, { by, where, limit }: Ask): boolean {
  const names = [...by, ...where.map(({ dimension }) => dimension)]
  if (limit !== undefined || where.some(({ others }) => others)) return false
  return seq === null && isKept === true && names.every((name) => (kept as readonly string[]).includes(name))
}

/** What `readNightSums` reads, from sums of days: keys, nights, complimentary, house use, revenue of what is sold, persons. */
export function readDaySums(
  store: LongReader,
  { today }: Source,
  { from, to, by, where }: Ask,
): Iterable<Key[]> {
  const cutSql = (name: DimensionName) => cutOf(name, 'n', 'night').sql
  const keys = by.map((name, at) => `${cutSql(name)} as k${at}`)
  const filters = where.map(({ dimension }, at) => `and ${cutSql(dimension)} is @w${at}`)
  const groups = by.map((_, at) => `k${at}`)
  return rawOf(store)
    .prepare(
      `select ${[...keys, 'sum(nights)', 'sum(iif(given = 1, nights, 0))', 'sum(iif(given = 2, nights, 0))', 'sum(iif(given = 0, rate_minor, 0))', 'sum(persons)'].join(', ')}
       from report.night_sums n
       where n.night >= @from and n.night < @to
         and ${countedSql('n')} ${filters.join(' ')}
       ${groups.length > 0 ? `group by ${groups.join(', ')}` : ''}`,
    )
    .raw()
    .iterate({
      from,
      to,
      today,
      ...Object.fromEntries(where.map(({ value }, at) => [`w${at}`, value])),
    }) as Iterable<Key[]>
}
