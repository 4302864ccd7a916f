/**
 * What the models know of a guest: `frequency` repeat stays, the last of them `recency` after the first stay, seen for
 * `age` since the first stay. Rows that are alike are one row with a weight: a million guests are some thousand rows where
 * most of them came once.
 */
export type Summaries = {
  frequency: Float64Array
  recency: Float64Array
  age: Float64Array
  /** How many guests have this row. */
  weight: Float64Array
  guests: number
}

export type GuestSummary = { frequency: number; recency: number; age: number }

/** One row. */
export function summaryAt({ frequency, recency, age }: Summaries, row: number): GuestSummary {
  return { frequency: frequency[row] as number, recency: recency[row] as number, age: age[row] as number }
}

/** What is wrong with a guest's figures; null: nothing. */
export type SummaryFault = 'notWhole' | 'belowZero' | 'recencyBeyondAge' | 'recencyWithoutRepeat'

export function faultOf({ frequency, recency, age }: GuestSummary): SummaryFault | null {
  if (frequency < 0 || recency < 0 || age < 0) return 'belowZero'
  if (!Number.isInteger(frequency)) return 'notWhole'
  if (recency > age) return 'recencyBeyondAge'
  if (frequency === 0 && recency > 0) return 'recencyWithoutRepeat'
  return null
}

/** Guests' figures as columns, before rows that are alike are put together. */
export type SummaryColumns = {
  frequency: ArrayLike<number>
  recency: ArrayLike<number>
  age: ArrayLike<number>
}

/**
 * Puts rows that are alike together; `rowOf[i]` is the row of guest `i`. Rows are sorted, so that the same guests in another
 * order give the same fit to the last digit.
 */
export function summarise({ frequency, recency, age }: SummaryColumns): {
  rows: Summaries
  rowOf: Int32Array
} {
  const guests = frequency.length
  const order = new Uint32Array(guests)
  for (let i = 0; i < guests; i++) order[i] = i
  const compare = (i: number, j: number) =>
    (frequency[i] as number) - (frequency[j] as number) ||
    (recency[i] as number) - (recency[j] as number) ||
    (age[i] as number) - (age[j] as number)
  const sorted = order.sort(compare)
  const rowOf = new Int32Array(guests)
  const first = new Uint32Array(guests)
  let count = 0
  for (let k = 0; k < guests; k++) {
    const i = sorted[k] as number
    if (k === 0 || compare(sorted[k - 1] as number, i) !== 0) first[count++] = i
    rowOf[i] = count - 1
  }
  const pick = (column: ArrayLike<number>) =>
    Float64Array.from(first.subarray(0, count), (i) => column[i] as number)
  const weight = new Float64Array(count)
  for (let i = 0; i < guests; i++) weight[rowOf[i] as number] = (weight[rowOf[i] as number] as number) + 1
  return {
    rows: { frequency: pick(frequency), recency: pick(recency), age: pick(age), weight, guests },
    rowOf,
  }
}

/** Every `step`-th row, for a first fit from which the whole one starts. */
export function thinned(rows: Summaries, step: number): Summaries {
  const take = (column: Float64Array) => column.filter((_, i) => i % step === 0)
  const weight = take(rows.weight)
  return {
    frequency: take(rows.frequency),
    recency: take(rows.recency),
    age: take(rows.age),
    weight,
    guests: weight.reduce((sum, w) => sum + w, 0),
  }
}
