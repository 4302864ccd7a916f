import { expect, test } from 'vitest'
import { type HeatDay, heatStrips, levelOf } from '#renderer/ui/calendar-days.ts'
import type { WeekStart } from '#shared/domain/report/period.ts'
import { addDays, businessDateOf } from '#shared/values/business-date.ts'

const from = (first: string, count: number): HeatDay[] =>
  Array.from({ length: count }, (_, at) => {
    const day = addDays(businessDateOf(first), at)
    return { day, label: day, text: String(at), value: at }
  })

test('a year in any months is one strip: a column a week, Monday above', () => {
  const [strip, ...others] = heatStrips(from('2025-03-01', 365), 'monday')
  expect(others).toEqual([])
  // 1 March 2025 is a Saturday
  expect(strip?.days[0]).toMatchObject({ day: '2025-03-01', week: 0, row: 5 })
  expect(strip?.days[2]).toMatchObject({ day: '2025-03-03', week: 1, row: 0 })
  expect(strip?.months.map(({ first }) => first)).toEqual([
    '2025-03-01',
    ...['04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2025-${month}-01`),
    '2026-01-01',
    '2026-02-01',
  ])
  expect(strip?.weeks).toBe(53)
})

test('weeks begin as the hotel’s do', () => {
  // 1 March 2025 is a Saturday
  const placed = (starts: WeekStart) =>
    heatStrips(from('2025-03-01', 10), starts)[0]?.days.map(({ week, row }) => [week, row])
  expect(placed('saturday')?.slice(0, 8)).toEqual([...[0, 1, 2, 3, 4, 5, 6].map((row) => [0, row]), [1, 0]])
  expect(placed('sunday')?.slice(0, 3)).toEqual([
    [0, 6],
    [1, 0],
    [1, 1],
  ])
})

test('a longer stretch is a strip for each calendar year', () => {
  const strips = heatStrips(from('2024-12-30', 400), 'monday')
  expect(strips.map(({ first, days }) => [first, days.length])).toEqual([
    ['2024-12-30', 2],
    ['2025-01-01', 365],
    ['2026-01-01', 33],
  ])
})

test('shades go in five even steps up to the greatest, and none stands for what is not known', () => {
  expect([0, 0.19, 0.2, 0.5, 0.99, 1].map((value) => levelOf(value, 1))).toEqual([0, 0, 1, 2, 4, 4])
  expect(levelOf(null, 1)).toBe('none')
  expect(levelOf(0, 0)).toBe(0)
})
