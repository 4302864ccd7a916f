/**
 * What the whole column says of its numbers. A number beside many names is an agency's or a reception's; a column whose
 * repeated values all stand beside several names holds points, years or levels, and no numbers of anybody.
 */
import type { GuestNames } from '../name/name.ts'
import { mayProve, plainKey } from './placeholder.ts'
import { compareNames } from './same-person.ts'

export type KeyVerdict = {
  /** False: nothing in the column tells persons apart. */
  numbers: boolean
  /** Numbers, as `plainKey` writes them, that stand beside too many names. */
  shared: ReadonlySet<string>
}

export type KeyWatch = { see: (value: string, names: GuestNames) => void; verdict: () => KeyVerdict }

/** So many names beside a number are too many for a slip. */
const manyNames = 3
/** Values kept at once: what was seen beside one name alone makes room. */
const maxCellText = 10_000
/** A column of levels that no names stand beside: few values, each again and again. */
const fewValues = 12
const timesEach = 5

type Seen = { rows: number; names: GuestNames[] }

/** Watches a column; memory stays flat, however many numbers it has. */
export function createKeyWatch(): KeyWatch {
  const values = new Map<string, Seen>()
  let overflown = false
  const makeRoom = () => {
    overflown = true
    for (const [key, { names }] of values) if (names.length < 2) values.delete(key)
  }
  return {
    see: (value, names) => {
      if (!mayProve(value)) return
      const key = plainKey(value)
      const seen = values.get(key)
      if (seen) {
        seen.rows++
        addName(seen, names)
        return
      }
      if (values.size >= maxCellText) makeRoom()
      if (values.size < maxCellText) values.set(key, { rows: 1, names: isNamed(names) ? [names] : [] })
    },
    verdict: () => {
      const all = [...values]
      const repeated = all.filter(([, { rows }]) => rows > 1)
      const several = repeated.filter(([, { names }]) => names.length > 1)
      const nameless = repeated.filter(([, { names }]) => names.length === 0)
      const levels =
        !overflown &&
        all.length <= fewValues &&
        nameless.length === all.length &&
        all.every(([, { rows }]) => rows >= timesEach)
      return {
        numbers:
          !(levels && all.length > 0) &&
          !(several.length >= manyNames && several.length * 2 > repeated.length),
        shared: new Set(several.filter(([, { names }]) => names.length >= manyNames).map(([key]) => key)),
      }
    },
  }
}

function isNamed({ nativeName, familyName, givenName }: GuestNames): boolean {
  return `${nativeName}${familyName}${givenName}`.trim() !== ''
}

/** Keeps the names that contradict each other, as many as it takes to be many. */
function addName({ names: seen }: Seen, names: GuestNames): void {
  if (!isNamed(names) || seen.length >= manyNames) return
  if (seen.every((known) => compareNames(known, names) === 'differs')) seen.push(names)
}
