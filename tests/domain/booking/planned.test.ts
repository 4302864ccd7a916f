import { describe, expect, test } from 'vitest'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import type { BookingChange } from '#shared/domain/booking/change.ts'
import { planChange } from '#shared/domain/booking/plan.ts'
import { ok, refuse } from '#shared/values/index.ts'
import { booking, day, id, inHouse, night, nights, priced, seventy, today } from './support.ts'

type Row = [string, BookingImage, BookingChange, unknown]
const past = (at: number) => refuse('NIGHT_IN_PAST', { night: day(at), businessDate: today })
const outside = (at: number) => refuse('NIGHT_OUTSIDE_STAY', { night: day(at) })
const tooMany = (persons: number) => refuse('TOO_MANY_PERSONS', { persons, max: 2, roomType: 'T1' })
const noType = (type: number) => refuse('ROOM_TYPE_UNKNOWN', { id: type })
const noRoom = (room: number) => refuse('ROOM_UNKNOWN', { id: room })

/** Each row: the image before, the change, the image after or the refusal. */
const plans = (rows: Row[]) =>
  test.each<Row>(rows)('%s', (_what, image, change, answer) => {
    expect(planChange(image, change, priced)).toEqual(answer)
  })

describe('dates', () => {
  const stay = (from: number, to: number, keepRates = true): BookingChange => ({
    kind: 'dates',
    arrival: day(from),
    departure: day(to),
    keepRates,
  })
  /** Tomorrow in 11, the day after in 12, at other rates than the plan’s. */
  const moving = booking({
    nights: nights({ 1: night({ roomId: 11, rateMinor: 1 }), 2: night({ roomId: 12, rateMinor: 2 }) }),
  })
  const dated = (from: number, to: number, at: BookingImage['nights'], image = moving) =>
    ok({ ...image, arrival: day(from), departure: day(to), nights: at })
  const [first, last] = [night({ roomId: 11, rateMinor: 1 }), night({ roomId: 12, rateMinor: 2 })]
  // 12 is of the type and let, so that who is moved to it keeps it.
  plans([
    ['as they are', moving, stay(1, 3), ok(moving)],
    [
      'longer at the end: in the last room',
      moving,
      stay(1, 4),
      dated(1, 4, nights({ 1: first, 2: last, 3: night({ roomId: 12 }) })),
    ],
    [
      'longer at the front: in the first room',
      moving,
      stay(0, 3),
      dated(0, 3, nights({ 0: night({ roomId: 11 }), 1: first, 2: last })),
    ],
    ['shorter', moving, stay(1, 2), dated(1, 2, nights({ 1: first }))],
    [
      'later as a whole',
      moving,
      stay(3, 5),
      dated(3, 5, nights({ 3: night({ roomId: 12 }), 4: night({ roomId: 12 }) })),
    ],
    ['day use', moving, stay(1, 1), dated(1, 1, {})],
    [
      'priced again',
      moving,
      stay(1, 3, false),
      dated(1, 3, nights({ 1: night({ roomId: 11 }), 2: night({ roomId: 12 }) })),
    ],
    [
      'priced by the type that is charged',
      booking({ chargedRoomTypeId: id(2) }),
      stay(1, 4),
      dated(
        1,
        4,
        nights({ 1: night(), 2: night(), 3: night({ rateMinor: 20_000 }) }),
        booking({ chargedRoomTypeId: id(2) }),
      ),
    ],
    [
      'the room of another type is not kept for new nights',
      booking({ roomTypeId: id(2), nights: nights({ 1: night({ roomId: 11 }), 2: night({ roomId: 11 }) }) }),
      stay(1, 4),
      dated(
        1,
        4,
        nights({ 1: night({ roomId: 11 }), 2: night({ roomId: 11 }), 3: night({ roomTypeId: 2 }) }),
        booking({ roomTypeId: id(2) }),
      ),
    ],
    [
      'nights of day use have no room',
      booking({ departure: day(1), nights: {} }),
      stay(1, 2),
      ok(booking({ departure: day(2), nights: nights({ 1: night() }) })),
    ],
    [
      'of who is in house, slept nights keep their rate',
      inHouse(),
      stay(-1, 2, false),
      ok(inHouse({ nights: nights({ '-1': seventy, 0: night({ roomId: 11 }), 1: night({ roomId: 11 }) }) })),
    ],
    [
      'an early departure',
      inHouse(),
      stay(-1, 0),
      ok(inHouse({ departure: today, nights: nights({ '-1': seventy }) })),
    ],
    ['who is in house has arrived', inHouse(), stay(0, 2), past(-1)],
    ['who is in house did not arrive before', inHouse(), stay(-2, 2), past(-2)],
    ['who is in house can’t have left yesterday', inHouse(), stay(-1, -1), past(-1)],
    ['an arrival in the past', moving, stay(-1, 3), past(-1)],
    [
      'a departure in the past of who never came',
      booking({ arrival: day(-3), departure: day(1) }),
      stay(-3, -1),
      past(-1),
    ],
    [
      'the departure before the arrival',
      moving,
      stay(2, 1),
      refuse('DEPARTURE_BEFORE_ARRIVAL', { arrival: day(2), departure: day(1) }),
    ],
    ['too long', moving, stay(1, 402), refuse('STAY_TOO_LONG', { nights: 401, max: 400 })],
    [
      'a new night of a type that is sold no more',
      booking({
        roomTypeId: id(3),
        nights: nights({ 1: night({ roomTypeId: 3 }), 2: night({ roomTypeId: 3 }) }),
      }),
      stay(1, 4),
      noType(3),
    ],
    [
      'no new night of it',
      booking({
        roomTypeId: id(3),
        nights: nights({ 1: night({ roomTypeId: 3 }), 2: night({ roomTypeId: 3 }) }),
      }),
      stay(1, 2),
      ok(booking({ roomTypeId: id(3), departure: day(2), nights: nights({ 1: night({ roomTypeId: 3 }) }) })),
    ],
    [
      'the nights since the departure of who is in house still are of a type that was sold',
      inHouse({
        roomTypeId: id(3),
        departure: day(-1),
        arrival: day(-2),
        nights: nights({ '-2': night({ roomTypeId: 3 }) }),
      }),
      stay(-2, 0),
      ok(
        inHouse({
          roomTypeId: id(3),
          departure: today,
          arrival: day(-2),
          nights: nights({ '-2': night({ roomTypeId: 3 }), '-1': night({ roomTypeId: 3 }) }),
        }),
      ),
    ],
    [
      'tonight of a type that is sold no more',
      inHouse({ roomTypeId: id(3), departure: today, nights: nights({ '-1': night({ roomTypeId: 3 }) }) }),
      stay(-1, 1),
      noType(3),
    ],
  ])
})

