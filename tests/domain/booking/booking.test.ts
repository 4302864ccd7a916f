import { describe, expect, test } from 'vitest'
import {
  type BookingImage,
  type BookingStatus,
  companionIds,
  confirmationNoOf,
  derivedStates,
  isAwaited,
  isCalledOff,
  isEnded,
  isLive,
  personsOf,
  totalOf,
} from '#shared/domain/booking/booking.ts'
import type { BookingChange } from '#shared/domain/booking/change.ts'
import { distinctIds, namedInBooking, namedInChange } from '#shared/domain/booking/named.ts'
import { booking, day, id, night, nights, today } from './support.ts'

// By status: live, ended, called off, awaited. What may be done: acts.test.ts.
test.each<[BookingStatus, string]>([
  ['enquiry', 'awaited'],
  ['waitlisted', 'awaited'],
  ['confirmed', 'live awaited'],
  ['in-house', 'live'],
  ['checked-out', 'live ended'],
  ['cancelled', 'ended called-off'],
  ['no-show', 'ended called-off'],
])('%s is %s', (status, kinds) => {
  const are = { live: isLive, ended: isEnded, 'called-off': isCalledOff, awaited: isAwaited }
  const own = Object.entries(are).flatMap(([kind, is]) => (is(status) ? [kind] : []))
  expect(own.sort()).toEqual(kinds.split(' ').sort())
})

test.each<[BookingStatus, number, number, string[]]>([
  ['confirmed', 1, 2, []],
  ['confirmed', 0, 2, ['due-in']],
  ['confirmed', -1, 2, ['late']],
  ['confirmed', 0, 0, ['due-in', 'day-use']],
  ['enquiry', 0, 2, []],
  ['enquiry', -1, 2, []],
  ['in-house', -1, 1, ['stay-over']],
  ['in-house', -1, 0, ['due-out']],
  ['in-house', -2, -1, ['overdue']],
  ['in-house', 0, 0, ['due-out', 'day-use']],
  ['checked-out', -1, 0, []],
])('a %s stay from day %s to day %s is %j', (status, arrival, departure, states) => {
  expect(derivedStates({ status, arrival: day(arrival), departure: day(departure) }, today)).toEqual(states)
})

test.each<[Partial<BookingImage>, number]>([
  [{ adults: 1 }, 1],
  [{ adults: 2, children: 1, infants: 2 }, 3],
  [{ adults: 1, companions: { 2: true } }, 2],
  [{ adults: 3, companions: { 2: true } }, 3],
])('%j are %s persons', (over, persons) => {
  expect(personsOf(booking(over))).toBe(persons)
})

test('numbers, companions and the total', () => {
  expect(confirmationNoOf(1)).toBe('10000001')
  expect(companionIds(booking({ companions: { 2: true, 3: true } }))).toEqual([2, 3])
  expect(totalOf({})).toBe(0)
  expect(totalOf(nights({ 1: night(), 2: night({ rateMinor: 5 }) }))).toBe(10_005)
})

describe('what is named', () => {
  const image = booking({
    bookerId: id(2),
    companions: { 3: true },
    agencyId: id(1),
    companyId: id(2),
    chargedRoomTypeId: id(2),
    nights: nights({ 1: night({ roomId: 11 }), 2: night({ roomTypeId: 3 }) }),
  })
  test('in a booking: all, each once', () => {
    expect(namedInBooking(image)).toEqual({
      rooms: [11],
      types: [1, 2, 3],
      plans: [1],
      guests: [1, 2, 3],
      accounts: [1, 2],
    })
    expect(namedInBooking(booking({ ratePlanId: null }))).toMatchObject({
      plans: [],
      rooms: [],
      accounts: [],
    })
  })
  const untouched = { rooms: [11], types: [1, 2, 3], plans: [1], guests: [], accounts: [] }
  test.each<[BookingChange, object]>([
    [{ kind: 'confirm' }, {}],
    [{ kind: 'room', roomId: id(12) }, { rooms: [11, 12] }],
    [{ kind: 'room', roomId: null }, {}],
    [{ kind: 'room-type', roomTypeId: id(4), keepCharge: false }, { types: [1, 2, 3, 4] }],
    [{ kind: 'rate', ratePlanId: id(2), rates: [] }, { plans: [1, 2] }],
    [{ kind: 'rate', rates: [] }, {}],
    [{ kind: 'guests', guestId: id(4) }, { guests: [1, 2, 4, 3] }],
    [{ kind: 'guests', companions: [id(4)], bookerId: id(5) }, { guests: [1, 2, 5, 4] }],
    [{ kind: 'details', agencyId: id(3) }, { accounts: [3] }],
    [{ kind: 'details', agencyId: null, companyId: id(4) }, { accounts: [4] }],
  ])('in %j', (change, more) => {
    expect(namedInChange(image, change)).toEqual({ ...untouched, ...more })
  })
  test('an id that is zero is an id', () => {
    expect(distinctIds([0, 1, null, undefined, 1])).toEqual([0, 1])
  })
})
