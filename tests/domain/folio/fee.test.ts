import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cancellationFee,
  earlyDepartureFee,
  type FeeBooking,
  noShowFee,
  policyOf,
} from '#shared/domain/folio/fee.ts'
import type { FeeCharge, FeePolicyImage, FeePolicyTerms, FeeTier } from '#shared/domain/folio/fee-policy.ts'
import { addDays, type BusinessDate, type RatePlanId } from '#shared/values/index.ts'

const day = (text: string) => text as BusinessDate
const flat = (amountMinor: number): FeeCharge => ({ kind: 'flat', amountMinor })
const percent = (basisPoints: number): FeeCharge => ({ kind: 'percent', basisPoints })
const nights = (count: number): FeeCharge => ({ kind: 'nights', nights: count })
const none: FeeCharge = { kind: 'none' }
const tier = (daysBefore: number | null, charge: FeeCharge, time = '00:00'): FeeTier => ({
  daysBefore,
  time,
  charge,
})

const policy = (terms: Partial<FeePolicyTerms>): FeePolicyTerms => ({
  ratePlanIds: [],
  cancellation: [],
  noShow: none,
  earlyDeparture: none,
  ...terms,
})
const booking = (arrival: string, ...rates: number[]): FeeBooking => ({
  arrival: day(arrival),
  nights: rates.map((rateMinor, at) => ({ date: addDays(day(arrival), at), rateMinor })),
})

describe('worked cases of cancellation', () => {
  // Written out of order: what holds is the window that began last
  const windows = policy({
    cancellation: [
      tier(7, flat(5000), '18:00'),
      tier(null, flat(2000), '18:00'),
      tier(0, percent(8000), '18:00'),
      tier(3, nights(1), '18:00'),
      tier(1, percent(5000), '18:00'),
    ],
    noShow: percent(10_000),
  })
  it.each<[string, string, string, number]>([
    ['cancel-01a', '2016-09-20', '12:00', 2000],
    ['the last minute of a window', '2016-10-08', '17:59', 2000],
    ['cancel-01c', '2016-10-08', '18:00', 5000],
    ['cancel-01e', '2016-10-12', '18:00', 10_000],
    ['cancel-01g', '2016-10-14', '18:00', 15_000],
    ['before the hour of the day of arrival', '2016-10-15', '17:59', 15_000],
    ['the hour itself begins the window', '2016-10-15', '18:00', 24_000],
    ['cancel-01i', '2016-10-15', '18:01', 24_000],
    ['the day after is a no-show', '2016-10-16', '00:00', 30_000],
  ])('%s', (_id, date, time, fee) => {
    const stay = booking('2016-10-15', 10_000, 10_000, 10_000)
    expect(cancellationFee(windows, stay, { date: day(date), time }).feeMinor).toBe(fee)
  })

  // More than 7 days: free; 3 to 7: half; less than 3: all. Edges belong to the middle
  const byDays = policy({
    cancellation: [tier(null, none), tier(7, percent(5000)), tier(2, percent(10_000))],
  })
  it.each([
    ['cancel-03a', 8, 0],
    ['the edge of seven', 7, 10_000],
    ['cancel-03c', 3, 10_000],
    ['two days', 2, 20_000],
    ['cancel-03e', 0, 20_000],
  ])('%s: %i days before', (_id, daysBefore, fee) => {
    const stay = booking('2026-03-20', 10_000, 10_000)
    const at = { date: addDays(stay.arrival, -daysBefore), time: '00:00' }
    expect(cancellationFee(byDays, stay, at).feeMinor).toBe(fee)
  })

  it('cancel-05a: before the first window it is free', () => {
    const terms = policy({ cancellation: [tier(2, nights(1))] })
    expect(
      cancellationFee(terms, booking('2012-01-19', 9000), { date: day('2012-01-14'), time: '09:00' }),
    ).toEqual({
      kind: 'cancellation',
      charge: none,
      feeMinor: 0,
    })
  })

  it('cancel-05c: after the day of arrival it is a no-show', () => {
    const terms = policy({ cancellation: [tier(null, flat(1))], noShow: percent(5000) })
    const stay = booking('2012-01-14', ...Array.from({ length: 8 }, () => 4000))
    expect(cancellationFee(terms, stay, { date: day('2012-01-19'), time: '09:00' })).toEqual({
      kind: 'no-show',
      charge: percent(5000),
      feeMinor: 16_000,
    })
    expect(noShowFee(terms, stay).feeMinor).toBe(16_000)
  })
})

