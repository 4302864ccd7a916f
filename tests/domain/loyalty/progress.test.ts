import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleProgrammes } from '#shared/domain/loyalty/examples.ts'
import { noCounters } from '#shared/domain/loyalty/programme.ts'
import { progress, tierHistory } from '#shared/domain/loyalty/progress.ts'
import { type BusinessDate, fromDayNumber, toDayNumber } from '#shared/values/index.ts'
import { anniversary, any, d, nights, rolling, rollover, stay, steps } from './support.ts'

describe('nights in a calendar year', () => {
  const member = { joinedOn: d('2024-03-01') }
  test('what is missing for the next tier', () => {
    const stays = [stay('2026-01-20', 8), stay('2026-02-10', 6)]
    const now = progress(nights, { joinedOn: d('2025-01-01') }, stays, d('2026-03-05'))
    expect(now).toMatchObject({
      tier: { code: 'silver' },
      since: '2026-02-10',
      reviewOn: '2028-01-01',
      period: { from: '2026-01-01', to: '2027-01-01' },
      counted: { nights: 14, stays: 2 },
      keeping: [[{ counter: 'nights', have: 14, need: 10, missing: 0 }]],
      next: {
        tier: { code: 'gold' },
        until: '2027-01-01',
        ways: [[{ counter: 'nights', have: 14, need: 25, missing: 11 }]],
      },
    })
  })
  test('a tier lasts to the end of the next year, is kept by that year and lost without it', () => {
    const stays = [stay('2024-06-01', 26), stay('2025-07-01', 5)]
    expect(steps(nights, member, stays, '2025-12-31')).toEqual([
      '2024-03-01 member joined',
      '2024-06-01 gold earned',
    ])
    expect(steps(nights, member, stays, '2026-01-01').at(-1)).toBe('2026-01-01 member lost')
    const kept = [...stays, stay('2025-08-01', 20)]
    expect(steps(nights, member, kept, '2026-12-31').at(-1)).toBe('2024-06-01 gold earned')
    expect(steps(nights, member, kept, '2027-01-01').at(-1)).toBe('2027-01-01 member lost')
  })
  test('a year between decides how far one falls; a soft landing stops it', () => {
    const stays = [stay('2024-08-01', 80), stay('2025-08-01', 12)]
    expect(steps(nights, member, stays, '2026-01-01').at(-1)).toBe('2026-01-01 silver lost')
    expect(steps({ ...nights, softLanding: 1 }, member, stays, '2026-01-01').at(-1)).toBe(
      '2026-01-01 platinum lost',
    )
    expect(steps({ ...nights, softLanding: 1 }, member, stays, '2029-01-01')).toEqual([
      '2024-03-01 member joined',
      '2024-08-01 titanium earned',
      '2026-01-01 platinum lost',
      '2027-01-01 gold lost',
      '2028-01-01 silver lost',
      '2029-01-01 member lost',
    ])
  })
  test('a stay counts when it is posted, and then for its check-out', () => {
    const stays = [stay('2025-12-31', 10)]
    expect(progress(nights, member, stays, d('2026-01-01')).tier.code).toBe('member')
    const later = progress(nights, member, stays, d('2026-01-02'))
    expect([later.tier.code, later.since, later.reviewOn]).toEqual(['silver', '2025-12-31', '2027-01-01'])
  })
  test('stays of the years before joining and of the future do not count', () => {
    const stays = [stay('2024-02-29', 50), stay('2026-03-06', 50)]
    expect(progress(nights, member, stays, d('2026-03-05'))).toMatchObject({
      tier: { code: 'member' },
      counted: noCounters(),
    })
  })
  test('at the top there is no next', () => {
    const top = progress(nights, member, [stay('2026-02-01', 120)], d('2026-03-05'))
    expect(top.tier.code).toBe('ambassador')
    expect(top.next).toBeNull()
    expect(progress(nights, member, [], d('2026-03-05')).keeping).toBeNull()
  })
})

test('nights or stays or spend: any one is enough, and the top wants spend too', () => {
  const member = { joinedOn: d('2026-01-01') }
  const four = [1, 2, 3, 4].map((month) => stay(`2026-0${month}-10`, 1))
  expect(progress(any, member, four, d('2026-05-01')).tier.code).toBe('silver')
  const dear = stay('2026-02-01', 1, { totalRevenueMinor: 4_000_000 })
  expect(progress(any, member, [dear], d('2026-05-01')).tier.code).toBe('gold')
  const long = stay('2026-04-01', 85, { totalRevenueMinor: 9_000_000 })
  expect(progress(any, member, [long], d('2026-05-01')).tier.code).toBe('diamond')
  expect(progress(any, member, [{ ...long, totalRevenueMinor: 12_000_000 }], d('2026-05-01')).tier.code).toBe(
    'reserve',
  )
})

