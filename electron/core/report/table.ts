import type { LongReader } from '#db/handles.ts'
import { type Names, readNames } from '#db/queries/report/names.ts'
import type { DimensionName, OwnDimension } from '#shared/domain/report/dimensions.ts'
import { isRevenue, kindOf, type MeasureName } from '#shared/domain/report/measures.ts'
import { compareCells, hasOwnOrder } from '#shared/domain/report/order.ts'
import type { CellKind, Column, NamedThing, Row, Table, TableKey } from '#shared/domain/report/result.ts'
import { words } from '#shared/i18n/index.ts'
import { scheduleActor } from '../kernel/itself.ts'

const dimensionColumns: Readonly<Record<DimensionName, Omit<Column, 'key' | 'dimension'>>> = {
  day: { kind: 'date' },
  week: { kind: 'week' },
  month: { kind: 'month' },
  quarter: { kind: 'quarter' },
  year: { kind: 'year' },
  weekday: { kind: 'code', list: 'report.weekday' },
  roomType: { kind: 'name', of: 'room-type' },
  chargedType: { kind: 'name', of: 'room-type' },
  floor: { kind: 'text' },
  segment: { kind: 'code', list: 'booking.segment' },
  channel: { kind: 'code', list: 'booking.channel' },
  agency: { kind: 'name', of: 'account' },
  company: { kind: 'name', of: 'account' },
  country: { kind: 'code', list: 'country' },
  ratePlan: { kind: 'name', of: 'rate-plan' },
  rateKind: { kind: 'code', list: 'report.rateKind' },
  meal: { kind: 'code', list: 'booking.meal' },
  guarantee: { kind: 'code', list: 'booking.guarantee' },
  leadTime: { kind: 'code', list: 'report.leadBand' },
  stayLength: { kind: 'code', list: 'report.stayBand' },
  tier: { kind: 'name', of: 'tier' },
  valueClass: { kind: 'code', list: 'insightValue.class.value' },
  guestSegment: { kind: 'name', of: 'segment' },
}

/** The column of a dimension. */
export function dimensionColumn(name: DimensionName): Column {
  return { key: name, ...dimensionColumns[name], dimension: name }
}

/** The column of a figure, with its definition. */
export function measureColumn(name: MeasureName): Column {
  return {
    key: name,
    kind: kindOf(name),
    definition: name,
    ...(isRevenue(name) ? { revenue: true as const } : {}),
  }
}

/** The column of what the rows of one report alone are cut by: a user, or the words of a list. */
export function ownColumn(name: OwnDimension, list?: string): Column {
  if (name === 'user' || name === 'tax' || name === 'attendant' || name === 'room')
    return { key: name, kind: 'name', of: name, dimension: name }
  if (name === 'code') return { key: name, kind: 'name', of: 'transaction-code', dimension: name }
  if (name === 'hour') return { key: name, kind: 'text', dimension: name }
  return { key: name, kind: 'code', ...(list === undefined ? {} : { list }), dimension: name }
}

/** The column of a figure of one report, with its definition. */
export function figureColumn(key: string, kind: CellKind, more: Partial<Column> = {}): Column {
  return { key, kind, definition: key, ...(kind === 'money' ? { revenue: true as const } : {}), ...more }
}

/** Rows as they are read: time and bands as they go, everything else by a figure, the most first. */
export function arrangeRows<R extends Row>(rows: readonly R[], by: string, figure: string): R[] {
  return rows.toSorted((a, b) => {
    const [x, y] = [a[by] ?? null, b[by] ?? null]
    return hasOwnOrder(by)
      ? compareCells(x, y)
      : Number(b[figure] ?? 0) - Number(a[figure] ?? 0) || compareCells(x, y)
  })
}

export type TableParts = {
  key: TableKey
  /** What the rows are cut by: their first column. */
  by: DimensionName | Column
  columns: readonly Column[]
  /** In any order; cells of other columns are left out. */
  rows: readonly Row[]
  /** The figure that orders rows without an order of their own. */
  most: string
  total: Row | null
}

/** A table of rows that one dimension cuts. */
export function makeTable({ key, by, columns: figures, rows, most, total }: TableParts): Table {
  const first = typeof by === 'string' ? dimensionColumn(by) : by
  const columns = [first, ...figures]
  const cells = (row: Row, of: readonly Column[]): Row =>
    Object.fromEntries(of.map((one) => [one.key, row[one.key] ?? null]))
  return {
    key,
    columns,
    rows: arrangeRows(rows, first.key, most).map((row) => cells(row, columns)),
    total: total && cells(total, figures),
  }
}

/** Names of everything that the tables' columns of ids show. */
export function namesIn(store: LongReader, tables: readonly Table[]): Names {
  const wanted = new Map<NamedThing, Set<number | string>>()
  for (const { columns, rows } of tables)
    for (const { key, of } of columns) {
      if (of === undefined) continue
      const ids = wanted.get(of) ?? new Set()
      wanted.set(of, ids)
      for (const row of rows) {
        const id = row[key]
        if (id !== null && id !== undefined) ids.add(id)
      }
    }
  const names = readNames(store, wanted)
  if (!wanted.get('user')?.has(scheduleActor)) return names
  const itself = { en: words('en', 'change.automatic'), zh: words('zh', 'change.automatic') }
  return { ...names, [`user:${scheduleActor}`]: itself }
}
