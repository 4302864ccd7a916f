import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rfmSegments } from '#shared/domain/insight/value/classes.ts'
import { lettersOf, rfmCuts, rfmScores, segmentOf } from '#shared/domain/insight/value/rfm.ts'

/** Ten guests worked out by hand: means are 40 days, 3 stays, 500; quintile bounds by linear interpolation. */
const worked = {
  recencyDays: [10, 20, 30, 40, 40, 40, 50, 50, 60, 60],
  frequency: [6, 5, 1, 3, 2, 1, 6, 3, 2, 1],
  monetary: [900, 400, 800, 500, 600, 100, 700, 300, 500, 200],
}
const column = (scores: ArrayLike<number>) => Array.from(scores)
const names = (segment: Uint8Array) => Array.from(segment, (at) => rfmSegments[at])

describe('cuts at the mean', () => {
  const scores = rfmScores(worked, { kind: 'mean' })

  test('are the means of the guests', () => {
    expect(scores.cuts).toEqual({ kind: 'mean', cuts: { recencyDays: 40, frequency: 3, monetary: 500 } })
  })

  test('count a value that equals the cut as high', () => {
    expect(column(scores.r)).toEqual([1, 1, 1, 1, 1, 1, 0, 0, 0, 0])
    expect(column(scores.f)).toEqual([1, 1, 0, 1, 0, 0, 1, 1, 0, 0])
    expect(column(scores.m)).toEqual([1, 0, 1, 1, 1, 0, 1, 0, 1, 0])
  })

  test('give the eight segments of the field guide', () => {
    expect(names(scores.segment)).toEqual([
      'key-value',
      'general-value',
      'key-development',
      'key-value',
      'key-development',
      'general-development',
      'key-keep',
      'general-keep',
      'key-rescue',
      'general-rescue',
    ])
  })
})

test('each combination of high and low is a segment of its own, as the field guide names them', () => {
  const table = [
    [true, true, true, 'key-value'],
    [true, false, true, 'key-development'],
    [false, true, true, 'key-keep'],
    [false, false, true, 'key-rescue'],
    [true, true, false, 'general-value'],
    [true, false, false, 'general-development'],
    [false, true, false, 'general-keep'],
    [false, false, false, 'general-rescue'],
  ] as const
  for (const [r, f, m, segment] of table) {
    expect(segmentOf(r, f, m)).toBe(segment)
    expect(lettersOf(segment)).toEqual({ r, f, m })
  }
})

test('cuts by hand are taken as they are', () => {
  const rule = { kind: 'hand', recencyDays: 20, frequency: 5, monetary: 900 } as const
  const scores = rfmScores(worked, rule)
  expect(column(scores.r)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 0])
  expect(column(scores.f)).toEqual([1, 1, 0, 0, 0, 0, 1, 0, 0, 0])
  expect(column(scores.m)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0])
})

test('quintiles are scored from 1 to 5, equal values equally, and 4 and 5 are high', () => {
  const scores = rfmScores(worked, { kind: 'quintile' })
  // numpy.quantile(values, [.2, .4, .6, .8]) of each column
  const { recencyDays, frequency, monetary } = scores.cuts.cuts as Record<string, number[]>
  expect(recencyDays?.map((value) => Number(value.toFixed(9)))).toEqual([28, 40, 44, 52])
  expect(frequency?.map((value) => Number(value.toFixed(9)))).toEqual([1, 2, 3, 5.2])
  expect(monetary?.map((value) => Number(value.toFixed(9)))).toEqual([280, 460, 540, 720])
  expect(column(scores.r)).toEqual([5, 5, 4, 4, 4, 4, 2, 2, 1, 1])
  expect(column(scores.f)).toEqual([5, 4, 1, 3, 2, 1, 5, 3, 2, 1])
  expect(column(scores.m)).toEqual([5, 2, 5, 3, 4, 1, 4, 2, 3, 1])
  expect(names(scores.segment).slice(0, 4)).toEqual([
    'key-value',
    'general-value',
    'key-development',
    'general-development',
  ])
})

const guests = fc.array(
  fc.record({
    recencyDays: fc.integer({ min: 0, max: 2000 }),
    frequency: fc.integer({ min: 1, max: 60 }),
    monetary: fc.integer({ min: 0, max: 10_000_000 }),
  }),
  { minLength: 1, maxLength: 60 },
)
const columnsOf = (rows: { recencyDays: number; frequency: number; monetary: number }[]) => ({
  recencyDays: rows.map((row) => row.recencyDays),
  frequency: rows.map((row) => row.frequency),
  monetary: rows.map((row) => row.monetary),
})

test('by the mean somebody is high in each measure, and the order of guests changes nothing', () => {
  fc.assert(
    fc.property(guests, (rows) => {
      const scores = rfmScores(columnsOf(rows), { kind: 'mean' })
      for (const letter of ['r', 'f', 'm'] as const) expect(Math.max(...scores[letter])).toBe(1)
      const back = rfmScores(columnsOf(rows.toReversed()), { kind: 'quintile' })
      const there = rfmScores(columnsOf(rows), { kind: 'quintile' })
      expect(column(back.segment).toReversed()).toEqual(column(there.segment))
    }),
  )
})

test('a better value is never scored lower', () => {
  fc.assert(
    fc.property(guests, (rows) => {
      const columns = columnsOf(rows)
      for (const kind of ['mean', 'quintile'] as const) {
        const { r, f, m } = rfmScores(columns, { kind })
        for (let a = 0; a < rows.length; a++)
          for (let b = 0; b < rows.length; b++) {
            const [one, other] = [rows[a], rows[b]] as [(typeof rows)[0], (typeof rows)[0]]
            if (one.recencyDays <= other.recencyDays) expect(r[a]).toBeGreaterThanOrEqual(r[b] as number)
            if (one.frequency >= other.frequency) expect(f[a]).toBeGreaterThanOrEqual(f[b] as number)
            if (one.monetary >= other.monetary) expect(m[a]).toBeGreaterThanOrEqual(m[b] as number)
          }
      }
    }),
    { numRuns: 40 },
  )
})

test('of no guests there are no cuts', () => {
  const none = { recencyDays: [], frequency: [], monetary: [] }
  expect(rfmCuts(none, { kind: 'mean' }).cuts.recencyDays).toBeNaN()
  expect(rfmScores(none, { kind: 'quintile' }).segment).toHaveLength(0)
})
