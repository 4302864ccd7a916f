import { describe, expect, test } from 'vitest'
import type { BookingImage, BookingStatus } from '#shared/domain/booking/booking.ts'
import type { BookingChange } from '#shared/domain/booking/change.ts'
import { planChange } from '#shared/domain/booking/plan.ts'
import { ok, refuse } from '#shared/values/index.ts'
import { booking, day, id, inHouse, night, nights, priced, seventy, today } from './support.ts'

type Row = [string, BookingImage, BookingChange, unknown]
const past = (at: number) => refuse('NIGHT_IN_PAST', { night: day(at), businessDate: today })
const outside = (at: number) => refuse('NIGHT_OUTSIDE_STAY', { night: day(at) })
const tooMany = (persons: number) => refuse('TOO_MANY_PERSONS', { persons, max: 2, roomType: 'T1' })
const noType = (type: number) => refuse('ROOM_TYPE_UNKNOWN', { id: type })

/** Each row: the image before, the change, the image after or the refusal. */
const plans = (rows: Row[]) =>
  test.each<Row>(rows)('%s', (_what, image, change, answer) => {
    expect(planChange(image, change, priced)).toEqual(answer)
  })

describe('rate', () => {
  const set = (ratePlanId: number | undefined, ...rates: [number, number][]): BookingChange => ({
    kind: 'rate',
    ratePlanId: ratePlanId === undefined ? undefined : id(ratePlanId),
    rates: rates.map(([at, rateMinor]) => ({ night: day(at), rateMinor })),
  })
  const two = (one: number, other: number) =>
    nights({ 1: night({ rateMinor: one }), 2: night({ rateMinor: other }) })
  const breakfast = (over: Partial<BookingImage> = {}) =>
    booking({ ratePlanId: id(2), meal: 'breakfast', nights: two(12_345, 12_345), ...over })
  plans([
    ['of one night', booking(), set(undefined, [2, 5]), ok(booking({ nights: two(10_000, 5) }))],
    ['of both', booking(), set(undefined, [2, 5], [1, 0]), ok(booking({ nights: two(0, 5) }))],
    ['of none', booking(), set(undefined), ok(booking())],
    ['of a night outside', booking(), set(undefined, [1, 5], [3, 5]), outside(3)],
    ['another plan, its price and its meal', booking(), set(2), ok(breakfast())],
    [
      'another plan, one night at a rate of its own',
      booking(),
      set(2, [1, 5]),
      ok(breakfast({ nights: two(5, 12_345) })),
    ],
    ['another plan, a night outside', booking(), set(2, [0, 5]), outside(0)],
    [
      'the meal that the booking has of its own stays',
      booking({ meal: 'half-board' }),
      set(2),
      ok(breakfast({ meal: 'half-board' })),
    ],
    ['the meal goes along back', breakfast(), set(1), ok(booking())],
    [
      'of an import without a plan, the meal is the plan’s',
      booking({ ratePlanId: null, meal: 'half-board' }),
      set(2),
      ok(breakfast()),
    ],
    [
      'by the type that is charged',
      booking({ roomTypeId: id(2) }),
      set(2),
      ok(breakfast({ roomTypeId: id(2) })),
    ],
    [
      'of who is in house: slept nights keep theirs',
      inHouse(),
      set(2),
      ok(
        inHouse({
          ratePlanId: id(2),
          meal: 'breakfast',
          nights: nights({
            '-1': seventy,
            0: night({ roomId: 11, rateMinor: 12_345 }),
            1: night({ roomId: 11, rateMinor: 12_345 }),
          }),
        }),
      ),
    ],
    ['of a night that was slept', inHouse(), set(undefined, [-1, 5]), past(-1)],
    ['a plan that is sold no more', booking(), set(3), refuse('RATE_PLAN_UNKNOWN', { id: 3 })],
  ])
})

describe('guests', () => {
  const to = (change: Omit<Extract<BookingChange, { kind: 'guests' }>, 'kind'>): BookingChange => ({
    kind: 'guests',
    ...change,
  })
  const party = booking({ bookerId: id(2), companions: { 3: true }, adults: 2 })
  plans([
    ['another guest', party, to({ guestId: id(4) }), ok({ ...party, guestId: id(4) })],
    ['another booker', party, to({ bookerId: id(4) }), ok({ ...party, bookerId: id(4) })],
    ['no booker any more', party, to({ bookerId: null }), ok({ ...party, bookerId: null })],
    ['another companion', party, to({ companions: [id(4)] }), ok({ ...party, companions: { 4: true } })],
    ['nobody along', party, to({ companions: [] }), ok({ ...party, companions: {} })],
    [
      'counted again',
      party,
      to({ adults: 1, children: 1, infants: 2 }),
      ok({ ...party, adults: 1, children: 1, infants: 2 }),
    ],
    ['counted as none', booking({ children: 1, infants: 1 }), to({ children: 0, infants: 0 }), ok(booking())],
    ['nothing', party, to({}), ok(party)],
    ['who stays along already', party, to({ guestId: id(3) }), refuse('GUEST_TWICE', { id: 3 })],
    ['not on file', party, to({ guestId: id(9) }), refuse('GUEST_UNKNOWN', { id: 9 })],
    ['more than the type takes', party, to({ children: 1 }), tooMany(3)],
    [
      'as many as a source sent',
      { ...party, adults: 5 },
      to({ bookerId: null }),
      ok({ ...party, adults: 5, bookerId: null }),
    ],
  ])
})

