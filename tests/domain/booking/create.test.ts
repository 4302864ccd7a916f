import { describe, expect, test } from 'vitest'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { type DraftOfAnyone, planCreate } from '#shared/domain/booking/plan.ts'
import { ok, refuse } from '#shared/values/index.ts'
import { booking, day, id, night, nights, plainDraft, priced, today } from './support.ts'

const create = (over: Partial<DraftOfAnyone> = {}) =>
  planCreate({ ...plainDraft, ...over }, priced, '10000001')
const twice = (over: Parameters<typeof night>[0]) => nights({ 1: night(over), 2: night(over) })

describe('a new booking', () => {
  test.each<[string, Partial<DraftOfAnyone>, Partial<BookingImage>]>([
    ['of what a booking needs', {}, {}],
    ['an enquiry', { status: 'enquiry' }, { status: 'enquiry' }],
    ['on the waiting list', { status: 'waitlisted' }, { status: 'waitlisted' }],
    [
      'at the plan’s own price and with its meal',
      { ratePlanId: id(2) },
      { ratePlanId: id(2), meal: 'breakfast', nights: twice({ rateMinor: 12_345 }) },
    ],
    [
      'with a meal of its own',
      { ratePlanId: id(2), meal: 'half-board' },
      { ratePlanId: id(2), meal: 'half-board', nights: twice({ rateMinor: 12_345 }) },
    ],
    [
      'at the base rate of its type',
      { roomTypeId: id(2), ratePlanId: id(2) },
      {
        roomTypeId: id(2),
        chargedRoomTypeId: id(2),
        ratePlanId: id(2),
        meal: 'breakfast',
        nights: twice({ roomTypeId: 2, rateMinor: 20_000 }),
      },
    ],
    [
      'a rate set for one night',
      { rates: [{ night: day(2), rateMinor: 5 }] },
      { nights: nights({ 1: night(), 2: night({ rateMinor: 5 }) }) },
    ],
    [
      'a rate of nothing',
      { rates: [{ night: day(1), rateMinor: 0 }] },
      { nights: nights({ 1: night({ rateMinor: 0 }), 2: night() }) },
    ],
    ['in a room', { roomId: id(11) }, { nights: twice({ roomId: 11 }) }],
    [
      'today',
      { arrival: today, departure: day(1) },
      { arrival: today, departure: day(1), nights: nights({ 0: night() }) },
    ],
    ['day use', { departure: day(1) }, { departure: day(1), nights: {} }],
    ['made by another', { bookerId: id(2) }, { bookerId: id(2) }],
    ['with who stays along', { companions: [id(3)] }, { companions: { 3: true } }],
    [
      'as many as the type takes',
      { adults: 1, children: 1, infants: 2 },
      { adults: 1, children: 1, infants: 2 },
    ],
    [
      'by an agency for a company',
      { agencyId: id(1), companyId: id(2), segment: 'corporate', channel: 'gds', guarantee: 'company' },
      { agencyId: id(1), companyId: id(2), segment: 'corporate', channel: 'gds', guarantee: 'company' },
    ],
    ['with a comment', { comment: 'late' }, { comment: 'late' }],
  ])('%s', (_what, over, image) => {
    expect(create(over)).toEqual(ok(booking(image)))
  })
  test('a price is asked before anybody is named', () => {
    expect(create({ guestId: undefined, bookerId: id(9), companions: [id(9)] })).toEqual(
      ok(booking({ guestId: id(0), bookerId: id(9), companions: { 9: true } })),
    )
  })
})

describe('a new booking is refused', () => {
  test.each<[string, Partial<DraftOfAnyone>, unknown]>([
    [
      'that ends before it begins',
      { departure: today },
      refuse('DEPARTURE_BEFORE_ARRIVAL', { arrival: day(1), departure: today }),
    ],
    ['that is too long', { departure: day(402) }, refuse('STAY_TOO_LONG', { nights: 401, max: 400 })],
    [
      'from yesterday',
      { arrival: day(-1) },
      refuse('NIGHT_IN_PAST', { night: day(-1), businessDate: today }),
    ],
    ['of a type that is sold no more', { roomTypeId: id(3) }, refuse('ROOM_TYPE_UNKNOWN', { id: 3 })],
    ['of a type that is not on file', { roomTypeId: id(9) }, refuse('ROOM_TYPE_UNKNOWN', { id: 9 })],
    ['on a plan that is sold no more', { ratePlanId: id(3) }, refuse('RATE_PLAN_UNKNOWN', { id: 3 })],
    ['of nobody on file', { guestId: id(9) }, refuse('GUEST_UNKNOWN', { id: 9 })],
    ['by nobody on file', { bookerId: id(9) }, refuse('GUEST_UNKNOWN', { id: 9 })],
    ['of somebody who stays twice', { companions: [id(1)] }, refuse('GUEST_TWICE', { id: 1 })],
    ['by a company as agency', { agencyId: id(2) }, refuse('ACCOUNT_UNKNOWN', { id: 2, kind: 'agency' })],
    ['for an agency as company', { companyId: id(1) }, refuse('ACCOUNT_UNKNOWN', { id: 1, kind: 'company' })],
    [
      'with a card number in its comment',
      { comment: '4111 1111 1111 1111' },
      refuse('CARD_NUMBER', { field: 'comment', brand: 'visa', last4: '1111' }),
    ],
    [
      'with a rate for another night',
      { rates: [{ night: day(3), rateMinor: 5 }] },
      refuse('NIGHT_OUTSIDE_STAY', { night: day(3) }),
    ],
    [
      'of more persons than its type takes',
      { adults: 3 },
      refuse('TOO_MANY_PERSONS', { persons: 3, max: 2, roomType: 'T1' }),
    ],
    [
      'of day use in a room, which has no night for it',
      { departure: day(1), roomId: id(11) },
      refuse('NIGHT_OUTSIDE_STAY', { night: day(1) }),
    ],
    ['in a room out of service', { roomId: id(13) }, refuse('ROOM_OUT_OF_SERVICE', { room: '13' })],
    [
      'in a room of another type',
      { roomId: id(21) },
      refuse('ROOM_WRONG_TYPE', { room: '21', roomType: 'T2', wanted: 'T1' }),
    ],
    ['in a room that is not on file', { roomId: id(99) }, refuse('ROOM_UNKNOWN', { id: 99 })],
  ])('%s', (_what, over, answer) => {
    expect(create(over)).toEqual(answer)
  })
})
