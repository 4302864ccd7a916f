/** What rooms arrivals without one ask for: so many of a type by a time. */

type Arrival = {
  roomTypeCode: string
  roomId: number | null
  expectedTime: string | null
  arrivedAt: string | null
}

/** `time` null: at some time of the day. `waiting`: the guest is there. Rooms are counted on, the last step has them all. */
export type WantedStep = { time: string | null; waiting: boolean; rooms: number }
export type WantedType = { roomTypeCode: string; rooms: number; steps: WantedStep[] }

/** Types of which rooms are wanted for guests who have none yet, each with how many by when. */
export function wantedTypes(arrivals: readonly Arrival[]): WantedType[] {
  const open = arrivals.filter(({ roomId }) => roomId === null)
  return [...Map.groupBy(open, ({ roomTypeCode }) => roomTypeCode)]
    .map(([roomTypeCode, of]) => ({ roomTypeCode, rooms: of.length, steps: stepsOf(of) }))
    .toSorted((a, b) => (a.roomTypeCode < b.roomTypeCode ? -1 : 1))
}

function stepsOf(arrivals: readonly Arrival[]): WantedStep[] {
  const steps: WantedStep[] = []
  for (const one of arrivals.toSorted(byWant)) {
    const [time, waiting] = [one.arrivedAt === null ? one.expectedTime : null, one.arrivedAt !== null]
    const last = steps.at(-1)
    if (last?.time === time && last.waiting === waiting) last.rooms += 1
    else steps.push({ time, waiting, rooms: (last?.rooms ?? 0) + 1 })
  }
  return steps
}

/** Who waits is first, the longest of them; then by time; who said none last. */
export function byWant(
  a: Pick<Arrival, 'arrivedAt' | 'expectedTime'>,
  b: Pick<Arrival, 'arrivedAt' | 'expectedTime'>,
): number {
  const key = ({ arrivedAt, expectedTime }: typeof a) =>
    arrivedAt === null ? `1 ${expectedTime ?? '99'}` : `0 ${arrivedAt}`
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
}
