import type { BusinessDate, Moment } from '#shared/values/index.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'

export type At = { seq: number; moment: Moment; businessDate: BusinessDate }

const row = 'select seq, moment, business_date as businessDate from changes'

/** The newest change; null in a store without any. */
export function readHead(store: LongReader): At | null {
  return (rawOf(store).prepare(`${row} order by seq desc limit 1`).get() as At | undefined) ?? null
}

/** The first change. */
export function readFirst(store: LongReader): At | null {
  return (rawOf(store).prepare(`${row} order by seq limit 1`).get() as At | undefined) ?? null
}

/** The last change of a business date or of the last one before it; null before the first. Business dates never fall. */
export function readLastOn(store: LongReader, date: BusinessDate): At | null {
  const last = `${row} where business_date <= ? order by business_date desc, seq desc limit 1`
  return (rawOf(store).prepare(last).get(date) as At | undefined) ?? null
}

/** A stretch of the log in which the clock did not go backwards. */
type Run = { first: number; last: number; lastMoment: string }

/**
 * The last change at or before a moment; null before the first. Where the clock was set back, the log passes a moment more than
 * once: the place counts whose change is the closest before it. A clock that was wrong for a while, years behind or
 * ahead, so moves nothing but the changes that it stamped.
 */
export function readLastAt(store: LongReader, moment: Moment): At | null {
  const raw = rawOf(store)
  const runs = raw
    .prepare(
      `select first_seq as first, last_seq as last, last_moment as lastMoment from report.clock_runs
       where first_moment <= ? order by first_seq`,
    )
    .all(moment) as Run[]
  const newest = raw.prepare('select max(last_seq) from report.clock_runs').pluck().get() as number | null
  let found: At | null = null
  for (const run of runs) {
    // All of it is before the moment, and so is what comes after it: the clock passed the moment elsewhere
    if (run.lastMoment <= moment && run.last !== newest) continue
    const at = lastIn(raw, run, moment)
    if (at && (!found || at.moment >= found.moment)) found = at
  }
  return found
}

/** By halves: within a run later changes have later moments. */
function lastIn(raw: RawDatabase, { first, last }: Run, moment: Moment): At | undefined {
  const upTo = raw.prepare(`${row} where seq <= ? order by seq desc limit 1`)
  let [low, high] = [first, last]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const at = upTo.get(middle) as At
    if (at.moment <= moment) low = middle
    else high = middle - 1
  }
  return upTo.get(low) as At | undefined
}
