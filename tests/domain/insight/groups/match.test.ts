import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchClusters } from '#shared/domain/insight/groups/match.ts'

/** Every way to give each cluster a place of the last run or none, by hand and heart. */
function brute(centres: readonly number[], last: readonly number[]): number {
  const pairs = Math.min(centres.length, last.length)
  const walk = (at: number, taken: readonly number[], left: number): number => {
    if (at === centres.length) return left === 0 ? 0 : Number.POSITIVE_INFINITY
    const alone = walk(at + 1, taken, left)
    const paired = last.map((value, b) =>
      taken.includes(b) || left === 0
        ? Number.POSITIVE_INFINITY
        : ((centres[at] as number) - value) ** 2 + walk(at + 1, [...taken, b], left - 1),
    )
    return Math.min(alone, ...paired)
  }
  return walk(0, [], pairs)
}

test('the pairs cost as little as any, and each place is given once', () => {
  const values = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(values, values, (centres, last) => {
      const given = matchClusters(Float64Array.from(centres), Float64Array.from(last), 1)
      const used = given.filter((place) => place >= 0)
      expect(new Set(used).size).toBe(used.length)
      expect(used.length).toBe(Math.min(centres.length, last.length))
      const cost = given.reduce(
        (sum, place, at) =>
          place < 0 ? sum : sum + ((centres[at] as number) - (last[place] as number)) ** 2,
        0,
      )
      expect(cost).toBeCloseTo(brute(centres, last), 9)
    }),
  )
})

test('centres that moved a little keep their places, a new one is new', () => {
  const last = Float64Array.of(0, 0, 5, 5, 9, 0)
  const now = Float64Array.of(8.7, 0.3, 5.2, 4.9, 20, 20, 0.1, 0.2)
  expect(matchClusters(now, last, 2)).toEqual([2, 1, -1, 0])
})
