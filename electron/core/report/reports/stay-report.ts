/** What reports of stays have in common: facts cut by one column, each line and the total counted in the same way. */
import type { DimensionName, OwnDimension } from '#shared/domain/report/dimensions.ts'
import { dimensions } from '#shared/domain/report/dimensions.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Cell, Column, ReportBody, Row, SentenceValue, Table } from '#shared/domain/report/result.ts'
import type { BookingId } from '#shared/values/index.ts'
import { chartOf } from '../chart.ts'
import { bookingsIn, groupBy } from '../group.ts'
import { emptyNote, partialNote, totalOf } from '../notes.ts'
import type { Report, ReportDesk } from '../report.ts'
import { dimensionColumn, makeTable, namesIn, ownColumn } from '../table.ts'

type Parts<F> = {
  /** The report's sentence, and the note of a period without any. */
  says: string
  empty: string
  figures: readonly Column[]
  /** What lines are ordered by and drawn. */
  most: string
  read: (desk: ReportDesk, period: Period) => F[]
  keyOf: (fact: F, by: string, desk: ReportDesk) => Cell
  cells: (facts: readonly F[], desk: ReportDesk) => Row
  /** Words of a column that is cut by the codes of a list. */
  lists?: Partial<Record<OwnDimension, string>>
  /** Figures of the total that the sentence has, by its own names. */
  params: Readonly<Record<string, string>>
  beside?: (desk: ReportDesk, period: Period) => Table[]
}

/** A report of facts that each have one key; where a fact has a booking, its line leads there. */
export function stayReport<F extends object>(parts: Parts<F>): Report {
  const { figures, most, read: readFacts, keyOf, cells } = parts
  const factsOf = (desk: ReportDesk, period: Period) => readFacts(desk, period)
  return {
    run: (desk, read) => {
      const period = read.period as Period
      const by = read.by as string
      const facts = factsOf(desk, period)
      const rows = groupBy(facts, (fact) => keyOf(fact, by, desk)).map(({ key, of }) => ({
        [by]: key,
        ...cells(of, desk),
      }))
      const total = cells(facts, desk)
      const main = makeTable({
        key: 'main',
        by: columnOf(by, parts.lists),
        columns: figures,
        rows,
        most,
        total,
      })
      const tables: ReportBody['tables'] = [main, ...(parts.beside?.(desk, period) ?? [])]
      const says: [string, SentenceValue][] = Object.entries(parts.params).map(([name, key]) => [
        name,
        totalOf(main, key),
      ])
      return {
        tables,
        says: facts.length === 0 ? null : { code: parts.says, params: Object.fromEntries(says) },
        notes: [...partialNote(main, by, period), ...emptyNote(main, parts.empty)],
        charts: [chartOf(main, by === 'day' ? 'line' : 'bars', most)],
        names: namesIn(desk.store, tables),
      }
    },
    bookings: (desk, { by, period }, row, limit) => {
      const own = factsOf(desk, period as Period).filter(
        (fact) => row[by as string] === undefined || keyOf(fact, by as string, desk) === row[by as string],
      )
      return bookingsIn(own.filter(hasBooking), limit)
    },
  }
}

function hasBooking<F extends object>(fact: F): fact is F & { bookingId: BookingId } {
  return 'bookingId' in fact && fact.bookingId !== null
}

function columnOf(by: string, lists: Partial<Record<string, string>> = {}): Column {
  return (dimensions as readonly string[]).includes(by)
    ? dimensionColumn(by as DimensionName)
    : ownColumn(by as OwnDimension, lists[by])
}
