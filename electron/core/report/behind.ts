import { type BookingDate, findBookings, findNightBookings, type Where } from '#db/queries/report/cube.ts'
import type { BookingStatus } from '#shared/domain/booking/booking.ts'
import { type DimensionName, dimensions, isTime } from '#shared/domain/report/dimensions.ts'
import { daysOfKey } from '#shared/domain/report/fold.ts'
import type { Read } from '#shared/domain/report/parameters.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Cell, Row } from '#shared/domain/report/result.ts'
import { isBusinessDate, ok, type Result } from '#shared/values/index.ts'
import type { Report, ReportDesk } from './report.ts'
import { whereOf } from './where.ts'

/** The part of a report that a row is about. */
type Part = Period & { where: Where[]; weekday?: number }

/** The bookings whose counted nights a row has. */
export const nightsBehind: NonNullable<Report['bookings']> = (desk, read, row, limit) => {
  const part = partOf(desk, read, row)
  return part.ok ? findNightBookings(desk.store, desk.source, part.value, limit) : part
}

/** The bookings of a cohort that a row counts; only of some statuses where the report is about them. */
export function cohortBehind(
  cohort: BookingDate | ((read: Read) => BookingDate),
  statuses?: readonly BookingStatus[],
): NonNullable<Report['bookings']> {
  return (desk, read, row, limit) => {
    const part = partOf(desk, read, row)
    if (!part.ok) return part
    const ask = {
      ...part.value,
      cohort: typeof cohort === 'function' ? cohort(read) : cohort,
      ...(statuses ? { statuses } : {}),
    }
    return findBookings(desk.store, desk.source, ask, limit)
  }
}

/** The report's period and filters, narrowed by the row's cells of dimensions; a total narrows nothing. */
export function partOf(desk: ReportDesk, read: Read, row: Row): Result<Part, 'REPORT_CHOICE_UNKNOWN'> {
  const where = whereOf(desk, read.filters)
  if (!where.ok) return where
  const by = dimensionIn(row) ?? (read.by as DimensionName)
  const period = read.period as Period
  const key = row[by]
  if (key === undefined) return ok({ ...period, where: where.value })
  if (by === 'weekday') return ok({ ...period, where: where.value, weekday: Number(key) })
  if (!isTime(by)) return ok({ ...period, where: [...where.value, { dimension: by, value: key }] })
  return ok({ ...daysOfCell(by, key, period), where: where.value })
}

/** What a row is cut by: of a table beside the report's own, another dimension than was asked for. */
function dimensionIn(row: Row): DimensionName | undefined {
  return dimensions.find((name) => name in row)
}

/** The days of a period that a cell of time stands for; none for one that was made up. */
export function daysOfCell(name: DimensionName, key: Cell, period: Period): Period {
  const days = typeof key === 'string' && isDateLike(key) ? daysOfKey(name, key, period) : null
  return days ?? { from: period.from, to: period.from }
}

/** A day, a week's first day, a month, a quarter or a year. */
function isDateLike(key: string): boolean {
  return isBusinessDate(key) || /^\d{4}(-(\d\d|Q[1-4]))?$/.test(key)
}