describe('rollover', () => {
  const member = { joinedOn: d('2024-01-01') }
  test('nights beyond the tier open the next year, from the second tier up', () => {
    const first = progress(rollover, member, [stay('2024-06-01', 25)], d('2025-03-01'))
    expect(first).toMatchObject({ tier: { code: 'gold' }, counted: { nights: 5, stays: 0, points: 0 } })
    const none = progress(rollover, member, [stay('2024-06-01', 9)], d('2025-03-01'))
    expect(none.counted.nights).toBe(0)
  })
  test('a tier reached by points has no nights to carry', () => {
    const stays = [stay('2024-06-01', 8, { roomRevenueMinor: 4_500_000 })]
    expect(progress(rollover, member, stays, d('2025-03-01'))).toMatchObject({
      tier: { code: 'gold' },
      counted: { nights: 0 },
    })
  })
  test('what was carried helps to keep the tier', () => {
    const stays = [stay('2024-06-01', 30), stay('2025-06-01', 11)]
    expect(steps(rollover, member, stays, '2026-01-01').at(-1)).toBe('2024-06-01 gold earned')
    const without = { ...rollover, rollover: null }
    expect(steps(without, member, stays, '2026-01-01').at(-1)).toBe('2026-01-01 silver lost')
  })
})

describe('twelve months from joining, anew at every change, no-shows capped', () => {
  const member = { joinedOn: d('2025-05-17') }
  test('an upgrade takes the counters back to zero and starts twelve months', () => {
    const stays = [stay('2025-06-01', 4), stay('2025-09-01', 9)]
    expect(progress(anniversary, member, stays, d('2025-09-02'))).toMatchObject({
      tier: { code: 'silver' },
      period: { from: '2025-06-01', to: '2026-06-01' },
      reviewOn: '2026-06-01',
      counted: { nights: 9 },
      next: { ways: [[{ counter: 'nights', have: 9, need: 10, missing: 1 }]], until: '2026-06-01' },
    })
    expect(steps(anniversary, member, [...stays, stay('2025-10-01', 1)], '2025-10-01')).toEqual([
      '2025-05-17 star joined',
      '2025-06-01 silver earned',
      '2025-10-01 gold earned',
    ])
  })
  test('the review keeps by the retention rule, and lets fall one tier', () => {
    const gold = [stay('2025-06-01', 3), stay('2025-07-01', 10)]
    expect(steps(anniversary, member, [...gold, stay('2026-01-01', 8)], '2026-07-01').length).toBe(3)
    expect(steps(anniversary, member, [...gold, stay('2026-01-01', 6)], '2026-07-01').at(-1)).toBe(
      '2026-07-01 silver lost',
    )
    expect(steps(anniversary, member, gold, '2027-07-01').slice(-2)).toEqual([
      '2026-07-01 silver lost',
      '2027-07-01 star lost',
    ])
  })
  test('more no-shows than the cap: nothing is reached until they are past', () => {
    const missed = ['2025-06-02', '2025-06-05', '2025-06-09', '2025-06-20'].map((day) =>
      stay(day, 1, { status: 'no-show' }),
    )
    const stays = [...missed, stay('2025-08-01', 5)]
    const now = progress(anniversary, member, stays, d('2025-09-01'))
    expect(now).toMatchObject({
      tier: { code: 'star' },
      blockedByNoShows: true,
      counted: { nights: 5, noShows: 4 },
    })
    expect(progress(anniversary, member, stays.slice(1), d('2025-09-01')).tier.code).toBe('silver')
    const later = [...stays, stay('2026-08-01', 3)]
    expect(progress(anniversary, member, later, d('2026-08-01')).tier.code).toBe('silver')
  })
})

