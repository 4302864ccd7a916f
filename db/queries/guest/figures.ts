import { sql } from 'kysely'
import {
  type BookingId,
  type BusinessDate,
  maxDate,
  nightsBetween,
  roundHalfEven,
  yearOf,
} from '#shared/values/index.ts'
import type { Reader } from '../../dialect/sqlite/connection.ts'
import { listedIn } from '../../dialect/sqlite/ids.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import { type BookingRole, type InRole, isSold } from './roles.ts'

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

/** Nights of one stay in one year. */
type Slept = { year: number; nights: number; revenue: number }
type Reckoned = { booking: InRole; slept: readonly Slept[] }
type Night = { booking_id: BookingId; night: BusinessDate; rate_minor: number }

const nightsOfBookings = preparedSql(
  (at: { ids: string }) => sql<Night>`
    select booking_id, night, rate_minor from room_nights where booking_id in ${listedIn(at.ids)}`,
)

/**
 * Figures over all bookings of a guest (readRoles), as guest and as booker, and by year of the night as guest.
 * Nights and revenue: room-nights of checked-out and in-house bookings. ADR: revenue over nights of rooms sold,
 * which complimentary and house-use nights are not. A stay is a booking checked out; a no-show is none.
 */
export async function readFigures(db: Reader, roles: readonly InRole[]): Promise<Figures> {
  const overNewYear = await readNights(db, roles.filter(crossesNewYear))
  const reckoned = (wanted: BookingRole) =>
    roles
      .filter(({ role }) => role === wanted)
      .map((booking) => ({ booking, slept: sleptIn(booking, overNewYear) }))
  const asGuest = reckoned('guest')
  return {
    asGuest: figuresOf(asGuest),
    asBooker: figuresOf(reckoned('booker')),
    years: yearsOf(asGuest.flatMap(({ slept }) => slept)),
  }
}

/** Only a stay that crosses New Year needs to be looked at night by night. */
function crossesNewYear(booking: InRole): boolean {
  return isStay(booking) && yearOf(booking.arrival) !== yearOf(booking.departure)
}

function isStay({ status }: InRole): boolean {
  return status === 'checked-out' || status === 'in-house'
}

async function readNights(db: Reader, bookings: readonly InRole[]): Promise<Map<BookingId, Slept[]>> {
  const found = new Map<BookingId, Slept[]>()
  if (bookings.length === 0) return found
  for (const row of await nightsOfBookings.all(db, { ids: JSON.stringify(bookings.map(({ id }) => id)) })) {
    const nights = found.get(row.booking_id) ?? []
    nights.push({ year: yearOf(row.night), nights: 1, revenue: row.rate_minor })
    found.set(row.booking_id, nights)
  }
  return found
}

function sleptIn(booking: InRole, overNewYear: ReadonlyMap<BookingId, Slept[]>): Slept[] {
  if (!isStay(booking)) return []
  if (crossesNewYear(booking)) return overNewYear.get(booking.id) ?? []
  const { arrival, departure, total_minor: revenue } = booking
  return [{ year: yearOf(arrival), nights: nightsBetween(arrival, departure), revenue }]
}

function figuresOf(reckoned: readonly Reckoned[]): KeyFigures {
  const bookings = reckoned.map(({ booking }) => booking)
  const all = reckoned.flatMap(({ slept }) => slept)
  const sold = reckoned.filter(({ booking }) => isSold(booking)).flatMap(({ slept }) => slept)
  const soldNights = total(sold, 'nights')
  const departures = bookings
    .filter(({ status }) => status === 'checked-out')
    .map(({ departure }) => departure)
  const count = (wanted: string) => bookings.filter(({ status }) => status === wanted).length
  const leadTime = bookings.reduce(
    (days, booking) => days + nightsBetween(booking.created_on, booking.arrival),
    0,
  )
  return {
    bookings: bookings.length,
    stays: departures.length,
    nights: total(all, 'nights'),
    roomRevenueMinor: total(all, 'revenue'),
    adrMinor: soldNights === 0 ? null : roundHalfEven(total(sold, 'revenue'), soldNights),
    lastStay: departures.length === 0 ? null : departures.reduce(maxDate),
    cancellations: count('cancelled'),
    noShows: count('no-show'),
    meanLeadTime: bookings.length === 0 ? null : leadTime / bookings.length,
  }
}

function yearsOf(slept: readonly Slept[]): YearFigures[] {
  const years = [...new Set(slept.map(({ year }) => year))].sort((a, b) => a - b)
  return years.map((year) => {
    const ofYear = slept.filter((one) => one.year === year)
    return { year, nights: total(ofYear, 'nights'), roomRevenueMinor: total(ofYear, 'revenue') }
  })
}

function total(slept: readonly Slept[], key: 'nights' | 'revenue'): number {
  return slept.reduce((sum, one) => sum + one[key], 0)
}
