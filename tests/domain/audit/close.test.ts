import { describe, expect, test } from 'vitest'
import { standingOf } from '#shared/domain/audit/blocks.ts'
import { closeSteps, daysBehind, refusalOfClose, stepAfter } from '#shared/domain/audit/close.ts'
import { extendedByADay, movedByADay } from '#shared/domain/audit/later-arrival.ts'
import type { BookingStatus } from '#shared/domain/booking/booking.ts'
import type { BusinessDate } from '#shared/values/index.ts'

const day = (text: string) => text as BusinessDate
const today = day('2026-03-02')

test.each([
  ['another date than the open one', '2026-03-01', null, '2026-03-02', '23:00', 'BUSINESS_DATE_CLOSED'],
  ['in the morning of the date', '2026-03-02', '18:00', '2026-03-02', '09:00', 'CLOSE_TOO_EARLY'],
  ['from the hour of the settings on', '2026-03-02', '18:00', '2026-03-02', '18:00', undefined],
  ['at two in the night after', '2026-03-02', '18:00', '2026-03-03', '02:00', undefined],
  [
    'before two, where the hotel closes at two',
    '2026-03-02',
    '02:00',
    '2026-03-02',
    '23:59',
    'CLOSE_TOO_EARLY',
  ],
  ['at two, where the hotel closes at two', '2026-03-02', '02:00', '2026-03-03', '02:00', undefined],
  ['a day that was missed, at any time', '2026-03-02', '18:00', '2026-03-09', '07:00', undefined],
  ['at any time, where no hour is set', '2026-03-02', null, '2026-03-02', '00:01', undefined],
])('a close is asked for %s', (_when, from, earliest, date, time, code) => {
  expect(refusalOfClose(day(from), today, earliest, { date, time })?.refusal.code).toBe(code)
})

describe('what a booking is to the close', () => {
  const stay = (status: BookingStatus, more: object = {}) => ({
    status,
    arrival: today,
    departure: day('2026-03-04'),
    guarantee: 'none',
    holdUntil: '18:00',
    ...more,
  })
  const clock = { date: '2026-03-02', time: '20:00' }
  test.each([
    ['an arrival that was due', stay('confirmed'), 'ask', 'arrival'],
    ['one that is not held any longer', stay('confirmed'), 'cancel', 'released'],
    ['one that is guaranteed', stay('confirmed', { guarantee: 'card' }), 'cancel', 'arrival'],
    ['one that is still held', stay('confirmed', { holdUntil: '23:00' }), 'cancel', 'arrival'],
    ['one of tomorrow', stay('confirmed', { arrival: day('2026-03-03') }), 'ask', null],
    ['an enquiry whose day has come', stay('enquiry'), 'ask', 'expired'],
    ['a place on the waiting list', stay('waitlisted'), 'ask', 'expired'],
    ['a guest who stays on', stay('in-house'), 'ask', null],
    ['a guest who was due out', stay('in-house', { departure: today }), 'ask', 'departure'],
    ['a guest who has left', stay('checked-out', { departure: today }), 'ask', null],
  ] as const)('%s', (_what, one, heldArrivals, kind) => {
    expect(standingOf(one, today, clock, { heldArrivals })).toBe(kind)
  })

  test('of a day that was missed every hold is over', () => {
    const later = { date: '2026-03-20', time: '08:00' }
    expect(standingOf(stay('confirmed'), today, later, { heldArrivals: 'no-show' })).toBe('released')
  })
})

test('an arrival moves to the next day with a night less, or as a whole', () => {
  const long = { arrival: today, departure: day('2026-03-05') }
  expect(movedByADay(long, today, false)).toEqual({ arrival: '2026-03-03', departure: '2026-03-05' })
  expect(movedByADay(long, today, true)).toEqual({ arrival: '2026-03-03', departure: '2026-03-06' })
  const short = { arrival: today, departure: day('2026-03-03') }
  expect(movedByADay(short, today, false)).toEqual({ arrival: '2026-03-03', departure: '2026-03-04' })
  const late = { arrival: day('2026-02-27'), departure: day('2026-02-28') }
  expect(movedByADay(late, today, false)).toEqual({ arrival: '2026-03-03', departure: '2026-03-04' })
  expect(extendedByADay(late, today)).toEqual({ arrival: '2026-02-27', departure: '2026-03-03' })
})

test('steps go one after another, and missed days are counted', () => {
  expect(closeSteps.map(stepAfter)).toEqual([...closeSteps.slice(1), null])
  expect(daysBehind(today, day('2026-03-05'))).toBe(3)
  expect(daysBehind(today, day('2026-03-01'))).toBe(0)
})
