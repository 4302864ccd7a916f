import { describe, expect, test } from 'vitest'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import {
  checkAccount,
  checkDates,
  checkNoCard,
  checkNotPast,
  checkParty,
  checkPastNights,
  checkPersons,
  checkRatePlan,
  checkRooms,
  checkRoomType,
  firstOf,
} from '#shared/domain/booking/rules.ts'
import { refuse } from '#shared/values/index.ts'
import { booking, day, facts, id, night, nights, today } from './support.ts'

test.each([
  [0, 0, null],
  [0, 1, null],
  [0, 400, null],
  [0, 401, refuse('STAY_TOO_LONG', { nights: 401, max: 400 })],
  [1, 0, refuse('DEPARTURE_BEFORE_ARRIVAL', { arrival: day(1), departure: today })],
])('a stay from day %s to day %s', (arrival, departure, answer) => {
  expect(checkDates(day(arrival), day(departure))).toEqual(answer)
})

test('a day lies in the past from yesterday on', () => {
  expect(checkNotPast(day(-1), facts)).toEqual(
    refuse('NIGHT_IN_PAST', { night: day(-1), businessDate: today }),
  )
  expect(checkNotPast(today, facts)).toBeNull()
})

describe('checkPastNights', () => {
  const inHouse = booking({
    status: 'in-house',
    arrival: day(-2),
    departure: day(1),
    nights: nights({ '-2': night(), '-1': night(), 0: night() }),
  })
  const past = (offset: number) => refuse('NIGHT_IN_PAST', { night: day(offset), businessDate: today })
  const overdue = { ...inHouse, departure: day(-1), nights: nights({ '-2': night() }) }
  test.each<[string, BookingImage, BookingImage['nights'], unknown]>([
    ['all as it was', inHouse, inHouse.nights, null],
    ['the room of tonight', inHouse, { ...inHouse.nights, ...nights({ 0: night({ roomId: 11 }) }) }, null],
    ['another room', inHouse, { ...inHouse.nights, ...nights({ '-1': night({ roomId: 11 }) }) }, past(-1)],
    ['another type', inHouse, { ...inHouse.nights, ...nights({ '-1': night({ roomTypeId: 2 }) }) }, past(-1)],
    ['another rate', inHouse, { ...inHouse.nights, ...nights({ '-1': night({ rateMinor: 1 }) }) }, past(-1)],
    ['a night before', inHouse, { ...inHouse.nights, ...nights({ '-3': night() }) }, past(-3)],
    ['a slept night away', inHouse, nights({ '-2': night(), 0: night() }), past(-1)],
    ['tonight away', inHouse, nights({ '-2': night(), '-1': night() }), null],
    ['a night of who never came', { ...inHouse, status: 'confirmed' }, nights({ 0: night() }), null],
    ['nights since the departure', overdue, nights({ '-2': night(), '-1': night() }), null],
    [
      'the same of who never came',
      { ...overdue, status: 'confirmed' },
      nights({ '-2': night(), '-1': night() }),
      past(-1),
    ],
    [
      'another rate since the departure',
      { ...overdue, nights: nights({ '-2': night(), '-1': night() }) },
      nights({ '-2': night(), '-1': night({ rateMinor: 1 }) }),
      past(-1),
    ],
  ])('%s', (_what, before, after, answer) => {
    expect(checkPastNights(before, { ...before, nights: after }, facts)).toEqual(answer)
  })
})

test.each<[string, Partial<BookingImage>, unknown]>([
  ['as many as the type takes', { adults: 1, children: 1, infants: 3 }, null],
  [
    'one more',
    { adults: 2, children: 1 },
    refuse('TOO_MANY_PERSONS', { persons: 3, max: 2, roomType: 'T1' }),
  ],
  [
    'more named than counted',
    { companions: { 2: true, 3: true } },
    refuse('TOO_MANY_PERSONS', { persons: 3, max: 2, roomType: 'T1' }),
  ],
  ['a type that is not on file', { roomTypeId: id(9) }, refuse('ROOM_TYPE_UNKNOWN', { id: 9 })],
])('persons: %s', (_what, over, answer) => {
  expect(checkPersons(booking(over), facts)).toEqual(answer)
})

