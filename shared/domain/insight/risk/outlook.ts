/** What a day will bring: the arrivals to expect, and up to how many rooms to sell for its night. */
import { blockDistribution, intervalOf, intervalShare, meanOf } from './count-distribution.ts'
import { type OverbookingCosts, planOverbooking } from './overbooking.ts'

/** Rooms that come or stay away together, with the probability that they come. */
export type Block = { rooms: number; probability: number }

export type DayFacts = {
  /** Rooms that can be slept in: those in use less out of order. */
  rooms: number
  /** Arrivals of the day. */
  arrivals: readonly Block[]
  /** Who stays on from an earlier day: in house, or to arrive before. */
  staying: readonly Block[]
}

export type DayOutlook = {
  booked: number
  expected: number
  /** Holds the arrivals in four of five days. */
  from: number
  to: number
  rooms: number
  /** Rooms booked for the night, and those to expect of them. */
  night: number
  nightExpected: number
  hint: OverbookingHint | null
}

export type OverbookingHint = {
  /** Rooms to sell for the night, and how many of them are beyond those that there are. */
  limit: number
  beyond: number
  ratio: number
  /** Expected costs of the night when sold up to the rooms that there are, and up to the limit; in the costs' unit. */
  costAtRooms: number
  costAtLimit: number
}

/** No hint without costs or without rooms. */
export function outlookOf(
  { rooms, arrivals, staying }: DayFacts,
  costs: OverbookingCosts | null,
): DayOutlook {
  const coming = blockDistribution(arrivals)
  const sleeping = blockDistribution([...arrivals, ...staying])
  const night = sleeping.length - 1
  return {
    booked: coming.length - 1,
    expected: meanOf(coming),
    ...intervalOf(coming, intervalShare),
    rooms,
    night,
    nightExpected: meanOf(sleeping),
    hint: costs && rooms > 0 ? hintOf(sleeping, rooms, costs) : null,
  }
}

/**
 * The newsvendor's rule over the rooms that stay free: what is sold from now on is taken as sure to come, so that the limit is
 * careful far ahead and grows nearer with the bookings. Where more come already than there are rooms, they are walked whatever
 * is sold: that cost is in both figures.
 */
function hintOf(sleeping: Float64Array, rooms: number, costs: OverbookingCosts): OverbookingHint | null {
  const night = sleeping.length - 1
  const free = new Float64Array(Math.max(rooms, night) + 1)
  let tooMany = 0
  sleeping.forEach((share, count) => {
    const left = Math.max(0, rooms - count)
    free[left] = (free[left] as number) + share
    tooMany += share * Math.max(0, count - rooms)
  })
  const plan = planOverbooking(free, costs)
  if (!plan) return null
  const toFull = Math.max(0, rooms - night)
  const best = Math.max(plan.best, toFull)
  return {
    limit: night + best,
    beyond: Math.max(0, night + best - rooms),
    ratio: plan.ratio,
    costAtRooms: (plan.expectedCost[toFull] as number) + tooMany * costs.walked,
    costAtLimit: (plan.expectedCost[best] as number) + tooMany * costs.walked,
  }
}
