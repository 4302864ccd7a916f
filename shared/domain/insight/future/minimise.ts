/**
 * The least value of a smooth function of a few variables: BFGS with differences for the gradient (Nocedal and Wright,
 * Numerical Optimization, 2006, algorithm 6.1), a line search by halving, and a Newton step's worth as the test at the end.
 *
 * Written here because no kept package does it: `fmin` 0.0.4, the only general minimiser that is still published, exports
 * nothing to a module (its file is a script in a package marked as a module), and its simplex stops with “i is not defined” as
 * soon as it has to shrink; `ml-levenberg-marquardt` fits sums of squares only, `ml-direct` searches boxes and stops at
 * three digits.
 */
export type Minimum = {
  at: number[]
  value: number
  /**
   * True when a further Newton step would gain less than `tolerance` × (1 + |value|), the curvature is positive in
   * every direction, no variable ran away, and none has a standard error above `mostError`. False: there is no such place, it
   * was not reached, or the data do not say where along a variable it is.
   */
  converged: boolean
  /** Standard errors where the function is a negative log-likelihood: roots of the inverse curvature's diagonal. */
  errors: number[]
  evaluations: number
}

export type MinimiseOptions = {
  tolerance: number
  mostSteps: number
  /** No variable may be beyond this, up or down: there a likelihood is flat and its parameters mean nothing. Nine is a factor of eight thousand of a logarithm. */
  bound: number
  /** Of a logarithm: 4 is a factor of fifty up or down. */
  mostError: number
}

const defaults: MinimiseOptions = { tolerance: 1e-10, mostSteps: 200, bound: 9, mostError: 4 }

type Fn = (x: readonly number[]) => number

export function minimise(f: Fn, start: readonly number[], options: Partial<MinimiseOptions> = {}): Minimum {
  const { tolerance, mostSteps, bound, mostError } = { ...defaults, ...options }
  let evaluations = 0
  const count: Fn = (x) => {
    evaluations += 1
    const value = f(x)
    return Number.isFinite(value) ? value : Number.MAX_VALUE
  }
  const inside = (x: readonly number[]) => x.every((xi) => Math.abs(xi) < bound)
  let at = [...start]
  let value = count(at)
  let slope = gradient(count, at)
  let inverse = identity(at.length)
  for (let step = 0; step < mostSteps && inside(at); step++) {
    let direction = times(inverse, slope).map((d) => -d)
    if (dot(direction, slope) >= 0) {
      inverse = identity(at.length)
      direction = slope.map((g) => -g)
    }
    const next = search(count, at, value, shortened(direction), slope)
    if (!next) break
    const nextSlope = gradient(count, next.at)
    inverse = updated(inverse, minus(next.at, at), minus(nextSlope, slope))
    const gain = value - next.value
    ;({ at, value } = next)
    slope = nextSlope
    const promised = dot(slope, times(inverse, slope)) / 2
    if (gain + promised < tolerance * (1 + Math.abs(value))) break
  }
  const { promised, errors } = inside(at) ? newton(count, at, slope) : nothing(at)
  const converged = promised < tolerance * (1 + Math.abs(value)) && errors.every((error) => error < mostError)
  return { at, value, converged, errors, evaluations }
}

const nothing = (at: readonly number[]) => ({
  promised: Number.POSITIVE_INFINITY,
  errors: at.map(() => Number.NaN),
})

/** A first step of several e-foldings would leave the region where the likelihood has any shape. */
const LONGEST_STEP = 2

function shortened(direction: number[]): number[] {
  const length = Math.max(...direction.map(Math.abs))
  return length > LONGEST_STEP ? direction.map((d) => (d * LONGEST_STEP) / length) : direction
}

function search(f: Fn, at: number[], value: number, direction: number[], slope: number[]) {
  const descent = dot(direction, slope)
  for (let length = 1; length > 1e-10; length /= 2) {
    const there = at.map((xi, i) => xi + length * (direction[i] as number))
    const fx = f(there)
    if (fx <= value + 1e-4 * length * descent) return { at: there, value: fx }
  }
  return null
}

/** Central differences; the step balances what is cut off against what is rounded off. */
const STEP = 1e-4

function gradient(f: Fn, at: readonly number[]): number[] {
  return at.map((_, i) => (f(moved(at, i, STEP)) - f(moved(at, i, -STEP))) / (2 * STEP))
}

function moved(at: readonly number[], i: number, by: number): number[] {
  return at.map((xi, j) => (i === j ? xi + by : xi))
}

/** What a Newton step from here would gain, by the curvature itself; infinite where that is not positive. */
function newton(f: Fn, at: number[], slope: number[]): { promised: number; errors: number[] } {
  const far = 10 * STEP
  const curvature = at.map((_, i) => {
    const up = gradient(f, moved(at, i, far))
    const down = gradient(f, moved(at, i, -far))
    return up.map((u, j) => (u - (down[j] as number)) / (2 * far))
  })
  const symmetric = curvature.map((row, i) => row.map((v, j) => (v + (curvature[j]?.[i] as number)) / 2))
  const inverse = invertPositive(symmetric)
  if (!inverse) return nothing(at)
  return {
    promised: dot(slope, times(inverse, slope)) / 2,
    errors: inverse.map((row, i) => Math.sqrt(row[i] as number)),
  }
}

/** Inverse of a symmetric matrix by Cholesky's factors; null where it is not positive definite. */
function invertPositive(matrix: number[][]): number[][] | null {
  const n = matrix.length
  const low = matrix.map((row) => row.map(() => 0))
  const cell = (m: number[][], i: number, j: number) => m[i]?.[j] as number
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = cell(matrix, i, j)
      for (let k = 0; k < j; k++) sum -= cell(low, i, k) * cell(low, j, k)
      if (i === j && !(sum > 0)) return null
      ;(low[i] as number[])[j] = i === j ? Math.sqrt(sum) : sum / cell(low, j, j)
    }
  }
  const columns = matrix.map((_, c) => {
    const y: number[] = []
    for (let i = 0; i < n; i++) {
      let sum = i === c ? 1 : 0
      for (let k = 0; k < i; k++) sum -= cell(low, i, k) * (y[k] as number)
      y[i] = sum / cell(low, i, i)
    }
    for (let i = n - 1; i >= 0; i--) {
      let sum = y[i] as number
      for (let k = i + 1; k < n; k++) sum -= cell(low, k, i) * (y[k] as number)
      y[i] = sum / cell(low, i, i)
    }
    return y
  })
  return columns
}

function updated(inverse: number[][], s: number[], y: number[]): number[][] {
  const sy = dot(s, y)
  // Without curvature along the step the update would lose positivity
  if (sy <= 1e-12 * Math.sqrt(dot(s, s) * dot(y, y))) return inverse
  const hy = times(inverse, y)
  const factor = (1 + dot(y, hy) / sy) / sy
  return inverse.map((row, i) =>
    row.map(
      (h, j) =>
        h +
        factor * (s[i] as number) * (s[j] as number) -
        ((hy[i] as number) * (s[j] as number) + (s[i] as number) * (hy[j] as number)) / sy,
    ),
  )
}

const dot = (x: readonly number[], y: readonly number[]) =>
  x.reduce((sum, xi, i) => sum + xi * (y[i] as number), 0)
const minus = (x: readonly number[], y: readonly number[]) => x.map((xi, i) => xi - (y[i] as number))
const times = (matrix: readonly number[][], x: readonly number[]) => matrix.map((row) => dot(row, x))
const identity = (n: number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)))
