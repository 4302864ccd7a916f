import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCompSet, indicesOf, maxRooms, periodsWithin } from '#shared/domain/report/comp-set.ts'
import type { BusinessDate } from '#shared/values/index.ts'

const figures = (roomsAvailable: number, roomsSold: number, revenueMinor: number) => ({
  roomsAvailable,
  roomsSold,
  revenueMinor,
})
const span = (from: string, to: string) => ({ from: from as BusinessDate, to: to as BusinessDate })

describe('the figures of a set', () => {
  it.each([
    ['another year', { '2025-03': figures(10, 5, 5) }, 'period', '2025-03'],
    ['no day of the calendar', { '2026-02-30': figures(10, 5, 5) }, 'period', '2026-02-30'],
    [
      'a month beside one of its days',
      { '2026-03': figures(10, 5, 5), '2026-03-02': figures(1, 1, 5) },
      'both',
      '2026-03-02',
    ],
    ['more sold than there are', { '2026-03': figures(10, 11, 5) }, 'sold', '2026-03'],
    ['revenue of no rooms', { '2026-03': figures(10, 0, 5) }, 'revenue', '2026-03'],
    ['more rooms than a set has', { '2026-03': figures(maxRooms + 1, 1, 5) }, 'tooLarge', '2026-03'],
  ])('are refused for %s', (_what, cells, why, period) => {
    expect(checkCompSet(2026, { hotels: '', cells })).toEqual({
      ok: false,
      refusal: { code: 'COMP_SET_INVALID', params: { why, period } },
    })
  })

  it('are taken by month and by day in one year', () => {
    const cells = { '2026-03': figures(3100, 2000, 90_000), '2026-04-01': figures(100, 0, 0) }
    expect(checkCompSet(2026, { hotels: 'A, B', cells })).toEqual({ ok: true, value: null })
  })
})

describe('indices', () => {
  it('are the own figure over that of the set', () => {
    // Own: 80 %, 500, 400; set: 64 %, 400, 256
    expect(indicesOf(figures(100, 80, 40_000), figures(1000, 640, 256_000))).toEqual({
      mpi: 1.25,
      ari: 1.25,
      rgi: 1.5625,
    })
    expect(indicesOf(figures(100, 0, 0), figures(1000, 640, 256_000))).toEqual({ mpi: 0, ari: null, rgi: 0 })
    expect(indicesOf(figures(0, 0, 0), figures(1000, 640, 256_000))).toEqual({
      mpi: null,
      ari: null,
      rgi: null,
    })
    expect(indicesOf(figures(100, 80, 40_000), figures(1000, 0, 0))).toEqual({
      mpi: null,
      ari: null,
      rgi: null,
    })
  })

  it('of revenue is that of occupancy times that of rate', () => {
    const hotel = fc
      .tuple(
        fc.integer({ min: 1, max: 9000 }),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 9_000_000 }),
      )
      .map(([rooms, share, revenue]) => figures(rooms, Math.ceil(rooms * share), revenue))
    fc.assert(
      fc.property(hotel, hotel, (own, set) => {
        const { mpi, ari, rgi } = indicesOf(own, set)
        // By their ratio: a float keeps so many digits, not so many decimals
        expect(((mpi ?? 0) * (ari ?? 0)) / (rgi ?? Number.NaN)).toBeCloseTo(1, 12)
        expect(indicesOf(own, own)).toEqual({ mpi: 1, ari: 1, rgi: 1 })
      }),
    )
  })
})

describe('the periods of a span', () => {
  it.each([
    ['whole months', '2026-02-01', '2026-04-01', ['2026-02', '2026-03'], 0],
    ['a month that is cut', '2026-02-02', '2026-04-01', ['2026-03'], 1],
    ['a span within a month', '2026-02-02', '2026-02-09', [], 1],
    ['days', '2026-04-02', '2026-04-03', ['2026-04-02'], 0],
    ['nothing', '2027-01-01', '2027-02-01', [], 0],
  ])('%s', (_what, from, to, whole, cut) => {
    const periods = ['2026-02', '2026-03', '2026-04-01', '2026-04-02']
    expect(periodsWithin(periods, span(from, to))).toEqual({ whole, cut })
  })
})