describe('what a fee is taken of', () => {
  const stay = booking('2026-03-01', 10_001, 20_000, 30_000)
  it.each<[string, FeeCharge, number]>([
    ['nothing', none, 0],
    ['an amount, whatever the stay costs', flat(99_900), 99_900],
    ['a share of the stay, rounded once, half up', percent(5000), 30_001],
    ['the first nights', nights(2), 30_001],
    ['more nights than there are', nights(9), 60_001],
  ])('%s', (_what, charge, fee) => {
    expect(noShowFee(policy({ noShow: charge }), stay).feeMinor).toBe(fee)
  })

  it.each<[string, FeeCharge, string, number]>([
    ['a share of the nights given up', percent(5000), '2026-03-02', 25_000],
    ['the first night given up', nights(1), '2026-03-02', 20_000],
    ['an amount', flat(7000), '2026-03-03', 7000],
    ['no fee on the day of departure', flat(7000), '2026-03-04', 0],
    ['all nights on the day of arrival', percent(10_000), '2026-03-01', 60_001],
  ])('early departure: %s', (_what, charge, leavingOn, fee) => {
    expect(earlyDepartureFee(policy({ earlyDeparture: charge }), stay, day(leavingOn)).feeMinor).toBe(fee)
  })

  it('takes the first nights by date, however they are listed', () => {
    const turned = { ...stay, nights: stay.nights.toReversed() }
    expect(noShowFee(policy({ noShow: nights(1) }), turned).feeMinor).toBe(10_001)
  })

  it('never costs less when a booking is cancelled later, where the windows rise', () => {
    const terms = policy({
      cancellation: [
        tier(null, none),
        tier(10, percent(1000)),
        tier(4, percent(5000), '12:00'),
        tier(0, percent(9000), '18:00'),
      ],
      noShow: percent(10_000),
    })
    const moments = fc.tuple(fc.integer({ min: -20, max: 3 }), fc.integer({ min: 0, max: 23 }))
    fc.assert(
      fc.property(moments, moments, (a, b) => {
        const [early, late] = [a, b].toSorted((x, y) => x[0] - y[0] || x[1] - y[1])
        const fee = ([days, hour]: [number, number]) =>
          cancellationFee(terms, stay, {
            date: addDays(stay.arrival, days),
            time: `${String(hour).padStart(2, '0')}:30`,
          }).feeMinor
        expect(fee(late!)).toBeGreaterThanOrEqual(fee(early!))
      }),
    )
  })
})

describe('the policy of a rate plan', () => {
  const plan = (id: number) => id as RatePlanId
  const image = (code: string, ratePlanIds: number[], active = true): FeePolicyImage => ({
    code,
    nameEn: code,
    nameZh: code,
    terms: policy({ ratePlanIds: ratePlanIds.map(plan) }),
    active,
  })
  const policies = [image('usual', []), image('off', [1], false), image('strict', [1, 2])]
  it.each<[number | null, string]>([
    [1, 'strict'],
    [2, 'strict'],
    [3, 'usual'],
    [null, 'usual'],
  ])('plan %s: %s', (id, code) => {
    expect(policyOf(policies, id === null ? null : plan(id))?.code).toBe(code)
  })

  it('is none where none is for it', () => {
    expect(policyOf([image('strict', [1])], plan(2))).toBe(null)
  })
})
