import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maxMinor, shareOut } from '#shared/values/index.ts'

describe('sharing a whole out', () => {
  it.each<[number, number[], number[] | null]>([
    [10, [1, 1, 1], [4, 3, 3]],
    [7, [0, 2, 1], [0, 5, 2]],
    [0, [3, 1], [0, 0]],
    [5, [0, 0], null],
    [5, [], null],
    [1, [1, 3, 3], [0, 1, 0]],
    [-10, [1, 1, 1], [-4, -3, -3]],
    [-1, [0, 1, 1], [0, -1, 0]],
  ])('%i by %j', (total, weights, parts) => {
    expect(shareOut(total, weights)).toEqual(parts)
  })

  it('gives parts that are exactly the whole, each within one of its share, beyond what floats keep', () => {
    const weights = fc.array(fc.integer({ min: 0, max: maxMinor }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: maxMinor }), weights, (total, given) => {
        const parts = shareOut(total, given)
        const sum = given.reduce((a, b) => a + b, 0)
        if (sum === 0) {
          expect(parts).toBe(null)
          return
        }
        expect(parts!.reduce((a, b) => a + b, 0)).toBe(total)
        const far = parts!.filter((part, at) => Math.abs(part - (total / sum) * given[at]!) > 1.01)
        expect(far).toEqual([])
      }),
    )
  })

  it('shares a negative whole as the mirror of the positive one', () => {
    const weights = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: maxMinor }), weights, (total, given) => {
        expect(shareOut(-total, given)).toEqual(shareOut(total, given)?.map((part) => 0 - part) ?? null)
      }),
    )
  })

  // Worked cases: largest remainder, ties to the first
  it.each<[string, number, number[], number[]]>([
    ['split-02', 101, [1, 1, 1], [34, 34, 33]],
    ['split-04', 5, [7, 3], [4, 1]],
    ['split-06', 5, [7, 0, 3], [4, 0, 1]],
    ['split-08', 2, [1, 1, 1], [1, 1, 0]],
    ['split-10', 101, [3, 7], [30, 71]],
    ['split-21', 300, [4000, 2000, 2000], [150, 75, 75]],
    ['split-23', -299, [4300, 1400, 2300], [-161, -52, -86]],
  ])('%s', (_id, total, weights, parts) => {
    expect(shareOut(total, weights)).toEqual(parts)
  })
})
