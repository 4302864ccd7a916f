import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calibrated, fitIsotonic, fitPlatt } from '#shared/domain/insight/learn/calibrate.ts'
import {
  auc,
  baseRate,
  brierScore,
  calibrationError,
  calibrationTable,
  liftAt,
  logLoss,
} from '#shared/domain/insight/learn/measures.ts'
import { seededRandom } from '#shared/domain/insight/learn/random.ts'

/** Scores with many ties, and both labels. */
const scored = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 1 })), {
    minLength: 2,
    maxLength: 40,
  })
  .filter((rows) => new Set(rows.map(([, label]) => label)).size === 2)
  .map((rows) => ({
    scores: Float64Array.from(rows, ([score]) => score / 6),
    labels: Uint8Array.from(rows, ([, label]) => label),
  }))

test('AUC is the share of pairs in the right order, ties half', () => {
  fc.assert(
    fc.property(scored, ({ scores, labels }) => {
      let wins = 0
      let pairs = 0
      for (const [one, label] of labels.entries())
        for (const [other, otherLabel] of labels.entries()) {
          if (label !== 1 || otherLabel !== 0) continue
          pairs++
          wins += scores[one]! > scores[other]! ? 1 : scores[one] === scores[other] ? 0.5 : 0
        }
      expect(auc(scores, labels)).toBeCloseTo(wins / pairs, 12)
    }),
  )
})

test('lift is the mean over every order of tied rows', () => {
  // Two of the three rows that share the second place fit into the best half of six
  const scores = Float64Array.from([0.9, 0.5, 0.5, 0.5, 0.1, 0.1])
  const labels = Uint8Array.from([1, 1, 0, 0, 0, 0])
  expect(liftAt(scores, labels, 0.5)).toBeCloseTo((1 + 2 / 3) / 3 / (2 / 6), 12)
  expect(liftAt(scores, labels, 1)).toBeCloseTo(1, 12)
  expect(baseRate(labels)).toBeCloseTo(1 / 3, 12)
})

describe('calibration', () => {
  const given = Float64Array.from([0.05, 0.15, 0.12, 0.95, 1, 0.99])
  const labels = Uint8Array.from([0, 1, 0, 1, 1, 0])

  test('bins of equal width: 1 counts to the last', () => {
    expect(calibrationTable(given, labels)).toEqual([
      { rows: 1, given: 0.05, came: 0 },
      { rows: 2, given: expect.closeTo(0.135, 12), came: 0.5 },
      { rows: 3, given: expect.closeTo(0.98, 12), came: expect.closeTo(2 / 3, 12) },
    ])
    const byHand = (0.05 + 2 * (0.5 - 0.135) + 3 * (0.98 - 2 / 3)) / 6
    expect(calibrationError(given, labels)).toBeCloseTo(byHand, 12)
  })

  test('bins of equally many rows', () => {
    expect(calibrationTable(given, labels, 3, 'count')).toEqual([
      { rows: 2, given: expect.closeTo(0.085, 12), came: 0 },
      { rows: 2, given: expect.closeTo(0.55, 12), came: 1 },
      { rows: 2, given: expect.closeTo(0.995, 12), came: 0.5 },
    ])
  })

  test('log-loss and Brier by hand', () => {
    const two = Float64Array.from([0.8, 0.4])
    expect(logLoss(two, Uint8Array.from([1, 0]))).toBeCloseTo(-(Math.log(0.8) + Math.log(0.6)) / 2, 12)
    expect(brierScore(two, Uint8Array.from([1, 0]))).toBeCloseTo((0.04 + 0.16) / 2, 12)
  })
})

describe('isotonic', () => {
  test('rises, and no rising steps are nearer', () => {
    fc.assert(
      fc.property(scored, ({ scores, labels }) => {
        const fitted = calibrated(fitIsotonic(scores, labels), scores)
        const values = [...new Set(scores)].sort((one, other) => one - other)
        const shares = values.map((value) => fitted[scores.indexOf(value)]!)
        expect(shares).toEqual(shares.toSorted((one, other) => one - other))
        for (const [place, value] of values.entries())
          expect(shares[place]).toBeCloseTo(minMax(values, scores, labels, value), 12)
      }),
    )
  })

  /** The min-max formula of isotonic regression (Robertson, Wright and Dykstra 1988). */
  function minMax(values: number[], scores: Float64Array, labels: Uint8Array, at: number): number {
    const mean = (low: number, high: number) => {
      const within = [...labels].filter((_, row) => scores[row]! >= low && scores[row]! <= high)
      return within.reduce((sum, label) => sum + label, 0) / within.length
    }
    const highs = values.filter((value) => value >= at)
    const lows = values.filter((value) => value <= at)
    return Math.max(...lows.map((low) => Math.min(...highs.map((high) => mean(low, high)))))
  }

  test('is a straight line between its points and flat beyond them', () => {
    const line = { kind: 'isotonic' as const, scores: [0, 1, 3], probabilities: [0.1, 0.2, 0.8] }
    const asked = Float64Array.from([-5, 0, 0.5, 2, 3, 9])
    const answers = [...calibrated(line, asked)]
    for (const [place, answer] of [0.1, 0.1, 0.15, 0.5, 0.8, 0.8].entries())
      expect(answers[place]).toBeCloseTo(answer, 12)
  })
})

test('Platt finds the curve that the answers were drawn from', () => {
  const random = seededRandom(4)
  const scores = Float64Array.from({ length: 40_000 }, () => random() * 4 - 2)
  const labels = Uint8Array.from(scores, (score) =>
    random() < 1 / (1 + Math.exp(-1.7 * score + 0.6)) ? 1 : 0,
  )
  const fit = fitPlatt(scores, labels)
  expect(fit.slope).toBeCloseTo(-1.7, 1)
  expect(fit.shift).toBeCloseTo(0.6, 1)
  expect(calibrationError(calibrated(fit, scores), labels)).toBeLessThan(0.01)
})

test('Platt of scores that say nothing is the base rate', () => {
  const fit = fitPlatt(
    new Float64Array(1000),
    Uint8Array.from({ length: 1000 }, (_, row) => (row < 300 ? 1 : 0)),
  )
  expect(calibrated(fit, Float64Array.of(0))[0]).toBeCloseTo(0.3, 2)
})
