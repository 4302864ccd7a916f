/** How many of several independent events happen, each with a probability of its own: the Poisson-binomial distribution. */

/**
 * The probability of exactly 0, 1, … n of them, by adding one event after the other (exact but for rounding; n² steps).
 * A probability outside 0 to 1 is a defect of the caller.
 */
export function countDistribution(probabilities: readonly number[] | Float64Array): Float64Array {
  const counts = new Float64Array(probabilities.length + 1)
  counts[0] = 1
  for (let seen = 0; seen < probabilities.length; seen++) {
    const happens = probabilities[seen] as number
    if (!(happens >= 0 && happens <= 1)) throw new Error(`a probability is 0 to 1, not ${happens}`)
    for (let count = seen + 1; count > 0; count--)
      counts[count] = (counts[count] as number) * (1 - happens) + (counts[count - 1] as number) * happens
    counts[0] = (counts[0] as number) * (1 - happens)
  }
  return counts
}

/**
 * The same for blocks of rooms that come or stay away as one: rooms that were booked together are not independent of each
 * other, and taking them so would make the spread too narrow. A block of 1 is one event as above.
 */
export function blockDistribution(blocks: readonly { rooms: number; probability: number }[]): Float64Array {
  const most = blocks.reduce((sum, { rooms }) => sum + rooms, 0)
  const counts = new Float64Array(most + 1)
  counts[0] = 1
  let seen = 0
  for (const { rooms, probability } of blocks) {
    if (!(probability >= 0 && probability <= 1))
      throw new Error(`a probability is 0 to 1, not ${probability}`)
    seen += rooms
    for (let count = seen; count >= 0; count--) {
      const without = count < rooms ? 0 : (counts[count - rooms] as number)
      counts[count] = (counts[count] as number) * (1 - probability) + without * probability
    }
  }
  return counts
}

/** The share of cases that an interval is to hold: four of five. */
export const intervalShare = 0.8

export function meanOf(distribution: Float64Array): number {
  return distribution.reduce((sum, share, count) => sum + share * count, 0)
}

/** The smallest count that is not exceeded with at least that probability. */
export function quantileOf(distribution: Float64Array, share: number): number {
  let reached = 0
  for (let count = 0; count < distribution.length; count++) {
    reached += distribution[count] as number
    if (isAtLeast(reached, share)) return count
  }
  return distribution.length - 1
}

/** Sums of decimals such as 0.1 + 0.2 must not miss the share they equal. */
function isAtLeast(reached: number, share: number): boolean {
  return reached >= share - 1e-12
}

/** From and to that hold the count in at least that share of cases, as much left out below as above. */
export function intervalOf(distribution: Float64Array, share: number): { from: number; to: number } {
  const outside = (1 - share) / 2
  return { from: quantileOf(distribution, outside), to: quantileOf(distribution, 1 - outside) }
}
