import { findNightBookings, type Where } from '#db/queries/report/cube.ts'
import { isTime } from '#shared/domain/report/dimensions.ts'
import type { ExploreAsk } from '#shared/domain/report/explore/ask.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Cell } from '#shared/domain/report/result.ts'
import { type BookingId, ok, type Result } from '#shared/values/index.ts'
import { daysOfCell } from '../behind.ts'
import type { ReportDesk } from '../report.ts'
import { whereAny } from './where.ts'

/** The values of dimensions that a cell is at; a total names fewer. */
export type CellAt = { readonly [dimension: string]: Cell }

/** The bookings whose nights a cell counts, in the order of arrival; at most `limit`. */
export function bookingsBehind(
  desk: ReportDesk,
  ask: ExploreAsk,
  period: Period,
  at: CellAt,
  limit: number,
): Result<BookingId[], 'REPORT_CHOICE_UNKNOWN'> {
  const filters = whereAny(desk, ask.filters)
  if (!filters.ok) return filters
  let days: Period = period
  let weekday: number | undefined
  const where: Where[] = [...filters.value]
  for (const name of [...ask.rows, ...ask.columns]) {
    const key = at[name]
    if (key === undefined) continue
    if (name === 'weekday') weekday = Number(key)
    else if (isTime(name)) days = daysOfCell(name, key, days)
    else where.push({ dimension: name, value: key })
  }
  if (days.from >= days.to) return ok([])
  const part = { ...days, where, ...(weekday === undefined ? {} : { weekday }) }
  return ok(findNightBookings(desk.store, desk.source, part, limit))
}
