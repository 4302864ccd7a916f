import { maxNights } from '#shared/domain/booking/booking.ts'
import type { DimensionName } from '#shared/domain/report/dimensions.ts'
import type { Period } from '#shared/domain/report/period.ts'
import { addDays, type BookingId, type BusinessDate } from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { lossDateSql } from './counted.ts'
import { givenSql, type Key } from './cube.ts'
import { cutOf } from './cuts.ts'
import { bookingsSql, plannedNightsSql, type Source } from './source.ts'

/**
 * Nights that were sold at some time, with the date that ended that: a cancellation, or the arrival of those who did not come.
 * Nights that were given up by a change of dates are not among them: bookings are as they are now.
 */
const soldOnce = (source: Source) => `with ${plannedNightsSql(source)},
  once as (
    select n.*, ${lossDateSql('n')} as gone_on
    from planned n left join rate_plans plan on plan.id = n.rate_plan_id
    where n.status not in ('enquiry', 'waitlisted') and not (n.status = 'confirmed' and n.night < @today) and ${givenSql('n')} = 0
  )`

const boundsOf = ({ today }: Source, { from, to }: Period) => ({
  from,
  to,
  today,
  least: addDays(from, -maxNights),
})

export type BooksRow = { key: Key; nights: number; revenue: number }

/** Rooms and revenue of [from, to) that were on the books at the end of a date, by one dimension, from the dates of bookings. */
export function readBooksThen(
  store: LongReader,
  source: Source,
  { by, on, ...period }: Period & { by: DimensionName; on: BusinessDate },
): BooksRow[] {
  return rawOf(store)
    .prepare(
      `${soldOnce(source)}
       select ${cutOf(by, 'n', 'night').sql} as key, count(*) as nights, sum(rate_minor) as revenue
       from once n where created_on <= @on and (gone_on is null or gone_on > @on) group by 1`,
    )
    .all({ ...boundsOf(source, period), on }) as BooksRow[]
}

/** The same of whole bookings, with how many of their nights lie in [from, to). */
const bookedOnce = (source: Source) => `with ${bookingsSql(source)},
  once as (
    select b.booking_id, b.arrival, b.created_on,
      ${lossDateSql('b')} as gone_on,
      julianday(min(b.departure, @to)) - julianday(max(b.arrival, @from, iif(b.status = 'confirmed', @today, @from))) as nights
    from booked b left join rate_plans plan on plan.id = b.rate_plan_id
    where b.arrival >= @least and b.arrival < @to and b.departure > @from
      and b.status not in ('enquiry', 'waitlisted') and ${givenSql('b')} = 0
  )`

/** Nights of [from, to) by the date on which they came onto the books, less those that left them on it; in the order of dates. */
export function readBookingDates(
  store: LongReader,
  source: Source,
  period: Period,
): { day: BusinessDate; nights: number }[] {
  // Added up here: the store would read and sort every booking twice
  const rows = rawOf(store)
    .prepare(`${bookedOnce(source)} select created_on, gone_on, nights from once where nights > 0`)
    .raw()
    .iterate(boundsOf(source, period)) as Iterable<[BusinessDate, BusinessDate | null, number]>
  const found = new Map<BusinessDate, number>()
  const add = (day: BusinessDate, nights: number) => found.set(day, (found.get(day) ?? 0) + nights)
  for (const [createdOn, goneOn, nights] of rows) {
    add(createdOn, nights)
    if (goneOn !== null) add(goneOn, -nights)
  }
  return [...found].map(([day, nights]) => ({ day, nights })).sort((x, y) => (x.day < y.day ? -1 : 1))
}

/** The bookings with nights of [from, to) on the books at the end of a date, in the order of arrival; at most `limit`. */
export function findBookedBy(
  store: LongReader,
  source: Source,
  { on, ...period }: Period & { on: BusinessDate },
  limit: number,
): BookingId[] {
  return rawOf(store)
    .prepare(
      `${bookedOnce(source)}
       select booking_id from once
       where nights > 0 and created_on <= @on and (gone_on is null or gone_on > @on) order by arrival, booking_id limit @limit`,
    )
    .pluck()
    .all({ ...boundsOf(source, period), on, limit }) as BookingId[]
}