describe('a rolling year', () => {
  const member = { joinedOn: d('2024-01-01') }
  test('counts the last twelve months on every day', () => {
    const stays = [stay('2025-03-05', 6), stay('2025-09-01', 5)]
    expect(progress(rolling, member, stays, d('2026-03-04')).counted.nights).toBe(11)
    expect(progress(rolling, member, stays, d('2026-03-05')).counted.nights).toBe(5)
  })
  test('a tier is sure for a year, then kept while the last twelve months carry it', () => {
    const stays = [stay('2024-03-01', 10), stay('2025-01-10', 10)]
    expect(steps(rolling, member, stays, '2025-03-01').length).toBe(2)
    expect(steps(rolling, member, stays, '2026-01-10').length).toBe(2)
    expect(steps(rolling, member, stays, '2026-01-11').at(-1)).toBe('2026-01-11 member lost')
  })
})

describe('tiers given by hand', () => {
  const grant = { tier: 'platinum', on: d('2026-02-01'), until: null }
  const member = { joinedOn: d('2026-01-01'), grants: [grant] }
  test('hold as an earned one would, then are reviewed like any', () => {
    expect(progress(nights, member, [], d('2026-03-05'))).toMatchObject({
      tier: { code: 'platinum' },
      byHand: true,
      since: '2026-02-01',
      reviewOn: '2028-01-01',
    })
    expect(steps(nights, member, [], '2028-01-01')).toEqual([
      '2026-01-01 member joined',
      '2026-02-01 platinum by-hand',
      '2028-01-01 member lost',
    ])
  })
  test('end where an end was set, and fall back to what the stays carry', () => {
    const until = { ...member, grants: [{ ...grant, until: d('2026-06-01') }] }
    const stays = [stay('2026-03-01', 12)]
    expect(steps(nights, until, stays, '2026-05-31').at(-1)).toBe('2026-02-01 platinum by-hand')
    const after = progress(nights, until, stays, d('2026-06-01'))
    expect(after).toMatchObject({ tier: { code: 'silver' }, byHand: false, reviewOn: '2028-01-01' })
  })
  test('may go down, may be outgrown, and an unknown tier binds nobody', () => {
    const stays = [stay('2026-01-20', 30), stay('2026-03-01', 50)]
    expect(steps(nights, member, stays, '2026-03-05').at(-1)).toBe('2026-03-01 titanium earned')
    const down = { joinedOn: d('2026-01-01'), grants: [{ tier: 'member', on: d('2026-02-01'), until: null }] }
    expect(progress(nights, down, [stay('2026-01-20', 9)], d('2026-03-05')).tier.code).toBe('member')
    const gone = { joinedOn: d('2026-01-01'), grants: [{ tier: 'ruby', on: d('2026-02-01'), until: null }] }
    expect(progress(nights, gone, [], d('2026-03-05')).byHand).toBe(false)
  })
})

test('any life: a story in order, ending in the tier shown, whatever the order of the stays', () => {
  const first = toDayNumber(d('2018-01-01'))
  const last = toDayNumber(d('2026-03-05'))
  const anyStay = fc.record({
    day: fc.integer({ min: first, max: last }),
    nights: fc.integer({ min: 0, max: 30 }),
    missed: fc.boolean(),
  })
  const programmes = [
    ...exampleProgrammes.map((example) => example.parameters),
    rolling,
    { ...rolling, resetOn: 'upgrade' as const },
  ]
  fc.assert(
    fc.property(
      fc.constantFrom(...programmes),
      fc.integer({ min: first, max: last }),
      fc.uniqueArray(anyStay, { maxLength: 40, selector: ({ day }) => day }),
      (parameters, joined, list) => {
        const stays = list.map(({ day, nights: count, missed }) =>
          stay(fromDayNumber(day), count, missed ? { status: 'no-show' } : {}),
        )
        const member = { joinedOn: fromDayNumber(joined) }
        const on = d('2026-03-05')
        const now = progress(parameters, member, stays, on)
        const story = tierHistory(parameters, member, stays, on)
        expect(story.at(-1)?.tier).toBe(now.tier.code)
        expect(story.at(-1)?.from).toBe(now.since)
        const days = story.map((step) => step.from as BusinessDate)
        expect([...days].sort()).toEqual(days)
        expect(now.reviewOn === null).toBe(now.tier.code === parameters.tiers[0]?.code)
        if (now.reviewOn) expect(now.reviewOn > on).toBe(true)
        for (let i = 1; i < story.length; i++) expect(story[i]?.tier).not.toBe(story[i - 1]?.tier)
        expect(progress(parameters, member, [...stays].reverse(), on)).toEqual(now)
      },
    ),
    { numRuns: 300 },
  )
})
