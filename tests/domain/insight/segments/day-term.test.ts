import { expect, test } from 'vitest'
import { dayOfTerm, spanOf } from '#shared/domain/insight/segments/day-term.ts'
import type { DayTerm } from '#shared/domain/insight/segments/rule.ts'
import { businessDateOf, toDayNumber } from '#shared/values/index.ts'

const asOf = businessDateOf('2026-03-31')
const on = (term: DayTerm, day = asOf) => dayOfTerm(term, day)

test.each<[DayTerm, string | null]>([
  [{ on: businessDateOf('2024-02-29') }, '2024-02-29'],
  [{ ago: 0, unit: 'day' }, '2026-03-31'],
  [{ ago: 90, unit: 'day' }, '2025-12-31'],
  // The last day of a shorter month
  [{ ago: 1, unit: 'month' }, '2026-02-28'],
  [{ ago: 13, unit: 'month' }, '2025-02-28'],
  [{ ago: 2, unit: 'year' }, '2024-03-31'],
  [{ year: -1, month: 6, day: 1 }, '2025-06-01'],
  [{ year: 0, month: 12, day: 31 }, '2026-12-31'],
  [{ year: -1, month: 2, day: 29 }, '2025-02-28'],
  [{ year: -2, month: 2, day: 29 }, '2024-02-29'],
  // Before the calendar of a hotel begins
  [{ ago: 36_500, unit: 'day' }, '1926-04-25'],
  [{ ago: 1_200, unit: 'month' }, '1926-03-31'],
])('%j as of 31 March 2026 is %s', (term, day) => {
  expect(on(term)).toBe(day)
})

test('a day before 1900 is none, and does not bind', () => {
  const early = businessDateOf('1905-01-01')
  expect(on({ ago: 100, unit: 'month' }, early)).toBeNull()
  expect(on({ ago: 10, unit: 'year' }, early)).toBeNull()
  expect(on({ ago: 3_000, unit: 'day' }, early)).toBeNull()
  expect(spanOf({ from: { ago: 10, unit: 'year' }, to: { ago: 0, unit: 'day' } }, early)).toEqual({
    from: -Infinity,
    to: toDayNumber(early),
  })
})