describe('room type', () => {
  const to = (type: number, keepCharge = false): BookingChange => ({
    kind: 'room-type',
    roomTypeId: id(type),
    keepCharge,
  })
  const two = (over: Parameters<typeof night>[0]) => nights({ 1: night(over), 2: night(over) })
  const upgraded = booking({ roomTypeId: id(2), nights: two({ roomTypeId: 2, roomId: 21, rateMinor: 5 }) })
  plans([
    [
      'another',
      booking(),
      to(2),
      ok(
        booking({
          roomTypeId: id(2),
          chargedRoomTypeId: id(2),
          nights: two({ roomTypeId: 2, rateMinor: 20_000 }),
        }),
      ),
    ],
    [
      'an upgrade keeps what was agreed',
      booking({ nights: two({ rateMinor: 5 }) }),
      to(2, true),
      ok(booking({ roomTypeId: id(2), nights: two({ roomTypeId: 2, rateMinor: 5 }) })),
    ],
    ['the same', upgraded, to(2, true), ok(upgraded)],
    [
      'the same, charged now',
      upgraded,
      to(2),
      ok({
        ...upgraded,
        chargedRoomTypeId: id(2),
        nights: two({ roomTypeId: 2, roomId: 21, rateMinor: 20_000 }),
      }),
    ],
    ['back to the one that is charged', upgraded, to(1), ok(booking({ nights: two({ rateMinor: 5 }) }))],
    [
      'the room of the type it becomes stays',
      booking({ nights: nights({ 1: night({ roomId: 21 }), 2: night({ roomId: 11 }) }) }),
      to(2, true),
      ok(
        booking({
          roomTypeId: id(2),
          nights: nights({ 1: night({ roomTypeId: 2, roomId: 21 }), 2: night({ roomTypeId: 2 }) }),
        }),
      ),
    ],
    ['who is in house is not left without a room', inHouse(), to(2), refuse('ROOM_NEEDED', { night: today })],
    [
      'slept nights keep room, type and rate',
      inHouse(),
      { ...to(2), roomId: id(21) } as BookingChange,
      ok(
        inHouse({
          roomTypeId: id(2),
          chargedRoomTypeId: id(2),
          nights: nights({
            '-1': seventy,
            0: night({ roomTypeId: 2, roomId: 21, rateMinor: 20_000 }),
            1: night({ roomTypeId: 2, roomId: 21, rateMinor: 20_000 }),
          }),
        }),
      ),
    ],
    [
      'the same that is sold no more',
      booking({ roomTypeId: id(3), chargedRoomTypeId: id(3) }),
      to(3),
      ok(booking({ roomTypeId: id(3), chargedRoomTypeId: id(3) })),
    ],
    ['one that is sold no more', booking(), to(3), noType(3)],
    ['charged now, though it is sold no more', booking({ roomTypeId: id(3) }), to(3), noType(3)],
    ['too small', { ...upgraded, adults: 3 }, to(1), tooMany(3)],
  ])
})

