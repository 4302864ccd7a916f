import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kMeans } from '#shared/domain/insight/groups/k-means.ts'
import { type Matrix, standardise } from '#shared/domain/insight/groups/matrix.ts'
import { seededRandom } from '#shared/domain/insight/learn/random.ts'

function matrixOf(rows: readonly (readonly number[])[]): Matrix {
  return { rows: rows.length, columns: rows[0]?.length ?? 0, values: Float64Array.from(rows.flat()) }
}

/** Lloyd's rounds from rows drawn at random, written without a thought of speed: the least inertia of some beginnings. */
function reference(rows: readonly (readonly number[])[], k: number, starts: number): number {
  const random = seededRandom(99)
  const distance = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, at) => sum + (value - (b[at] as number)) ** 2, 0)
  let best = Number.POSITIVE_INFINITY
  for (let start = 0; start < starts; start++) {
    let centres = Array.from({ length: k }, () => [...(rows[Math.floor(random() * rows.length)] ?? [])])
    for (let round = 0; round < 100; round++) {
      const groups: (readonly number[])[][] = centres.map(() => [])
      for (const row of rows) {
        const distances = centres.map((centre) => distance(row, centre))
        groups[distances.indexOf(Math.min(...distances))]?.push(row)
      }
      centres = groups.map((group, at) =>
        group.length === 0
          ? (centres[at] as number[])
          : (group[0] as readonly number[]).map(
              (_, c) => group.reduce((sum, row) => sum + (row[c] as number), 0) / group.length,
            ),
      )
    }
    const inertia = rows.reduce(
      (sum, row) => sum + Math.min(...centres.map((centre) => distance(row, centre))),
      0,
    )
    best = Math.min(best, inertia)
  }
  return best
}

const normal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** Three shapes as the field tries its methods on: round clouds, two rings, and streets of unequal length. */
const shapes: readonly [string, number, (random: () => number, at: number) => number[]][] = [
  [
    'clouds',
    5,
    (random, at) => [(at % 5) * 3 + normal(random), ((at * 2) % 5) * 3 + normal(random), normal(random)],
  ],
  [
    'rings',
    4,
    (random, at) => {
      const angle = random() * 2 * Math.PI
      const radius = at % 2 === 0 ? 1 : 3
      return [
        radius * Math.cos(angle) + 0.1 * normal(random),
        radius * Math.sin(angle) + 0.1 * normal(random),
      ]
    },
  ],
  [
    'streets',
    6,
    (random, at) => [
      at % 3 === 0 ? 10 * random() : normal(random),
      at % 3 === 1 ? 30 * random() : normal(random),
    ],
  ],
]

test.each(shapes)(
  '%s: no more inertia than a thousandth above the best of 50 random beginnings',
  (_name, k, draw) => {
    const random = seededRandom(4)
    const rows = Array.from({ length: 240 }, (_, at) => draw(random, at))
    const found = kMeans(matrixOf(rows), k, { seed: 1 })
    expect(found?.inertia).toBeLessThanOrEqual(reference(rows, k, 50) * 1.001)
  },
)

const tables = fc.integer({ min: 1, max: 3 }).chain((columns) =>
  fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: columns, maxLength: columns }), {
    minLength: 4,
    maxLength: 40,
  }),
)

test('clusters are whole: each row is in one, sizes and inertia are theirs, no other centre is nearer', () => {
  fc.assert(
    fc.property(tables, fc.integer({ min: 1, max: 4 }), fc.nat(), (rows, k, seed) => {
      const found = kMeans(matrixOf(rows), k, { seed, starts: 3 })
      const different = new Set(rows.map(String)).size
      if (different < k) {
        expect(found).toBeNull()
        return
      }
      if (!found) throw new Error('no clusters')
      const width = rows[0]?.length as number
      const distance = (row: readonly number[], at: number) =>
        row.reduce((sum, value, c) => sum + (value - (found.centres[at * width + c] as number)) ** 2, 0)
      let inertia = 0
      for (const [r, row] of rows.entries()) {
        const own = distance(row, found.cluster[r] as number)
        inertia += own
        for (let at = 0; at < k; at++) expect(own).toBeLessThanOrEqual(distance(row, at) + 1e-9)
      }
      expect(found.inertia).toBeCloseTo(inertia, 6)
      for (let at = 0; at < k; at++) {
        const members = rows.filter((_, r) => found.cluster[r] === at)
        expect(found.sizes[at]).toBe(members.length)
        for (let c = 0; c < width; c++)
          expect(found.centres[at * width + c]).toBeCloseTo(
            members.reduce((sum, row) => sum + (row[c] as number), 0) / members.length,
            6,
          )
      }
      expect([...found.sizes]).toEqual([...found.sizes].sort((a, b) => b - a))
    }),
  )
})

test('the same seed gives the same clusters, whatever the order of the rows gives other numbers to', () => {
  const random = seededRandom(8)
  const rows = Array.from({ length: 300 }, (_, at) => [(at % 3) * 9 + normal(random), normal(random)])
  const one = kMeans(matrixOf(rows), 3, { seed: 5 })
  expect(kMeans(matrixOf(rows), 3, { seed: 5 })).toEqual(one)
  const turned = kMeans(matrixOf([...rows].reverse()), 3, { seed: 6 })
  expect([...(turned?.cluster ?? [])].reverse()).toEqual([...(one?.cluster ?? [])])
})

test('many rows: the search among some of them ends in the clusters of all', () => {
  const random = seededRandom(3)
  const rows = Array.from({ length: 50_000 }, (_, at) => [(at % 4) * 8 + normal(random), normal(random)])
  const found = kMeans(matrixOf(rows), 4, { seed: 2, starts: 4 })
  for (let at = 0; at < 4; at++)
    expect(
      new Set([...(found?.cluster ?? [])].filter((_, r) => r % 4 === at).slice(0, 500)).size,
    ).toBeLessThanOrEqual(2)
  expect(found?.sizes.every((size) => Math.abs(size - 12_500) < 50)).toBe(true)
})

test('what is missing counts as the mean, what is constant is left out', () => {
  const { matrix, kept, constant, missing } = standardise(
    matrixOf([
      [1, 7, 5],
      [3, 7, Number.NaN],
      [5, 7, 9],
    ]),
  )
  expect({ kept, constant, missing }).toEqual({ kept: [0, 2], constant: [1], missing: 1 })
  const unit = Math.sqrt(8 / 3)
  const other = Math.sqrt(4)
  expect([...matrix.values]).toEqual(
    [-2 / unit, -2 / other, 0, 0, 2 / unit, 2 / other].map((value) => expect.closeTo(value, 9)),
  )
})
