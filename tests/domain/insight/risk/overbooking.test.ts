import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countDistribution,
  intervalOf,
  meanOf,
  quantileOf,
} from '#shared/domain/insight/risk/count-distribution.ts'
import { planOverbooking } from '#shared/domain/insight/risk/overbooking.ts'

const probability = fc.double({ min: 0, max: 1, noNaN: true })

describe('how many of several happen', () => {
  it('equals the sum over every combination', () => {
    fc.assert(
      fc.property(fc.array(probability, { maxLength: 9 }), (probabilities) => {
        const all = new Float64Array(probabilities.length + 1)
        for (let mask = 0; mask < 2 ** probabilities.length; mask++) {
          let share = 1
          let count = 0
          probabilities.forEach((happens, at) => {
            const does = (mask >> at) % 2 === 1
            share *= does ? happens : 1 - happens
            if (does) count++
          })
          all[count]! += share
        }
        const found = countDistribution(probabilities)
        for (const [count, share] of found.entries()) expect(share).toBeCloseTo(all[count]!, 10)
      }),
      { numRuns: 60 },
    )
  })

  it('has the mean of the probabilities’ sum, and adds up to one for a full house', () => {
    const probabilities = Array.from({ length: 400 }, (_, i) => (i % 97) / 97)
    const distribution = countDistribution(probabilities)
    expect(distribution.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10)
    expect(meanOf(distribution)).toBeCloseTo(
      probabilities.reduce((sum, p) => sum + p, 0),
      8,
    )
  })

  it('is the binomial distribution where all are alike', () => {
    expect([...countDistribution([0.5, 0.5, 0.5])]).toEqual([0.125, 0.375, 0.375, 0.125])
  })

  it('says what nobody has', () => {
    expect([...countDistribution([])]).toEqual([1])
    expect(intervalOf(countDistribution([]), 0.8)).toEqual({ from: 0, to: 0 })
  })

  it('gives quantiles without missing a share by a rounding', () => {
    expect(quantileOf(Float64Array.of(0.1, 0.2, 0.7), 0.3)).toBe(1)
    expect(intervalOf(Float64Array.of(0.1, 0.2, 0.4, 0.2, 0.1), 0.8)).toEqual({ from: 0, to: 3 })
  })

  it('refuses what is no probability', () => {
    expect(() => countDistribution([1.2])).toThrow()
    expect(() => countDistribution([Number.NaN])).toThrow()
  })
})

type Case = {
  id: string
  area: string
  inputs: {
    noShowProbability?: number[]
    noShowFrequency?: number[]
    noShows?: string
    costVacant: string
    costWalked: string
  }
  right: { best: number; expectedCost?: Record<string, string>; gainPerNight?: string }
}

const file = new URL('../../../../../shared/cases/worked.jsonl', import.meta.url)

function emptyRoomsOf({ inputs }: Case): Float64Array {
  if (inputs.noShowFrequency) {
    const all = inputs.noShowFrequency.reduce((sum, times) => sum + times, 0)
    return Float64Array.from(inputs.noShowFrequency, (times) => times / all)
  }
  const levels = /^(\d+) to (\d+), equally likely$/.exec(inputs.noShows ?? '')
  if (levels) return new Float64Array(Number(levels[2]) + 1).fill(1 / (Number(levels[2]) + 1))
  // The exercise's list is the probability of 0, 1, 2, … of them.
  return Float64Array.from(inputs.noShowProbability ?? [])
}

const text = existsSync(file) ? readFileSync(file, 'utf8') : ''

describe.skipIf(text === '')('worked cases of overbooking (skipped where the file is absent)', () => {
  const cases = text
    .split('\n')
    .filter((line) => line.includes('"area": "overbooking"'))
    .map((line) => JSON.parse(line) as Case)

  it.each(cases)('$id', (worked) => {
    const plan = planOverbooking(emptyRoomsOf(worked), {
      walked: Number.parseFloat(worked.inputs.costWalked),
      empty: Number.parseFloat(worked.inputs.costVacant),
    })!
    expect(plan.best).toBe(worked.right.best)
    for (const [beyond, cost] of Object.entries(worked.right.expectedCost ?? {}))
      expect(plan.expectedCost[Number(beyond)]!.toFixed(2)).toBe(cost)
    if (worked.right.gainPerNight)
      expect((plan.expectedCost[0]! - plan.expectedCost[plan.best]!).toFixed(2)).toBe(
        worked.right.gainPerNight,
      )
  })
})

describe('rooms sold beyond those that there are', () => {
  it('are never dearer than any other number of them', () => {
    const cost = fc.integer({ min: 0, max: 900 })
    fc.assert(
      fc.property(fc.array(probability, { minLength: 1, maxLength: 12 }), cost, cost, (p, walked, empty) => {
        const plan = planOverbooking(countDistribution(p), { walked, empty })
        // Without a cost there is no plan, and nothing to compare
        if (!plan) return walked + empty === 0
        expect(plan.expectedCost[plan.best]!).toBeLessThanOrEqual(Math.min(...plan.expectedCost) + 1e-6)
        return true
      }),
    )
  })

  it('are none where an empty room costs nothing, and all where a walked guest does', () => {
    const rooms = countDistribution([0.2, 0.2, 0.2])
    expect(planOverbooking(rooms, { walked: 100, empty: 0 })?.best).toBe(0)
    expect(planOverbooking(rooms, { walked: 0, empty: 100 })?.best).toBe(3)
    expect(planOverbooking(rooms, { walked: 0, empty: 0 })).toBeNull()
    expect(() => planOverbooking(rooms, { walked: -1, empty: 3 })).toThrow()
  })
})
