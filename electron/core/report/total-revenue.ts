import { readFirstPosted, readRoomsToPost, readTotalRevenue } from '#db/queries/report/ledger.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Sentence } from '#shared/domain/report/result.ts'
import { addDays, type BusinessDate } from '#shared/values/index.ts'
import type { ReportDesk } from './report.ts'

/** Total revenue by business date, and from which date on it is known; null where nothing was posted yet. */
export type TotalRevenue = { first: BusinessDate | null; days: ReadonlyMap<BusinessDate, number> }

/**
 * What was posted in a period, and of the business date also the nights that are to be posted: room revenue of that date is known
 * as booked, and the total is never without it. Statements are read once for all its days.
 */
export function readTotals({ store, source }: ReportDesk, period: Period): TotalRevenue {
  const first = readFirstPosted(store, source)
  if (first === null) return { first, days: new Map() }
  const days = readTotalRevenue(store, source, period)
  const { today } = source
  if (today >= period.from && today < period.to)
    days.set(today, (days.get(today) ?? 0) + readRoomsToPost(store, source))
  return { first, days }
}

/**
 * The total revenue of [from, to); null where a day of it was before the first posting, or is still to come: a part of a
 * period would make its ratio to all its rooms too small.
 */
export function totalOf(
  { first, days }: TotalRevenue,
  { from, to }: Period,
  today: BusinessDate,
): number | null {
  if (first === null || from < first || addDays(to, -1) > today) return null
  let sum = 0
  for (const [day, minor] of days) if (day >= from && day < to) sum += minor
  return sum
}

/** The total revenue of one day, as totalOf. */
export function totalOn(
  { first, days }: TotalRevenue,
  day: BusinessDate,
  today: BusinessDate,
): number | null {
  return first === null || day < first || day > today ? null : (days.get(day) ?? 0)
}

/** Why total revenue is missing, and that of the business date grows until the night. */
export function totalNotes(
  { first }: TotalRevenue,
  { from, to }: Period,
  { today, code }: { today: BusinessDate; code: 'trevparNone' | 'trevparUnknown' },
): Sentence[] {
  if (first === null) return [{ code, params: {} }]
  return [
    ...(from < first ? [{ code: 'trevparFrom', params: { date: first } }] : []),
    ...(from <= today && today < to ? [{ code: 'trevparOpen', params: { date: today } }] : []),
  ]
}
