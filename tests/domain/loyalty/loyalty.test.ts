import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  earnedPoints,
  periodOf,
  qualifies,
  qualifyingCounters,
  tierFor,
} from '#shared/domain/loyalty/counting.ts'
import { exampleProgrammes } from '#shared/domain/loyalty/examples.ts'
import { checkParameters } from '#shared/domain/loyalty/parameters.ts'
import {
  type Condition,
  type Counters,
  counters,
  fulfils,
  type LoyaltyStay,
  noCounters,
  type ProgrammeParameters,
  thresholdOf,
  waysOf,
} from '#shared/domain/loyalty/programme.ts'
import { pointsExpireOn } from '#shared/domain/loyalty/progress.ts'
import { fromDayNumber, toDayNumber } from '#shared/values/index.ts'
import { anniversary, any, d, nights, rolling, rollover, stay } from './support.ts'

describe('parameters', () => {
  test('the four programmes of the trade are settings alone', () => {
    for (const example of exampleProgrammes) {
      expect(checkParameters(JSON.parse(JSON.stringify(example.parameters)))).toEqual({
        ok: true,
        value: example.parameters,
      })
    }
    expect(exampleProgrammes.length).toBe(4)
  })

  const at = (counter: (typeof counters)[number], atLeast: number): Condition => ({ counter, atLeast })
  const withTier = (i: number, change: object) => ({
    ...nights,
    tiers: nights.tiers.map((tier, j) => (i === j ? { ...tier, ...change } : tier)),
  })
  test.each<[string, unknown, string, string]>([
    ['nothing', null, '', 'loyalty.shape'],
    ['no value', undefined, '', 'loyalty.shape'],
    [
      'a condition that names no counter',
      withTier(1, { entry: { atLeast: 3 } }),
      'tiers.1.entry',
      'loyalty.condition',
    ],
    ['an unknown field', { ...nights, colour: 'red' }, '', 'loyalty.shape'],
    ['no tiers', { ...nights, tiers: [] }, 'tiers', 'loyalty.empty'],
    ['a period nobody has', { ...nights, period: 'weekly' }, 'period', 'loyalty.choice'],
    ['a negative cap', { ...nights, noShowCap: -1 }, 'noShowCap', 'loyalty.number'],
    ['half a period', { ...nights, extraPeriods: 0.5 }, 'extraPeriods', 'loyalty.number'],
    ['an empty name', withTier(1, { nameZh: ' ' }), 'tiers.1.nameZh', 'loyalty.text'],
    ['two tiers of one code', withTier(2, { code: 'silver' }), 'tiers.2.code', 'loyalty.tierTwice'],
    [
      'a first tier to be earned',
      withTier(0, { entry: at('nights', 1) }),
      'tiers.0.entry',
      'loyalty.firstTierFree',
    ],
    ['a later tier for nothing', withTier(1, { entry: null }), 'tiers.1.entry', 'loyalty.entryNeeded'],
    [
      'a threshold of zero',
      withTier(1, { entry: at('nights', 0) }),
      'tiers.1.entry.atLeast',
      'loyalty.number',
    ],
    ['an empty condition', withTier(1, { entry: { any: [] } }), 'tiers.1.entry.any', 'loyalty.empty'],
    [
      'a tier easier than the one below',
      withTier(2, { entry: at('nights', 5) }),
      'tiers.2.entry',
      'loyalty.tierOrder',
    ],
    [
      'another counter than the one below',
      withTier(2, { entry: at('stays', 99) }),
      'tiers.2.entry',
      'loyalty.tierOrder',
    ],
    [
      'harder to keep than to enter',
      withTier(2, { retention: at('nights', 26) }),
      'tiers.2.retention',
      'loyalty.retentionHarder',
    ],
    [
      'rollover from nowhere',
      { ...rollover, rollover: { fromTier: 'ruby', counters: ['nights'] } },
      'rollover.fromTier',
      'loyalty.tierUnknown',
    ],
    [
      'rollover that never ends',
      { ...rolling, rollover: rollover.rollover },
      'rollover',
      'loyalty.rolloverWithoutEnd',
    ],
    [
      'bonus for nobody',
      { ...nights, points: { ...nights.points, bonusPercent: { ruby: 10 } } },
      'points.bonusPercent.ruby',
      'loyalty.tierUnknown',
    ],
    [
      'expiry from nowhere',
      { ...nights, points: { ...nights.points, neverFromTier: 'ruby' } },
      'points.neverFromTier',
      'loyalty.tierUnknown',
    ],
    [
      'a rolling period with more periods',
      { ...rolling, extraPeriods: 1 },
      'extraPeriods',
      'loyalty.rollingHasNoPeriods',
    ],
  ])('%s', (_, value, path, why) => {
    expect(checkParameters(value)).toEqual({
      ok: false,
      refusal: { code: 'PARAMETERS_INVALID', params: { path, why } },
    })
  })
})

