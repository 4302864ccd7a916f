import { expect, test } from 'vitest'
import { counterpartsOf } from '#shared/domain/report/compare.ts'
import { aheadOf, type DaySums, sumAhead, weeksAhead } from '#shared/domain/report/dashboard.ts'
import { type BusinessDate, businessDateOf, nightsOf } from '#shared/values/index.ts'

const day = businessDateOf
// A Saturday to the Tuesday after it, and the same weekdays of the year before
const ahead = { from: day('2026-03-07'), to: day('2026-03-11') }
const before = { from: day('2025-03-08'), to: day('2025-03-12') }
const against = counterpartsOf(ahead, 'same-weekday', 'CHN')

function sold(entries: readonly (readonly [BusinessDate, number])[]): Map<BusinessDate, DaySums> {
  return new Map(
    entries.map(([one, roomsSold]) => [one, { day: one, roomsSold, roomRevenue: 0, roomsAvailable: null }]),
  )
}
const nights = (from: BusinessDate, to: BusinessDate, first: number) =>
  nightsOf(from, to).map((one, at) => [one, first + at] as const)
const days = sold([...nights(ahead.from, ahead.to, 10), ...nights(before.from, before.to, 50)])
const sameMoment = sold(nights(before.from, before.to, 30).slice(0, 3))

test('a coming day is held against its weekday of last year, as it ended and as its books were then', () => {
  const found = aheadOf(ahead, against, { days, first: day('2025-01-01'), sameMoment })
  expect(found.map(({ roomsSold, lastYear, sameMoment: then }) => [roomsSold, lastYear, then])).toEqual([
    [10, 50, 30],
    [11, 51, 31],
    [12, 52, 32],
    // Nothing was on the books for it yet
    [13, 53, 0],
  ])
  expect(sumAhead(found)).toEqual({ roomsSold: 46, lastYear: 206, sameMoment: 93 })
})

test('before the first night, and at a moment that is not kept, nothing is known of last year', () => {
  const young = aheadOf(ahead, against, { days, first: day('2025-03-10'), sameMoment: null })
  expect(young.map(({ lastYear }) => lastYear)).toEqual([null, null, 52, 53])
  expect(young.every((one) => one.sameMoment === null)).toBe(true)
  expect(sumAhead(young)).toEqual({ roomsSold: 46, lastYear: null, sameMoment: null })
})

test('weeks of coming days begin as the hotel’s do, and a part of one is the sum of its days', () => {
  const found = aheadOf(ahead, against, { days, first: day('2025-03-10'), sameMoment })
  expect(weeksAhead(found, 'monday')).toEqual([
    { from: '2026-03-07', to: '2026-03-09', roomsSold: 21, lastYear: null, sameMoment: null },
    { from: '2026-03-09', to: '2026-03-11', roomsSold: 25, lastYear: 105, sameMoment: 32 },
  ])
  expect(weeksAhead(found, 'sunday').map(({ from }) => from)).toEqual(['2026-03-07', '2026-03-08'])
})
