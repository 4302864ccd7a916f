import { sql } from 'kysely'
import type { PaperKind } from '#shared/domain/folio/paper.ts'
import type { PaperSeriesId } from '#shared/values/index.ts'
import { prepared, preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Writer } from '../../handles.ts'

const seriesOf = prepared((db, at: { kind: string }) =>
  db
    .selectFrom('paper_series')
    .select(['id', 'prefix', 'digits'])
    .where('kind', '=', at.kind)
    .where('active', '=', 1)
    .orderBy('id')
    .limit(1),
)

const draw = preparedSql(
  (at: { series: PaperSeriesId; year: number }) => sql<{ number: number }>`
    insert into paper_numbers (series_id, year, first, next) values (${at.series}, ${at.year}, 1, 2)
    on conflict (series_id, year) do update set next = next + 1
    returning next - 1 as number`,
)

export type NumberDrawn = {
  seriesId: PaperSeriesId
  prefix: string
  digits: number
  year: number
  number: number
}

/**
 * Draws the next number of the kind's series in the year of issue, inside the transaction that uses it: rolled back
 * with it, so that no number goes missing. Null where the hotel has no series for the kind.
 */
export async function drawNumber(tx: Writer, kind: PaperKind, year: number): Promise<NumberDrawn | null> {
  const series = await seriesOf.first(tx, { kind })
  if (!series) return null
  const row = await draw.first(tx, { series: series.id, year })
  if (!row) throw new Error('a series without a number')
  return { seriesId: series.id, prefix: series.prefix, digits: series.digits, year, number: row.number }
}

const setNext = preparedSql(
  (at: { series: PaperSeriesId; year: number; next: number }) => sql<object>`
    insert into paper_numbers (series_id, year, first, next) values (${at.series}, ${at.year}, ${at.next}, ${at.next})
    on conflict (series_id, year) do update set first = excluded.first, next = excluded.next where first = next`,
)

/** Goes on with the numbers of the system before. Nothing happens where one was drawn in that year already. */
export async function setNextNumber(
  tx: Writer,
  series: PaperSeriesId,
  year: number,
  next: number,
): Promise<void> {
  await setNext.run(tx, { series, year, next })
}
