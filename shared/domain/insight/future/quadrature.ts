/** Points and weights of Gauss and Legendre's rule on 0 to 1: exact for polynomials up to degree 2n − 1. */
export type Rule = { points: Float64Array; weights: Float64Array }

/** Roots of Legendre's polynomial by Newton's method from Tricomi's guess; weights by its derivative. */
export function gaussLegendre(n: number): Rule {
  const points = new Float64Array(n)
  const weights = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5))
    let slope = 0
    for (let step = 0; step < 100; step++) {
      const [value, derivative] = legendre(n, x)
      slope = derivative
      const change = value / derivative
      x -= change
      if (Math.abs(change) < 1e-16) break
    }
    points[n - 1 - i] = (1 + x) / 2
    weights[n - 1 - i] = 1 / ((1 - x * x) * slope * slope)
  }
  return { points, weights }
}

function legendre(n: number, x: number): [number, number] {
  let before = 1
  let value = x
  for (let k = 2; k <= n; k++) {
    const next = ((2 * k - 1) * x * value - (k - 1) * before) / k
    before = value
    value = next
  }
  return [value, (n * (x * value - before)) / (x * x - 1)]
}

/** The integral of a smooth function from `low` to `high` in one piece. */
export function integrate(
  { points, weights }: Rule,
  low: number,
  high: number,
  f: (x: number) => number,
): number {
  let sum = 0
  for (let i = 0; i < points.length; i++)
    sum += (weights[i] as number) * f(low + (high - low) * (points[i] as number))
  return sum * (high - low)
}
