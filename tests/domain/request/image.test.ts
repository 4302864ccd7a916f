import { describe, expect, test } from 'vitest'
import { derivedStates } from '#shared/domain/booking/booking.ts'
import { leftOf } from '#shared/domain/booking/stock.ts'
import { dueAfterMove, requestsOfPreferences } from '#shared/domain/request/image.ts'
import { byFit, meetsOf, wishesOf } from '#shared/domain/room/fit.ts'

const d = (text: string) => text as never
const author = { moment: '2026-03-02T04:00:00.000Z', actor: 'admin' }

test('preferences become requests due on arrival, each wish once', () => {
  const made = requestsOfPreferences(
    7 as never,
    [
      { group: 'floor', value: 'high' },
      { group: 'floor', value: 'high' },
      { group: 'diet', value: 'halal' },
      { group: 'no-such-group', value: 'x' },
    ],
    d('2026-03-10'),
    author,
  )
  expect(made).toMatchObject([
    { kind: 'high-floor', text: '', dueOn: '2026-03-10', fromPreference: true, createdBy: 'admin' },
    { kind: 'other', text: 'halal', department: 'food-and-beverage' },
  ])
})

test.each([
  ['open', '2026-03-10', '2026-03-20'],
  ['open', '2026-03-12', '2026-03-20'],
  ['acknowledged', '2026-03-25', '2026-03-22'],
  ['open', '2026-03-21', '2026-03-21'],
  ['done', '2026-03-10', '2026-03-10'],
] as const)('a stay that moves takes a request that is %s and due %s to %s', (status, dueOn, expected) => {
  expect(
    dueAfterMove(
      { status, dueOn: d(dueOn) },
      { arrival: d('2026-03-10') },
      { arrival: d('2026-03-20'), departure: d('2026-03-22') },
    ),
  ).toBe(expected)
})

test('what was due on arrival stays so when the stay begins earlier, though it is within the new dates', () => {
  const from = { arrival: d('2026-03-10') }
  const to = { arrival: d('2026-03-05'), departure: d('2026-03-12') }
  expect(dueAfterMove({ status: 'open', dueOn: d('2026-03-10') }, from, to)).toBe('2026-03-05')
  expect(dueAfterMove({ status: 'open', dueOn: d('2026-03-11') }, from, to)).toBe('2026-03-11')
})

test.each([
  ['confirmed', '2026-03-02', '2026-03-04', ['due-in']],
  ['confirmed', '2026-03-01', '2026-03-04', ['late']],
  ['confirmed', '2026-03-05', '2026-03-06', []],
  ['in-house', '2026-03-01', '2026-03-02', ['due-out']],
  ['in-house', '2026-02-27', '2026-03-01', ['overdue']],
  ['in-house', '2026-03-01', '2026-03-03', ['stay-over']],
  ['confirmed', '2026-03-02', '2026-03-02', ['due-in', 'day-use']],
  ['cancelled', '2026-03-02', '2026-03-04', []],
] as const)('%s from %s to %s is %j on 2 March', (status, arrival, departure, expected) => {
  expect(derivedStates({ status, arrival: d(arrival), departure: d(departure) }, d('2026-03-02'))).toEqual(
    expected,
  )
})

test('what is left is physical − out of order + overbooking − sold; without rooms it is the overbooking', () => {
  expect(leftOf({ physical: 10, outOfOrder: 2, overbooking: 1, sold: 4 })).toBe(5)
  expect(leftOf({ physical: 0, outOfOrder: 0, overbooking: 3, sold: 0 })).toBe(3)
})

describe('a room fits', () => {
  const room = (number: string, features: string[], housekeeping = 'clean', outOfService = false) => ({
    number,
    features,
    housekeeping,
    outOfService,
    occupied: false,
  })

  test('by the wishes it meets, then clean, then by number; out of service last', () => {
    const wishes = wishesOf(
      ['quiet'],
      [
        { group: 'floor', value: 'high' },
        { group: 'room-feature', value: 'view' },
        { group: 'diet', value: 'halal' },
      ],
    )
    expect(wishes).toEqual(['quiet', 'high-floor', 'view'])
    const rooms = [
      room('1001', []),
      room('901', []),
      room('501', [], 'dirty'),
      room('303', ['view', 'quiet'], 'dirty'),
      room('302', ['quiet', 'high-floor', 'view'], 'clean', true),
    ]
    const ordered = byFit(
      rooms.map((one) => ({ ...one, meets: meetsOf(one, wishes), stays: 0, floorStays: 0 })),
    )
    expect(ordered.map((one) => one.number)).toEqual(['303', '901', '1001', '501', '302'])
  })
})
