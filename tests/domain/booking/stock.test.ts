import { describe, expect, test } from 'vitest'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { deducts } from '#shared/domain/booking/effect.ts'
import {
  type Holder,
  leftOf,
  newOccupations,
  newSales,
  remainingHolders,
  type Sale,
  type Stock,
  soldOut,
  takenBy,
} from '#shared/domain/booking/stock.ts'
import { refuse } from '#shared/values/index.ts'
import { booking, day, id, night, nights } from './support.ts'

test.each<[Stock, number]>([
  [{ physical: 10, outOfOrder: 0, overbooking: 0, sold: 0 }, 10],
  [{ physical: 10, outOfOrder: 2, overbooking: 1, sold: 4 }, 5],
  [{ physical: 1, outOfOrder: 0, overbooking: 0, sold: 3 }, -2],
])('left of %j is %s', (stock, left) => {
  expect(leftOf(stock)).toBe(left)
})

describe('what a change takes newly', () => {
  const inRoom = (first: number | null, second: number | null): Partial<BookingImage> => ({
    nights: nights({ 1: night({ roomId: first }), 2: night({ roomId: second }) }),
  })
  test.each<[string, BookingImage | null, BookingImage, number[], [number, number][]]>([
    ['a new booking', null, booking(inRoom(11, null)), [1, 2], [[1, 11]]],
    ['a new enquiry', null, booking({ ...inRoom(11, 11), status: 'enquiry' }), [], []],
    ['nothing new', booking(inRoom(11, 11)), booking(inRoom(11, 11)), [], []],
    [
      'an enquiry that is confirmed',
      booking({ ...inRoom(11, 11), status: 'enquiry' }),
      booking(inRoom(11, 11)),
      [1, 2],
      [
        [1, 11],
        [2, 11],
      ],
    ],
    ['a cancellation', booking(inRoom(11, 11)), booking({ ...inRoom(11, 11), status: 'cancelled' }), [], []],
    ['a move on the second night', booking(inRoom(11, 11)), booking(inRoom(11, 12)), [], [[2, 12]]],
    ['a room given back', booking(inRoom(11, 11)), booking(inRoom(11, null)), [], []],
    [
      'another type on the second night',
      booking(),
      booking({ nights: nights({ 1: night(), 2: night({ roomTypeId: 2 }) }) }),
      [2],
      [],
    ],
    [
      'a night more',
      booking(),
      booking({ nights: nights({ 1: night(), 2: night(), 3: night({ roomId: 11 }) }) }),
      [3],
      [[3, 11]],
    ],
  ])('%s', (_what, before, after, sold, occupied) => {
    expect(newSales(before, after)).toEqual(
      sold.map((at) => ({ night: day(at), roomTypeId: after.nights[day(at)]?.roomTypeId })),
    )
    expect(newOccupations(before, after)).toEqual(
      occupied.map(([at, roomId]) => ({ night: day(at), roomId })),
    )
  })
})

test.each<[string, BookingImage | null, boolean]>([
  ['a night of a confirmed booking', booking(), true],
  ['a night of an enquiry', booking({ status: 'enquiry' }), false],
  ['another night', booking({ nights: nights({ 3: night() }) }), false],
  ['no booking', null, false],
])('%s is deducted: %s', (_what, image, expected) => {
  expect(deducts(image, day(1))).toBe(expected)
})

describe('remainingHolders', () => {
  const held = {
    night: day(1),
    roomId: id(11),
    roomNumber: '11',
    confirmationNo: '10000002',
    bookingId: id(2),
  }
  const block = { ...held, confirmationNo: null, bookingId: null }
  const of = (changed: [number, BookingImage][]) =>
    remainingHolders([held, block], new Map(changed.map(([key, image]) => [id(key), image])))
  const inRoom = (roomId: number | null, over: Partial<BookingImage> = {}) =>
    booking({ nights: nights({ 1: night({ roomId }) }), ...over })
  test.each<[string, [number, BookingImage][], unknown[]]>([
    ['nothing changes', [], [held, block]],
    ['another booking changes', [[3, inRoom(null)]], [held, block]],
    ['it keeps the room', [[2, inRoom(11)]], [held, block]],
    ['it moves', [[2, inRoom(12)]], [block]],
    ['it is given no room', [[2, inRoom(null)]], [block]],
    ['it no longer has the night', [[2, booking({ nights: {} })]], [block]],
    ['it is cancelled', [[2, inRoom(11, { status: 'cancelled' })]], [block]],
  ])('%s', (_what, changed, answer) => {
    expect(of(changed)).toEqual(answer)
  })
})

describe('takenBy', () => {
  const holder = (at: number, room: number, confirmationNo: string | null): Holder => ({
    night: day(at),
    roomId: id(room),
    roomNumber: String(room),
    confirmationNo,
    bookingId: confirmationNo === null ? null : id(Number(confirmationNo) - 10_000_000),
  })
  const wanted = [
    { night: day(1), roomId: id(11) },
    { night: day(2), roomId: id(11) },
  ]
  test.each<[string, Holder[], unknown]>([
    ['nobody', [], null],
    ['another room that night', [holder(1, 12, '10000002')], null],
    ['that room another night', [holder(3, 11, '10000002')], null],
    [
      'a booking',
      [holder(1, 12, '10000002'), holder(2, 11, '10000003')],
      refuse('ROOM_TAKEN', { room: '11', night: day(2), confirmationNo: '10000003' }),
    ],
    [
      'a block, on the first night that is wanted',
      [holder(2, 11, '10000003'), holder(1, 11, null)],
      refuse('ROOM_TAKEN', { room: '11', night: day(1), confirmationNo: 'OOO' }),
    ],
  ])('%s', (_what, holders, answer) => {
    expect(takenBy(wanted, holders)).toEqual(answer)
  })
})

test.each<[string, number[], unknown]>([
  ['no night is asked for', [], null],
  ['one room left on each', [1, 1], null],
  ['none left on the second', [1, 0], refuse('NOT_AVAILABLE', { night: day(2), roomType: 'T1', left: 0 })],
  ['oversold on the first', [-2, 0], refuse('NOT_AVAILABLE', { night: day(1), roomType: 'T1', left: 0 })],
])('soldOut: %s', (_what, left, answer) => {
  const sales: Sale[] = left.map((_, at) => ({ night: day(at + 1), roomTypeId: id(1) }))
  const stockOf = (sale: Sale) => ({
    code: 'T1',
    physical: left[sales.indexOf(sale)] ?? 0,
    outOfOrder: 0,
    overbooking: 0,
    sold: 0,
  })
  expect(soldOut(sales, stockOf)).toEqual(answer)
})
