import { drawSorted, type Random } from '../learn/random.ts'

/** Rows of numbers, one row behind the other. NaN: not known. */
export type Matrix = { rows: number; columns: number; values: Float64Array }

export type Standardised = {
  matrix: Matrix
  /** Places of the columns that are left, in the order given. */
  kept: number[]
  /** Places of the columns that have one value alone, or none: they can't tell anybody apart. */
  constant: number[]
  mean: number[]
  deviation: number[]
  /** Values that were not known: they count as the mean. */
  missing: number
}

/**
 * Each column less its mean and divided by its standard deviation (with n, as scikit-learn's scaler has it). A value that
 * is not known becomes the mean. With `scale` false only what is missing and what is constant is seen to. The matrix given is
 * used up: its values are written over, so that those of a million guests are in memory once.
 */
export function standardise(given: Matrix, scale = true): Standardised {
  const { rows, columns, values } = given
  const mean: number[] = []
  const deviation: number[] = []
  const kept: number[] = []
  const constant: number[] = []
  let missing = 0
  for (let c = 0; c < columns; c++) {
    const of = momentsOf(given, c)
    missing += of.missing
    if (!(of.deviation > 0)) {
      constant.push(c)
      continue
    }
    kept.push(c)
    mean.push(of.mean)
    deviation.push(of.deviation)
  }
  let to = 0
  for (let r = 0; r < rows; r++) {
    for (let at = 0; at < kept.length; at++) {
      const value = values[r * columns + (kept[at] as number)] as number
      const middle = mean[at] as number
      const filled = Number.isNaN(value) ? middle : value
      // Never before what is still to be read
      values[to++] = scale ? (filled - middle) / (deviation[at] as number) : filled
    }
  }
  const matrix = { rows, columns: kept.length, values: values.subarray(0, to) }
  return { matrix, kept, constant, mean, deviation, missing }
}

function momentsOf({ rows, columns, values }: Matrix, c: number) {
  let count = 0
  let sum = 0
  for (let r = 0; r < rows; r++) {
    const value = values[r * columns + c] as number
    if (Number.isNaN(value)) continue
    count += 1
    sum += value
  }
  const mean = sum / count
  let squares = 0
  for (let r = 0; r < rows; r++) {
    const value = values[r * columns + c] as number
    if (!Number.isNaN(value)) squares += (value - mean) ** 2
  }
  // What rounding leaves of a column of equal values is no spread
  const deviation = Math.sqrt(squares / count)
  const isConstant = deviation <= 1e-12 * Math.max(1, Math.abs(mean))
  return { mean, deviation: isConstant ? 0 : deviation, missing: rows - count }
}

/** Some rows, in the order given. */
export function rowsOf({ columns, values }: Matrix, places: ArrayLike<number>): Matrix {
  const out = new Float64Array(places.length * columns)
  for (let at = 0; at < places.length; at++) {
    const from = (places[at] as number) * columns
    out.set(values.subarray(from, from + columns), at * columns)
  }
  return { rows: places.length, columns, values: out }
}

/** `count` places of `rows`, drawn without putting back, ascending; all of them when there are no more. */
export function samplePlaces(rows: number, count: number, random: Random): Uint32Array {
  const all = Uint32Array.from({ length: rows }, (_, at) => at)
  return rows <= count ? all : drawSorted(all, count, random)
}
