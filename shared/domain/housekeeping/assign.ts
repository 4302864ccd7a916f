/** Rooms given to attendants: each a run of neighbouring rooms, as even as such runs can be. */

export type RoomWork = { floor: number; number: string; credits: number }
export type Hands = { floors: readonly number[]; credits: number }

/** What another floor costs beside the work in its rooms: the way, and the trolley on the lift. */
export const floorCredits = 10

// 309 is before 1001
const asCounted = new Intl.Collator('en', { numeric: true })

/**
 * Splits the rooms, in the order of floors and numbers, into one run an attendant. Of all such splits it takes the one with
 * the least sum of load² ÷ what the attendant does in a day: that sum is least where loads are in proportion to it, so no
 * other split into runs is more even. Every change of floor within a run counts as work, so that floors stay together where it costs nothing. Found
 * exactly, by dynamic programming over (attendants, rooms). Who has floors of their own gets the runs in the order of these.
 * Answers with the attendant's place for each room.
 */
export function splitWork<R extends RoomWork, H extends Hands>(
  rooms: readonly R[],
  attendants: readonly H[],
): Map<R, H> {
  const given = new Map<R, H>()
  if (attendants.length === 0) return given
  const inOrder = rooms.toSorted((a, b) => a.floor - b.floor || asCounted.compare(a.number, b.number))
  const hands = attendants.toSorted((a, b) => firstFloor(a) - firstFloor(b))
  const ends = bestEnds(inOrder, hands)
  let from = 0
  for (const [at, one] of hands.entries()) {
    const to = ends[at] ?? inOrder.length
    for (const room of inOrder.slice(from, to)) given.set(room, one)
    from = to
  }
  return given
}

function firstFloor({ floors }: Hands): number {
  return floors.length > 0 ? Math.min(...floors) : Number.MAX_SAFE_INTEGER
}

/** Where the run of each attendant ends. */
function bestEnds(rooms: readonly RoomWork[], hands: readonly Hands[]): number[] {
  const count = rooms.length
  const load = prefix(rooms.map(({ credits }) => credits))
  const breaks = prefix(rooms.map(({ floor }, at) => (at > 0 && rooms[at - 1]?.floor !== floor ? 1 : 0)))
  const cost = (from: number, to: number, of: Hands) => {
    if (to === from) return 0
    const floors = (breaks[to] ?? 0) - (breaks[from + 1] ?? 0)
    const sum = (load[to] ?? 0) - (load[from] ?? 0) + floors * floorCredits
    return (sum * sum) / Math.max(1, of.credits)
  }
  let best: number[] = Array.from({ length: count + 1 }, (_, to) => (to === 0 ? 0 : Number.POSITIVE_INFINITY))
  const begins: number[][] = []
  for (const one of hands) {
    const next = best.slice()
    const from = Array.from({ length: count + 1 }, (_, to) => to)
    for (let to = 0; to <= count; to++)
      for (let start = 0; start < to; start++) {
        const sum = (best[start] ?? 0) + cost(start, to, one)
        if (sum < (next[to] ?? 0)) {
          next[to] = sum
          from[to] = start
        }
      }
    begins.push(from)
    best = next
  }
  const ends: number[] = []
  let to = count
  for (let at = hands.length - 1; at >= 0; at--) {
    ends[at] = to
    to = begins[at]?.[to] ?? 0
  }
  return ends
}

function prefix(values: readonly number[]): number[] {
  const sums = [0]
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value)
  return sums
}
