import { type GammaGamma, gammaGammaLogLikelihood, type Spending } from './gamma-gamma.ts'
import { type Minimum, minimise } from './minimise.ts'
import { logLikelihood, modelOf, type VisitModel, type VisitModelKind } from './model.ts'
import { type Summaries, thinned } from './summary.ts'

/** Fewer say nothing: below this no model is fitted and no number is shown. */
export const fewestGuests = 100
export const fewestReturned = 30

export type Fit = {
  model: VisitModel
  logLikelihood: number
  /** Standard errors of the logarithms of the parameters, in their order. */
  errors: number[]
}

export type FitFailure =
  | { code: 'tooFewGuests'; guests: number; needed: number }
  | { code: 'tooFewReturned'; returned: number; needed: number }
  | { code: 'notConverged'; evaluations: number }
  | { code: 'notAsked' }

export type Fitted<T> = ({ ok: true } & T) | { ok: false; failure: FitFailure }

const failed = (failure: FitFailure) => ({ ok: false, failure }) as const

/** A first fit on so many rows finds the place; the whole set then takes a few steps. */
const FIRST_ROWS = 4000

/**
 * Maximum likelihood on the logarithms of the parameters, from two starts. Converged: see `Minimum.converged`. `pulse` is
 * called before each pass over the rows and may throw to stop. Above `mostRows` rows so many are taken, evenly.
 */
export function fitVisits(
  kind: VisitModelKind,
  rows: Summaries,
  pulse: () => void = () => undefined,
  mostRows = Number.POSITIVE_INFINITY,
): Fitted<Fit> {
  const returned = rows.weight.reduce((sum, w, i) => sum + ((rows.frequency[i] as number) > 0 ? w : 0), 0)
  if (rows.guests < fewestGuests)
    return failed({ code: 'tooFewGuests', guests: rows.guests, needed: fewestGuests })
  if (returned < fewestReturned) return failed({ code: 'tooFewReturned', returned, needed: fewestReturned })
  const scale = meanOf(rows.age, rows.weight)
  const costOf = (of: Summaries) => (logs: readonly number[]) => {
    pulse()
    return -logLikelihood(modelFrom(kind, logs, scale), of)
  }
  const first =
    rows.weight.length > 2 * FIRST_ROWS ? thinned(rows, Math.floor(rows.weight.length / FIRST_ROWS)) : rows
  const best = starts
    .map((start) => minimise(costOf(first), start))
    .reduce((one, other) => (other.value < one.value ? other : one))
  const all = rows.weight.length > mostRows ? thinned(rows, Math.ceil(rows.weight.length / mostRows)) : rows
  const minimum = first === rows ? best : minimise(costOf(all), best.at)
  if (!minimum.converged) return failed({ code: 'notConverged', evaluations: minimum.evaluations })
  return {
    ok: true,
    model: modelFrom(kind, minimum.at, scale),
    logLikelihood: -minimum.value,
    errors: minimum.errors,
  }
}

/**
 * Times are measured in the mean age of the rows here, so that days and months are fitted by the same steps: alpha, and beta
 * of Pareto/NBD, are times.
 */
function modelFrom(kind: VisitModelKind, logs: readonly number[], scale: number): VisitModel {
  const [first, second, third, fourth] = logs.map(Math.exp) as [number, number, number, number]
  return modelOf(kind, [first, second * scale, third, kind === 'pareto-nbd' ? fourth * scale : fourth])
}

/** Many who never come again and few who come often; and all alike. */
const starts = [
  [Math.log(0.3), Math.log(0.2), 0, Math.log(2)],
  [0, 0, 0, 0],
] as const

function meanOf(values: Float64Array, weights: Float64Array): number {
  let sum = 0
  let weight = 0
  for (let i = 0; i < values.length; i++) {
    sum += (values[i] as number) * (weights[i] as number)
    weight += weights[i] as number
  }
  return sum / weight || 1
}

export type SpendingFit = { spending: GammaGamma; logLikelihood: number; errors: number[] }

/** Gamma-Gamma by maximum likelihood over guests with spending above zero; amounts are scaled to their mean meanwhile. */
export function fitSpending(data: Spending, pulse: () => void = () => undefined): Fitted<SpendingFit> {
  const guests = data.mean.length
  if (guests < fewestReturned)
    return failed({ code: 'tooFewReturned', returned: guests, needed: fewestReturned })
  const scale = data.mean.reduce((sum, m) => sum + m, 0) / guests
  const cost = (of: Spending) => (logs: readonly number[]) => {
    pulse()
    return -gammaGammaLogLikelihood(spendingFrom(logs, scale), of)
  }
  const first = guests > 2 * FIRST_ROWS ? thinnedSpending(data, Math.floor(guests / FIRST_ROWS)) : data
  let minimum: Minimum = minimise(cost(first), [Math.log(3), Math.log(3), 0])
  if (first !== data) minimum = minimise(cost(data), minimum.at)
  if (!minimum.converged) return failed({ code: 'notConverged', evaluations: minimum.evaluations })
  return {
    ok: true,
    spending: spendingFrom(minimum.at, scale),
    logLikelihood: -minimum.value,
    errors: minimum.errors,
  }
}

function spendingFrom(logs: readonly number[], scale: number): GammaGamma {
  const [p, q, v] = logs.map(Math.exp) as [number, number, number]
  return { p, q, v: v * scale }
}

function thinnedSpending({ visits, mean }: Spending, step: number): Spending {
  const take = (column: Float64Array) => column.filter((_, i) => i % step === 0)
  return { visits: take(visits), mean: take(mean) }
}
