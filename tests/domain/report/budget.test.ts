import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type BudgetCell,
  type BudgetLevel,
  budgetImage,
  budgetTotals,
  cellsOf,
  maxNights,
  raised,
} from '#shared/domain/report/budget.ts'
import { type LivedDays, monthSpan, spreadBudget } from '#shared/domain/report/budget-days.ts'
import {
  addDays,
  type BusinessDate,
  maxMinor,
  nightsOf,
  type RoomTypeId,
  weekdayOf,
} from '#shared/values/index.ts'

const day = (text: string) => text as BusinessDate
const type = (id: number) => id as RoomTypeId
const cell = (month: number, nights: number, revenueMinor: number, line = {}): BudgetCell => ({
  month,
  roomTypeId: 0,
  segment: '',
  nights,
  revenueMinor,
  ...line,
})

describe('a budget', () => {
  it.each<[string, BudgetLevel, BudgetCell[], string]>([
    ['a cell twice', 'house', [cell(1, 5, 9), cell(1, 6, 9)], 'twice'],
    ['a thirteenth month', 'house', [cell(13, 5, 9)], 'month'],
    ['a type where the house is meant', 'house', [cell(1, 5, 9, { roomTypeId: type(3) })], 'level'],
    ['no type where types are meant', 'type', [cell(1, 5, 9)], 'level'],
    ['no segment where both are meant', 'both', [cell(1, 5, 9, { roomTypeId: type(3) })], 'level'],
    ['an unknown segment', 'segment', [cell(1, 5, 9, { segment: 'vip' })], 'segment'],
    ['more nights than a month has', 'house', [cell(1, maxNights + 1, 9)], 'tooLarge'],
  ])('refuses %s', (_what, level, cells, why) => {
    expect(budgetImage(level, cells)).toMatchObject({
      ok: false,
      refusal: { code: 'BUDGET_CELL_INVALID', params: { why } },
    })
  })

  it('keeps its cells by month, type and segment, and none of nothing', () => {
    const cells = [
      cell(10, 3, 300, { roomTypeId: type(12), segment: 'group' }),
      cell(2, 0, 0, { roomTypeId: type(12), segment: 'group' }),
      cell(2, 5, 500, { roomTypeId: type(12), segment: 'direct' }),
      cell(2, 1, 0, { roomTypeId: type(3), segment: 'group' }),
    ]
    const image = budgetImage('both', cells)
    expect(image.ok && cellsOf(image.value)).toEqual([cells[3], cells[2], cells[0]])
    expect(image.ok && Object.keys(image.value.cells)).toEqual(['02/12/direct', '02/3/group', '10/12/group'])
    expect(image.ok && budgetTotals(image.value).year).toEqual({ nights: 9, revenueMinor: 800 })
    expect(image.ok && budgetTotals(image.value).months.get(2)).toEqual({ nights: 6, revenueMinor: 500 })
  })

  it('is raised to the nearest whole', () => {
    expect(raised({ nights: 250, revenueMinor: 10_001 }, 500)).toEqual({ nights: 263, revenueMinor: 10_501 })
    expect(raised({ nights: 250, revenueMinor: 10_001 }, -10_000)).toEqual({ nights: 0, revenueMinor: 0 })
  })
})

/** A hotel that sold so many rooms a day from one date to before another. */
function livedBy(from: string, to: string, nightsOn: (date: BusinessDate) => number): LivedDays {
  const known = { from: day(from), to: day(to) }
  const sold = nightsOf(known.from, known.to).map(
    (date) => [date, { nights: nightsOn(date), revenueMinor: nightsOn(date) * 400 }] as const,
  )
  return { known, sold: new Map(sold) }
}
const fullAtWeekends = (date: BusinessDate) => ([5, 6].includes(weekdayOf(date)) ? 90 : 30)
const budgetOf = (...cells: BudgetCell[]) => {
  const image = budgetImage('house', cells)
  if (!image.ok) throw new Error(image.refusal.code)
  return image.value
}

describe('a month spread over its days', () => {
  it('follows last year’s weekdays and festival days', () => {
    const lived = livedBy('2025-01-01', '2026-01-01', (date) =>
      date >= '2025-01-28' && date < '2025-02-05' ? 100 : fullAtWeekends(date),
    )
    const february = spreadBudget(budgetOf(cell(2, 1720, 1_000_000)), 2026, lived, 'CHN')[1]!
    expect(february.by).toBe('last-year')
    const on = new Map(february.days.map(({ day: date, nights }) => [date as string, nights]))
    // New Year’s Eve is 16 February 2026
    expect([on.get('2026-02-16'), on.get('2026-02-23')]).toEqual([on.get('2026-02-17'), on.get('2026-02-20')])
    expect(on.get('2026-02-16')! / on.get('2026-02-25')!).toBeCloseTo(100 / 30, 0)
    // A Friday and a Wednesday before it
    expect(on.get('2026-02-06')! / on.get('2026-02-04')!).toBeGreaterThan(2)
  })

  it.each([
    ['the weekdays that are known, where last year’s month was not lived whole', '2025-02-10', 'weekdays'],
    ['nothing, where no weekday is known', '2025-12-30', 'even'],
  ])('follows %s', (_what, from, by) => {
    const lived = livedBy(from, '2026-01-01', fullAtWeekends)
    const february = spreadBudget(budgetOf(cell(2, 1200, 480_000)), 2026, lived, 'CHN')[1]!
    expect(february.by).toBe(by)
    const nights = february.days.map((one) => one.nights)
    if (by === 'even') expect(new Set(nights)).toEqual(new Set([42, 43]))
    else expect(nights.slice(0, 7)).toEqual([28, 28, 28, 28, 27, 82, 82])
  })

  it('follows no days that are still to come', () => {
    const lived = livedBy('2025-01-01', '2026-03-02', fullAtWeekends)
    const spread = spreadBudget(budgetOf(cell(1, 31, 31), cell(3, 31, 31)), 2027, lived, 'CHN')
    expect([spread[0]!.by, spread[2]!.by]).toEqual(['last-year', 'weekdays'])
  })

  it('has days that are exactly the month, each day of the year once', () => {
    const cells = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: maxMinor })),
      { minLength: 12, maxLength: 12 },
    )
    const starts = fc.constantFrom('2023-01-01', '2025-06-10', '2025-12-30')
    const hotels = starts.map((from) => livedBy(from, '2026-01-01', fullAtWeekends))
    fc.assert(
      fc.property(cells, hotels, fc.constantFrom(2024, 2026), (figures, lived, year) => {
        const image = budgetOf(...figures.map(([nights, revenue], at) => cell(at + 1, nights, revenue)))
        const spread = spreadBudget(image, year, lived, 'CHN')
        const sums = spread.map(({ days }) => [
          days.reduce((sum, { nights }) => sum + nights, 0),
          days.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0),
        ])
        expect(sums).toEqual(figures)
        const span = monthSpan(year, 12)
        expect(spread.flatMap(({ days }) => days.map((one) => one.day))).toEqual(
          nightsOf(day(`${year}-01-01`), span.to),
        )
        expect(addDays(span.from, 31)).toBe(span.to)
      }),
      { numRuns: 30 },
    )
  })
})
