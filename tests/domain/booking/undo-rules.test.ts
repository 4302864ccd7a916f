import { describe, expect, test } from 'vitest'
import type { BookingImage, BookingStatus } from '#shared/domain/booking/booking.ts'
import { checkTakenBack, pastOf, wishPastOf } from '#shared/domain/booking/undo-rules.ts'
import { refuse } from '#shared/values/index.ts'
import { booking, day, facts, id, night, nights, today } from './support.ts'

const back = (before: BookingImage | null, after: BookingImage | null, madeOn = today) =>
  checkTakenBack(before, after, facts, madeOn)
const past = (at: number) => refuse('NIGHT_IN_PAST', { night: day(at), businessDate: today })

describe('pastOf', () => {
  const stay = (status: BookingStatus, arrival: number) => ({ status, arrival: day(arrival) })
  const comment = { before: { comment: 'a' }, after: { comment: 'b' } }
  const status = { before: { status: 'confirmed' }, after: { status: 'enquiry' } }
  const ofNight = (at: number) => ({
    before: { nights: { [day(at)]: { rateMinor: 1 } } },
    after: { nights: { [day(at)]: { rateMinor: 2 } } },
  })
  const created = { before: null, after: { nights: { [day(-3)]: { rateMinor: 1 } } } }
  test.each<[string, Parameters<typeof pastOf>[0], ReturnType<typeof stay>, number, unknown]>([
    ['a comment of today', comment, stay('confirmed', 1), 0, null],
    ['a comment of yesterday', comment, stay('in-house', -3), -1, null],
    [
      'an ended stay',
      comment,
      stay('checked-out', -3),
      0,
      refuse('BOOKING_ENDED', { status: 'checked-out' }),
    ],
    ['the end itself, of today', status, stay('cancelled', -3), 0, null],
    ['the end itself, of a stay to come', status, stay('cancelled', 1), -1, null],
    ['the end itself, of a stay of today', status, stay('cancelled', 0), -1, null],
    ['the end itself, of a stay that began', status, stay('cancelled', -1), -1, past(-1)],
    ['a night of today', ofNight(0), stay('in-house', -3), -1, null],
    ['a slept night, changed yesterday', ofNight(-1), stay('in-house', -3), -1, past(-1)],
    ['a slept night, changed today', ofNight(-1), stay('in-house', -3), 0, null],
    ['a booking made yesterday for tomorrow', created, stay('confirmed', 1), -1, null],
    ['a booking made yesterday for yesterday', created, stay('confirmed', -1), -1, past(-1)],
    ['an ended booking as a whole', created, stay('cancelled', 1), 0, null],
    [
      'a night as it was among nights',
      {
        before: { nights: { [day(-1)]: { rateMinor: 1 }, [day(1)]: null } },
        after: { nights: { [day(-1)]: { rateMinor: 1 }, [day(1)]: { rateMinor: 2 } } },
      },
      stay('in-house', -3),
      -1,
      null,
    ],
    [
      'a slept night that was added',
      { before: { nights: {} }, after: { nights: { [day(-1)]: { rateMinor: 1 } } } },
      stay('in-house', -3),
      -1,
      past(-1),
    ],
    [
      'a slept night that was taken away',
      { before: { nights: { [day(-1)]: { rateMinor: 1 } } }, after: { nights: {} } },
      stay('in-house', -3),
      -1,
      past(-1),
    ],
  ])('%s', (_what, change, then, madeOn, answer) => {
    expect(pastOf(change, then, day(madeOn), today)).toEqual(answer)
  })
})

test.each<[BookingStatus, number, boolean]>([
  ['in-house', -1, false],
  ['checked-out', 0, false],
  ['checked-out', -1, true],
  ['cancelled', -1, true],
])('a wish for a %s stay, made on day %s, is history: %s', (status, madeOn, history) => {
  expect(wishPastOf({ status }, day(madeOn), today)).toEqual(
    history ? refuse('BOOKING_ENDED', { status }) : null,
  )
})

