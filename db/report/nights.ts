import { bookingStatuses, isLive } from '#shared/domain/booking/booking.ts'
import { forever } from '#shared/domain/change/history.ts'

/** The statuses whose nights take inventory, for SQL. */
export const liveStatuses = bookingStatuses
  .filter(isLive)
  .map((status) => `'${status}'`)
  .join(', ')

/**
 * Room-nights that take inventory as they are now, with all that reports divide them by, in the order of nights: what a report of a
 * period reads lies together. Their sums by day, type and status are what a year by day reads.
 */
export const nightTables: readonly string[] = [
  // given: 0 sold, 1 complimentary, 2 house use
  `create table nights (
    night text not null, booking_id integer not null, room_type_id integer not null, charged_room_type_id integer not null,
    room_id integer, rate_minor integer not null, given integer not null, status text not null, segment text not null,
    channel text not null, agency_id integer, company_id integer, rate_plan_id integer, guest_id integer not null,
    country text not null, meal text not null, guarantee text not null, adults integer not null, children integer not null,
    infants integer not null, arrival text not null, departure text not null, created_on text not null,
    lead_days integer not null, stay_nights integer not null,
    primary key (night, booking_id)
  ) strict, without rowid`,
  `create table night_sums (
    night text not null, room_type_id integer not null, status text not null, given integer not null,
    nights integer not null, rate_minor integer not null, persons integer not null,
    primary key (night, room_type_id, status, given)
  ) strict, without rowid`,
]

/** The rows of `nights` from the versions that are so now; `which` narrows them, over `n`, the versions of nights. */
export function nightsNow(which: string): string {
  return `select n.night, n.booking_id, n.room_type_id, b.charged_room_type_id, n.room_id, n.rate_minor,
      case when p.kind = 'house-use' then 2 when p.kind = 'complimentary' or b.segment = 'complimentary' then 1 else 0 end as given,
      b.status, b.segment, b.channel, b.agency_id, b.company_id, b.rate_plan_id, b.guest_id,
      coalesce((select g.country from guest_versions g where g.guest_id = b.guest_id and g.to_seq = ${forever}), '') as country,
      b.meal, b.guarantee, b.adults, b.children, b.infants, b.arrival, b.departure, b.created_on,
      b.lead_days, b.nights as stay_nights
    from night_versions n
    join booking_versions b on b.booking_id = n.booking_id and b.to_seq = ${forever}
    left join rate_plan_versions p on p.rate_plan_id = b.rate_plan_id and p.to_seq = ${forever}
    where n.to_seq = ${forever} and b.status in (${liveStatuses}) and ${which}`
}