test.each<[string, number, number | null, number[], unknown]>([
  ['the guest alone', 1, null, [], null],
  ['with others', 1, 2, [3, 4], null],
  ['the booker stays along', 1, 2, [2], null],
  ['the guest books', 1, 1, [], null],
  ['no such guest', 9, null, [], refuse('GUEST_UNKNOWN', { id: 9 })],
  ['no such booker', 1, 9, [], refuse('GUEST_UNKNOWN', { id: 9 })],
  ['no such companion', 1, null, [2, 9], refuse('GUEST_UNKNOWN', { id: 9 })],
  ['no such companion beside a booker', 1, 2, [9], refuse('GUEST_UNKNOWN', { id: 9 })],
  ['the guest as companion', 1, null, [2, 1], refuse('GUEST_TWICE', { id: 1 })],
  ['a companion twice', 1, null, [2, 2], refuse('GUEST_TWICE', { id: 2 })],
])('party: %s', (_what, guest, booker, companions, answer) => {
  expect(checkParty(id(guest), booker === null ? null : id(booker), companions.map(id), facts)).toEqual(
    answer,
  )
})

test.each<[number | null, 'agency' | 'company', boolean]>([
  [null, 'agency', true],
  [1, 'agency', true],
  [1, 'company', false],
  [2, 'company', true],
  [2, 'agency', false],
  [3, 'agency', false],
  [9, 'agency', false],
])('account %s as %s: %s', (account, kind, holds) => {
  expect(checkAccount(account, kind, facts)).toEqual(
    holds ? null : refuse('ACCOUNT_UNKNOWN', { id: account ?? '', kind }),
  )
})

test('only a type and a plan in use can be booked', () => {
  expect(checkRoomType(1, facts)).toBeNull()
  for (const type of [3, 9])
    expect(checkRoomType(type, facts)).toEqual(refuse('ROOM_TYPE_UNKNOWN', { id: type }))
  expect(checkRatePlan(1, facts)).toBeNull()
  for (const plan of [2, 9])
    expect(checkRatePlan(plan, facts)).toEqual(refuse('RATE_PLAN_UNKNOWN', { id: plan }))
})

describe('checkRooms', () => {
  const wrongType = refuse('ROOM_WRONG_TYPE', { room: '21', roomType: 'T2', wanted: 'T1' })
  const inRoom = (roomId: number | null) => booking({ nights: nights({ 1: night(), 2: night({ roomId }) }) })
  test.each<[string, BookingImage | null, BookingImage, unknown]>([
    ['no room', null, inRoom(null), null],
    ['a room of the type', null, inRoom(11), null],
    ['no such room', null, inRoom(99), refuse('ROOM_UNKNOWN', { id: 99 })],
    ['a room no longer in use', null, inRoom(14), refuse('ROOM_UNKNOWN', { id: 14 })],
    ['a room of another type', null, inRoom(21), wrongType],
    ['a room out of service', null, inRoom(13), refuse('ROOM_OUT_OF_SERVICE', { room: '13' })],
    ['the room it had', inRoom(13), inRoom(13), null],
    [
      'a room for a night that had none',
      inRoom(null),
      inRoom(13),
      refuse('ROOM_OUT_OF_SERVICE', { room: '13' }),
    ],
    [
      'a room for a night that was not booked',
      booking({ nights: nights({ 1: night() }) }),
      inRoom(13),
      refuse('ROOM_OUT_OF_SERVICE', { room: '13' }),
    ],
    ['a night that was slept', null, booking({ nights: nights({ '-1': night({ roomId: 13 }) }) }), null],
    [
      'tonight',
      null,
      booking({ nights: nights({ 0: night({ roomId: 13 }) }) }),
      refuse('ROOM_OUT_OF_SERVICE', { room: '13' }),
    ],
    [
      'a type that is not on file',
      null,
      booking({ nights: nights({ 1: night({ roomTypeId: 9, roomId: 11 }) }) }),
      refuse('ROOM_WRONG_TYPE', { room: '11', roomType: 'T1', wanted: '' }),
    ],
  ])('%s', (_what, before, after, answer) => {
    expect(checkRooms(before, after, facts)).toEqual(answer)
  })
})

test('a card number is refused by its field, brand and last digits', () => {
  expect(checkNoCard('comment', 'late')).toBeNull()
  expect(checkNoCard('comment', '4111 1111 1111 1111')).toEqual(
    refuse('CARD_NUMBER', { field: 'comment', brand: 'visa', last4: '1111' }),
  )
})

test('the first check that does not hold answers, and none after it is asked', () => {
  const fails = () => refuse('ROOM_UNKNOWN', { id: 1 })
  const neverAsked = () => {
    throw new Error('asked')
  }
  expect(firstOf()).toBeNull()
  expect(firstOf(() => null)).toBeNull()
  expect(firstOf(() => null, fails, neverAsked)).toEqual(refuse('ROOM_UNKNOWN', { id: 1 }))
})
