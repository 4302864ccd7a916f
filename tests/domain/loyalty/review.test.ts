import { describe, expect, test } from 'vitest'
import type { Counters, LoyaltyStay, ProgrammeParameters } from '#shared/domain/loyalty/programme.ts'
import { type MemberFacts, standingOn, type TierGrant } from '#shared/domain/loyalty/review.ts'
import { anniversary, d, nights, rolling, stay } from './support.ts'

const posted: ProgrammeParameters = { ...nights, points: { ...nights.points, postingDelayDays: 0 } }
const grant = (tier: string, on: string, until: string | null = null): TierGrant => ({
  tier,
  on: d(on),
  until: until === null ? null : d(until),
})
const standing = (parameters: ProgrammeParameters, member: MemberFacts, stays: LoyaltyStay[], on: string) => {
  const { tier, since, reviewOn, byHand, period, counted } = standingOn(parameters, member, stays, d(on))
  return { tier: parameters.tiers[tier]?.code, since, reviewOn, byHand, period, nights: counted.nights }
}

describe('the very day', () => {
  test.each<[string, string, string, string]>([
    ['a grant on the business date', '2026-03-05', '2026-03-05', 'gold'],
    ['a grant on the day after', '2026-03-06', '2026-03-05', 'member'],
    ['a grant on the day of joining', '2026-01-10', '2026-03-05', 'gold'],
    ['a grant on the day before joining', '2026-01-09', '2026-03-05', 'member'],
  ])('%s (%s)', (_, granted, on, tier) => {
    const member = { joinedOn: d('2026-01-10'), grants: [grant('gold', granted)] }
    expect(standing(nights, member, [], on).tier).toBe(tier)
  })

  test.each<[string, ProgrammeParameters, string, number]>([
    ['a check-out on the business date', posted, '2026-03-05', 4],
    ['a check-out on the day after', posted, '2026-03-06', 0],
    ['a check-out that is credited on the business date', nights, '2026-03-03', 4],
    ['a check-out that is credited on the day after', nights, '2026-03-04', 0],
    ['a check-out on the day of joining', posted, '2026-01-10', 4],
    ['a check-out on the day before joining', posted, '2026-01-09', 4],
    ['a check-out on the first day of the year of joining', posted, '2026-01-01', 4],
    ['a check-out on the last day of the year before', posted, '2025-12-31', 0],
  ])('%s', (_, parameters, departure, counted) => {
    const member = { joinedOn: d('2026-01-10') }
    expect(standing(parameters, member, [stay(departure, 4)], '2026-03-05').nights).toBe(counted)
  })

  test('a no-show counts from the arrival that was missed', () => {
    const missed = { ...stay('2026-03-07', 2), status: 'no-show' as const }
    const member = { joinedOn: d('2026-03-05') }
    const counted = (on: string) => standingOn(nights, member, [missed], d(on)).counted.noShows
    expect([counted('2026-03-05'), counted('2026-03-06')]).toEqual([1, 1])
    const joining = (on: string) => standingOn(nights, { joinedOn: d(on) }, [missed], d(on)).counted.noShows
    expect([joining('2026-03-06'), joining('2027-01-01')]).toEqual([1, 0])
  })

  test('a member who joins after the business date stands where joining puts them', () => {
    expect(standing(rolling, { joinedOn: d('2026-03-09') }, [], '2026-03-05')).toMatchObject({
      tier: 'member',
      since: '2026-03-09',
      period: { from: '2026-03-09', to: '2026-03-10' },
    })
  })
})

