import { sql } from 'kysely'
import { type BusinessDate, type GuestId, roundHalfEven } from '#shared/values/index.ts'
import type { Reader } from '../dialect/connection.ts'
import { daysBetween } from '../dialect/ids.ts'
import { preparedSql } from '../dialect/prepared.ts'

/** Key figures of a guest in one role. Revenue in minor units; what would divide by nothing is null. */
export type KeyFigures = {
  bookings: number
  stays: number
  nights: number
  roomRevenueMinor: number
  adrMinor: number | null
  lastStay: BusinessDate | null
  cancellations: number
  noShows: number
  meanLeadTime: number | null
}

export type YearFigures = { year: number; nights: number; roomRevenueMinor: number }
export type Figures = { asGuest: KeyFigures; asBooker: KeyFigures; years: YearFigures[] }

type Role = 'guest' | 'booker'
type BookingSums = {
  role: Role
  bookings: number
  stays: number
  cancellations: number
  no_shows: number
  last_stay: BusinessDate | null
  mean_lead_time: number | null
}
type NightSums = { role: Role; year: string; sold: number; nights: number; revenue: number }

/**
 * Figures over all bookings of a guest, as guest and as booker, and by year of the night as guest.
 * Nights and revenue: room-nights of checked-out and in-house bookings. ADR: revenue over nights of rooms sold,
 * which complimentary and house-use nights are not. A stay is a booking checked out; a no-show is none.
 */
export async function readFigures(db: Reader, guestId: GuestId): Promise<Figures> {
  const bookings = await sumsOfBookings.all(db, { guestId })
  const nights = await sumsOfNights.all(db, { guestId })
  const asGuest = nights.filter(({ role }) => role === 'guest')
  const asBooker = nights.filter(({ role }) => role === 'booker')
  return {
    asGuest: figuresOf(bookings, asGuest, 'guest'),
    asBooker: figuresOf(bookings, asBooker, 'booker'),
    years: yearsOf(asGuest),
  }
}

type OfGuest = { guestId: GuestId }

const sumsOfBookings = preparedSql(
  (at: OfGuest) => sql<BookingSums>`
    ${bookingSums('guest', at.guestId)} union all ${bookingSums('booker', at.guestId)}`,
)
const sumsOfNights = preparedSql(
  (at: OfGuest) => sql<NightSums>`
    select s.role, s.year,
      case when coalesce(p.kind, 'sold') = 'sold' and s.segment <> 'complimentary' then 1 else 0 end as sold,
      sum(s.nights) as nights, sum(s.revenue) as revenue
    from (${nightsByStay('guest', at.guestId)} union all ${nightsByStay('booker', at.guestId)}) s
    left join rate_plans p on p.id = s.rate_plan_id
    group by s.role, s.year, sold order by s.year`,
)

function bookingSums(role: Role, guestId: GuestId) {
  return sql`select ${sql.lit(role)} as role, count(*) as bookings,
    coalesce(sum(case when status = 'checked-out' then 1 else 0 end), 0) as stays,
    coalesce(sum(case when status = 'cancelled' then 1 else 0 end), 0) as cancellations,
    coalesce(sum(case when status = 'no-show' then 1 else 0 end), 0) as no_shows,
    max(case when status = 'checked-out' then departure end) as last_stay,
    avg(${daysBetween('created_on', 'arrival')}) as mean_lead_time
    from bookings where ${sql.ref(`${role}_id`)} = ${guestId}`
}

/** Nights and revenue of stays. Only one that crosses New Year needs to be looked at night by night. */
function nightsByStay(role: Role, guestId: GuestId) {
  const stays = sql`b.${sql.ref(`${role}_id`)} = ${guestId} and b.status in ('checked-out', 'in-house')`
  return sql`
    select ${sql.lit(role)} as role, substr(b.arrival, 1, 4) as year, b.rate_plan_id, b.segment,
      ${daysBetween('b.arrival', 'b.departure')} as nights, b.total_minor as revenue
    from bookings b where ${stays} and substr(b.arrival, 1, 4) = substr(b.departure, 1, 4)
    union all
    select ${sql.lit(role)}, substr(n.night, 1, 4), b.rate_plan_id, b.segment, 1, n.rate_minor
    from bookings b cross join room_nights n
    where ${stays} and substr(b.arrival, 1, 4) <> substr(b.departure, 1, 4) and n.booking_id = b.id`
}

function figuresOf(bookings: readonly BookingSums[], nights: readonly NightSums[], role: Role): KeyFigures {
  const sums = bookings.find((row) => row.role === role)
  const sold = nights.filter((row) => row.sold === 1)
  const soldNights = total(sold, 'nights')
  return {
    bookings: sums?.bookings ?? 0,
    stays: sums?.stays ?? 0,
    nights: total(nights, 'nights'),
    roomRevenueMinor: total(nights, 'revenue'),
    adrMinor: soldNights === 0 ? null : roundHalfEven(total(sold, 'revenue'), soldNights),
    lastStay: sums?.last_stay ?? null,
    cancellations: sums?.cancellations ?? 0,
    noShows: sums?.no_shows ?? 0,
    meanLeadTime: sums?.mean_lead_time ?? null,
  }
}

function yearsOf(rows: readonly NightSums[]): YearFigures[] {
  return [...new Set(rows.map(({ year }) => year))].map((year) => {
    const ofYear = rows.filter((row) => row.year === year)
    return {
      year: Number(year),
      nights: total(ofYear, 'nights'),
      roomRevenueMinor: total(ofYear, 'revenue'),
    }
  })
}

function total(rows: readonly NightSums[], key: 'nights' | 'revenue'): number {
  return rows.reduce((sum, row) => sum + row[key], 0)
}
