import { readBudgetCells } from '#db/queries/report/budget.ts'
import {
  type BudgetCell,
  type BudgetFigures,
  type BudgetImage,
  budgetTotals,
  cellsOf,
  sumCells,
} from '#shared/domain/report/budget.ts'
import { type BudgetMonth, spreads } from '#shared/domain/report/budget-days.ts'
import { moneyPer, ratioOf } from '#shared/domain/report/measures.ts'
import type { Read } from '#shared/domain/report/parameters.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Cell, Column, Row, Sentence, Table } from '#shared/domain/report/result.ts'
import { addMonths, type BusinessDate, businessDateOf } from '#shared/values/index.ts'
import { nightsBehind } from '../behind.ts'
import { readBudgetYear, readLived } from '../budget-days.ts'
import { chartOf } from '../chart.ts'
import { type HouseSums, readHouse, sumOf } from '../house.ts'
import { onBooksNote, totalOf } from '../notes.ts'
import type { Report, ReportDesk } from '../report.ts'
import { dimensionColumn, figureColumn, makeTable, measureColumn, namesIn } from '../table.ts'

const columns: readonly Column[] = [
  figureColumn('budgetNights', 'count'),
  measureColumn('roomsSold'),
  figureColumn('nightsVariance', 'count'),
  figureColumn('budgetRevenue', 'money'),
  measureColumn('roomRevenue'),
  figureColumn('revenueVariance', 'money'),
  figureColumn('budgetReached', 'share', { revenue: true }),
  figureColumn('budgetAdr', 'money'),
  measureColumn('adr'),
  figureColumn('budgetOccupancy', 'share'),
  measureColumn('occupancy'),
]

type By = 'month' | 'roomType' | 'segment'
type Actual = Pick<HouseSums, 'roomsSold' | 'roomRevenue' | 'roomsAvailable'>

/** Actual figures of a year against its budget, and the budget of each day. */
export const budget: Report = {
  run: (desk, read) => {
    const year = Number(read.parameters.year)
    const period = yearOf(read)
    const by = read.by as By
    const cells = readBudgetCells(desk.store, year)
    const { rows, total } = readHouse(desk, period, [by], [], read.basis)
    const planned = cells ? plannedBy(cells, year, by) : null
    const keys = new Set<Cell>([...rows.map((row) => row.keys[0] ?? null), ...(planned?.keys() ?? [])])
    const whole = cells ? budgetTotals({ cells }).year : null
    const table = makeTable({
      key: 'main',
      by,
      columns,
      rows: [...keys].map((key) => {
        const actual = rows.find((row) => (row.keys[0] ?? null) === key) ?? sumOf([])
        return { [by]: key, ...cellsFor(planned && (planned.get(key) ?? nothing), actual) }
      }),
      most: 'roomRevenue',
      total: cellsFor(whole, total),
    })
    const spread = readBudgetYear(desk, year, readLived(desk, period)) ?? []
    const days = dayTable(desk, period, spread, read.basis)
    return {
      tables: spread.length > 0 ? [table, days] : [table],
      says: whole
        ? {
            code: 'budget',
            params: {
              // A year is no number with thousands
              year: String(year),
              revenue: totalOf(table, 'roomRevenue'),
              planned: totalOf(table, 'budgetRevenue'),
              reached: totalOf(table, 'budgetReached'),
            },
          }
        : null,
      notes: [
        ...(cells ? [] : [{ code: 'noBudgetYear', params: { year: String(year) } }]),
        ...(cells && !planned ? [{ code: 'budgetUndivided', params: { by: `reportColumn.${by}` } }] : []),
        ...spreadNotes(spread),
        ...onBooksNote(period, desk.source.today),
      ],
      charts: [chartOf(table, 'bars', 'roomRevenue', planned ? ['budgetRevenue'] : undefined)],
      names: namesIn(desk.store, [table]),
    }
  },
  bookings: (desk, read, row, limit) => {
    const by = row.day === undefined ? read.by : 'day'
    return nightsBehind(desk, { ...read, by, period: yearOf(read) }, row, limit)
  },
}

function yearOf({ parameters }: Read): Period {
  const from = businessDateOf(`${parameters.year}-01-01`)
  return { from, to: addMonths(from, 12) }
}

const nothing: BudgetFigures = { nights: 0, revenueMinor: 0 }

/** The budget by what the rows are; null where it has no such lines. */
function plannedBy(
  cells: BudgetImage['cells'],
  year: number,
  by: By,
): ReadonlyMap<Cell, BudgetFigures> | null {
  const all = cellsOf({ cells })
  const keyOf: Record<By, (cell: BudgetCell) => Cell> = {
    month: ({ month }) => `${year}-${String(month).padStart(2, '0')}`,
    roomType: ({ roomTypeId }) => roomTypeId,
    segment: ({ segment }) => segment,
  }
  const isWhole = ({ roomTypeId, segment }: BudgetCell) =>
    (by === 'roomType' && roomTypeId === 0) || (by === 'segment' && segment === '')
  return all.some(isWhole) ? null : sumCells(all, keyOf[by])
}

function cellsFor(planned: BudgetFigures | null, actual: Actual): Row {
  const { roomsSold, roomRevenue, roomsAvailable } = actual
  return {
    budgetNights: planned?.nights ?? null,
    roomsSold,
    nightsVariance: planned && roomsSold - planned.nights,
    budgetRevenue: planned?.revenueMinor ?? null,
    roomRevenue,
    revenueVariance: planned && roomRevenue - planned.revenueMinor,
    budgetReached: ratioOf(roomRevenue, planned?.revenueMinor),
    budgetAdr: planned && moneyPer(planned.revenueMinor, planned.nights),
    adr: moneyPer(roomRevenue, roomsSold),
    budgetOccupancy: planned && ratioOf(planned.nights, roomsAvailable),
    occupancy: ratioOf(roomsSold, roomsAvailable),
  }
}

function dayTable(
  desk: ReportDesk,
  period: Period,
  spread: readonly BudgetMonth[],
  basis: Parameters<typeof readHouse>[4],
): Table {
  const { rows, total } = readHouse(desk, period, ['day'], [], basis)
  const actual = new Map(rows.map((row) => [row.keys[0] as BusinessDate, row]))
  const days = spread.flatMap((month) => month.days)
  const whole = days.reduce(
    (sum, { nights, revenueMinor }) => ({
      nights: sum.nights + nights,
      revenueMinor: sum.revenueMinor + revenueMinor,
    }),
    nothing,
  )
  return {
    key: 'days',
    columns: [dimensionColumn('day'), ...columns],
    rows: days.map(({ day, ...planned }) => ({
      day,
      ...cellsFor(planned, actual.get(day) ?? sumOf([])),
    })),
    total: cellsFor(whole, total),
  }
}

/** By which shape the months of a budget are spread over their days. */
function spreadNotes(spread: readonly BudgetMonth[]): Sentence[] {
  return spreads.flatMap((by) => {
    const months = spread.filter((month) => month.by === by).length
    return months > 0 ? [{ code: `spread-${by}`, params: { months } }] : []
  })
}
