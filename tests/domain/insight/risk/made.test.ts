import { describe, expect, it } from 'vitest'
import { bookingDemandColumns, type DemandColumn } from '#shared/domain/import/booking-demand-columns.ts'
import { badDebtOf } from '#shared/domain/insight/risk/bad-debt.ts'
import { madeFromFile, riskFileColumns } from '#shared/domain/insight/risk/demand-file.ts'
import { countEarlier } from '#shared/domain/insight/risk/earlier.ts'
import {
  createCoder,
  createMade,
  NO_DAY,
  outcomeCame,
  outcomeCancelled,
  outcomeNoShow,
  outcomeOpen,
  setDays,
  weekendNightsOf,
} from '#shared/domain/insight/risk/made.ts'
import { overdueMinor } from '#shared/domain/insight/risk/overdue.ts'
import { blocksOf, countTogether } from '#shared/domain/insight/risk/together.ts'
import { businessDateOf } from '#shared/values/index.ts'
import { type DemandRow, demandRow } from '#tests/support/booking-demand.ts'
import { dayOf } from '#tests/support/history.ts'

function fileRow(row: DemandRow) {
  const cells = demandRow(row)
  return (column: DemandColumn) => cells[bookingDemandColumns.indexOf(column)] as string
}

describe('facts of the day a booking was made', () => {
  it('come from the columns that were known then', () => {
    const { made, unread } = madeFromFile([
      fileRow({ reservation_status: 'Canceled', reservation_status_date: '2016-08-01', children: 'NA' }),
      fileRow({ lead_time: 'x' }),
      fileRow({ reservation_status: 'Lost' }),
    ])
    expect(unread).toEqual([
      { row: 1, column: 'lead_time' },
      { row: 2, column: 'reservation_status' },
    ])
    const fact = (name: keyof typeof made.numbers) => made.numbers[name][0]
    // 12 August 2016 was a Friday; 30 days before, 13 July, a Wednesday
    expect(made.arrival[0]! - made.createdOn[0]!).toBe(30)
    expect([fact('leadTime'), fact('nights'), fact('weekendNights')]).toEqual([30, 3, 2])
    expect([fact('arrivalDay'), fact('arrivalWeekday'), fact('madeWeekday')]).toEqual([225, 5, 3])
    expect(fact('children')).toBeNaN()
    expect(fact('rate')).toBeCloseTo(98.55, 4)
    expect(made.outcome[0]).toBe(outcomeCancelled)
    expect(made.cancelledOn[0]).toBe(dayOf('2016-08-01'))
    expect(made.words.agency[made.codes.agency[0]!]).toBe('9')
    expect(made.words.company[made.codes.company[0]!]).toBe('')
  })

  it('never come from a column that was written later', () => {
    const later: DemandColumn[] = [
      'is_canceled',
      'assigned_room_type',
      'booking_changes',
      'country',
      'days_in_waiting_list',
      'required_car_parking_spaces',
      'total_of_special_requests',
    ]
    expect(riskFileColumns.filter((column) => later.includes(column))).toEqual([])
  })

  it('count Friday and Saturday nights as the weekend', () => {
    const monday = dayOf('2026-03-02')
    const slow = (arrival: number, nights: number) =>
      Array.from({ length: nights }, (_, i) => (arrival + i + 4) % 7).filter((day) => day >= 5).length
    for (const nights of [0, 1, 4, 5, 6, 7, 13, 40])
      for (let shift = 0; shift < 7; shift++)
        expect(weekendNightsOf(monday + shift, nights)).toBe(slow(monday + shift, nights))
  })

  it('code words up to what a column holds', () => {
    const words = ['']
    const code = createCoder(words)
    expect([code('a'), code('b'), code('a'), code('')]).toEqual([1, 2, 1, 0])
    for (let i = words.length; i < 70_000; i++) code(`w${i}`)
    expect(words).toHaveLength(0xffff)
    expect(code('one more')).toBe(0)
  })
})

describe('rooms booked together', () => {
  const made = createMade(4)
  for (const row of [0, 1, 2, 3]) setDays(made, row, { createdOn: 100, arrival: 130, nights: 2 })
  made.codes.agency.set([7, 7, 7, 8])
  made.createdOn[2] = 101

  it('are of one day, one stay and one account', () => {
    countTogether(made)
    expect([...made.numbers.roomsTogether]).toEqual([2, 2, 1, 1])
  })

  it('make a block with the mean of their probabilities', () => {
    expect(blocksOf(made, [0, 1, 3], [0.2, 0.4, 0.9])).toEqual([
      { rooms: 2, probability: expect.closeTo(0.3, 9) },
      { rooms: 1, probability: 0.9 },
    ])
  })
})

