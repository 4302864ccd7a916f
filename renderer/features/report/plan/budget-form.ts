/** A budget as it is typed: texts by row and month, of the lines that its level has. */

import { formatMoney, formatNumber } from '#renderer/ui/format.ts'
import { segments } from '#shared/domain/booking/choices.ts'
import {
  type BudgetCell,
  type BudgetFigures,
  type BudgetLevel,
  hasSegments,
  hasTypes,
  maxNights,
  months,
  raised,
  sumCells,
} from '#shared/domain/report/budget.ts'
import {
  type Currency,
  maxMinor,
  minorDigits,
  minorToDecimal,
  parseMoney,
  type RoomTypeId,
} from '#shared/values/index.ts'
import { countOf, gridKey } from './grid.ts'

export type Measure = 'nights' | 'revenue'
export type Line = { roomTypeId: RoomTypeId | 0; segment: string }
/** The level, and each cell's text under its gridKey; a cell without text is left out. */
export type TypedBudget = { level: BudgetLevel } & { [cell: string]: string | undefined }

/** The lines of a level, in the order of types and segments. */
export function linesOf(level: BudgetLevel, types: readonly RoomTypeId[]): Line[] {
  const ofTypes: readonly (RoomTypeId | 0)[] = hasTypes(level) ? types : [0]
  const ofSegments: readonly string[] = hasSegments(level) ? segments : ['']
  return ofTypes.flatMap((roomTypeId) => ofSegments.map((segment) => ({ roomTypeId, segment })))
}

export function rowKey(measure: Measure, { roomTypeId, segment }: Line): string {
  return `${measure}:${roomTypeId}/${segment}`
}

export function typedOf(level: BudgetLevel, cells: readonly BudgetCell[], currency: string): TypedBudget {
  const texts = cells.flatMap((cell) => {
    const month = String(cell.month)
    return [
      [gridKey(rowKey('nights', cell), month), cell.nights === 0 ? '' : String(cell.nights)],
      [
        gridKey(rowKey('revenue', cell), month),
        cell.revenueMinor === 0 ? '' : moneyText(cell.revenueMinor, currency),
      ],
    ].filter(([, text]) => text !== '')
  })
  return { ...Object.fromEntries(texts), level } as TypedBudget
}

/** Without decimals that are none: a budget is seldom of cents. */
export function moneyText(minor: number, currency: string): string {
  return minorToDecimal(minor, currency as Currency).replace(/\.0+$/, '')
}

/** As figures are written, without decimals that are none: twelve months are to be seen at once. */
export function moneyShown(minor: number, currency: string, locale: string): string {
  const unit = 10 ** minorDigits(currency as Currency)
  return minor % unit === 0 ? formatNumber(minor / unit, locale) : formatMoney(minor, currency, locale)
}

/** What a text says; null where it says nothing that can be read. */
export function figureOf(measure: Measure, text: string | undefined, currency: string): number | null {
  if (!text?.trim()) return 0
  const figure = measure === 'nights' ? countOf(text) : parseMoney(text, currency as Currency)
  const most = measure === 'nights' ? maxNights : maxMinor
  return figure === null || figure < 0 || figure > most ? null : figure
}

type ReadBudget = { cells: BudgetCell[]; wrong: Set<string> }

/** The cells that are typed, of the level's own lines, and the places of those that can't be read. */
export function readTyped(typed: TypedBudget, types: readonly RoomTypeId[], currency: string): ReadBudget {
  const wrong = new Set<string>()
  const read = (measure: Measure, line: Line, month: number) => {
    const key = gridKey(rowKey(measure, line), String(month))
    const figure = figureOf(measure, typed[key], currency)
    if (figure === null) wrong.add(key)
    return figure ?? 0
  }
  const cells = linesOf(typed.level, types).flatMap((line) =>
    months.map((month) => ({
      ...line,
      month,
      nights: read('nights', line, month),
      revenueMinor: read('revenue', line, month),
    })),
  )
  return { cells: cells.filter(({ nights, revenueMinor }) => nights > 0 || revenueMinor > 0), wrong }
}

/** Cells at another level: summed up where it is coarser; none where it is finer, because nobody knows how to divide them. */
export function atLevel(level: BudgetLevel, cells: readonly BudgetCell[]): BudgetCell[] {
  const fits = cells.every(
    ({ roomTypeId, segment }) =>
      (!hasTypes(level) || roomTypeId > 0) && (!hasSegments(level) || segment !== ''),
  )
  if (!fits) return []
  const coarse = (cell: BudgetCell) => ({
    month: cell.month,
    roomTypeId: hasTypes(level) ? cell.roomTypeId : (0 as const),
    segment: hasSegments(level) ? cell.segment : '',
  })
  return [...sumCells(cells, (cell) => JSON.stringify(coarse(cell)))].map(([key, figures]) => ({
    ...(JSON.parse(key) as Omit<BudgetCell, keyof BudgetFigures>),
    ...figures,
  }))
}

/** What a year brought, raised by a share in per cent (`5`, `-2.5`); null where that is none. */
export function raisedBy(cells: readonly BudgetCell[], percent: string): BudgetCell[] | null {
  const plain = percent.normalize('NFKC').replace('−', '-').replace(/\s*%$/, '').trim()
  if (!/^[+-]?\d{1,3}(\.\d{1,2})?$/.test(plain)) return null
  const basisPoints = Math.round(Number(plain) * 100)
  return basisPoints < -10_000 ? null : cells.map((cell) => ({ ...cell, ...raised(cell, basisPoints) }))
}
