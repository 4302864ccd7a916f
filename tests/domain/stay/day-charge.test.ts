import { expect, test } from 'vitest'
import { earlyCharge, lateCharge, nightJustClosed } from '#shared/domain/stay/day-charge.ts'
import { usualTerms } from '#shared/domain/stay/terms.ts'
import type { BusinessDate } from '#shared/values/index.ts'

const day = (text: string) => text as BusinessDate
const stay = {
  arrival: day('2026-03-02'),
  departure: day('2026-03-04'),
  nights: {
    '2026-03-02': { roomTypeId: 1, roomId: null, rateMinor: 50_001 },
    '2026-03-03': { roomTypeId: 1, roomId: null, rateMinor: 60_000 },
  } as never,
}
const at = (date: string, time: string) => ({ date: day(date), time })

test.each([
  ['2026-03-02', '05:59', '2026-03-02', 'full', 50_001],
  ['2026-03-02', '06:00', '2026-03-02', 'half', 25_001],
  ['2026-03-02', '13:59', '2026-03-02', 'half', 25_001],
  ['2026-03-02', '14:00', '2026-03-02', 'none', 0],
  // After midnight, the day not closed yet: a late arrival
  ['2026-03-03', '02:00', '2026-03-02', 'none', 0],
] as const)('coming on %s at %s (business date %s): %s', (date, time, businessDate, part, chargeMinor) => {
  expect(earlyCharge(stay, at(date, time), day(businessDate), usualTerms)).toEqual({ part, chargeMinor })
})

test.each([
  ['2026-03-04', '12:00', '2026-03-04', 'none', 0],
  ['2026-03-04', '12:01', '2026-03-04', 'half', 30_000],
  ['2026-03-04', '18:00', '2026-03-04', 'half', 30_000],
  ['2026-03-04', '18:01', '2026-03-04', 'full', 60_000],
  ['2026-03-05', '09:00', '2026-03-04', 'full', 60_000],
  // Before the day of departure it is an early departure
  ['2026-03-03', '20:00', '2026-03-03', 'none', 0],
] as const)('leaving on %s at %s (business date %s): %s', (date, time, businessDate, part, chargeMinor) => {
  expect(lateCharge(stay, at(date, time), day(businessDate), usualTerms)).toEqual({ part, chargeMinor })
})

test.each([
  // Before the close the clock is a day ahead: yesterday’s night
  ['2026-03-03', '02:00', '2026-03-02', null],
  ['2026-03-02', '02:00', '2026-03-02', '2026-03-01'],
  ['2026-03-02', '05:59', '2026-03-02', '2026-03-01'],
  ['2026-03-02', '06:00', '2026-03-02', null],
] as const)('at %s %s, business date %s, the night asked for is %s', (date, time, businessDate, night) => {
  expect(nightJustClosed(stay.arrival, at(date, time), day(businessDate), usualTerms)).toBe(night)
})

test('who was due the day before is not asked: the late arrival is of its own first night', () => {
  const earlier = nightJustClosed(day('2026-03-01'), at('2026-03-02', '02:00'), day('2026-03-02'), usualTerms)
  expect(earlier).toBeNull()
})
