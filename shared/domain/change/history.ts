/** What the log knows of one thing: what it was after each of its changes, and what parts of it were from when to when. */
import { applied, type Difference, type Image, inverse } from './change.ts'

/** One row of the log about the thing. `erased`: what was personal of both is gone. */
export type LoggedChange = Difference & { seq: number; erased?: boolean }
/** What the thing was from a change on, until the next one; null: it did not exist. */
export type Moment = { seq: number; image: Image | null }

/** The sequence of what was there before the log knew of it. */
export const beforeLog = 0

/**
 * What a thing was after each of its changes, oldest first. A thing that the log has not from its creation (a guest without a
 * name whom an import brought) was at first what it is now with all its changes taken back; `now` is asked for then, and
 * where something was erased, because what its personal fields became is only in the tables.
 */
export function historyOf(changes: readonly LoggedChange[], now: () => Image | null): Moment[] {
  const first = changes[0]
  const moments: Moment[] = []
  let image: Image | null = null
  if (!first || first.before !== null) {
    image = changes.reduceRight<Image | null>((then, change) => applied(then, inverse(change)), now())
    if (image) moments.push({ seq: beforeLog, image })
  }
  for (const change of changes) {
    image = applied(image, change)
    moments.push({ seq: change.seq, image })
  }
  const last = moments.at(-1)
  if (last?.image && changes.some(({ erased }) => erased)) last.image = now() ?? last.image
  return moments
}

type Values = readonly (string | number | null)[]
/** What is kept of a thing, by the keys of its parts. */
export type Parts = ReadonlyMap<string, Values>
/** A part of a thing under its key, from one change until another that ended or changed it. */
export type Version = { key: string; from: number; to: number; values: Values }

/** Until when what is so now is so. */
export const forever = Number.MAX_SAFE_INTEGER

/** The versions of a thing's parts. A change of anything that is not kept makes no new version. In the order of their ends. */
export function versionsOf(history: readonly { seq: number; parts: Parts }[]): Version[] {
  const versions: Version[] = []
  const open = new Map<string, { from: number; values: Values }>()
  for (const { seq, parts } of history) {
    for (const [key, { from, values }] of open) {
      const then = parts.get(key)
      if (then && sameValues(values, then)) continue
      versions.push({ key, from, to: seq, values })
      open.delete(key)
    }
    for (const [key, values] of parts) if (!open.has(key)) open.set(key, { from: seq, values })
  }
  for (const [key, { from, values }] of open) versions.push({ key, from, to: forever, values })
  return versions
}

function sameValues(a: Values, b: Values): boolean {
  return a.every((value, index) => value === b[index])
}
