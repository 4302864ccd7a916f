import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matrixClasses, valueClasses } from '#shared/domain/insight/value/classes.ts'
import { concentrationOf, valueClassOf } from '#shared/domain/insight/value/concentration.ts'
import { matrixClassOf, matrixCuts } from '#shared/domain/insight/value/matrix.ts'
import { countMoves } from '#shared/domain/insight/value/moves.ts'

const shares = { high: 0.8, middle: 0.95 }

describe('80/20', () => {
  /** The best two bring 80 of 100; the next two 15; six share the rest. */
  const revenue = [50, 30, 9, 6, 1, 1, 1, 1, 1, 0]
  const spread = concentrationOf(revenue, shares)

  test('says what share of revenue the best guests bring', () => {
    expect(spread).toMatchObject({ guests: 10, revenue: 100, guestsForHalf: 0.1, guestsForEighty: 0.2 })
    expect(spread?.curve).toHaveLength(101)
    expect([0, 10, 20, 30, 40, 100].map((percent) => spread?.curve[percent])).toEqual([
      0, 0.5, 0.8, 0.89, 0.95, 1,
    ])
  })

  test('gives the classes by the share that the better ones bring together', () => {
    const classes = revenue.map((one) => valueClasses[valueClassOf(one, spread) - 1])
    expect(classes).toEqual(['high', 'high', 'middle', 'middle', 'low', 'low', 'low', 'low', 'low', 'low'])
  })

  test('puts guests who bring as much into one class', () => {
    const even = concentrationOf([10, 10, 10, 10, 10], shares)
    expect([1, 2, 3].map((place) => valueClasses[place - 1])).toEqual(['high', 'middle', 'low'])
    expect(valueClassOf(10, even)).toBe(1)
    expect(even?.leastMiddle).toBeNull()
  })

  test('says nothing of shares where nothing was brought', () => {
    expect(concentrationOf([0, 0], shares)).toBeNull()
    expect(concentrationOf([], shares)).toBeNull()
    expect(valueClassOf(0, null)).toBe(3)
  })

  test('is a curve that rises less and less, above the diagonal', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 80 }),
        (values) => {
          const found = concentrationOf(values, shares)
          if (!found) return
          const sorted = values.toSorted((a, b) => b - a)
          for (let percent = 0; percent <= 100; percent++) {
            const best = Math.round((values.length * percent) / 100)
            const sum = sorted.slice(0, best).reduce((a, b) => a + b, 0)
            expect(found.curve[percent]).toBeCloseTo(sum / found.revenue, 12)
          }
          // The guests of class high bring the share, and without the least of them they would not
          const high = values.filter((value) => valueClassOf(value, found) === 1)
          const least = Math.min(...high)
          const bring = high.reduce((a, b) => a + b, 0)
          const withoutLeast = high.filter((value) => value > least).reduce((a, b) => a + b, 0)
          expect(bring).toBeGreaterThanOrEqual(shares.high * found.revenue - 1e-6)
          expect(withoutLeast).toBeLessThan(shares.high * found.revenue)
        },
      ),
    )
  })
})

test('the value matrix is current by potential, cut at the means; nothing is never high', () => {
  const current = [100, 100, 0, 0]
  const potential = [80, 0, 80, 0]
  const cuts = matrixCuts(current, potential, { kind: 'mean' })
  expect(cuts).toEqual({ current: 50, potential: 40 })
  expect(
    current.map((now, i) => matrixClasses[matrixClassOf(now, potential[i] as number, cuts) - 1]),
  ).toEqual(['platinum', 'gold', 'iron', 'lead'])
  expect(matrixClassOf(0, 0, { current: 0, potential: 0 })).toBe(1)
  expect(matrixCuts([], [], { kind: 'hand', currentMinor: 7, potentialMinor: 9 })).toEqual({
    current: 7,
    potential: 9,
  })
})

test('moves are counted from one date to the other, and told guest by guest', () => {
  const told: number[][] = []
  const moves = countMoves(
    { id: [1, 2, 4], segment: [1, 5, 8] },
    { id: [1, 2, 3], segment: [1, 7, 2] },
    (id, from, to) => told.push([id, from, to]),
  )
  expect(told).toEqual([
    [1, 1, 1],
    [2, 5, 7],
    [3, 0, 2],
    [4, 8, 0],
  ])
  expect(moves).toMatchObject({ guests: 3, stayed: 1 })
  expect(moves.counts[1]?.[1]).toBe(1)
  expect(moves.counts[5]?.[7]).toBe(1)
  expect(moves.counts[0]?.[2]).toBe(1)
  expect(moves.counts[8]?.[0]).toBe(1)
  expect(moves.counts.flat().reduce((a, b) => a + b, 0)).toBe(4)
})
