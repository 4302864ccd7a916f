import type { Cell, Column, ReportResult, Row, Table } from '#shared/domain/report/result.ts'
import { cellText, isFigure } from '#shared/i18n/report-cell.ts'
import type { PageResult, WordedReport } from '#shared/i18n/report-text.ts'
import { addDays, type Currency, minorToDecimal } from '#shared/values/index.ts'

/**
 * A report for programs: codes, dates and ids as they are on file, names beside their ids, money as decimal strings, shares as
 * ratios. Sentences, notes and definitions are in the language that was asked for.
 */
export function jsonOf(result: ReportResult | PageResult, worded: WordedReport): string {
  const { asOf, period, hotel, tables } = result
  const [main, ...others] = tables
  const tableOf = (table: Table) => ({
    rows: table.rows.map((row) => rowOf(row, table.columns, result, worded)),
    total: table.total && totalOf(table.total, table.columns, result, worded),
  })
  const whole = {
    report: result.name,
    title: worded.title,
    hotel: hotel.name,
    currency: hotel.currency,
    parameters: result.parameters,
    period: period && { from: period.from, to: addDays(period.to, -1) },
    asOf: { moment: asOf.moment, businessDate: asOf.businessDate, isNow: asOf.isNow },
    says: worded.says,
    notes: worded.notes,
    definitions: Object.fromEntries(worded.definitions.map(({ key, text }) => [key, text])),
    ...tableOf(main),
    ...(others.length > 0
      ? { tables: Object.fromEntries(others.map((table) => [table.key, tableOf(table)])) }
      : {}),
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}

type Plain = Record<string, Cell>

function rowOf(
  row: Row,
  columns: readonly Column[],
  result: ReportResult | PageResult,
  worded: WordedReport,
): Plain {
  const plain: Plain = {}
  for (const column of columns) {
    const value = row[column.key] ?? null
    if (column.kind !== 'name') plain[column.key] = plainCell(value, column, result.hotel.currency)
    else {
      plain[column.key] = value === null ? null : nameOf(value, column, result, worded)
      plain[`${column.key}Id`] = value
    }
  }
  return plain
}

/** Its figures: what the rows are of has no total. */
function totalOf(
  total: Row,
  columns: readonly Column[],
  result: ReportResult | PageResult,
  worded: WordedReport,
): Plain {
  return rowOf(
    total,
    columns.filter(({ kind }) => isFigure(kind)),
    result,
    worded,
  )
}

function plainCell(value: Cell, { kind }: Column, currency: string): Cell {
  return kind === 'money' && typeof value === 'number' ? minorToDecimal(value, currency as Currency) : value
}

function nameOf(
  value: string | number,
  column: Column,
  result: ReportResult | PageResult,
  { language }: WordedReport,
): string {
  // A name needs neither clock nor figures
  const context = {
    language,
    locale: '',
    timeZone: 'UTC',
    currency: result.hotel.currency,
    names: result.names,
  }
  return cellText(value, column, context)
}
