import type { BusinessDate } from '#shared/values/index.ts'
import { liveStatuses } from '../../report/nights.ts'
import { tablesSql } from './then.ts'

/**
 * What figures are read from: the store as it is (`seq` null), or as it was after a change of its log. `today` is the business date
 * of then: from it on, confirmed bookings count as on the books. `isKept`: the report file has everything up to now, so that what is now
 * can be read from it too; without it there is no `seq`.
 */
export type Source = { seq: number | null; today: BusinessDate; isKept?: boolean }

/** Days between booking and arrival, and nights: the versions have both, of the store's bookings they are worked out. */
function daysSql({ seq }: Source): string {
  if (seq !== null) return 'b.lead_days, b.stay_nights'
  return `cast(julianday(b.arrival) - julianday(b.created_on) as integer) as lead_days,
    cast(julianday(b.departure) - julianday(b.arrival) as integer) as stay_nights`
}

/**
 * Room-nights of bookings that take inventory in [from, to), one row each, with what reports divide them by; before them every other
 * table of the store as of the source. Bound: @from, @to. `leadDays` and `stayNights` are whole days.
 */
export function nightsSql(source: Source): string {
  const period = 'n.night >= @from and n.night < @to'
  if (source.seq === null && source.isKept)
    return `${tablesSql(source)}, nights as (select * from report.nights n where ${period})`
  const isLive = source.seq === null ? 'n.live = 1' : `b.status in (${liveStatuses})`
  return `${tablesSql(source)},
  nights as (
    select n.night, n.booking_id, n.room_type_id, n.room_id, n.rate_minor, b.charged_room_type_id, b.status, b.segment, b.channel,
      b.agency_id, b.company_id, b.rate_plan_id, b.guest_id, g.nationality as country, b.meal, b.guarantee, b.adults, b.children,
      b.infants, b.arrival, b.departure, b.created_on, ${daysSql(source)}
    from room_nights n
    join bookings b on b.id = n.booking_id
    left join guests g on g.id = b.guest_id
    where ${isLive} and ${period}
  )`
}

/**
 * Room-nights of [from, to) of all bookings, whatever became of them: what was on the books at an earlier date is read from their
 * dates. Bound: @from, @to, and @least, maxNights before @from.
 */
export function plannedNightsSql(source: Source): string {
  return `${tablesSql(source)},
  planned as (
    select n.night, n.booking_id, n.room_type_id, n.rate_minor, b.status, b.segment, b.channel, b.rate_plan_id, b.arrival,
      b.created_on, b.cancelled_on
    from bookings b
    join room_nights n on n.booking_id = b.id
    where b.arrival >= @least and b.arrival < @to and n.night >= @from and n.night < @to
  )`
}

/**
 * All bookings, whatever became of them, with what reports divide them by; before them every other table of the store as of the
 * source.
 */
export function bookingsSql(source: Source): string {
  return `${tablesSql(source)},
  booked as (
    select b.id as booking_id, b.confirmation_no, b.status, b.arrival, b.departure, b.guest_id, b.agency_id, b.company_id,
      b.room_type_id, b.charged_room_type_id, b.last_room_id as room_id, b.rate_plan_id, b.segment, b.channel, b.meal,
      b.guarantee, b.adults, b.children, b.infants, b.created_on, b.cancelled_on, b.total_minor, g.nationality as country, ${daysSql(source)}
    from bookings b
    left join guests g on g.id = b.guest_id
  )`
}

/** Rooms with the business date on which each was taken out of the hotel, null while it is in it. */
export function roomsSql(source: Source): string {
  const known = source.seq === null ? '' : `and c.seq <= ${source.seq}`
  return `${tablesSql(source)},
  house as (
    select r.id as room_id, r.room_type_id, r.floor,
      case when r.active = 1 then null else coalesce(
        (select max(business_date) from changes c
         where c.entity = 'room' and c.entity_id = r.id and c.after ->> '$.active' = 0 ${known}),
        '0000-01-01') end as until
    from rooms r
  )`
}