describe('what a guest had done before', () => {
  it('is what ended before the day on which a booking was made', () => {
    // created, arrival, departure, cancelled, outcome
    const rows = [
      [1, 10, 12, NO_DAY, outcomeCame],
      [2, 20, 22, 15, outcomeCancelled],
      [12, 30, 31, NO_DAY, outcomeNoShow],
      [16, 40, 42, 16, outcomeCancelled],
      [31, 50, 51, NO_DAY, outcomeOpen],
      [5, 60, 61, NO_DAY, outcomeCancelled],
    ]
    const column = (at: number) => Int32Array.from(rows, (row) => row[at] as number)
    const found: string[] = []
    countEarlier(
      {
        from: Int32Array.of(0, rows.length),
        createdOn: column(0),
        arrival: column(1),
        departure: column(2),
        cancelledOn: column(3),
        outcomeOf: (at) => rows[at]![4] as number,
      },
      0,
      (_, { stays, cancellations, noShows }) => found.push(`${stays} ${cancellations} ${noShows}`),
    )
    // A departure or a cancellation of the same day is not yet known; the last was cancelled on an unknown day
    expect(found).toEqual(['0 0 0', '0 0 0', '0 0 0', '1 1 0', '1 2 1', '0 0 0'])
  })

  it('is counted quickly for an agency that books as a guest', () => {
    const many = 40_000
    const days = (shift: number) => Int32Array.from({ length: many }, (_, i) => (i % 900) + shift)
    let stays = 0
    countEarlier(
      {
        from: Int32Array.of(0, many),
        createdOn: days(0),
        arrival: days(5),
        departure: days(6),
        cancelledOn: new Int32Array(many).fill(NO_DAY),
        outcomeOf: () => outcomeCame,
      },
      0,
      (_, earlier) => (stays = Math.max(stays, earlier.stays)),
    )
    // The latest day on which one was made is 899; departures before it are those of i % 900 < 893
    expect(stays).toBe(Array.from({ length: many }, (_, i) => i % 900).filter((i) => i + 6 < 899).length)
  })
})

describe('bad debt', () => {
  const known = {
    totalMinor: 50_000,
    earlierStays: 0,
    earlierNoShows: 0,
    meanTotalMinor: 60_000,
    depositDueMinor: 0,
    leftMinor: 0,
    overdueMinor: 0,
  }
  it.each([
    ['deposit', {}, 'covered', 'guaranteed'],
    ['company', { earlierNoShows: 2 }, 'covered', 'guaranteed'],
    ['deposit', { depositDueMinor: 20_000 }, 'watch', 'depositDue', 20_000],
    ['company', { overdueMinor: 7_000 }, 'watch', 'accountOverdue', 7_000],
    ['deposit', { leftMinor: 5_000, depositDueMinor: 20_000 }, 'high', 'leftUnpaid', 5_000],
    ['none', { earlierNoShows: 1, earlierStays: 9 }, 'high', 'missedBefore'],
    ['refundable', { earlierStays: 1 }, 'low', 'knownGuest'],
    ['none', { totalMinor: 120_000 }, 'watch', 'firstAndLarge'],
    ['none', { totalMinor: 119_999 }, 'low', 'smallAmount'],
    ['none', { totalMinor: 9e9, meanTotalMinor: null }, 'low', 'smallAmount'],
  ] as const)(
    'of guarantee %s with %o is %s',
    (guarantee, more, level, reason, amountMinor: number | null = null) => {
      expect(badDebtOf({ ...known, guarantee, ...more })).toEqual({ level, reason, amountMinor })
    },
  )

  it('of an account is overdue with what payments, the oldest first, left of items due long ago', () => {
    const items = [
      { dueOn: businessDateOf('2026-01-10'), amountMinor: 10_000 },
      { dueOn: businessDateOf('2026-02-01'), amountMinor: 6_000 },
      { dueOn: businessDateOf('2026-02-05'), amountMinor: -12_000 },
      { dueOn: businessDateOf('2026-03-01'), amountMinor: 9_000 },
    ]
    expect(overdueMinor(items, businessDateOf('2026-01-31'))).toBe(0)
    expect(overdueMinor(items, businessDateOf('2026-02-28'))).toBe(4_000)
    expect(overdueMinor(items, businessDateOf('2026-03-01'))).toBe(13_000)
  })
})
