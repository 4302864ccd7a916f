import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueOfDayUse, overtimeHours, proposeHourPrices } from '#shared/domain/stay/day-use-price.ts'
import { usualTerms } from '#shared/domain/stay/terms.ts'
import type { BusinessDate } from '#shared/values/index.ts'

const day = '2026-03-02' as BusinessDate
const next = '2026-03-03' as BusinessDate

// Half a night for four hours, 15 % of it for each hour more, in whole yuan
test.each<[string, string, number, number, number]>([
  ['10:00', '14:00', 40_000, 20_000, 6_000],
  ['10:00', '11:00', 40_000, 20_000, 6_000],
  ['10:00', '14:01', 40_000, 26_000, 6_000],
  ['10:00', '16:00', 40_000, 32_000, 6_000],
  ['10:00', '18:00', 40_000, 40_000, 6_000],
  ['10:00', '14:00', 38_800, 19_400, 5_800],
  ['10:00', '14:00', 33_333, 16_700, 5_000],
  ['10:00', '14:00', 0, 0, 0],
])(
  'from %s to %s at %d a night costs %d, and %d an hour more',
  (from, to, night, priceMinor, overtimeMinor) => {
    expect(proposeHourPrices({ from, to }, night, usualTerms, 100)).toEqual({ priceMinor, overtimeMinor })
  },
)

test('longer never costs less, and never more than the night', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 500_000 }),
      fc.integer({ min: 1, max: 22 }),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 100 }),
      (night, to, dayUsePercent, dayUseHourPercent) => {
        const price = (hour: number) =>
          proposeHourPrices(
            { from: '00:00', to: `${String(hour).padStart(2, '0')}:00` },
            night,
            { ...usualTerms, dayUsePercent, dayUseHourPercent },
            100,
          ).priceMinor
        expect(price(to + 1)).toBeGreaterThanOrEqual(price(to))
        expect(price(to)).toBeLessThanOrEqual(night)
      },
    ),
  )
})

test.each<[string, BusinessDate, string, number]>([
  ['before they end', day, '13:00', 0],
  ['as they end', day, '14:00', 0],
  ['within the grace', day, '14:15', 0],
  ['after it', day, '14:16', 1],
  ['an hour late', day, '15:00', 1],
  ['a minute more', day, '15:01', 2],
  ['after midnight: a night has begun', next, '00:30', 10],
  ['where the day was closed late', '2026-12-02' as BusinessDate, '16:00', 10],
  ['by a clock that is behind', '2026-03-01' as BusinessDate, '23:00', 0],
])('overtime of hours until 14:00 %s', (_what, date, time, expected) => {
  expect(overtimeHours('14:00', day, { date, time }, usualTerms)).toBe(expected)
})

test('what was charged is due no more', () => {
  const dayUse = { from: '10:00', to: '14:00', roomId: null, priceMinor: 20_000, overtimeMinor: 6_000 }
  const due = (price: boolean, hours: number, over = {}) =>
    dueOfDayUse({ ...dayUse, ...over }, day, { date: day, time: '16:30' }, usualTerms, { price, hours })
  expect(due(false, 0)).toEqual({ priceMinor: 20_000, hours: 3, overtimeMinor: 18_000 })
  expect(due(true, 2)).toEqual({ priceMinor: 0, hours: 1, overtimeMinor: 6_000 })
  expect(due(true, 4)).toEqual({ priceMinor: 0, hours: 0, overtimeMinor: 0 })
  expect(due(false, 0, { priceMinor: 0, overtimeMinor: 0 })).toEqual({
    priceMinor: 0,
    hours: 0,
    overtimeMinor: 0,
  })
})
