import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Fit, type Fitted, fitSpending, fitVisits } from '#shared/domain/insight/future/fit.ts'
import { minimise } from '#shared/domain/insight/future/minimise.ts'
import {
  aliveChance,
  expectedVisits,
  parametersOf,
  type VisitModelKind,
} from '#shared/domain/insight/future/model.ts'
import { faultOf, summarise } from '#shared/domain/insight/future/summary.ts'
import { createRandom } from './oracle.ts'

const file = new URL('../../../../../shared/data/cdnow-summary.csv', import.meta.url)

function fitted<T>(fit: Fitted<T>): T {
  if (!fit.ok) throw new Error(JSON.stringify(fit))
  return fit
}

const within = (value: number | undefined, right: number, share: number) =>
  expect(Math.abs((value as number) / right - 1), `${value} and ${right}`).toBeLessThan(share)

// The sample is not part of the project: where it does not lie beside it, nothing is compared
const sample = existsSync(file) ? readFileSync(file, 'utf8') : ''
describe.skipIf(sample === '')('CDNOW, 2357 customers', () => {
  const lines = sample.trim().split('\n').slice(1)
  const columns = lines.map((line) => line.split(',').map(Number) as [number, number, number, number])
  const { rows } = summarise({
    frequency: columns.map(([, x]) => x),
    recency: columns.map(([, , recency]) => recency),
    age: columns.map(([, , , age]) => age),
  })

  // Fader, Hardie, Lee 2005, table 2; Hardie's worksheets; MBG/NBD by BTYDplus' vignette
  test.each<[VisitModelKind, Record<string, number>, number]>([
    ['bg-nbd', { r: 0.2426, alpha: 4.4135, a: 0.7929, b: 2.4258 }, -9582.43],
    ['mbg-nbd', { r: 0.525, alpha: 6.18, a: 0.891, b: 1.614 }, -9582.13],
    ['pareto-nbd', { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }, -9594.98],
  ])('%s has the published parameters', (kind, published, logLikelihood) => {
    const fit = fitted(fitVisits(kind, rows))
    const parameters = parametersOf(fit.model)
    for (const [name, right] of Object.entries(published)) within(parameters[name], right, 0.001)
    within(fit.logLikelihood, logLikelihood, 1e-6)
    if (kind !== 'pareto-nbd') return
    // BTYD’s worked example
    const customer = { frequency: 26, recency: 30.86, age: 31 }
    expect(expectedVisits(fit.model, customer, 52)).toBeCloseTo(25.46, 2)
  })

  test('a customer with 2 purchases, the last in week 30.43 of 38.86, makes 1.226 in 39 weeks', () => {
    const { model } = fitted(fitVisits('bg-nbd', rows))
    const customer = { frequency: 2, recency: 30.43, age: 38.86 }
    expect(expectedVisits(model, customer, 39)).toBeCloseTo(1.226, 3)
    expect(aliveChance(model, customer)).toBeCloseTo(0.7266, 4)
  })

  test('days instead of weeks change the times and nothing else', () => {
    const weeks = fitted(fitVisits('bg-nbd', rows))
    const days = fitted(
      fitVisits('bg-nbd', {
        ...rows,
        recency: rows.recency.map((t) => t * 7),
        age: rows.age.map((t) => t * 7),
      }),
    )
    const { alpha, ...rest } = parametersOf(days.model)
    const { alpha: alphaInWeeks, ...restInWeeks } = parametersOf(weeks.model)
    within(alpha, 7 * (alphaInWeeks as number), 1e-4)
    for (const [name, value] of Object.entries(rest)) within(value, restInWeeks[name] as number, 1e-4)
  })
})

describe('guests made from known parameters', () => {
  const right = { r: 0.8, alpha: 20, a: 0.9, b: 3 }

  function guests(count: number, mayLeaveFirst: boolean) {
    const { next, gamma, beta, exponential } = createRandom(7)
    return Array.from({ length: count }, () => {
      const age = 10 + 140 * next()
      const rate = gamma(right.r) / right.alpha
      const p = beta(right.a, right.b)
      let frequency = 0
      let recency = 0
      let isHere = !(mayLeaveFirst && next() < p)
      while (isHere) {
        const at = recency + exponential(rate)
        if (at > age) break
        frequency += 1
        recency = at
        isHere = next() >= p
      }
      return { frequency, recency, age }
    })
  }

  test.each<[VisitModelKind, boolean]>([
    ['bg-nbd', false],
    ['mbg-nbd', true],
  ])('%s finds them within four standard errors', (kind, mayLeaveFirst) => {
    const made = guests(5_000, mayLeaveFirst)
    const { rows } = summarise({
      frequency: made.map(({ frequency }) => frequency),
      recency: made.map(({ recency }) => recency),
      age: made.map(({ age }) => age),
    })
    const fit = fitted(fitVisits(kind, rows)) as Fit
    Object.values(right).forEach((value, i) => {
      const logs = Math.log(Object.values(parametersOf(fit.model))[i] as number) - Math.log(value)
      expect(Math.abs(logs)).toBeLessThan(4 * (fit.errors[i] as number))
      expect(fit.errors[i]).toBeLessThan(0.3)
    })
  })

  test('Gamma-Gamma finds them within four standard errors', () => {
    const spending = { p: 5, q: 4, v: 20 }
    const { next, gamma } = createRandom(11)
    const visits = Float64Array.from({ length: 4000 }, () => 1 + Math.floor(next() * 6))
    const mean = visits.map((n) => gamma(spending.p * n) / (n * (gamma(spending.q) / spending.v)))
    const fit = fitted(fitSpending({ visits, mean }))
    Object.values(spending).forEach((value, i) => {
      const found = Object.values(fit.spending)[i] as number
      expect(Math.abs(Math.log(found / value))).toBeLessThan(4 * (fit.errors[i] as number))
    })
  })
})

