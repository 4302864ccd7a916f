/**
 * How many rooms to sell beyond those that there are: the newsvendor's rule over the distribution of the rooms that stay
 * empty. One more room sold costs a walked guest where fewer stay away, and saves an empty room where more do; it pays as
 * long as P(empty ≤ x) is below the cost of an empty room / (cost of an empty room + cost of a walked guest).
 */
import { quantileOf } from './count-distribution.ts'

/** In one unit of money, both 0 or more. */
export type OverbookingCosts = {
  /** A guest who has a booking and finds no room: the other hotel, the way there, what makes up for it. */
  walked: number
  /** A room that could have been sold and stays empty. */
  empty: number
}

export type OverbookingPlan = {
  /** Rooms to sell beyond those that there are. */
  best: number
  /** Share of nights on which no guest is walked at `best` is at least this: empty / (empty + walked). */
  ratio: number
  /** What is to be expected of 0, 1, 2, … rooms beyond. */
  expectedCost: number[]
}

/**
 * The plan for a distribution of empty rooms (index: how many). Of two that cost the same the smaller one is best. Null
 * where both costs are nothing: then it makes no difference.
 */
export function planOverbooking(
  emptyRooms: Float64Array,
  { walked, empty }: OverbookingCosts,
): OverbookingPlan | null {
  if (!(walked >= 0 && empty >= 0)) throw new Error('a cost is 0 or more')
  if (walked + empty === 0) return null
  const ratio = empty / (empty + walked)
  const expectedCost = Array.from(emptyRooms, (_, beyond) =>
    emptyRooms.reduce(
      (sum, share, rooms) =>
        sum + share * (rooms < beyond ? walked * (beyond - rooms) : empty * (rooms - beyond)),
      0,
    ),
  )
  return { best: quantileOf(emptyRooms, ratio), ratio, expectedCost }
}
