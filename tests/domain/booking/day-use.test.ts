import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkHours,
  type Hours,
  holdsHours,
  hoursOfNights,
  hoursPlanned,
  hoursTaken,
  minutesOf,
  type NightsAbout,
  overlap,
} from '#shared/domain/booking/day-use.ts'
import type { BusinessDate, RoomId } from '#shared/values/index.ts'

const day = '2026-03-02' as BusinessDate
const before = '2026-03-01' as BusinessDate
const times = { arriveFrom: '14:00', departBy: '12:00' }

const clock = fc.integer({ min: 0, max: 24 * 60 - 1 }).map(timeOf)
const hours = fc
  .tuple(fc.integer({ min: 0, max: 24 * 60 - 2 }), fc.integer({ min: 1, max: 24 * 60 - 1 }))
  .map(([from, length]): Hours => ({ from: timeOf(from), to: timeOf(Math.min(from + length, 24 * 60 - 1)) }))
  .filter(({ from, to }) => from < to)

function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

describe('hours overlap', () => {
  test('where they have a minute in common, and only there', () => {
    fc.assert(
      fc.property(hours, hours, (a, b) => {
        const minutes = (one: Hours) => {
          const all: number[] = []
          for (let at = minutesOf(one.from); at < minutesOf(one.to); at += 1) all.push(at)
          return all
        }
        const others = new Set(minutes(b))
        expect(overlap(a, b)).toBe(minutes(a).some((minute) => others.has(minute)))
        expect(overlap(a, b)).toBe(overlap(b, a))
      }),
    )
  })

  test('with themselves, and never with what begins when they end', () => {
    fc.assert(
      fc.property(hours, clock, (one, end) => {
        expect(overlap(one, one)).toBe(true)
        expect(overlap(one, { from: one.to, to: end })).toBe(false)
        expect(checkHours(one)).toBeNull()
        expect(checkHours({ from: one.to, to: one.from })).toMatchObject({
          refusal: { code: 'HOURS_REVERSED' },
        })
      }),
    )
  })
})

describe('a room is had by nights', () => {
  const of = (status: string, arrival: BusinessDate = day) => ({ status: status as never, arrival })
  const all = { from: '00:00', to: '24:00' }
  test.each<[string, NightsAbout, Hours | null]>([
    ['all day by who stays over', { before: true, on: true, booking: of('in-house', before) }, all],
    [
      'from the afternoon by who comes',
      { before: false, on: true, booking: of('confirmed') },
      { from: '14:00', to: '24:00' },
    ],
    ['by who has come already', { before: false, on: true, booking: of('in-house') }, all],
    [
      'from the afternoon by who moves into it',
      { before: false, on: true, booking: of('in-house', before) },
      { from: '14:00', to: '24:00' },
    ],
    [
      'until noon by who goes',
      { before: true, on: false, booking: of('in-house', before) },
      { from: '00:00', to: '12:00' },
    ],
    ['no more by who has gone', { before: true, on: false, booking: of('checked-out', before) }, null],
    ['all day while it is out of order', { before: false, on: true, booking: null }, all],
    [
      'until noon when it comes back',
      { before: true, on: false, booking: null },
      { from: '00:00', to: '12:00' },
    ],
    ['by nobody', { before: false, on: false, booking: of('confirmed') }, null],
  ])('%s', (_what, about, expected) => {
    expect(hoursOfNights(about, day, times)).toEqual(expected)
  })

  test('as they are planned: of a move the room of each side', () => {
    const night = (roomId: number) => ({ roomTypeId: 1 as never, roomId: roomId as RoomId, rateMinor: 0 })
    const nights = { [before]: night(1), [day]: night(2) }
    expect(hoursPlanned(nights, 1 as RoomId, day, times)).toEqual({ from: '00:00', to: '12:00' })
    expect(hoursPlanned(nights, 2 as RoomId, day, times)).toEqual({ from: '14:00', to: '24:00' })
    expect(hoursPlanned(nights, 3 as RoomId, day, times)).toBeNull()
  })
})

test('only who is to come or is there keeps others out', () => {
  const statuses = [
    'enquiry',
    'waitlisted',
    'confirmed',
    'in-house',
    'checked-out',
    'cancelled',
    'no-show',
  ] as const
  const holding = statuses.filter((status) => holdsHours({ status, arrival: day, departure: day }))
  expect(holding).toEqual(['confirmed', 'in-house'])
  expect(holdsHours({ status: 'confirmed', arrival: before, departure: day })).toBe(false)
})

test('who has the room is named, a block as such', () => {
  const held = [
    { from: '08:00', to: '10:00', confirmationNo: '10000001' },
    { from: '12:00', to: '14:00', confirmationNo: null },
  ]
  const taken = (from: string, to: string) => hoursTaken({ from, to }, held, { room: '101', day })
  expect(taken('10:00', '12:00')).toBeNull()
  expect(taken('09:00', '13:00')).toMatchObject({ refusal: { params: { confirmationNo: '10000001' } } })
  expect(taken('13:00', '13:30')).toMatchObject({
    refusal: { params: { confirmationNo: 'OOO', room: '101' } },
  })
})
