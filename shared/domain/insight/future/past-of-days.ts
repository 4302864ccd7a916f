import type { LeftOut, Past } from './past.ts'

/** One guest of a plain file: the days of the visits, ascending, each once, and what was spent in all. */
export type VisitDays = { days: readonly number[]; spent: number }

/** The past of guests known by their days alone: nobody is corporate, nobody has anything to come, a visit is a day. */
export function pastOfDays(guests: readonly VisitDays[], day: number): { past: Past; out: LeftOut } {
  const count = guests.length
  const ints = (of: (guest: VisitDays, index: number) => number) => Int32Array.from(guests, of)
  const last = ints(({ days }) => days.at(-1) as number)
  const gapsFrom = new Int32Array(count + 1)
  guests.forEach(({ days }, i) => {
    gapsFrom[i + 1] = (gapsFrom[i] as number) + days.length - 1
  })
  const past: Past = {
    day,
    count,
    place: ints((_, i) => i),
    id: ints((_, i) => i + 1),
    stays: ints(({ days }) => days.length),
    first: ints(({ days }) => days[0] as number),
    last,
    end: last,
    revenue: Float64Array.from(guests, ({ spent }) => spent),
    corporate: new Uint8Array(count),
    awaited: new Uint8Array(count),
    gapsFrom,
    gaps: Int32Array.from(
      guests.flatMap(({ days }) => days.slice(1).map((at, k) => at - (days[k] as number))),
    ),
  }
  return { past, out: { rows: new Uint8Array(count), excluded: 0, collective: null } }
}
