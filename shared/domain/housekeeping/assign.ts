/** Rooms given to attendants: those of their own floors first, neighbouring ones to each, as even as that can be. */

export type RoomWork = { floor: number; number: string; credits: number }
export type Hands = { floors: readonly number[]; credits: number }

/** What another floor costs beside the work in its rooms: the way, and the trolley on the lift. */
export const floorCredits = 10

// 309 is before 1001
const asCounted = new Intl.Collator('en', { numeric: true })

/**
 * Shares rooms out. An attendant with floors has the rooms of these floors first: they are split among those whose floor it
 * is, and all other rooms among those without floors (among all, where everybody has some). Within such a group each has one
 * run of neighbouring rooms, as even as runs can be. Then single rooms change hands while that makes the whole more even, and
 * go home wherever it is as even: so whoever has a room of another's floor has it only to balance. Where nobody has floors
 * there is one group, and the runs stay as they are. Even is the least sum of load² ÷ what the attendant does in a day: it is
 * least where loads are in proportion to that. Answers with the attendant of each room.
 */
export function splitWork<R extends RoomWork, H extends Hands>(
  rooms: readonly R[],
  attendants: readonly H[],
): Map<R, H> {
  if (attendants.length === 0) return new Map()
  const inOrder = rooms.toSorted((a, b) => a.floor - b.floor || asCounted.compare(a.number, b.number))
  const groups = Map.groupBy(inOrder, ({ floor }) =>
    homesOf(floor, attendants)
      .map((one) => attendants.indexOf(one))
      .join(),
  )
  const given = new Map<R, H>()
  for (const group of groups.values()) {
    const homes = homesOf(group[0]?.floor ?? 0, attendants)
    for (const [room, one] of splitRuns(group, homes)) given.set(room, one)
  }
  if (attendants.some(({ floors }) => floors.length > 0)) balance(inOrder, attendants, given)
  return new Map(inOrder.map((room) => [room, given.get(room) as H]))
}

/** Whose rooms those of a floor are before anything is balanced. */
export function homesOf<H extends Hands>(floor: number, attendants: readonly H[]): H[] {
  const own = attendants.filter(({ floors }) => floors.includes(floor))
  if (own.length > 0) return own
  const free = attendants.filter(({ floors }) => floors.length === 0)
  return free.length > 0 ? free : [...attendants]
}

/** What a share counts: its rooms, and each further floor. */
export function loadOf(rooms: readonly RoomWork[]): number {
  const floors = new Set(rooms.map(({ floor }) => floor)).size
  return rooms.reduce((sum, { credits }) => sum + credits, 0) + floorCredits * Math.max(0, floors - 1)
}

const costOf = (rooms: readonly RoomWork[], { credits }: Hands) => loadOf(rooms) ** 2 / Math.max(1, credits)

// What is less than this is a rounding of the figures, not more even
const nothing = 1e-9

/** Gives single rooms on while the sum gets less, or stays and a room comes home; both can go on only for so long. */
function balance<R extends RoomWork, H extends Hands>(
  rooms: readonly R[],
  attendants: readonly H[],
  given: Map<R, H>,
): void {
  const shares = new Map<H, R[]>(attendants.map((one) => [one, []]))
  for (const room of rooms) shares.get(given.get(room) as H)?.push(room)
  for (;;) {
    const best = bestMove(rooms, attendants, given, shares)
    if (!best) return
    const from = given.get(best.room) as H
    shares.set(
      from,
      (shares.get(from) ?? []).filter((room) => room !== best.room),
    )
    shares.get(best.to)?.push(best.room)
    given.set(best.room, best.to)
  }
}

type Move<R, H> = { room: R; to: H; gain: number; home: number; near: number }

/** Of all rooms and all hands, what makes the shares most even; as even, a room that comes home, then a neighbour. */
function bestMove<R extends RoomWork, H extends Hands>(
  rooms: readonly R[],
  attendants: readonly H[],
  given: ReadonlyMap<R, H>,
  shares: ReadonlyMap<H, readonly R[]>,
): Move<R, H> | null {
  const costs = new Map(attendants.map((one) => [one, costOf(shares.get(one) ?? [], one)]))
  let best: Move<R, H> | null = null
  for (const [at, room] of rooms.entries()) {
    const from = given.get(room) as H
    const homes = homesOf(room.floor, attendants)
    const less =
      (costs.get(from) ?? 0) -
      costOf(
        (shares.get(from) ?? []).filter((one) => one !== room),
        from,
      )
    for (const to of attendants) {
      if (to === from) continue
      const gain = less + (costs.get(to) ?? 0) - costOf([...(shares.get(to) ?? []), room], to)
      const home = Number(homes.includes(to)) - Number(homes.includes(from))
      if (gain < -nothing || (gain <= nothing && home <= 0)) continue
      const near = [rooms[at - 1], rooms[at + 1]].filter((one) => one && given.get(one) === to).length
      const move = { room, to, gain, home, near }
      if (!best || isBetter(move, best)) best = move
    }
  }
  return best
}

function isBetter<R, H>(one: Move<R, H>, other: Move<R, H>): boolean {
  const more = one.gain - other.gain
  if (Math.abs(more) > nothing) return more > 0
  return one.home - other.home > 0 || (one.home === other.home && one.near > other.near)
}

/**
 * Splits rooms in their order into one run an attendant. Of all such splits it takes the one with the least sum: no other
 * split into runs is more even. Every change of floor within a run counts as work, so that floors stay together where it
 * costs nothing. Found exactly, by dynamic programming over (attendants, rooms).
 */
function splitRuns<R extends RoomWork, H extends Hands>(
  inOrder: readonly R[],
  attendants: readonly H[],
): Map<R, H> {
  const given = new Map<R, H>()
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
