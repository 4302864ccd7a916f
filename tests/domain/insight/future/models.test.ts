import { describe, expect, test } from 'vitest'
import { expectedSpending, gammaGammaLogLikelihood } from '#shared/domain/insight/future/gamma-gamma.ts'
import { visitsWhileAlive } from '#shared/domain/insight/future/geometric-nbd.ts'
import {
  aliveChance,
  expectedOfNew,
  expectedVisits,
  logLikelihood,
  type VisitModel,
} from '#shared/domain/insight/future/model.ts'
import { logGamma } from '#shared/domain/insight/future/special.ts'
import { summarise } from '#shared/domain/insight/future/summary.ts'
import { geometricOracle, type Person, paretoOracle, spendingOracle } from './oracle.ts'

const near = (value: number, right: number, digits = 1e-6) =>
  expect(Math.abs(value / right - 1), `${value} and ${right}`).toBeLessThan(digits)

const likelihoodOf = (model: VisitModel, { frequency, recency, age }: Person) =>
  Math.exp(logLikelihood(model, summarise({ frequency: [frequency], recency: [recency], age: [age] }).rows))

const people: Person[] = [
  { frequency: 0, recency: 0, age: 38.86 },
  { frequency: 0, recency: 0, age: 0 },
  { frequency: 1, recency: 1.71, age: 38.86 },
  { frequency: 2, recency: 30.43, age: 38.86 },
  { frequency: 26, recency: 30.86, age: 31 },
  { frequency: 7, recency: 12, age: 12 },
]

// As published; little leaving (a small); a = 1 and a + b = 1, where the published form divides by zero; many alike (r large)
const geometric = [
  { r: 0.2426, alpha: 4.4135, a: 0.7929, b: 2.4258 },
  { r: 0.9, alpha: 20, a: 0.15, b: 6 },
  { r: 0.5, alpha: 6, a: 1, b: 2 },
  { r: 0.7, alpha: 3, a: 0.4, b: 0.6 },
  { r: 14, alpha: 60, a: 0.8, b: 2.5 },
  { r: 0.5, alpha: 6, a: 2.5, b: 0.9 },
  { r: 2, alpha: 0.05, a: 0.3, b: 0.4 },
]

describe.each(geometric)('r $r, alpha $alpha, a $a, b $b', (parameters) => {
  test.each(people)('BG/NBD of %o equals its integral', (person) => {
    const model: VisitModel = { kind: 'bg-nbd', ...parameters }
    const right = geometricOracle(parameters, person, 39, false)
    near(likelihoodOf(model, person), right.likelihood)
    near(aliveChance(model, person), right.alive)
    near(expectedVisits(model, person, 39), right.visits)
  })

  test.each(people)('MBG/NBD of %o equals its integral', (person) => {
    const model: VisitModel = { kind: 'mbg-nbd', ...parameters }
    const right = geometricOracle(parameters, person, 156, true)
    near(likelihoodOf(model, person), right.likelihood)
    near(aliveChance(model, person), right.alive)
    near(expectedVisits(model, person, 156), right.visits)
  })

  test('a new guest is expected as someone of whom nothing is known yet', () => {
    const fresh = { frequency: 0, recency: 0, age: 0 }
    for (const [kind, mayLeaveFirst] of [
      ['bg-nbd', false],
      ['mbg-nbd', true],
    ] as const)
      near(
        expectedOfNew({ kind, ...parameters }, 20),
        geometricOracle(parameters, fresh, 20, mayLeaveFirst).visits,
      )
  })
})

const pareto = [
  { r: 0.5533, alpha: 10.5776, s: 0.6062, beta: 11.668 },
  { r: 0.9, alpha: 20, s: 1, beta: 0.05 },
  { r: 3, alpha: 0.2, s: 0.3, beta: 90 },
  { r: 1.4, alpha: 8, s: 4, beta: 8 },
]