describe('conditions without end', () => {
  const nested = (levels: number): unknown =>
    levels === 0 ? { counter: 'nights', atLeast: 30 } : { all: [nested(levels - 1)] }
  const silver = (entry: unknown) => ({
    ...nights,
    tiers: [...nights.tiers.slice(0, 1), { ...nights.tiers[1], entry, retention: null }],
    rollover: null,
    points: { ...nights.points, bonusPercent: {}, neverFromTier: null },
  })
  const problem = (why: string) => ({
    ok: false,
    refusal: { code: 'PARAMETERS_INVALID', params: { path: 'tiers.1.entry', tier: 'silver', why } },
  })
  const anyOf = (ways: number) => ({
    any: Array.from({ length: ways }, (_, i) => ({ counter: 'nights', atLeast: i + 1 })),
  })

  test('three levels and 64 ways are a programme', () => {
    expect(checkParameters(silver(nested(3))).ok).toBe(true)
    expect(checkParameters(silver({ all: [anyOf(8), anyOf(8)] })).ok).toBe(true)
  })
  test('more is refused, naming the tier', () => {
    expect(checkParameters(silver(nested(4)))).toEqual(problem('loyalty.tooDeep'))
    expect(checkParameters(silver({ all: [anyOf(8), anyOf(8), anyOf(2)] }))).toEqual(
      problem('loyalty.tooManyWays'),
    )
    expect(checkParameters(silver({ any: [nested(0), nested(3)] })).ok).toBe(false)
    expect(checkParameters(silver({ any: [nested(3), nested(0)] }))).toEqual(problem('loyalty.tooDeep'))
    let deep: unknown = { counter: 'nights', atLeast: 30 }
    for (let i = 0; i < 100_000; i++) deep = { any: [deep] }
    expect(checkParameters(silver(deep))).toEqual(problem('loyalty.tooDeep'))
    const wide = {
      all: Array.from({ length: 8 }, () => ({ all: Array.from({ length: 8 }, () => anyOf(8)) })),
    }
    expect(checkParameters(silver(wide))).toEqual(problem('loyalty.tooManyWays'))
  })
})

test('a tier whose condition has no end is named by its code, cut to its length, or by its number', () => {
  const deep = { all: [{ all: [{ all: [{ all: [{ counter: 'nights', atLeast: 1 }] }] }] }] }
  const tierOf = (code?: string) => {
    const checked = checkParameters({ tiers: [null, { code, entry: null, retention: deep }] })
    return checked.ok ? null : checked.refusal.params
  }
  const params = { path: 'tiers.1.retention', why: 'loyalty.tooDeep' }
  expect(tierOf('s'.repeat(40))).toEqual({ ...params, tier: 's'.repeat(32) })
  expect(tierOf()).toEqual({ ...params, tier: '2' })
})

test('a rolling period without further periods is a programme, a programme without tiers is none', () => {
  expect(checkParameters(rolling).ok).toBe(true)
  expect(() => tierFor({ ...nights, tiers: [] }, noCounters())).toThrow(RangeError)
})

