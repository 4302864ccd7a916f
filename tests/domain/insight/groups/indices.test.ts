import { expect, test } from 'vitest'
import { indicesOf } from '#shared/domain/insight/groups/indices.ts'
import { type Clustering, kMeans } from '#shared/domain/insight/groups/k-means.ts'
import type { Matrix } from '#shared/domain/insight/groups/matrix.ts'
import { seededRandom } from '#shared/domain/insight/learn/random.ts'

/** Four points of two clusters on a line: 0, 2 and 10, 14. */
const line: Matrix = { rows: 4, columns: 1, values: Float64Array.of(0, 2, 10, 14) }
const two: Clustering = {
  k: 2,
  centres: Float64Array.of(1, 12),
  cluster: Uint16Array.of(0, 0, 1, 1),
  sizes: [2, 2],
  inertia: 2 + 8,
}

test('indices by hand', () => {
  const of = (within: number, next: number) => (next - within) / Math.max(within, next)
  expect(indicesOf(line, two, 1)).toEqual({
    silhouette: expect.closeTo((of(2, 12) + of(2, 10) + of(4, 9) + of(4, 13)) / 4, 12),
    silhouetteRows: 4,
    // Mean 6.5: between 2 × 5.5² × 2 = 121, within 10, (4 − 2) / (2 − 1)
    calinskiHarabasz: expect.closeTo((121 * 2) / 10, 12),
    daviesBouldin: expect.closeTo((1 + 2) / 11, 12),
  })
})

test('a row alone in its cluster counts 0', () => {
  const alone: Clustering = {
    ...two,
    cluster: Uint16Array.of(0, 0, 0, 1),
    sizes: [3, 1],
    centres: Float64Array.of(4, 14),
  }
  const of = (within: number, next: number) => (next - within) / Math.max(within, next)
  const { silhouette } = indicesOf(line, alone, 1)
  expect(silhouette).toBeCloseTo((of(6, 14) + of(5, 12) + of(9, 4) + 0) / 4, 12)
})

test('of one cluster nothing is said', () => {
  const one: Clustering = {
    ...two,
    k: 1,
    cluster: new Uint16Array(4),
    sizes: [4],
    centres: Float64Array.of(6.5),
  }
  expect(Object.values(indicesOf(line, one, 1)).slice(0, 1)).toEqual([Number.NaN])
  expect(indicesOf(line, one, 1).calinskiHarabasz).toBeNaN()
})

test('on a sample the silhouette is near that of all rows, and says on how many', () => {
  const random = seededRandom(7)
  const rows = 1_500
  const values = Float64Array.from({ length: rows * 2 }, (_, at) => random() + (at % 6 < 2 ? 3 : 0))
  const found = kMeans({ rows, columns: 2, values }, 2, { seed: 1, starts: 3 }) as Clustering
  const exact = indicesOf({ rows, columns: 2, values }, found, 1)
  const sampled = indicesOf({ rows, columns: 2, values }, found, 1, { exactRows: 1_000, sampleRows: 700 })
  expect([exact.silhouetteRows, sampled.silhouetteRows]).toEqual([rows, 700])
  expect(sampled.silhouette).toBeCloseTo(exact.silhouette, 1)
  expect(sampled.calinskiHarabasz).toBe(exact.calinskiHarabasz)
})
