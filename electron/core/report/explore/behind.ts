import { findNightBookings, type Where } from '#db/queries/report/cube.ts'
import { type DimensionName, isTime } from '#shared/domain/report/dimensions.ts'
import type { ExploreAsk } from '#shared/domain/report/explore/ask.ts'
import { daysOfKey } from '#shared/domain/report/fold.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Cell } from '#shared/domain/report/result.ts'
import { type BookingId, isBusinessDate, maxDate, minDate, ok, type Result } from '#shared/values/index.ts'
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
    else if (isTime(name)) days = within(days, name, key)
    else where.push({ dimension: name, value: key })
  }
  if (days.from >= days.to) return ok([])
  const part = { ...days, where, ...(weekday === undefined ? {} : { weekday }) }
  return ok(findNightBookings(desk.store, desk.source, part, limit))
}

/** The days of a group that a period has; none for a key that no group has. */
function within(period: Period, name: DimensionName, key: Cell): Period {
  const isKey = typeof key === 'string' && (isBusinessDate(key) || /^\d{4}(-(\d\d|Q[1-4]))?$/.test(key))
  const days = isKey ? daysOfKey(name, key, period) : null
  return days
    ? { from: maxDate(days.from, period.from), to: minDate(days.to, period.to) }
    : { from: period.from, to: period.from }
}
