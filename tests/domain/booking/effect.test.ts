import { describe, expect, test } from 'vitest'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { effectOf } from '#shared/domain/booking/effect.ts'
import { booking, day, id, night, nights } from './support.ts'

const labels = {
  guest: (n: number) => `G${n}`,
  account: (n: number) => `A${n}`,
  roomType: (n: number) => `T${n}`,
  ratePlan: (n: number) => `P${n}`,
  room: (n: number) => `R${n}`,
}
const effect = (before: BookingImage | null, after: BookingImage) => effectOf(before, after, labels, () => 7)

test.each<[string, Partial<BookingImage>, unknown, unknown]>([
  ['status', { status: 'enquiry' }, 'confirmed', 'enquiry'],
  ['arrival', { arrival: day(0) }, day(1), day(0)],
  ['departure', { departure: day(4) }, day(3), day(4)],
  ['guestId', { guestId: id(2) }, 'G1', 'G2'],
  ['bookerId', { bookerId: id(2) }, null, 'G2'],
  ['companions', { companions: { 2: true, 3: true } }, null, 'G2, G3'],
  ['adults', { adults: 2 }, 1, 2],
  ['children', { children: 1 }, 0, 1],
  ['infants', { infants: 1 }, 0, 1],
  ['roomTypeId', { roomTypeId: id(2) }, 'T1', 'T2'],
  ['chargedRoomTypeId', { chargedRoomTypeId: id(2) }, 'T1', 'T2'],
  ['ratePlanId', { ratePlanId: null }, 'P1', null],
  ['meal', { meal: 'breakfast' }, 'room-only', 'breakfast'],
  ['segment', { segment: 'group' }, 'transient', 'group'],
  ['channel', { channel: 'gds' }, 'direct', 'gds'],
  ['guarantee', { guarantee: 'deposit' }, 'none', 'deposit'],
  ['expectedTime', { expectedTime: '15:30' }, null, '15:30'],
  ['holdUntil', { holdUntil: '18:00' }, null, '18:00'],
  ['depositMinor', { depositMinor: 30_000 }, null, 30_000],
  ['depositDueOn', { depositDueOn: day(0) }, null, day(0)],
  ['agencyId', { agencyId: id(1) }, null, 'A1'],
  ['companyId', { companyId: id(2) }, null, 'A2'],
  ['comment', { comment: 'late' }, null, 'late'],
  ['cancelledOn', { cancelledOn: day(0) }, null, day(0)],
  ['cancelReason', { cancelReason: 'ill' }, null, 'ill'],
])('%s is shown from what to what', (field, over, before, after) => {
  expect(effect(booking(), booking(over)).facts).toEqual([{ field, before, after }])
})

test.each<[string, Partial<BookingImage>]>([
  ['an empty reason', { cancelReason: '' }],
  [
    'where it comes from',
    { source: { a: 1 }, importBatchId: id(1), confirmationNo: '1', createdOn: day(-1) },
  ],
])('%s is no fact', (_what, over) => {
  expect(effect(booking(), booking(over)).facts).toEqual([])
})

describe('rooms', () => {
  const inRooms = (...rooms: (number | null)[]) =>
    booking({ nights: Object.fromEntries(rooms.map((roomId, at) => [day(at + 1), night({ roomId })])) })
  test.each<[string, BookingImage, unknown[]]>([
    ['none', inRooms(null, null), []],
    ['one room', inRooms(11, 11), [{ field: 'roomId', before: null, after: 'R11' }]],
    ['a move', inRooms(12, 11), [{ field: 'roomId', before: null, after: 'R12, R11' }]],
    ['a room from the second night', inRooms(null, 11), [{ field: 'roomId', before: null, after: 'R11' }]],
    [
      'in the order of the nights, whatever the order of the keys',
      booking({ nights: nights({ '2': night({ roomId: 11 }), '1': night({ roomId: 12 }) }) }),
      [{ field: 'roomId', before: null, after: 'R12, R11' }],
    ],
    [
      'the later night first',
      booking({ nights: { [day(2)]: night({ roomId: 11 }), [day(1)]: night({ roomId: 12 }) } }),
      [{ field: 'roomId', before: null, after: 'R12, R11' }],
    ],
  ])('%s', (_what, after, facts) => {
    expect(effect(booking(), after).facts).toEqual(facts)
  })
})

describe('nights', () => {
  const nightOf = (
    at: number,
    change: string,
    before: number | null,
    after: number | null,
    left: number | null,
  ) => ({
    night: day(at),
    change,
    rateBeforeMinor: before,
    rateAfterMinor: after,
    leftAfter: left,
  })
  test('each is shown by its date, with its rates and what is left', () => {
    const before = booking({
      nights: nights({ 1: night(), 2: night(), 3: night(), 4: night(), 5: night() }),
    })
    const after = booking({
      nights: {
        ...nights({
          2: night({ rateMinor: 9 }),
          3: night({ roomId: 11 }),
          4: night({ roomTypeId: 2 }),
          5: night(),
        }),
        ...nights({ 0: night({ rateMinor: 5 }) }),
      },
    })
    expect(effect(before, after)).toMatchObject({
      nights: [
        nightOf(0, 'added', null, 5, 7),
        nightOf(1, 'removed', 10_000, null, 7),
        nightOf(2, 'changed', 10_000, 9, 7),
        nightOf(3, 'changed', 10_000, 10_000, 7),
        nightOf(4, 'changed', 10_000, 10_000, 7),
        nightOf(5, 'same', 10_000, 10_000, 7),
      ],
      nightsBefore: 5,
      nightsAfter: 5,
      totalBeforeMinor: 50_000,
      totalAfterMinor: 30_014,
    })
  })
  test('what is left is asked where a night is deducted or was', () => {
    const left = (before: BookingImage | null, after: BookingImage) =>
      effect(before, after).nights.map(({ leftAfter }) => leftAfter)
    const enquiry = booking({ status: 'enquiry' })
    expect(left(null, enquiry)).toEqual([null, null])
    expect(left(enquiry, booking())).toEqual([7, 7])
    expect(left(booking(), booking({ status: 'cancelled' }))).toEqual([7, 7])
  })
  test('of a new booking all are added, and every fact comes from nothing', () => {
    const made = effect(null, booking())
    expect(made).toMatchObject({
      nightsBefore: 0,
      totalBeforeMinor: 0,
      nightsAfter: 2,
      totalAfterMinor: 20_000,
    })
    expect(made.nights.map(({ change }) => change)).toEqual(['added', 'added'])
    expect(made.facts.every(({ before, after }) => before === null && after !== null)).toBe(true)
    expect(made.facts.map(({ field }) => field)).toContain('guestId')
  })
})
