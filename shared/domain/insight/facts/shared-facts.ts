import { type FactTable, type SharedFacts, sharedFacts } from './catalogue.ts'
import { factsAsOf, numberColumns } from './facts-as-of.ts'
import type { History } from './history.ts'
import { inOnePiece } from './one-piece.ts'

/** So many guests at a time: the facts of a million at once take 200 MB. */
const AT_ONCE = 50_000

/** The facts of all guests on a day in parts, each with the places that were looked at for it; `pulse` may throw to stop. */
export function* factsInParts(
  history: History,
  day: number,
  pulse: (done: number, total: number) => void,
): Iterable<{ places: Int32Array; table: FactTable }> {
  const total = history.guests.id.length
  for (let from = 0; from < total; from += AT_ONCE) {
    pulse(from, total)
    const places = Int32Array.from({ length: Math.min(AT_ONCE, total - from) }, (_, at) => from + at)
    yield { places, table: factsAsOf(history, day, undefined, places) }
  }
}

const idColumns = { id: Int32Array, place: Int32Array } as const
const sharedColumns = Object.fromEntries(sharedFacts.map((name) => [name, numberColumns[name]])) as Pick<
  typeof numberColumns,
  (typeof sharedFacts)[number]
>

/** What several runs read of all guests who were known on a day. */
export function sharedFactsAsOf(
  history: History,
  day: number,
  pulse: (done: number, total: number) => void,
): SharedFacts {
  const made = inOnePiece(history.guests.id.length, { ...idColumns, ...sharedColumns })
  let count = 0
  for (const { table } of factsInParts(history, day, pulse)) {
    made.id.set(table.id, count)
    made.place.set(table.place, count)
    for (const name of sharedFacts) made[name].set(table.numbers[name], count)
    count += table.count
  }
  const numbers = Object.fromEntries(sharedFacts.map((name) => [name, made[name].subarray(0, count)]))
  return {
    day,
    count,
    id: made.id.subarray(0, count),
    place: made.place.subarray(0, count),
    numbers: numbers as SharedFacts['numbers'],
  }
}
