import { type BusinessDate, type Moment, toDayNumber } from '../../values/index.ts'

/** How many days, weeks and months keep their newest copy. */
export type RetentionRule = { days: number; weeks: number; months: number }

/** The rule of a hotel that has chosen none. */
export const retention: RetentionRule = { days: 7, weeks: 5, months: 12 }

/** A verified copy of one store: its file, when it was made, and which day that was in the hotel. */
export type DatedCopy = { file: string; made: Moment; day: BusinessDate }

/**
 * The files that the rule keeps: the newest copy of each of the last days, weeks (Monday to Sunday) and months that have
 * one, 7, 5 and 12 unless the hotel chose others. Days without a copy do not count, and the clock is not asked: after a month without backups, or with a
 * wrong clock, the same copies are kept. The newest copy is the newest of its day, so it is always among them.
 */
export function filesToKeep(copies: readonly DatedCopy[], rule: RetentionRule = retention): Set<string> {
  const newestFirst = [...copies].sort((a, b) => compare(b.made, a.made) || compare(b.file, a.file))
  return new Set([
    ...newestOfEach(newestFirst, ({ day }) => day, rule.days),
    ...newestOfEach(newestFirst, ({ day }) => weekOf(day), rule.weeks),
    ...newestOfEach(newestFirst, ({ day }) => day.slice(0, 7), rule.months),
  ])
}

function newestOfEach(
  newestFirst: readonly DatedCopy[],
  periodOf: (copy: DatedCopy) => string | number,
  count: number,
): string[] {
  const files = new Map<string | number, string>()
  for (const copy of newestFirst) {
    const period = periodOf(copy)
    if (files.size < count && !files.has(period)) files.set(period, copy.file)
  }
  return [...files.values()]
}

/** Weeks since 1970, counted from Monday: day 0 was a Thursday. */
function weekOf(day: BusinessDate): number {
  return Math.floor((toDayNumber(day) + 3) / 7)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
