import { expect, test } from 'vitest'
import {
  categoryFacts,
  type FactTable,
  type NumberFact,
  numberFacts,
} from '#shared/domain/insight/facts/catalogue.ts'
import { factsAsOf } from '#shared/domain/insight/facts/facts-as-of.ts'
import { nextDayOf } from '#shared/domain/insight/facts/next-day.ts'
import { dayOf, historyOf, type WrittenBooking } from '#tests/support/history.ts'

function of(table: FactTable, guest: number): Record<string, number | string> {
  const row = table.id.indexOf(guest)
  return {
    ...Object.fromEntries(numberFacts.map(({ name }) => [name, table.numbers[name][row] as number])),
    ...Object.fromEntries(
      categoryFacts.map(({ name }) => [name, table.words[name][table.codes[name][row] as number] as string]),
    ),
  }
}

const stays: readonly WrittenBooking[] = [
  // Two bookings that touch: one stay of three nights
  {
    guest: 1,
    arrival: '2025-01-03',
    departure: '2025-01-05',
    total: 40_000,
    createdOn: '2025-01-01',
    channel: 'website',
  },
  {
    guest: 1,
    arrival: '2025-01-05',
    departure: '2025-01-06',
    total: 20_000,
    createdOn: '2025-01-05',
    meal: 'breakfast',
  },
  // 30 days after the first arrival
  {
    guest: 1,
    arrival: '2025-02-02',
    departure: '2025-02-03',
    total: 30_000,
    children: 1,
    company: 4,
    meal: 'half-board',
  },
  // 70 days after that
  { guest: 1, arrival: '2025-04-13', departure: '2025-04-15', total: 50_000, upgraded: true, sold: false },
  {
    guest: 1,
    arrival: '2025-05-01',
    departure: '2025-05-02',
    status: 'cancelled',
    createdOn: '2025-04-20',
    cancelledOn: '2025-04-28',
  },
  { guest: 1, arrival: '2025-05-10', departure: '2025-05-11', status: 'no-show', createdOn: '2025-05-01' },
  { guest: 1, arrival: '2025-07-01', departure: '2025-07-04', status: 'confirmed', createdOn: '2025-05-20' },
  { guest: 1, arrival: '2025-08-01', departure: '2025-08-04', status: 'enquiry', createdOn: '2025-05-21' },
  // Day use alone
  { guest: 2, arrival: '2025-03-07', departure: '2025-03-07', total: 9_000 },
]

test('facts of a guest on a day, by hand', () => {
  const table = factsAsOf(historyOf(3, stays), dayOf('2025-06-01'))
  expect(of(table, 1)).toMatchObject({
    stays: 3,
    nights: 6,
    roomRevenue: 140_000,
    firstArrival: dayOf('2025-01-03'),
    lastArrival: dayOf('2025-04-13'),
    lastDeparture: dayOf('2025-04-15'),
    daysSince: 47,
    tenure: 149,
    gapMean: 50,
    gapMedian: 50,
    gapDeviation: Math.fround(Math.sqrt(800)),
    nightsPerStay: 2,
    longestStay: 3,
    revenuePerNight: 140_000 / 6,
    stays12: 3,
    revenue12: 140_000,
    revenuePrior12: 0,
    givenNights: 2,
    upgrades: 1,
    bookings: 7,
    upcoming: 1,
    cancellations: 1,
    noShows: 1,
    childrenShare: 0.25,
    breakfastShare: 0.5,
    companyShare: 0.25,
    // 3 and 4 January, Friday and Saturday, and nothing else of the six
    weekendShare: Math.fround(2 / 6),
    meal: 'room-only',
    quarter: 'q1',
  })
})

test('a day use is a stay without nights, and a guest without a stay has a row', () => {
  const table = factsAsOf(historyOf(3, stays), dayOf('2025-06-01'))
  expect(of(table, 2)).toMatchObject({ stays: 1, nights: 0, roomRevenue: 9_000, daysSince: 86 })
  expect(of(table, 2).revenuePerNight).toBeNaN()
  expect(of(table, 3)).toMatchObject({ stays: 0, bookings: 0, roomRevenue: 0 })
  expect(of(table, 3).daysSince).toBeNaN()
})

test('the facts of an earlier day are those of a hotel that ends on it', () => {
  for (const day of ['2025-01-05', '2025-02-03', '2025-04-27', '2025-04-28', '2025-05-10']) {
    const before = stays.flatMap((one): WrittenBooking[] => {
      if ((one.createdOn ?? one.arrival) > day) return []
      const { status = 'checked-out', cancelledOn } = one
      if (status === 'cancelled' && (cancelledOn ?? '') > day) return [{ ...one, status: 'confirmed' }]
      if (status === 'checked-out' && one.departure > day) return [{ ...one, status: 'in-house' }]
      return [one]
    })
    const then = factsAsOf(historyOf(3, stays), dayOf(day))
    const ended = factsAsOf(historyOf(3, before), dayOf(day))
    for (const guest of [1, 2, 3]) expect(of(then, guest), day).toEqual(of(ended, guest))
  }
})