describe('conditions', () => {
  const leaf = fc.record({ counter: fc.constantFrom(...counters), atLeast: fc.integer({ min: 1, max: 20 }) })
  const anyCondition = fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    ),
  })).node
  const anyCounters: fc.Arbitrary<Counters> = fc.record({
    nights: fc.nat(25),
    stays: fc.nat(25),
    spend: fc.nat(25),
    points: fc.nat(25),
    noShows: fc.nat(3),
  })
  test('a condition holds exactly when some way misses nothing', () => {
    fc.assert(
      fc.property(anyCondition, anyCounters, (condition, counted) => {
        const ways = waysOf(condition, counted)
        expect(ways.some((way) => way.every((need) => need.missing === 0))).toBe(fulfils(condition, counted))
        expect(ways.length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })
  test('the top tier of (nights or stays) and spend', () => {
    const entry = any.tiers.at(-1)?.entry as Condition
    expect(waysOf(entry, { ...noCounters(), nights: 60, stays: 38, spend: 11_000_000 })).toEqual([
      [
        { counter: 'nights', have: 60, need: 80, missing: 20 },
        { counter: 'spend', have: 11_000_000, need: 12_000_000, missing: 1_000_000 },
      ],
      [
        { counter: 'stays', have: 38, need: 40, missing: 2 },
        { counter: 'spend', have: 11_000_000, need: 12_000_000, missing: 1_000_000 },
      ],
    ])
    expect(thresholdOf(entry, 'stays')).toBe(40)
    expect(thresholdOf(entry, 'points')).toBeNull()
  })
})

describe('periods', () => {
  test.each([
    ['calendar-year', '2020-05-17', '2026-03-05', '2026-01-01', '2027-01-01'],
    ['anniversary', '2020-05-17', '2026-03-05', '2025-05-17', '2026-05-17'],
    ['anniversary', '2020-05-17', '2026-05-17', '2026-05-17', '2027-05-17'],
    ['anniversary', '2020-02-29', '2025-02-27', '2024-02-29', '2025-02-28'],
    ['anniversary', '2020-02-29', '2025-02-28', '2025-02-28', '2026-02-28'],
    ['anniversary', '2020-02-29', '2028-02-28', '2027-02-28', '2028-02-29'],
    ['rolling-12-months', '2020-05-17', '2026-03-05', '2025-03-06', '2026-03-06'],
    ['rolling-12-months', '2026-01-10', '2026-03-05', '2026-01-10', '2026-03-06'],
  ] as const)('%s joined %s on %s: [%s, %s)', (period, joined, on, from, to) => {
    expect(periodOf({ period }, d(joined), d(on))).toEqual({ from, to })
  })
  test('a day lies in its period, and the periods follow each other', () => {
    const day = fc
      .integer({ min: toDayNumber(d('2000-01-01')), max: toDayNumber(d('2050-01-01')) })
      .map(fromDayNumber)
    fc.assert(
      fc.property(day, day, fc.constantFrom('calendar-year', 'anniversary'), (a, b, period) => {
        const [joined, on] = a <= b ? [a, b] : [b, a]
        const found = periodOf({ period } as ProgrammeParameters, joined, on)
        expect(found.from <= on && on < found.to).toBe(true)
        expect(periodOf({ period } as ProgrammeParameters, joined, found.to).from).toBe(found.to)
      }),
    )
  })
})

describe('what counts', () => {
  const rules = (change: Partial<ProgrammeParameters['qualifying']>) => ({
    ...nights,
    qualifying: { ...nights.qualifying, ...change },
  })
  test.each<[string, ProgrammeParameters, Partial<LoyaltyStay>, boolean]>([
    ['a plain stay', nights, {}, true],
    ['a no-show', nights, { status: 'no-show' }, false],
    ['an agency rate', nights, { qualifyingRate: false }, false],
    ['any rate, where any counts', rules({ anyRate: true }), { qualifyingRate: false }, true],
    ['a company pays', rules({ anyPayer: false }), { paidByGuest: false }, false],
    ['a free night', nights, { freeNight: true, qualifyingRate: false }, true],
    ['a free night, where none counts', rules({ freeNights: false }), { freeNight: true }, false],
    ['a group', nights, { group: true }, false],
    ['a third room', nights, { roomOfStay: 3 }, true],
    ['a fourth room', nights, { roomOfStay: 4 }, false],
    ['an agency channel', any, { channel: 'travel-agent' }, false],
    ['a channel not named', anniversary, { channel: 'gds' }, false],
    ['a channel named', anniversary, { channel: 'corporate' }, true],
  ])('%s', (_, parameters, change, expected) => {
    expect(qualifies(parameters, stay('2026-03-05', 2, change))).toBe(expected)
  })
  test('a stay belongs to its check-out, a no-show to its arrival; further rooms add nights, not stays', () => {
    const stays = [
      stay('2026-01-01', 2),
      stay('2026-06-01', 3),
      stay('2026-06-01', 3, { roomOfStay: 2 }),
      stay('2027-01-01', 5),
      stay('2027-01-02', 2, { status: 'no-show' }),
    ]
    expect(qualifyingCounters(nights, stays, { from: d('2026-01-01'), to: d('2027-01-01') })).toEqual({
      nights: 8,
      stays: 2,
      spend: 480_000,
      points: 4800,
      noShows: 1,
    })
  })
  test('points with the bonus of the tier', () => {
    expect(earnedPoints(nights, stay('2026-03-05', 1, { roomRevenueMinor: 12_345 }), 'member')).toBe(123)
    expect(earnedPoints(nights, stay('2026-03-05', 1, { roomRevenueMinor: 12_345 }), 'gold')).toBe(153)
    expect(earnedPoints(nights, stay('2026-03-05', 1, { group: true }), 'gold')).toBe(0)
  })
  test('points of the room alone or of everything on the folio, so many for each whole unit', () => {
    const points = (basis: 'room' | 'total') =>
      earnedPoints(
        { ...nights, points: { ...nights.points, basis, points: 3 } },
        stay('2026-03-05', 1),
        'member',
      )
    expect([points('room'), points('total')]).toEqual([1800, 2100])
  })
  test('expiry of points', () => {
    expect(pointsExpireOn(nights, 'member', d('2026-01-01'), d('2026-03-05'))).toBe('2028-03-05')
    expect(pointsExpireOn(anniversary, 'gold', d('2026-01-01'), d('2026-03-05'))).toBe('2028-01-01')
    expect(pointsExpireOn(rollover, 'club', d('2026-01-01'), d('2026-03-05'))).toBe('2027-03-05')
    expect(pointsExpireOn(rollover, 'gold', d('2026-01-01'), d('2026-03-05'))).toBeNull()
    const never = { ...nights, points: { ...nights.points, expiry: { kind: 'never' as const } } }
    expect(pointsExpireOn(never, 'member', d('2026-01-01'), d('2026-03-05'))).toBeNull()
  })
  test.each([
    [0, 'member'],
    [9, 'member'],
    [10, 'silver'],
    [24, 'silver'],
    [25, 'gold'],
    [50, 'platinum'],
    [75, 'titanium'],
    [100, 'ambassador'],
    [365, 'ambassador'],
  ])('%i nights are %s', (count, tier) => {
    expect(tierFor(nights, { ...noCounters(), nights: count }).code).toBe(tier)
  })
})