describe.each(pareto)('Pareto/NBD r $r, alpha $alpha, s $s, beta $beta', (parameters) => {
  const model: VisitModel = { kind: 'pareto-nbd', ...parameters }

  test.each(people)('of %o equals its integral', (person) => {
    const right = paretoOracle(parameters, person, 39)
    near(likelihoodOf(model, person), right.likelihood)
    near(aliveChance(model, person), right.alive)
    near(expectedVisits(model, person, 39), right.visits)
  })

  test('a new guest is expected as someone of whom nothing is known yet', () => {
    const fresh = { frequency: 0, recency: 0, age: 0 }
    near(expectedOfNew(model, 20), paretoOracle(parameters, fresh, 20).visits)
  })
})

describe('far from where people are', () => {
  const often = { frequency: 2000, recency: 400, age: 900 }

  test.each(['bg-nbd', 'mbg-nbd'] as const)('%s with 2000 visits neither overflows nor stops', (kind) => {
    const model: VisitModel = { kind, r: 0.24, alpha: 4.4, a: 0.79, b: 2.4 }
    const { rows } = summarise({ frequency: [2000], recency: [400], age: [900] })
    expect(logLikelihood(model, rows)).toBeGreaterThan(-1e5)
    expect(aliveChance(model, often)).toBeLessThan(1e-300)
    expect(expectedVisits(model, often, 39)).toBeGreaterThanOrEqual(0)
    const lately = expectedVisits(model, { ...often, age: 400 }, 39)
    expect(lately).toBeGreaterThan(150)
    expect(lately).toBeLessThan(2000)
  })

  test('Pareto/NBD with 2000 visits has a likelihood', () => {
    const model: VisitModel = { kind: 'pareto-nbd', r: 0.55, alpha: 10.6, s: 0.6, beta: 11.7 }
    const { rows } = summarise({ frequency: [2000], recency: [400], age: [900] })
    expect(logLikelihood(model, rows)).toBeGreaterThan(-1e5)
    expect(aliveChance(model, often)).toBeLessThan(1e-300)
  })

  test('within a very long time a guest comes as often as the chance of leaving allows', () => {
    // E[1 / p] of beta(2, 5): (2 + 5 − 1) / (2 − 1); the rate only says when
    near(visitsWhileAlive(3, 1, 2, 5, 1e7), 6, 1e-5)
  })

  test('a tiny chance of leaving leaves the rate times the time', () => {
    near(visitsWhileAlive(3, 10, 1e-9, 5, 7), 2.1, 1e-6)
  })

  test('large parameters of leaving behave as one chance for all', () => {
    const p = 0.2
    const shape = 4
    const right = (1 - (1 + (p * 30) / 50) ** -shape) / p
    near(visitsWhileAlive(shape, 50, p * 1e7, (1 - p) * 1e7, 30), right, 1e-6)
  })
})

describe('Gamma-Gamma', () => {
  // Hardie's worksheet of the note, for p 6.25, q 3.74, v 15.44
  test.each([
    [2, 22.35, 24.65],
    [1, 11.77, 18.91],
    [0, 0, 35.17],
    [7, 73.74, 71.46],
    [2, 25.5, 27.28],
  ])('%d visits of %d on average are worth %d', (visits, mean, right) =>
    expect(expectedSpending({ p: 6.25, q: 3.74, v: 15.44 }, visits, mean)).toBeCloseTo(right, 1),
  )

  test.each([
    [1, 11.77],
    [2, 22.35],
    [12, 7],
  ])('%d visits of %d equal their integral', (visits, mean) => {
    const parameters = { p: 6.25, q: 3.74, v: 15.44 }
    const right = spendingOracle(parameters, visits, mean)
    const value = gammaGammaLogLikelihood(parameters, {
      visits: Float64Array.of(visits),
      mean: Float64Array.of(mean),
    })
    expect(value).toBeCloseTo(right.logLikelihood - logGamma(parameters.p * visits), 6)
    near(expectedSpending(parameters, visits, mean), right.expected)
  })

  test('without a visit there is no mean where it is infinite', () => {
    expect(expectedSpending({ p: 2, q: 0.9, v: 10 }, 0, 0)).toBeNaN()
  })
})
