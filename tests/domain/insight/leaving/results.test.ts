import { describe, expect, test } from 'vitest'
import { type EndedCase, minCasesForRate, resultsOf } from '#shared/domain/insight/leaving/results.ts'
import { businessDateOf } from '#shared/values/index.ts'

const day = businessDateOf
const won = (over: Partial<EndedCase> = {}): EndedCase => ({
  offer: 'upgrade',
  offeredOn: day('2026-01-10'),
  owner: 'anna',
  outcome: 'won-back',
  returnedOn: day('2026-02-01'),
  costMinor: 5000,
  ...over,
})
const lost = (over: Partial<EndedCase> = {}): EndedCase => won({ outcome: 'lost', returnedOn: null, ...over })
const times = <T>(count: number, make: () => T) => Array.from({ length: count }, make)

describe('what came of closed cases', () => {
  test('six of ten were won back; a false alarm is neither', () => {
    const { all } = resultsOf([...times(6, won), ...times(4, lost), won({ outcome: 'false-alarm' })])
    expect(all).toEqual({ wonBack: 6, lost: 4, falseAlarms: 1, rate: 0.6, costMinor: 55_000 })
  })

  test('below the minimum there is a count and no rate', () => {
    expect(minCasesForRate).toBe(10)
    expect(resultsOf(times(9, won)).all).toMatchObject({ wonBack: 9, rate: null })
    expect(resultsOf(times(10, won)).all.rate).toBe(1)
    // Ten cases, of which one was a false alarm, are nine.
    expect(resultsOf([...times(9, won), won({ outcome: 'false-alarm' })]).all.rate).toBeNull()
    expect(resultsOf([]).all).toEqual({ wonBack: 0, lost: 0, falseAlarms: 0, rate: null, costMinor: 0 })
  })

  test('an offer made after the guest had come again brought nobody back', () => {
    const late = won({ offeredOn: day('2026-02-02') })
    const { byOffer } = resultsOf([late, won(), won(), lost({ offer: 'call' })])
    expect(byOffer.map(({ offer, tally }) => [offer, tally.wonBack, tally.lost])).toEqual([
      ['upgrade', 2, 0],
      [null, 1, 0],
      ['call', 0, 1],
    ])
  })

  test('each person has their own count, the busiest first; unknown costs are left out', () => {
    const { byOwner } = resultsOf([won({ owner: null, costMinor: null }), lost(), lost(), won()])
    expect(byOwner.map(({ owner, tally }) => [owner, tally.wonBack, tally.lost, tally.costMinor])).toEqual([
      ['anna', 1, 2, 15_000],
      [null, 1, 0, 0],
    ])
  })
})