describe('too little to say anything', () => {
  const alike = (count: number, frequency: number) =>
    summarise({
      frequency: Array.from({ length: count }, () => frequency),
      recency: Array.from({ length: count }, () => (frequency > 0 ? 5 : 0)),
      age: Array.from({ length: count }, (_, i) => 10 + (i % 7)),
    }).rows

  test('few guests', () =>
    expect(fitVisits('bg-nbd', alike(99, 1))).toEqual({
      ok: false,
      failure: { code: 'tooFewGuests', guests: 99, needed: 100 },
    }))

  test('nobody came again', () =>
    expect(fitVisits('mbg-nbd', alike(500, 0))).toEqual({
      ok: false,
      failure: { code: 'tooFewReturned', returned: 0, needed: 30 },
    }))

  test('guests who are all alike have no distribution to find', () =>
    expect(fitVisits('bg-nbd', alike(500, 3))).toMatchObject({
      ok: false,
      failure: { code: 'notConverged' },
    }))

  test('few who spent something', () =>
    expect(fitSpending({ visits: Float64Array.of(1), mean: Float64Array.of(9) })).toMatchObject({
      ok: false,
    }))

  test('amounts that are all the same have no spread', () =>
    expect(
      fitSpending({ visits: new Float64Array(400).fill(2), mean: new Float64Array(400).fill(9) }),
    ).toMatchObject({ ok: false, failure: { code: 'notConverged' } }))
})

describe('summarise', () => {
  test('puts rows that are alike together, whatever their order', () => {
    const { rows, rowOf } = summarise({ frequency: [2, 0, 2, 0], recency: [3, 0, 3, 0], age: [9, 4, 9, 5] })
    expect([...rows.frequency]).toEqual([0, 0, 2])
    expect([...rows.age]).toEqual([4, 5, 9])
    expect([...rows.weight]).toEqual([1, 1, 2])
    expect([...rowOf]).toEqual([2, 0, 2, 1])
  })

  test.each([
    [{ frequency: -1, recency: 0, age: 4 }, 'belowZero'],
    [{ frequency: 1, recency: -2, age: 4 }, 'belowZero'],
    [{ frequency: 1.5, recency: 2, age: 4 }, 'notWhole'],
    [{ frequency: 1, recency: 5, age: 4 }, 'recencyBeyondAge'],
    [{ frequency: 0, recency: 2, age: 4 }, 'recencyWithoutRepeat'],
    [{ frequency: 3, recency: 4, age: 4 }, null],
  ])('%o: %s', (guest, fault) => expect(faultOf(guest)).toBe(fault))
})

describe('minimise', () => {
  test('finds the end of a curved valley', () => {
    const found = minimise(([x, y]) => (1 - (x ?? 0)) ** 2 + 100 * ((y ?? 0) - (x ?? 0) ** 2) ** 2, [-1.2, 1])
    expect(found.converged).toBe(true)
    expect(found.at[0]).toBeCloseTo(1, 4)
    expect(found.at[1]).toBeCloseTo(1, 4)
  })

  test('gives the standard errors of a likelihood', () => {
    const found = minimise(([x, y]) => ((x ?? 0) - 3) ** 2 / (2 * 0.25) + (y ?? 0) ** 2 / (2 * 2.25), [0, 1])
    expect(found.errors[0]).toBeCloseTo(0.5, 4)
    expect(found.errors[1]).toBeCloseTo(1.5, 4)
  })

  test('says that a slope without an end has no least value', () => {
    expect(minimise(([x]) => Math.exp(-(x ?? 0)), [0]).converged).toBe(false)
  })

  test('says that a direction without curvature is not found', () => {
    expect(minimise(([x]) => ((x ?? 0) - 1) ** 2, [0, 0]).converged).toBe(false)
  })
})
