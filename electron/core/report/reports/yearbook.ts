import type { Parameters, ReportName } from '#shared/domain/report/catalogue.ts'
import { type Read, readParameters } from '#shared/domain/report/parameters.ts'
import type { ReportBody, Row, Sentence, Table, TableKey } from '#shared/domain/report/result.ts'
import { isRefused, type Refused } from '#shared/values/index.ts'
import { chartOf } from '../chart.ts'
import { totalOf } from '../notes.ts'
import type { Report, ReportDesk } from '../report.ts'
import { cancellations } from './cancellations.ts'
import { guestNights } from './guest-nights.ts'
import { occupancy } from './occupancy.ts'

/** The tables of a year, each the first table of another report. */
const parts: readonly { key: TableKey; name: ReportName; report: Report; by: string }[] = [
  { key: 'main', name: 'occupancy', report: occupancy, by: 'month' },
  { key: 'days', name: 'guestNights', report: guestNights, by: 'month' },
  { key: 'people', name: 'guestNights', report: guestNights, by: 'country' },
  { key: 'house', name: 'occupancy', report: occupancy, by: 'roomType' },
  { key: 'kinds', name: 'occupancy', report: occupancy, by: 'segment' },
  { key: 'status', name: 'cancellations', report: cancellations, by: 'month' },
]

/** A year in one file, for an archive: what its other reports say of it by month, country, room type and segment. */
export const yearbook: Report = {
  run: (desk, { parameters, basis }) => {
    const bodies: ReportBody[] = []
    for (const { name, report, by } of parts) {
      const of: Parameters = {
        from: `${parameters.year}-01-01`,
        to: `${parameters.year}-12-31`,
        by,
        ...(name === 'occupancy' ? { basis } : {}),
      }
      const body = runWith(desk, name, report, of)
      if (isRefused(body)) return body
      bodies.push(body)
    }
    const tables = bodies.map(({ tables: [table] }, at) => {
      const { key, name } = parts[at] as (typeof parts)[number]
      return { ...(name === 'guestNights' ? nameSlept(table) : table), key }
    })
    const [main, nights] = tables as [Table, Table]
    return {
      tables: tables as unknown as ReportBody['tables'],
      says: {
        // Nights from the business date on are booked, and may still be cancelled
        code: `${parameters.year}-12-31` < desk.source.today ? 'yearbook' : 'yearbookAhead',
        params: {
          nights: totalOf(main, 'roomsSold'),
          revenue: totalOf(main, 'roomRevenue'),
          persons: totalOf(nights, 'personsArrived'),
        },
      },
      notes: distinct(bodies.flatMap(({ notes }) => notes)),
      charts: [chartOf(main, 'bars', 'roomsSold'), chartOf(nights, 'bars', 'guestNightsSlept')],
      names: Object.assign({}, ...bodies.map(({ names }) => names)),
    }
  },
}

/** Guest nights of occupancy are also those on the books; here the two stand in one report and need two names. */
function nameSlept({ columns, rows, total, ...table }: Table): Table {
  const keyOf = (key: string) => (key === 'guestNights' ? 'guestNightsSlept' : key)
  const cellsOf = (row: Row): Row =>
    Object.fromEntries(Object.entries(row).map(([key, cell]) => [keyOf(key), cell]))
  return {
    ...table,
    columns: columns.map((column) => ({ ...column, key: keyOf(column.key) })),
    rows: rows.map(cellsOf),
    total: total && cellsOf(total),
  }
}

function runWith(
  desk: ReportDesk,
  name: ReportName,
  report: Report,
  given: Parameters,
): ReportBody | Refused {
  const read = readParameters(name, given, { today: desk.source.today, starts: desk.starts })
  return read.ok ? report.run(desk, read.value satisfies Read) : read
}

/** Several tables have the same thing to say. */
function distinct(notes: readonly Sentence[]): Sentence[] {
  const seen = new Map(notes.map((note) => [JSON.stringify(note), note]))
  return [...seen.values()]
}
