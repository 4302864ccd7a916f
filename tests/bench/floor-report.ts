import type { RawDatabase } from '#db/dialect/sqlite/connection.ts'
import type { BusinessDate } from '#shared/values/index.ts'

export type FloorDay = { day: BusinessDate; roomsSold: number; roomRevenue: number }

/** Rooms sold and revenue of each day of [from, to) that is past, by one statement over the room-nights and their bookings. */
export function daysFloor(reader: RawDatabase) {
  const sold = reader.prepare(
    `select n.night as day, count(*) as roomsSold, sum(n.rate_minor) as roomRevenue
     from room_nights n join bookings b on b.id = n.booking_id left join rate_plans p on p.id = b.rate_plan_id
     where n.live = 1 and n.night >= ? and n.night < ? and b.status in ('in-house', 'checked-out')
       and coalesce(p.kind, 'sold') = 'sold' and b.segment <> 'complimentary'
     group by n.night order by n.night`,
  )
  return (from: BusinessDate, to: BusinessDate) => sold.all(from, to) as FloorDay[]
}