describe('room', () => {
  const to = (room: number | null, from?: number): BookingChange => ({
    kind: 'room',
    roomId: room === null ? null : id(room),
    from: from === undefined ? undefined : day(from),
  })
  const given = (one: number | null, two: number | null) =>
    booking({ nights: nights({ 1: night({ roomId: one }), 2: night({ roomId: two }) }) })
  const slept = (...rooms: number[]) =>
    inHouse({
      nights: nights({
        '-1': night({ roomId: rooms[0] ?? null, rateMinor: 7_000 }),
        0: night({ roomId: rooms[1] ?? null, rateMinor: 7_000 }),
        1: night({ roomId: rooms[2] ?? null, rateMinor: 7_000 }),
      }),
    })
  const overdue = inHouse({
    arrival: day(-2),
    departure: today,
    nights: nights({ '-2': seventy, '-1': seventy }),
  })
  plans([
    ['for the whole stay', given(null, null), to(11), ok(given(11, 11))],
    ['from the second night', given(11, 11), to(12, 2), ok(given(11, 12))],
    ['from the first night', given(11, 11), to(12, 1), ok(given(12, 12))],
    ['taken off', given(11, 12), to(null), ok(given(null, null))],
    ['taken off who is in house', slept(11, 11, 11), to(null), refuse('ROOM_NEEDED', { night: today })],
    [
      'taken off who is in house, from tomorrow',
      slept(11, 11, 11),
      to(null, 1),
      refuse('ROOM_NEEDED', { night: day(1) }),
    ],
    ['of who is in house, from tonight', slept(11, 11, 11), to(12), ok(slept(11, 12, 12))],
    ['of who is in house, from tomorrow', slept(11, 11, 11), to(12, 1), ok(slept(11, 11, 12))],
    ['of a night that was slept', slept(11, 11, 11), to(12, -1), past(-1)],
    ['of who is overdue: all nights were slept', overdue, to(12), past(-1)],
    ['from a night before the stay', given(11, 11), to(12, 0), outside(0)],
    ['from the departure', given(11, 11), to(12, 3), outside(3)],
    ['of day use, which has no night', booking({ departure: day(1), nights: {} }), to(11), outside(1)],
    ['not on file', given(11, 11), to(99), noRoom(99)],
    ['no longer in use', given(11, 11), to(14), noRoom(14)],
    ['no longer in use, though it was given', given(14, 14), to(14), noRoom(14)],
    ['out of service', given(11, 11), to(13), refuse('ROOM_OUT_OF_SERVICE', { room: '13' })],
    [
      'of another type',
      given(11, 11),
      to(21),
      refuse('ROOM_WRONG_TYPE', { room: '21', roomType: 'T2', wanted: 'T1' }),
    ],
  ])
})
