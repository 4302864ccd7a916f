import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { givenRoles } from '#shared/domain/access/given-roles.ts'
import { deskRateShare, rightForRate } from '#shared/domain/access/overrides.ts'
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

// The reason that is asked, the right, and what of it asks for that.
test.each<[string, BookingImage | null, BookingImage, [string | null, string | null, string | null]]>([
  ['nothing at all', booking(), booking(), [null, null, null]],
  ['made at the plan’s price', null, booking(), [null, null, null]],
  ['made a little cheaper', null, booking({ nights: at(9_000, 10_000) }), ['rate', null, null]],
  ['made a fifth cheaper', null, booking({ nights: at(8_000, 8_000) }), ['rate', null, null]],
  ['made cheaper still', null, booking({ nights: at(10_000, 7_999) }), ['rate', 'rate-override', 'rate']],
  ['made dearer by more', null, booking({ nights: at(12_001, 10_000) }), ['rate', 'rate-override', 'rate']],
  ['made for ¥1', null, booking({ nights: at(100, 100) }), ['rate', 'rate-override', 'rate']],
  [
    'made from a confirmation, which is the reason',
    null,
    booking({ nights: at(9_000, 9_000), source: { confirmationNo: 'X1' } }),
    [null, null, null],
  ],
  [
    'made from a confirmation for ¥1',
    null,
    booking({ nights: at(100, 100), source: { confirmationNo: 'X1' } }),
    [null, 'rate-override', 'rate'],
  ],
  ['made complimentary', null, comp(), ['given', 'nights-give', 'given']],
  ['made complimentary for a day', null, comp({ nights: {} }), ['given', 'nights-give', 'given']],
  ['given a rate of ¥1', booking(), booking({ nights: at(100, 10_000) }), ['rate', 'rate-override', 'rate']],
  [
    'left at an agreed rate',
    booking({ nights: at(1, 2) }),
    booking({ nights: at(1, 2) }),
    [null, null, null],
  ],
  [
    'longer at the plan’s price, an agreed rate beside it',
    booking({ nights: at(1, 2) }),
    booking({ departure: day(4), nights: at(1, 2, 10_000) }),
    [null, null, null],
  ],
  ['put back to the plan’s price', booking({ nights: at(1, 2) }), booking(), [null, null, null]],
  [
    'another plan at its price',
    booking(),
    booking({ ratePlanId: id(2), nights: at(12_345, 12_345) }),
    [null, null, null],
  ],
  ['another plan at the rate before', booking(), booking({ ratePlanId: id(2) }), ['rate', null, null]],
  ['made complimentary later', booking(), comp(), ['given', 'nights-give', 'given']],
  ['complimentary, a word changed', comp(), comp({ comment: 'a' }), [null, null, null]],
  [
    'complimentary, a night longer',
    comp(),
    comp({ departure: day(4), nights: at(10_000, 10_000, 10_000) }),
    ['given', 'nights-give', 'given'],
  ],
  [
    'complimentary, a night shorter',
    comp(),
    comp({ departure: day(2), nights: at(10_000) }),
    [null, null, null],
  ],
  ['sold again', comp(), booking(), [null, null, null]],
  ['a rate of a night that was slept', inHouse(), inHouse(), [null, null, null]],
  ['moved tomorrow', inHouse({ nights: moved(11) }), inHouse({ nights: moved(12) }), ['move', null, null]],
  ['longer in the room it has', inHouse(), inHouse(longer(11)), [null, null, null]],
  ['longer in another room', inHouse(), inHouse(longer(12)), ['move', null, null]],
  [
    'a first room for who came without',
    inHouse({ nights: nights({ 0: night() }) }),
    inHouse({ nights: nights({ 0: night({ roomId: 11 }) }) }),
    [null, null, null],
  ],
  [
    'another room of who is to come',
    booking(),
    booking({ nights: nights({ 1: night({ roomId: 11 }) }) }),
    [null, null, null],
  ],
  ['another guest in house', inHouse(), inHouse({ guestId: id(2) }), ['guest', null, null]],
  ['another guest to come', booking(), booking({ guestId: id(2) }), [null, null, null]],
])('%s', (_what, before, after, [reasonFor, right, because]) => {
  expect(needsOf(before, after, facts)).toEqual({ reasonFor, right, because })
})

describe('what is lacking', () => {
  const needs = { reasonFor: 'rate', right: 'rate-override', because: 'rate' } as const
  test.each([
    ['clerk', '', 'RIGHT_NEEDED'],
    ['clerk', 'because', 'RIGHT_NEEDED'],
    ['manager', ' ', 'REASON_NEEDED'],
    ['manager', 'because', null],
    ['administrator', 'because', null],
  ] as const)('of a %s with the reason “%s”: %s', (role, reason, code) => {
    expect(refusalOfNeeds(needs, givenRoles[role], reason)?.refusal.code ?? null).toBe(code)
  })
})

test('a rate within the share asks for no right of its own, up and down', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.integer({ min: 0, max: 10_000_000 }),
      (rate, price) => {
        const right = rightForRate(rate, price)
        const away = price === 0 ? (rate === 0 ? 0 : Number.POSITIVE_INFINITY) : Math.abs(rate / price - 1)
        if (Math.abs(away - deskRateShare / 100) > 1e-9)
          expect(right === null).toBe(away < deskRateShare / 100)
      },
    ),
  )
})
