import { describe, expect, test } from 'vitest'
import type { BookingInRole } from '#shared/domain/booking/in-role.ts'
import { crossesNewYear, guestFigures, type Slept } from '#shared/domain/guest/figures.ts'
import type { BookingId } from '#shared/values/index.ts'

/** Three nights in March for 300.00 each, checked out, booked ten days ahead. */
function stay(over: { [K in keyof BookingInRole]?: unknown } = {}): BookingInRole {
  return {
    id: 1,
    role: 'guest',
    arrival: '2026-03-11',
    departure: '2026-03-14',
    status: 'checked-out',
    createdOn: '2026-03-01',
    segment: 'transient',
    totalMinor: 90_000,
    planKind: 'sold',
    qualifies: 1,
    channel: 'direct',
    guarantee: 'none',
    companyId: null,
    confirmationNo: '10000001',
    ...over,
  } as BookingInRole
}
const noNights = new Map<BookingId, readonly Slept[]>()
const none = {
  bookings: 0,
  stays: 0,
  nights: 0,
  roomRevenueMinor: 0,
  adrMinor: null,
  lastStay: null,
  cancellations: 0,
  noShows: 0,
  meanLeadTime: null,
}
const asGuest = (...bookings: BookingInRole[]) => guestFigures(bookings, noNights).asGuest

test('who never booked has no figures, and nothing is divided by nothing', () => {
  expect(guestFigures([], noNights)).toEqual({ asGuest: none, asBooker: none, years: [] })
})

test('one stay', () => {
  expect(guestFigures([stay()], noNights)).toEqual({
    asGuest: {
      ...none,
      bookings: 1,
      stays: 1,
      nights: 3,
      roomRevenueMinor: 90_000,
      adrMinor: 30_000,
      lastStay: '2026-03-14',
      meanLeadTime: 10,
    },
    asBooker: none,
    years: [{ year: 2026, nights: 3, roomRevenueMinor: 90_000 }],
  })
})

describe('by status', () => {
  test.each<[string, object]>([
    ['enquiry', {}],
    ['waitlisted', {}],
    ['confirmed', {}],
    ['in-house', { nights: 3, roomRevenueMinor: 90_000, adrMinor: 30_000 }],
    [
      'checked-out',
      { nights: 3, roomRevenueMinor: 90_000, adrMinor: 30_000, stays: 1, lastStay: '2026-03-14' },
    ],
    ['cancelled', { cancellations: 1 }],
    ['no-show', { noShows: 1 }],
  ])('%s', (status, more) => {
    expect(asGuest(stay({ status }))).toEqual({ ...none, bookings: 1, meanLeadTime: 10, ...more })
  })
})

test('as guest and as booker each count their own; who stays along counts for neither', () => {
  const figures = guestFigures(
    [stay(), stay({ id: 2, role: 'booker', totalMinor: 3 }), stay({ id: 3, role: 'companion' })],
    noNights,
  )
  expect(figures.asGuest).toMatchObject({ bookings: 1, roomRevenueMinor: 90_000 })
  expect(figures.asBooker).toMatchObject({ bookings: 1, nights: 3, roomRevenueMinor: 3, adrMinor: 1 })
  expect(figures.years).toEqual([{ year: 2026, nights: 3, roomRevenueMinor: 90_000 }])
})

describe('the average rate', () => {
  test.each<[string, BookingInRole[], number | null]>([
    ['a ratio of sums', [stay(), stay({ departure: '2026-03-12', totalMinor: 70_000 })], 40_000],
    ['halves to the even neighbour', [stay({ departure: '2026-03-13', totalMinor: 5 })], 2],
    ['without complimentary nights', [stay(), stay({ planKind: 'complimentary', totalMinor: 0 })], 30_000],
    ['without house use', [stay(), stay({ planKind: 'house-use', totalMinor: 0 })], 30_000],
    [
      'without the segment of given rooms',
      [stay(), stay({ segment: 'complimentary', totalMinor: 0 })],
      30_000,
    ],
    ['of an import without a rate plan', [stay({ planKind: null })], 30_000],
    ['none where nothing was sold', [stay({ planKind: 'complimentary', totalMinor: 0 })], null],
    ['none of day use', [stay({ departure: '2026-03-11', totalMinor: 5_000 })], null],
  ])('%s', (_what, bookings, adrMinor) => {
    expect(asGuest(...bookings).adrMinor).toBe(adrMinor)
  })
  test('given nights are slept all the same', () => {
    expect(asGuest(stay({ planKind: 'complimentary', totalMinor: 0 }))).toMatchObject({ nights: 3, stays: 1 })
  })
})

test('the last stay is the latest departure, whatever the order; lead time is a mean of all bookings', () => {
  const bookings = [
    stay({ departure: '2026-03-14' }),
    stay({ arrival: '2026-05-01', departure: '2026-05-02', createdOn: '2026-05-01' }),
    stay({ arrival: '2026-04-01', departure: '2026-04-02', createdOn: '2026-03-27', status: 'cancelled' }),
  ]
  expect(asGuest(...bookings)).toMatchObject({ lastStay: '2026-05-02', meanLeadTime: 5 })
  expect(asGuest(...bookings.toReversed())).toMatchObject({ lastStay: '2026-05-02', meanLeadTime: 5 })
})

describe('over New Year', () => {
  const over = { arrival: '2025-12-30', departure: '2026-01-02', totalMinor: 90_000 }
  const slept = (...years: number[]): Slept[] => years.map((year) => ({ year, nights: 1, revenue: 1000 }))
  test.each<[string, object, boolean]>([
    ['a stay over New Year', over, true],
    ['who is in house over New Year', { ...over, status: 'in-house' }, true],
    ['a departure on New Year’s Day', { arrival: '2025-12-30', departure: '2026-01-01' }, true],
    ['a stay within a year', {}, false],
    ['a stay that was cancelled', { ...over, status: 'cancelled' }, false],
    ['a stay to come', { ...over, status: 'confirmed' }, false],
  ])('%s is looked at night by night: %s', (_what, of, crosses) => {
    expect(crossesNewYear(stay(of))).toBe(crosses)
  })
  test('each night counts in its own year, years in order', () => {
    const nights = new Map([[1 as BookingId, slept(2026, 2025, 2025)]])
    expect(guestFigures([stay({ id: 2 }), stay(over)], nights)).toMatchObject({
      asGuest: { bookings: 2, nights: 6, roomRevenueMinor: 93_000, adrMinor: 15_500 },
      years: [
        { year: 2025, nights: 2, roomRevenueMinor: 2000 },
        { year: 2026, nights: 4, roomRevenueMinor: 91_000 },
      ],
    })
  })
  test('the nights of another stay are not its own', () => {
    const nights = new Map([[9 as BookingId, slept(2025)]])
    expect(guestFigures([stay(over), stay({ id: 9 })], nights).years).toEqual([
      { year: 2026, nights: 3, roomRevenueMinor: 90_000 },
    ])
  })
})
