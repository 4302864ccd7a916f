/** What a year is to bring: room-nights and room revenue by month, of the house or of its types and segments. */

import { maxMinor, ok, type Result, type RoomTypeId, refuse } from '../../values/index.ts'
import { segments } from '../booking/choices.ts'

/** What a budget has a line for: the house, each room type, each segment, each segment of each type. */
export const budgetLevels = ['house', 'type', 'segment', 'both'] as const
export type BudgetLevel = (typeof budgetLevels)[number]

export type BudgetFigures = { nights: number; revenueMinor: number }
/** A line of the grid: `roomTypeId` 0 and `segment` '' are all of them. */
export type BudgetLine = { roomTypeId: RoomTypeId | 0; segment: string }
export type BudgetCell = BudgetLine & BudgetFigures & { month: number }

/** `cells` by cellKey; a cell of nothing is left out. The year is the budget's id. */
export type BudgetImage = { level: BudgetLevel; cells: { [key: string]: BudgetFigures } }

/** Room-nights of a month that no hotel reaches. */
export const maxNights = 1_000_000

export const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** The key of a cell, which sorts by month: `03/5/corporate`. */
export function cellKey({ month, roomTypeId, segment }: Pick<BudgetCell, 'month'> & BudgetLine): string {
  return `${String(month).padStart(2, '0')}/${roomTypeId}/${segment}`
}

/** The cells of a budget, by month, type and segment. */
export function cellsOf({ cells }: Pick<BudgetImage, 'cells'>): BudgetCell[] {
  return Object.entries(cells)
    .map(([key, figures]) => {
      const [month, type, segment = ''] = key.split('/')
      return { month: Number(month), roomTypeId: Number(type) as RoomTypeId, segment, ...figures }
    })
    .sort(
      (a, b) =>
        a.month - b.month ||
        a.roomTypeId - b.roomTypeId ||
        (a.segment < b.segment ? -1 : a.segment > b.segment ? 1 : 0),
    )
}

/**
 * The image of cells as they were typed. BUDGET_CELL_INVALID: a cell twice, of another level, or of an unknown segment; more
 * nights or money than a month can have.
 */
export function budgetImage(
  level: BudgetLevel,
  cells: readonly BudgetCell[],
): Result<BudgetImage, 'BUDGET_CELL_INVALID'> {
  const seen = new Set<string>()
  const kept: BudgetCell[] = []
  for (const cell of cells) {
    const key = cellKey(cell)
    const why = seen.has(key) ? 'twice' : faultOf(level, cell)
    if (why) return refuse('BUDGET_CELL_INVALID', { why, month: cell.month })
    seen.add(key)
    if (cell.nights > 0 || cell.revenueMinor > 0) kept.push(cell)
  }
  const image = kept.map((cell) => [cellKey(cell), { nights: cell.nights, revenueMinor: cell.revenueMinor }])
  return ok({ level, cells: Object.fromEntries(image.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))) })
}

export function hasTypes(level: BudgetLevel): boolean {
  return level === 'type' || level === 'both'
}

export function hasSegments(level: BudgetLevel): boolean {
  return level === 'segment' || level === 'both'
}

function faultOf(level: BudgetLevel, { month, roomTypeId, segment, nights, revenueMinor }: BudgetCell) {
  if (!(months as readonly number[]).includes(month)) return 'month'
  if (hasTypes(level) !== roomTypeId > 0) return 'level'
  if (hasSegments(level) !== (segment !== '')) return 'level'
  if (segment !== '' && !(segments as readonly string[]).includes(segment)) return 'segment'
  return nights > maxNights || revenueMinor > maxMinor ? 'tooLarge' : null
}

/** Sums of cells by what `keyOf` answers. */
export function sumCells<K>(
  cells: readonly BudgetCell[],
  keyOf: (cell: BudgetCell) => K,
): Map<K, BudgetFigures> {
  const sums = new Map<K, BudgetFigures>()
  for (const cell of cells) {
    const key = keyOf(cell)
    const sum = sums.get(key) ?? { nights: 0, revenueMinor: 0 }
    sum.nights += cell.nights
    sum.revenueMinor += cell.revenueMinor
    sums.set(key, sum)
  }
  return sums
}

/** The house's figures of each month, and of the year. */
export function budgetTotals(image: Pick<BudgetImage, 'cells'>): {
  months: ReadonlyMap<number, BudgetFigures>
  year: BudgetFigures
} {
  const cells = cellsOf(image)
  const year = sumCells(cells, () => 0).get(0) ?? { nights: 0, revenueMinor: 0 }
  return { months: sumCells(cells, ({ month }) => month), year }
}

/** Figures changed by a share in hundredths of a per cent (500 is 5 %), to the nearest whole, half up. */
export function raised({ nights, revenueMinor }: BudgetFigures, basisPoints: number): BudgetFigures {
  const times = (10_000 + basisPoints) / 10_000
  return { nights: Math.round(nights * times), revenueMinor: Math.round(revenueMinor * times) }
}
