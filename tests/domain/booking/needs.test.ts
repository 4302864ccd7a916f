import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clerkRateShare, roleForRate } from '#shared/domain/access/overrides.ts'
import { roleAllows, roles } from '#shared/domain/access/roles.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import type { BookingFacts, RatePlanFacts } from '#shared/domain/booking/facts.ts'
import { needsOf, refusalOfNeeds } from '#shared/domain/booking/needs.ts'
import { booking, day, id, inHouse, night, nights, priced } from './support.ts'

/** The priced hotel with plan 4, complimentary. */
const facts: BookingFacts = {
  ...priced,
  ratePlans: new Map([
    ...priced.ratePlans,
    [id(4), { ...(priced.ratePlans.get(id(1)) as RatePlanFacts), id: id(4), kind: 'complimentary' }],
  ]),
}
const at = (...rates: number[]) =>
  nights(Object.fromEntries(rates.map((rateMinor, n) => [n + 1, night({ rateMinor })])))
const comp = (over: Partial<BookingImage> = {}) => booking({ ratePlanId: id(4), ...over })
const moved = (roomId: number) =>
  nights({
    '-1': night({ roomId: 11, rateMinor: 7_000 }),
    0: night({ roomId: 11, rateMinor: 7_000 }),
    1: night({ roomId, rateMinor: 7_000 }),
  })
const longer = (roomId: number) => ({
  departure: day(3),
  nights: { ...inHouse().nights, ...nights({ 2: night({ roomId }) }) },
})

// The reason that is asked, the least role, and what of it asks for that.
test.each<[string, BookingImage | null, BookingImage, [string | null, string, string | null]]>([
  ['nothing at all', booking(), booking(), [null, 'clerk', null]],
  ['made at the plan’s price', null, booking(), [null, 'clerk', null]],
  ['made a little cheaper', null, booking({ nights: at(9_000, 10_000) }), ['rate', 'clerk', null]],
  ['made a fifth cheaper', null, booking({ nights: at(8_000, 8_000) }), ['rate', 'clerk', null]],
  ['made cheaper still', null, booking({ nights: at(10_000, 7_999) }), ['rate', 'manager', 'rate']],
  ['made dearer by more', null, booking({ nights: at(12_001, 10_000) }), ['rate', 'manager', 'rate']],
  ['made for ¥1', null, booking({ nights: at(100, 100) }), ['rate', 'manager', 'rate']],
  [
    'made from a confirmation, which is the reason',
    null,
    booking({ nights: at(9_000, 9_000), source: { confirmationNo: 'X1' } }),
    [null, 'clerk', null],
  ],
  [
    'made from a confirmation for ¥1',
    null,
    booking({ nights: at(100, 100), source: { confirmationNo: 'X1' } }),
    [null, 'manager', 'rate'],
  ],
  ['made complimentary', null, comp(), ['given', 'manager', 'given']],
  ['made complimentary for a day', null, comp({ nights: {} }), ['given', 'manager', 'given']],
  ['given a rate of ¥1', booking(), booking({ nights: at(100, 10_000) }), ['rate', 'manager', 'rate']],
  [
    'left at an agreed rate',
    booking({ nights: at(1, 2) }),
    booking({ nights: at(1, 2) }),
    [null, 'clerk', null],
  ],
  [
    'longer at the plan’s price, an agreed rate beside it',
    booking({ nights: at(1, 2) }),
    booking({ departure: day(4), nights: at(1, 2, 10_000) }),
    [null, 'clerk', null],
  ],
  ['put back to the plan’s price', booking({ nights: at(1, 2) }), booking(), [null, 'clerk', null]],
  [
    'another plan at its price',
    booking(),
    booking({ ratePlanId: id(2), nights: at(12_345, 12_345) }),
    [null, 'clerk', null],
  ],
  ['another plan at the rate before', booking(), booking({ ratePlanId: id(2) }), ['rate', 'clerk', null]],
  ['made complimentary later', booking(), comp(), ['given', 'manager', 'given']],
  ['complimentary, a word changed', comp(), comp({ comment: 'a' }), [null, 'clerk', null]],
  [
    'complimentary, a night longer',
    comp(),
    comp({ departure: day(4), nights: at(10_000, 10_000, 10_000) }),
    ['given', 'manager', 'given'],
  ],
  [
    'complimentary, a night shorter',
    comp(),
    comp({ departure: day(2), nights: at(10_000) }),
    [null, 'clerk', null],
  ],
  ['sold again', comp(), booking(), [null, 'clerk', null]],
  ['a rate of a night that was slept', inHouse(), inHouse(), [null, 'clerk', null]],
  ['moved tomorrow', inHouse({ nights: moved(11) }), inHouse({ nights: moved(12) }), ['move', 'clerk', null]],
  ['longer in the room it has', inHouse(), inHouse(longer(11)), [null, 'clerk', null]],
  ['longer in another room', inHouse(), inHouse(longer(12)), ['move', 'clerk', null]],
  [
    'a first room for who came without',
    inHouse({ nights: nights({ 0: night() }) }),
    inHouse({ nights: nights({ 0: night({ roomId: 11 }) }) }),
    [null, 'clerk', null],
  ],
  [
    'another room of who is to come',
    booking(),
    booking({ nights: nights({ 1: night({ roomId: 11 }) }) }),
    [null, 'clerk', null],
  ],
  ['another guest in house', inHouse(), inHouse({ guestId: id(2) }), ['guest', 'clerk', null]],
  ['another guest to come', booking(), booking({ guestId: id(2) }), [null, 'clerk', null]],
])('%s', (_what, before, after, [reasonFor, role, because]) => {
  expect(needsOf(before, after, facts)).toEqual({ reasonFor, role, because })
})

describe('what is lacking', () => {
  const needs = { reasonFor: 'rate', role: 'manager', because: 'rate' } as const
  test.each([
    ['clerk', '', 'RIGHT_NEEDED'],
    ['clerk', 'because', 'RIGHT_NEEDED'],
    ['manager', ' ', 'REASON_NEEDED'],
    ['manager', 'because', null],
    ['administrator', 'because', null],
  ] as const)('of a %s with the reason “%s”: %s', (role, reason, code) => {
    expect(refusalOfNeeds(needs, role, reason)?.refusal.code ?? null).toBe(code)
  })
})

test('a rate within the share is a clerk’s, up and down; nobody needs more than a manager', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.integer({ min: 0, max: 10_000_000 }),
      (rate, price) => {
        const role = roleForRate(rate, price)
        expect(roleAllows('manager', role)).toBe(true)
        expect(roles).toContain(role)
        const away = price === 0 ? (rate === 0 ? 0 : Number.POSITIVE_INFINITY) : Math.abs(rate / price - 1)
        if (Math.abs(away - clerkRateShare / 100) > 1e-9)
          expect(role === 'clerk').toBe(away < clerkRateShare / 100)
      },
    ),
  )
})