describe('details', () => {
  const to = (change: Omit<Extract<BookingChange, { kind: 'details' }>, 'kind'>): BookingChange => ({
    kind: 'details',
    ...change,
  })
  const all = {
    meal: 'half-board',
    segment: 'corporate',
    channel: 'gds',
    guarantee: 'company',
    comment: 'late',
  }
  const accounts = { agencyId: id(1), companyId: id(2) }
  plans([
    ['all', booking(), to({ ...all, ...accounts }), ok(booking({ ...all, ...accounts }))],
    ['none', booking({ ...all, ...accounts }), to({}), ok(booking({ ...all, ...accounts }))],
    [
      'taken away',
      booking({ ...all, ...accounts }),
      to({ agencyId: null, companyId: null, comment: '' }),
      ok(booking({ ...all, comment: '' })),
    ],
    [
      'an old agency that it has',
      booking({ agencyId: id(3) }),
      to({ agencyId: id(3), comment: 'late' }),
      ok(booking({ agencyId: id(3), comment: 'late' })),
    ],
    [
      'an old company that it has',
      booking({ companyId: id(9) }),
      to({ comment: 'late' }),
      ok(booking({ companyId: id(9), comment: 'late' })),
    ],
    [
      'an old agency',
      booking(),
      to({ agencyId: id(3) }),
      refuse('ACCOUNT_UNKNOWN', { id: 3, kind: 'agency' }),
    ],
    [
      'an agency as company',
      booking(),
      to({ companyId: id(1) }),
      refuse('ACCOUNT_UNKNOWN', { id: 1, kind: 'company' }),
    ],
    [
      'a card number',
      booking(),
      to({ comment: '4111111111111111' }),
      refuse('CARD_NUMBER', { field: 'comment', brand: 'visa', last4: '1111' }),
    ],
  ])
})

describe('confirm, cancel and reinstate', () => {
  const as = (status: BookingStatus, over: Partial<BookingImage> = {}) => booking({ status, ...over })
  const late = { arrival: day(-1), departure: day(1), nights: nights({ '-1': night(), 0: night() }) }
  const broken = { nights: nights({ 1: night({ roomId: 13 }), 2: night({ roomId: 13 }) }) }
  const retired = {
    roomTypeId: id(3),
    nights: nights({ 1: night({ roomTypeId: 3 }), 2: night({ roomTypeId: 3 }) }),
  }
  const ended = { cancelledOn: today, cancelReason: 'ill' }
  const outOfService = refuse('ROOM_OUT_OF_SERVICE', { room: '13' })
  const confirm: BookingChange = { kind: 'confirm' }
  const reinstate: BookingChange = { kind: 'reinstate' }
  plans([
    ['an enquiry is confirmed', as('enquiry'), confirm, ok(as('confirmed'))],
    ['the waiting list too', as('waitlisted'), confirm, ok(as('confirmed'))],
    ['once', as('confirmed'), confirm, refuse('ALREADY_CONFIRMED', { status: 'confirmed' })],
    ['not who is in house', as('in-house'), confirm, refuse('ALREADY_CONFIRMED', { status: 'in-house' })],
    ['not from yesterday', as('enquiry', late), confirm, past(-1)],
    ['not of a type that is sold no more', as('enquiry', retired), confirm, noType(3)],
    ['not in a room out of service', as('enquiry', broken), confirm, outOfService],
    [
      'cancelled with a reason',
      as('confirmed'),
      { kind: 'cancel', reason: 'ill' },
      ok(as('cancelled', ended)),
    ],
    [
      'cancelled without one',
      as('enquiry'),
      { kind: 'cancel' },
      ok(as('cancelled', { ...ended, cancelReason: '' })),
    ],
    [
      'cancelled late, of who never came',
      as('confirmed', late),
      { kind: 'cancel', reason: 'ill' },
      ok(as('cancelled', { ...late, ...ended })),
    ],
    [
      'who is in house can’t cancel',
      inHouse(),
      { kind: 'cancel', reason: 'ill' },
      refuse('BOOKING_IN_HOUSE', { status: 'in-house' }),
    ],
    [
      'once cancelled',
      as('cancelled', ended),
      { kind: 'cancel' },
      refuse('BOOKING_ENDED', { status: 'cancelled' }),
    ],
    ['a cancellation taken back', as('cancelled', ended), reinstate, ok(as('confirmed'))],
    ['not of who did not cancel', as('no-show'), reinstate, refuse('NOT_CANCELLED', { status: 'no-show' })],
    ['not of a stay that began', as('cancelled', { ...late, ...ended }), reinstate, past(-1)],
    ['not of a type that is sold no more any more', as('cancelled', retired), reinstate, noType(3)],
    ['not in a room that went out of service', as('cancelled', broken), reinstate, outOfService],
    [
      'nothing changes of who has left',
      as('checked-out'),
      confirm,
      refuse('BOOKING_ENDED', { status: 'checked-out' }),
    ],
  ])
})