describe('what sets the counters back', () => {
  const member = { joinedOn: d('2026-01-10') }
  const stays = [stay('2026-02-01', 10), stay('2026-02-10', 5)]
  const same = { ...member, grants: [grant('silver', '2026-02-15')] }
  const down = { ...member, grants: [grant('member', '2026-02-15')] }
  const up = { ...member, grants: [grant('gold', '2026-02-15')] }
  test.each<[string, ProgrammeParameters['resetOn'], MemberFacts, number]>([
    ['never: an upgrade keeps them', 'never', up, 15],
    ['upgrade: the same tier by hand keeps them', 'upgrade', same, 5],
    ['upgrade: a lower tier by hand keeps them', 'upgrade', down, 5],
    ['upgrade: a higher tier by hand', 'upgrade', up, 0],
    ['every change: the same tier by hand', 'every-change', same, 0],
    ['every change: a lower tier by hand', 'every-change', down, 0],
  ])('%s', (_, resetOn, facts, counted) => {
    expect(standing({ ...posted, resetOn }, facts, stays, '2026-03-05').nights).toBe(counted)
  })

  test.each<[string, Partial<ProgrammeParameters>, string, string]>([
    [
      'twelve months from joining, reset on every change',
      { resetOn: 'every-change' },
      '2026-02-01',
      '2027-02-01',
    ],
    ['twelve months from joining, reset on an upgrade', { resetOn: 'upgrade' }, '2026-01-10', '2027-01-10'],
    ['twelve months from joining, never reset', { resetOn: 'never' }, '2026-01-10', '2027-01-10'],
    [
      'a calendar year, reset on every change',
      { resetOn: 'every-change', period: 'calendar-year' },
      '2026-01-01',
      '2027-01-01',
    ],
    [
      'a rolling year, reset on every change',
      { resetOn: 'every-change', period: 'rolling-12-months' },
      '2026-01-10',
      '2026-03-06',
    ],
  ])('the period after a tier earned: %s', (_, change, from, to) => {
    expect(
      standing({ ...anniversary, ...change }, member, [stay('2026-02-01', 5)], '2026-03-05'),
    ).toMatchObject({
      tier: 'silver',
      period: { from, to },
    })
  })
})

test.each<[string, Partial<LoyaltyStay>, Partial<LoyaltyStay>, Partial<Counters>]>([
  ['a no-show before a stay', { status: 'no-show', arrival: d('2026-02-01') }, {}, { nights: 0, noShows: 0 }],
  ['the longer stay first', { arrival: d('2026-01-20') }, {}, { nights: 10 }],
  ['the own room first', {}, { roomOfStay: 2 }, { stays: 0 }],
  ['the shorter stay first', { nights: 3 }, { nights: 10 }, { nights: 0 }],
  ['the cheaper room first', { roomRevenueMinor: 100 }, { roomRevenueMinor: 200 }, { spend: 200 }],
  [
    'the smaller folio first',
    { totalRevenueMinor: 700_100 },
    { totalRevenueMinor: 700_200 },
    { points: 7002 },
  ],
])('on one day, in whatever order the store answers: %s', (_, first, second, counted) => {
  const parameters: ProgrammeParameters = {
    ...posted,
    resetOn: 'upgrade',
    points: { ...posted.points, basis: 'totalRevenueMinor' in first ? 'total' : 'room' },
  }
  const stays = [stay('2026-02-01', 10, first), stay('2026-02-01', 10, second)]
  const member = { joinedOn: d('2026-01-01') }
  const now = standingOn(parameters, member, stays, d('2026-03-05'))
  expect(now.counted).toMatchObject(counted)
  expect(standingOn(parameters, member, stays.reverse(), d('2026-03-05'))).toEqual(now)
})

describe('the lowest tier', () => {
  const member = { joinedOn: d('2024-03-01') }
  test('is never reviewed, at no end of a period', () => {
    for (const on of ['2024-12-31', '2025-01-01', '2026-01-01']) {
      expect(standing(nights, member, [], on)).toMatchObject({ tier: 'member', reviewOn: null })
    }
  })
  test('is kept whatever retention it is given', () => {
    const [first, ...others] = nights.tiers
    if (!first) throw new Error('no tiers')
    const strict = {
      ...nights,
      tiers: [{ ...first, retention: { counter: 'nights' as const, atLeast: 1 } }, ...others],
    }
    const stays = [stay('2024-06-01', 26)]
    expect(standingOn(strict, member, stays, d('2028-01-01')).steps.map(({ tier }) => tier)).toEqual([
      'member',
      'gold',
      'member',
    ])
    expect(standing(strict, member, stays, '2028-01-01').reviewOn).toBeNull()
  })
  test('given by hand, needs no review', () => {
    const down = { ...member, grants: [grant('member', '2024-07-01', '2024-09-01')] }
    expect(standing(nights, down, [stay('2024-06-01', 26)], '2024-08-01')).toMatchObject({
      tier: 'member',
      byHand: true,
      reviewOn: null,
    })
  })
})
