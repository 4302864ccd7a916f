import type { NumberFact, SharedFacts } from '../facts/catalogue.ts'
import type { Clustering } from './k-means.ts'
import type { Matrix } from './matrix.ts'

/**
 * What guests are grouped by: what they do, in ratios and means, so that somebody new and somebody of ten years can be of one
 * kind. `log`: counted as log(1 + x), because a few are many times the mean. Nothing of the person is among them.
 */
export const kindFacts = [
  { name: 'stays', log: true },
  { name: 'daysSince', log: true },
  { name: 'nightsPerStay', log: true },
  { name: 'revenuePerNight', log: false },
  { name: 'leadMean', log: true },
  { name: 'partyMean', log: false },
  { name: 'childrenShare', log: false },
  { name: 'weekendShare', log: false },
  { name: 'breakfastShare', log: false },
  { name: 'companyShare', log: false },
  { name: 'requestsPerStay', log: true },
  { name: 'cancelledShare', log: false },
] as const satisfies readonly { name: NumberFact; log: boolean }[]
export type KindFact = (typeof kindFacts)[number]['name']

/** The rows of the guests given, with logs where they are taken. */
export function kindMatrix({ numbers }: SharedFacts, rows: ArrayLike<number>): Matrix {
  const columns = kindFacts.length
  const values = new Float64Array(rows.length * columns)
  for (const [c, { name, log }] of kindFacts.entries()) {
    const column = numbers[name]
    for (let at = 0; at < rows.length; at++) {
      const value = column[rows[at] as number] as number
      values[at * columns + c] = log ? Math.log1p(Math.max(0, value)) : value
    }
  }
  return { rows: rows.length, columns, values }
}

export type KindTrait = {
  fact: KindFact
  /** Mean of the kind and of all who were grouped, as the fact counts. Of those of whom it is known. */
  mean: number
  overall: number
  /** Distance of the centre from the middle of all in standard deviations: what sets the kind apart, and which way. */
  apart: number
}

/** Traits of one kind, what sets it apart most first. `kept` and `centre` are those of the standardised matrix. */
export function traitsOf(
  { numbers }: SharedFacts,
  rows: ArrayLike<number>,
  { cluster, centres, k }: Clustering,
  kept: readonly number[],
  kind: number,
): KindTrait[] {
  const columns = centres.length / k
  return kept
    .map((c, at): KindTrait => {
      const { name } = kindFacts[c] as (typeof kindFacts)[number]
      const column = numbers[name]
      return {
        fact: name,
        mean: meanOf(rows, (place) => cluster[place] === kind, column),
        overall: meanOf(rows, () => true, column),
        apart: centres[kind * columns + at] as number,
      }
    })
    .sort((a, b) => Math.abs(b.apart) - Math.abs(a.apart))
}

function meanOf(
  rows: ArrayLike<number>,
  isIn: (place: number) => boolean,
  column: ArrayLike<number>,
): number {
  let count = 0
  let sum = 0
  for (let at = 0; at < rows.length; at++) {
    const value = column[rows[at] as number] as number
    if (!isIn(at) || Number.isNaN(value)) continue
    count += 1
    sum += value
  }
  return sum / count
}
