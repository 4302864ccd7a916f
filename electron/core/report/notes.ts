import type { Where } from '#db/queries/report/cube.ts'
import { readFirstArrival } from '#db/queries/report/first-arrival.ts'
import type { Parameters } from '#shared/domain/report/catalogue.ts'
import { type DimensionName, hasInventory } from '#shared/domain/report/dimensions.ts'
import { isPartial } from '#shared/domain/report/fold.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { AsOf, Row, Sentence, SentenceValue, Table } from '#shared/domain/report/result.ts'
import { type BusinessDate, maxDate } from '#shared/values/index.ts'
import type { ReportDesk } from './report.ts'

/** How many lines cover only a part of their week, month, quarter or year. */
export function partialNote(table: Table, by: string, period: Period): Sentence[] {
  const partial = table.rows
    .map((row) => row[by])
    .filter((key) => typeof key === 'string' && isPartial(by as DimensionName, key, period))
  return partial.length > 0 ? [{ code: 'partial', params: { count: partial.length } }] : []
}

/** From which day on the figures are of what is on the books. */
export function onBooksNote({ from, to }: Period, today: BusinessDate): Sentence[] {
  return to > today ? [{ code: 'onBooksFrom', params: { date: maxDate(from, today) } }] : []
}

/** Days before the first arrival that is on file: they are empty because nothing is known of them. */
export function firstDayNote({ store, source }: ReportDesk, { from }: Period): Sentence[] {
  const first = readFirstArrival(store, source)
  return first !== null && from < first ? [{ code: 'beforeFirst', params: { date: first } }] : []
}

/** What of an earlier moment is known as it is now alone. */
export function knownNowNote({ isNow }: AsOf): Sentence[] {
  return isNow ? [] : [{ code: 'knownNow', params: {} }]
}

/** A word for the period beside dates is not used, and its reader must not take the figures for those of the word. */
export function periodNote({ period = '', from = '', to = '' }: Parameters): Sentence[] {
  if (period === '' || (from === '' && to === '')) return []
  return [{ code: 'periodUnused', params: { period: `report.period.${period}` } }]
}

/** Why a table has no rows, and what would make some. */
export function emptyNote({ rows }: Table, code: string): Sentence[] {
  return rows.length === 0 ? [{ code, params: {} }] : []
}

/** A figure of a table's total, for a sentence: worded as the column's cells are. */
export function totalOf(table: Table, key: string): SentenceValue {
  return cellOf(table, table.total, key)
}

/** A figure of a table's row, as totalOf. */
export function cellOf({ columns }: Table, row: Row | null | undefined, key: string): SentenceValue {
  const column = columns.find((one) => one.key === key)
  return column ? { cell: row?.[key] ?? null, column } : '—'
}

/** Why rooms available are not known, or are known of the whole house alone; `where` is what the figures are filtered by. */
export function roomNotes({ total }: Table, by: DimensionName, where: readonly Where[] = []): Sentence[] {
  const params = { by: `reportColumn.${by}` }
  const notes: Sentence[] = []
  const isFiltered = where.some(({ dimension }) => !hasInventory(dimension))
  if (isFiltered) notes.push({ code: 'noRoomsFiltered', params: {} })
  else if (total?.roomsAvailable === null && where.length > 0)
    notes.push({ code: 'noRoomsChosen', params: {} })
  else if (total?.roomsAvailable === null)
    notes.push({ code: hasInventory(by) ? 'noRooms' : 'noRoomsBy', params })
  else if (!hasInventory(by)) notes.push({ code: 'availableOfAll', params })
  if (by === 'guestSegment') notes.push({ code: 'overlapping', params: {} })
  return notes
}