describe('checkTakenBack', () => {
  const full = { companions: { 2: true, 3: true } } as const
  const wrongParty = { companions: { 9: true } } as const
  const torn = nights({ 1: night(), 2: night({ roomTypeId: 2 }) })
  const inHouse = (roomId: number | null, over: Partial<BookingImage> = {}) =>
    booking({
      status: 'in-house',
      arrival: today,
      departure: day(1),
      nights: nights({ 0: night({ roomId }) }),
      ...over,
    })
  const tooMany = refuse('TOO_MANY_PERSONS', { persons: 3, max: 2, roomType: 'T1' })
  const outOfService = refuse('ROOM_OUT_OF_SERVICE', { room: '13' })
  const inRoom = (roomId: number | null, status: BookingStatus = 'confirmed') =>
    booking({ status, nights: nights({ 1: night({ roomId }), 2: night({ roomId }) }) })
  test.each<[string, BookingImage | null, BookingImage | null, unknown]>([
    ['nothing at all', null, null, null],
    ['a creation of today', booking(), null, null],
    ['a deletion of today', null, booking(), null],
    ['an ended stay', booking(full), booking({ ...full, status: 'cancelled', ...wrongParty }), null],
    ['a guest who is gone', booking(), booking(wrongParty), refuse('GUEST_UNKNOWN', { id: 9 })],
    ['a guest who was gone before', booking(wrongParty), booking({ ...wrongParty, comment: 'a' }), null],
    ['a booker who is gone', booking(), booking({ bookerId: id(9) }), refuse('GUEST_UNKNOWN', { id: 9 })],
    ['a guest who is gone, whole', null, booking(wrongParty), refuse('GUEST_UNKNOWN', { id: 9 })],
    ['more persons', booking(), booking(full), tooMany],
    ['more persons, whole', null, booking(full), tooMany],
    ['as many persons as before', booking(full), booking({ ...full, comment: 'a' }), null],
    ['fewer persons, still too many', booking({ ...full, adults: 4 }), booking(full), null],
    [
      'a smaller room',
      booking({ ...full, roomTypeId: id(2), nights: nights({ 1: night({ roomTypeId: 2 }) }) }),
      booking(full),
      tooMany,
    ],
    ['a room out of service', inRoom(null), inRoom(13), outOfService],
    ['the room it had', inRoom(13), inRoom(13), null],
    ['the room of a cancelled stay', inRoom(13, 'cancelled'), inRoom(13), outOfService],
    ['the room of who is in house', inHouse(11), inHouse(null), refuse('STANDS_ON', { why: 'inHouse' })],
    ['no room as before', inHouse(null), inHouse(null, { comment: 'a' }), null],
    ['no room of a new night', null, inHouse(null), null],
    ['a room given to who is in house', inHouse(null), inHouse(11), null],
    [
      'one room of two nights',
      inHouse(11, { nights: nights({ 0: night({ roomId: 11 }), 1: night({ roomId: 11 }) }) }),
      inHouse(11, { nights: nights({ 0: night({ roomId: 11 }), 1: night() }) }),
      refuse('STANDS_ON', { why: 'inHouse' }),
    ],
    ['the room of who is to come', inRoom(11), inRoom(null), null],
    ['nights of two types', booking(), booking({ nights: torn }), refuse('STANDS_ON', { why: 'nights' })],
    ['nights of two types, whole', null, booking({ nights: torn }), refuse('STANDS_ON', { why: 'nights' })],
    [
      'nights of two types as before',
      booking({ nights: torn }),
      booking({ nights: torn, comment: 'a' }),
      null,
    ],
    [
      'a new night of another type',
      booking({ nights: nights({ 1: night() }) }),
      booking({ nights: torn }),
      refuse('STANDS_ON', { why: 'nights' }),
    ],
    [
      'a slept night of another type',
      inHouse(11, { arrival: day(-1) }),
      inHouse(11, {
        arrival: day(-1),
        nights: nights({ '-1': night({ roomTypeId: 2 }), 0: night({ roomId: 11 }) }),
      }),
      null,
    ],
    [
      'tonight of another type',
      inHouse(11),
      inHouse(null, { nights: nights({ 0: night({ roomTypeId: 2, roomId: 21 }) }) }),
      refuse('STANDS_ON', { why: 'nights' }),
    ],
  ])('%s', (_what, before, after, answer) => {
    expect(back(before, after)).toEqual(answer)
  })
  test('of an earlier day nothing comes back that began', () => {
    const began = booking({ arrival: day(-1) })
    expect(back(began, null, day(-1))).toEqual(past(-1))
    expect(back(null, began, day(-1))).toEqual(past(-1))
    expect(back(booking(), null, day(-1))).toBeNull()
    // The arrival that counts is the one before the undo.
    expect(back({ ...began, status: 'cancelled' }, booking(), day(-1))).toEqual(past(-1))
    expect(back(booking({ status: 'cancelled' }), began, day(-1))).toBeNull()
    expect(
      back(booking({ status: 'checked-out' }), booking({ status: 'checked-out', comment: 'a' })),
    ).toEqual(refuse('BOOKING_ENDED', { status: 'checked-out' }))
  })
})
