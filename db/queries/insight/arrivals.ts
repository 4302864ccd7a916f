import { sql } from 'kysely'
import type { BookingId, BusinessDate } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

type ArrivalFigures = {
  bookingId: BookingId
  relation: string | null
  stays: number
  daysSince: number | null
  revenueMinor: number
  away: number | null
  cancel: number
  noShow: number
  hasCase: number
  owner: string | null
}

const arrivals = preparedSql(
  (at: { days: string }) => sql<ArrivalFigures>`
    select b.id as bookingId, coalesce(nullif(j.relation, ''), v.relation) as relation,
      coalesce(v.frequency, 0) as stays, v.recency_days as daysSince, coalesce(v.monetary_minor, 0) as revenueMinor,
      r.away, coalesce(r.cancel, 0) as cancel, coalesce(r.no_show, 0) as noShow, c.id is not null as hasCase, c.owner
    from bookings b left join guest_judgements j on j.guest_id = b.guest_id
      left join insight.guest_value v on v.guest_id = b.guest_id
      left join insight.booking_risk r on r.booking_id = b.id
      left join leaving_cases c on c.guest_id = b.guest_id and c.closed_on is null
    where b.status = 'confirmed' and b.arrival in (select value from json_each(${at.days}))
      and coalesce(j.excluded, 0) = 0`,
)

/** What is known of the guests who are due in on these days, in one statement; nothing of who is left out of judgements. */
export async function readArrivalFigures(db: Reader, days: readonly BusinessDate[]) {
  return arrivals.all(db, { days: JSON.stringify(days) })
}
