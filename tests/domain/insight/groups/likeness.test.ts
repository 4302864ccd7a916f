import { expect, test } from 'vitest'
import { firstBookings, firstStays } from '#shared/domain/insight/groups/first-stay.ts'
import { fitLikeness, likenessOf, likenessReasons } from '#shared/domain/insight/groups/likeness.ts'
import { dayOf, historyOf, type WrittenBooking } from '#tests/support/history.ts'

const day = dayOf('2025-12-31')
const stay = (guest: number, more: Partial<WrittenBooking> = {}): WrittenBooking => ({
  guest,
  arrival: '2025-03-04',
  departure: '2025-03-05',
  createdOn: '2025-03-01',
  total: 40_000,
  ...more,
})

test('the first booking is the first stay, else the first that was made, and none of later days', () => {
  const history = historyOf(4, [
    stay(1, {
      status: 'cancelled',
      arrival: '2025-01-02',
      departure: '2025-01-03',
      createdOn: '2025-01-01',
      cancelledOn: '2025-01-01',
    }),
    stay(1),
    stay(2, { status: 'enquiry' }),
    stay(3, { createdOn: '2026-02-01', arrival: '2026-03-01', departure: '2026-03-02' }),
  ])
  const first = firstBookings(history, day)
  expect([...first].map((b) => (b < 0 ? b : history.bookings.arrival[b]))).toEqual([
    dayOf('2025-03-04'),
    dayOf('2025-03-04'),
    -1,
    -1,
  ])
})

test('facts of a first booking are put into steps', () => {
  const history = historyOf(2, [
    stay(1, {
      adults: 2,
      children: 1,
      requests: [['quiet-room', '2025-03-01']],
      meal: 'breakfast',
      company: 3,
    }),
    // From Friday to Sunday, made the same day
    stay(2, { arrival: '2025-03-07', departure: '2025-03-09', createdOn: '2025-03-07' }),
  ])
  const { codes, words } = firstStays(history, day)
  const of = (guest: number) =>
    Object.fromEntries(
      Object.entries(codes).map(([fact, column]) => [fact, words[fact as 'lead'][column[guest] as number]]),
    )
  expect(of(0)).toMatchObject({
    lead: '1-3',
    nights: '1',
    persons: '2',
    children: 'some',
    weekend: 'weekdays',
    meal: 'breakfast',
    company: 'some',
    requests: '1',
  })
  expect(of(1)).toMatchObject({
    lead: 'same-day',
    nights: '2',
    persons: '1',
    weekend: 'weekend',
    company: 'none',
    requests: 'none',
  })
})

test('weights are the logs of the shares with one added, by hand, and reasons those that speak for somebody', () => {
  // Two chosen who take breakfast, two others who do not, one to be looked at who does
  const meals = ['breakfast', 'breakfast', 'room-only', 'room-only', 'breakfast']
  const first = firstStays(
    historyOf(
      5,
      meals.map((meal, at) => stay(at + 1, { meal })),
    ),
    day,
  )
  const fitted = fitLikeness(first, Uint8Array.of(1, 1, 0, 0, 2))
  const breakfast = first.words.meal.indexOf('breakfast')
  expect(fitted.weights.meal[breakfast]).toBeCloseTo(Math.log((2 + 1) / (2 + 3) / ((0 + 1) / (2 + 3))), 12)
  expect(likenessOf(first, fitted, 4)).toBeCloseTo(Math.log(3), 12)
  expect(likenessReasons(first, fitted, 4, 3)).toEqual([
    { fact: 'meal', word: 'breakfast', weight: expect.closeTo(Math.log(3), 12) },
  ])
  expect(likenessReasons(first, fitted, 2, 3)).toEqual([])
})
