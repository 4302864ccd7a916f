import type { TablePlace } from '#renderer/parts/report/ReportTable.tsx'
import type { Parameters, ReportName } from '#shared/domain/report/catalogue.ts'
import type { Row, Table, TableKey } from '#shared/domain/report/result.ts'

/** A row whose bookings are shown. */
export type Drill = {
  table: TableKey
  /** Its place in the table. */
  place: TablePlace
  /** The cells that say what it counts. */
  row: Row
  /** The same in words. */
  title: string
}

/** What a report was asked when the row was chosen. */
export type Asked = { name: ReportName; parameters: Parameters; asOf?: string }

/** The cells of a row that say what it counts: the parts that the table is cut by; none of the total. */
export function partsOf(table: Table, place: TablePlace): Row {
  if (place === 'total') return {}
  const row = table.rows[place] ?? {}
  const parts = table.columns.filter(({ dimension }) => dimension !== undefined)
  return Object.fromEntries(parts.map(({ key }) => [key, row[key] ?? null]))
}

/** What an address asks a report for: its parameters, and the moment. */
export function askedIn(name: ReportName, { asOf, ...parameters }: Readonly<Record<string, string>>): Asked {
  return { name, parameters, ...(asOf ? { asOf } : {}) }
}