test('declined requests, waits and marks count from their own day on', () => {
  const history = historyOf(2, [
    {
      guest: 1,
      arrival: '2025-03-01',
      departure: '2025-03-04',
      requests: [
        ['quiet', '2025-02-20', '2025-03-01'],
        ['crib', '2025-02-20'],
        ['high-floor', '2025-02-20', '2025-03-02'],
      ],
      waited: 20,
      mark: [2, '2025-03-05'],
    },
    { guest: 1, arrival: '2025-04-01', departure: '2025-04-02', waited: 55, mark: [5, '2025-04-02'] },
    { guest: 1, arrival: '2025-05-01', departure: '2025-05-02', mark: [3, '2025-05-02'] },
  ])
  const on = (day: string, guest = 1) => {
    const { declinedRequests, longestWait, markMean, lowMarks } = of(factsAsOf(history, dayOf(day)), guest)
    return [declinedRequests, longestWait, markMean, lowMarks]
  }
  expect(on('2025-02-28')).toEqual([0, Number.NaN, Number.NaN, 0])
  expect(on('2025-03-01')).toEqual([1, 20, Number.NaN, 0])
  expect(on('2025-03-04')).toEqual([2, 20, Number.NaN, 0])
  expect(on('2025-03-05')).toEqual([2, 20, 2, 1])
  expect(on('2025-04-01')).toEqual([2, 55, 2, 1])
  expect(on('2025-06-01')).toEqual([2, 55, Math.fround(10 / 3), 1])
  expect(on('2025-06-01', 2)).toEqual([0, Number.NaN, Number.NaN, 0])
  expect([nextDayOf(history, 0, dayOf('2025-03-01')), nextDayOf(history, 0, dayOf('2025-03-04'))]).toEqual([
    dayOf('2025-03-02'),
    dayOf('2025-03-05'),
  ])
})

test('a stay of 365 days ago is not of the last twelve months, the one of 364 is', () => {
  const one = (departure: string): WrittenBooking => ({
    guest: 1,
    arrival: '2024-06-01',
    departure,
    total: 5,
  })
  const on = (departure: string, name: NumberFact) =>
    of(factsAsOf(historyOf(1, [one(departure)]), dayOf('2025-06-02')), 1)[name]
  expect([on('2024-06-02', 'revenue12'), on('2024-06-02', 'revenuePrior12')]).toEqual([0, 5])
  expect([on('2024-06-03', 'revenue12'), on('2024-06-03', 'revenuePrior12')]).toEqual([5, 0])
})

test('a profile made later is not known yet, unless it was booked for', () => {
  const history = historyOf(2, [{ guest: 2, arrival: '2025-03-07', departure: '2025-03-08' }])
  history.guests.createdOn.fill(dayOf('2025-05-01'))
  expect([...factsAsOf(history, dayOf('2025-04-01')).id]).toEqual([2])
  expect([...factsAsOf(history, dayOf('2025-05-01')).id]).toEqual([1, 2])
})

test('total revenue is the ledger’s where nights were posted, as booked before, and a late charge counts from its day', () => {
  const history = historyOf(1, [
    // Before the books: as booked, and the bar that was posted
    { guest: 1, arrival: '2025-01-03', departure: '2025-01-05', total: 60_000, posted: [{ other: 4_000 }] },
    {
      guest: 1,
      arrival: '2025-03-03',
      departure: '2025-03-05',
      total: 80_000,
      posted: [
        { room: 70_000 },
        { other: 9_500 },
        { on: '2025-03-07', other: 2_000 },
        { on: '2025-03-08', room: -5_000 },
      ],
    },
  ])
  const on = (day: string) => {
    const { roomRevenue, totalRevenue, otherRevenue, revenuePerStay } = of(factsAsOf(history, dayOf(day)), 1)
    return { roomRevenue, totalRevenue, otherRevenue, revenuePerStay }
  }
  const early = { roomRevenue: 60_000, totalRevenue: 64_000, otherRevenue: 4_000, revenuePerStay: 64_000 }
  expect(on('2025-03-04')).toEqual(early)
  const left = { roomRevenue: 140_000, totalRevenue: 143_500, otherRevenue: 13_500, revenuePerStay: 71_750 }
  expect(on('2025-03-06')).toEqual(left)
  expect(on('2025-03-07')).toMatchObject({ totalRevenue: 145_500, otherRevenue: 15_500 })
  expect(on('2025-03-08')).toMatchObject({ totalRevenue: 140_500, otherRevenue: 15_500 })
  expect(nextDayOf(history, 0, dayOf('2025-03-06'))).toBe(dayOf('2025-03-07'))
})
