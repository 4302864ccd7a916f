/** The competitor set as it is typed: texts by figure and period, a month or a day. */

import { months } from '#shared/domain/report/budget.ts'
import { type CompSetImage, isDay, type SetFigures } from '#shared/domain/report/comp-set.ts'
import { type Currency, maxMinor, monthLength, parseMoney } from '#shared/values/index.ts'
import { moneyText } from './budget-form.ts'
import { countOf, gridKey } from './grid.ts'

export const setMeasures = ['roomsAvailable', 'roomsSold', 'revenueMinor'] as const
export type SetMeasure = (typeof setMeasures)[number]

export type TypedSet = { hotels: string } & { [cell: string]: string | undefined }

export function typedOf({ hotels, cells }: CompSetImage, currency: string): TypedSet {
  const texts = Object.entries(cells).flatMap(([period, figures]) =>
    setMeasures
      .filter((measure) => figures[measure] > 0)
      .map((measure) => [
        gridKey(measure, period),
        measure === 'revenueMinor' ? moneyText(figures[measure], currency) : String(figures[measure]),
      ]),
  )
  return { ...Object.fromEntries(texts), hotels } as TypedSet
}

export function figureOf(measure: SetMeasure, text: string | undefined, currency: string): number | null {
  if (!text?.trim()) return 0
  if (measure !== 'revenueMinor') return countOf(text)
  const minor = parseMoney(text, currency as Currency)
  return minor === null || minor < 0 || minor > maxMinor ? null : minor
}

type ReadSet = { cells: CompSetImage['cells']; wrong: Set<string> }

/** Every period that something is typed of, and the places of what can't be read. */
export function readTyped(typed: TypedSet, currency: string): ReadSet {
  const wrong = new Set<string>()
  const cells: CompSetImage['cells'] = {}
  for (const [key, text] of Object.entries(typed)) {
    const [measure, period] = key.split('@')
    if (period === undefined || !text?.trim()) continue
    const figure = figureOf(measure as SetMeasure, text, currency)
    if (figure === null) wrong.add(key)
    const known = cells[period] ?? { roomsAvailable: 0, roomsSold: 0, revenueMinor: 0 }
    cells[period] = { ...known, [measure as SetMeasure]: figure ?? 0 }
  }
  return { cells, wrong }
}

/** A month's figures: its own, or the sum of its days; null where nothing is typed of it. */
export function monthFigures(cells: CompSetImage['cells'], month: string): SetFigures | null {
  const own = Object.entries(cells).filter(([period]) => period.startsWith(month))
  return sumOf(own.map(([, figures]) => figures))
}

/** Null of none. */
export function sumOf(all: readonly SetFigures[]): SetFigures | null {
  if (all.length === 0) return null
  return all.reduce((sum, figures) => ({
    roomsAvailable: sum.roomsAvailable + figures.roomsAvailable,
    roomsSold: sum.roomsSold + figures.roomsSold,
    revenueMinor: sum.revenueMinor + figures.revenueMinor,
  }))
}

export function hasDays(cells: CompSetImage['cells'], month: string): boolean {
  return Object.keys(cells).some((period) => isDay(period) && period.startsWith(month))
}

/** 2026-03. */
function monthOfYear(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`
}

export function monthsOf(year: number): string[] {
  return months.map((month) => monthOfYear(year, month))
}

export function daysOf(month: string): string[] {
  const length = monthLength(Number(month.slice(0, 4)), Number(month.slice(5)))
  return Array.from({ length }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`)
}
