import type { LongReader } from '#db/handles.ts'
import type { Source } from '#db/queries/report/source.ts'
import type { Read } from '#shared/domain/report/parameters.ts'
import type { WeekStart } from '#shared/domain/report/period.ts'
import type { Cell, ReportBody, Table } from '#shared/domain/report/result.ts'
import type { BookingId, BusinessDate, Refused } from '#shared/values/index.ts'

/** What a report has in the worker. */
export type ReportDesk = {
  store: LongReader
  source: Source
  /** The business date of now, whatever the source is. */
  now: BusinessDate
  starts: WeekStart
  country: string
  /** Reads as of another moment or a date's end: what pick-up takes the difference to. Refuses what lies ahead or before the first change. */
  sourceAt: (moment: string) => Source | Refused
  /** Progress of a long read; throws when the report was cancelled. */
  pulse: (done: number, total: number) => void
}

/** One report: what it finds, and the bookings behind a row of it. */
export type Report = {
  run: (desk: ReportDesk, read: Read) => ReportBody | Refused
  /**
   * The bookings that a row counts, by the row's cells of dimension columns; at most `limit`. A report without it has nothing
   * behind its rows that is a booking.
   */
  bookings?: (
    desk: ReportDesk,
    read: Read,
    row: { readonly [column: string]: Cell },
    limit: number,
  ) => BookingId[] | Refused
  /** What of a table leads to bookings, where it is not every row and total that a dimension cuts. */
  leads?: (table: Table, read: Read, desk: ReportDesk) => Table['bookings']
}
