import type { DaySums } from '#shared/domain/report/dashboard.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { countedSql } from './counted.ts'
import { givenSql, type Key } from './cube.ts'
import { nightsSql, type Source } from './source.ts'
import { tablesSql } from './then.ts'

/** The first night that takes inventory, whatever became of it; null in a hotel without one. */
export function readFirstNight(store: LongReader, source: Source): BusinessDate | null {
  return (rawOf(store)
    .prepare(`with ${tablesSql(source)} select night from room_nights where live = 1 order by night limit 1`)
    .pluck()
    .get() ?? null) as BusinessDate | null
}

/** Arrivals of guests who stay a night, and their guest nights in the period, by country or market segment; most first. */
export function readArrivals(
  store: LongReader,
  source: Source,
  { from, to }: Period,
  by: 'country' | 'segment',
): { key: Key; arrivals: number; guestNights: number }[] {
  return rawOf(store)
    .prepare(
      `with ${nightsSql(source)}
       select n.${by} as key, sum(n.night = n.arrival) as arrivals, sum(n.adults + n.children + n.infants) as guestNights
       from nights n
       where ${countedSql('n')}
       group by 1 having arrivals > 0 order by arrivals desc, key`,
    )
    .all({ from, to, today: source.today }) as { key: Key; arrivals: number; guestNights: number }[]
}

export type RequestCounts = {
  asked: number
  done: number
  declined: number
  open: number
  fromPreference: number
}

/** What was asked for stays that arrive in the period. */
export function readRequestCounts(store: LongReader, source: Source, { from, to }: Period): RequestCounts {
  return rawOf(store)
    .prepare(
      `with ${tablesSql(source)}
       select count(*) as asked, coalesce(sum(q.status = 'done'), 0) as done, coalesce(sum(q.status = 'declined'), 0) as declined,
         coalesce(sum(q.status in ('open', 'acknowledged')), 0) as open,
         coalesce(sum(q.from_preference), 0) as fromPreference
       from bookings b join requests q on q.booking_id = b.id
       where b.arrival >= @from and b.arrival < @to and b.status in ('confirmed', 'in-house', 'checked-out')`,
    )
    .get({ from, to }) as RequestCounts
}

/** Requests that are open though they were due before the business date, whenever that was; of bookings that were not called off. */
export function countOverdueRequests(store: LongReader, source: Source): number {
  return rawOf(store)
    .prepare(
      `with ${tablesSql(source)}
       select count(*) from requests q join bookings b on b.id = q.booking_id
       where q.status in ('open', 'acknowledged') and q.due_on < @today and b.status not in ('cancelled', 'no-show')`,
    )
    .pluck()
    .get({ today: source.today }) as number
}

export type MemberCounts = { nights: number; revenue: number; memberNights: number; memberRevenue: number }

/** Rooms sold of a period, and those of guests who are members of any programme. */
export function readMemberShare(store: LongReader, source: Source, { from, to }: Period): MemberCounts {
  return rawOf(store)
    .prepare(
      `with ${nightsSql(source)},
       sold as (
         select n.rate_minor, exists (select 1 from memberships m where m.guest_id = n.guest_id) as member
         from nights n left join rate_plans plan on plan.id = n.rate_plan_id
         where ${countedSql('n')}
           and ${givenSql('n')} = 0
       )
       select count(*) as nights, coalesce(sum(rate_minor), 0) as revenue, coalesce(sum(member), 0) as memberNights,
         coalesce(sum(iif(member, rate_minor, 0)), 0) as memberRevenue from sold`,
    )
    .get({ from, to, today: source.today }) as MemberCounts
}

/** Days by date. */
export function byDay(days: readonly DaySums[]): Map<BusinessDate, DaySums> {
  return new Map(days.map((day) => [day.day, day]))
}
