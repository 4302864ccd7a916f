/** How much of each method goes into a forecast, chosen on days that were held out. */
import { type Method, methods } from './methods.ts'

export type Weights = Record<Method, number>

const STEPS = 5

/** Fifths that make a whole. */
const allWeights: readonly (readonly number[])[] = fifths(methods.length, STEPS)

/** The expected values of one day by method, and what came. */
export type Trial = { by: Record<Method, number>; came: number }

/** The weights in fifths whose mean absolute error over the trials is the least; of equals the first, which leans on pick-up. */
export function chooseWeights(trials: readonly Trial[], allowed: readonly Method[]): Weights {
  const columns = methods.map((method) => Float64Array.from(trials, ({ by }) => by[method] / STEPS))
  const came = Float64Array.from(trials, (trial) => trial.came)
  let best = allWeights[0] as readonly number[]
  let least = Number.POSITIVE_INFINITY
  for (const weights of allWeights) {
    if (weights.some((weight, at) => weight > 0 && !allowed.includes(methods[at] as Method))) continue
    const error = errorOf(columns, weights, came, least)
    // By more than what adding up in another order would change
    if (error < least - 1e-9) {
      least = error
      best = weights
    }
  }
  return Object.fromEntries(methods.map((method, at) => [method, (best[at] as number) / STEPS])) as Weights
}

/** The sum of absolute errors; more than `least` where it gives up. */
function errorOf(
  columns: readonly Float64Array[],
  weights: readonly number[],
  came: Float64Array,
  least: number,
): number {
  let error = 0
  for (let row = 0; row < came.length && error <= least; row++) {
    let missed = -(came[row] as number)
    for (let at = 0; at < columns.length; at++)
      missed += (weights[at] as number) * ((columns[at] as Float64Array)[row] as number)
    error += Math.abs(missed)
  }
  return error
}

export function weighted(by: Record<Method, number>, weights: Weights): number {
  return methods.reduce((sum, method) => sum + by[method] * weights[method], 0)
}

/** Every way to cut so many fifths into so many parts, the first part the largest first. */
function fifths(parts: number, left: number): number[][] {
  if (parts === 1) return [[left]]
  return Array.from({ length: left + 1 }, (_, at) => left - at).flatMap((first) =>
    fifths(parts - 1, left - first).map((rest) => [first, ...rest]),
  )
}
