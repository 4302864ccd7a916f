import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addCounts, medianOf } from '#shared/domain/report/median.ts'

test.each([
  [[], null],
  [[4], 4],
  [[1, 3], 2],
  [[0, 0, 7], 0],
  [[1, 2, 3, 400], 2.5],
])('of %j it is %j', (numbers, median) => {
  expect(medianOf(countsOf(numbers))).toBe(median)
})

test('as many numbers lie on either side of it, however they are put together', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1 }),
      fc.array(fc.integer({ min: 0, max: 20 })),
      (a, b) => {
        const counts = new Map(countsOf(a))
        addCounts(counts, countsOf(b))
        const median = medianOf(counts) ?? Number.NaN
        const all = [...a, ...b]
        const below = all.filter((one) => one < median).length
        const above = all.filter((one) => one > median).length
        expect(below).toBeLessThanOrEqual(all.length / 2)
        expect(above).toBeLessThanOrEqual(all.length / 2)
      },
    ),
  )
})

function countsOf(numbers: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}
