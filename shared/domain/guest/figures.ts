/** The key figures of a guest: of all bookings in one role, and by year of the night. */
import {
  type BookingId,
  type BusinessDate,
  maxDate,
  nightsBetween,
  roundHalfEven,
  yearOf,
} from '../../values/index.ts'
import type { BookingRole } from '../booking/booking.ts'
import type { BookingInRole } from '../booking/in-role.ts'
import { isSold } from '../rate/rate-plan.ts'

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
export type Slept = { year: number; nights: number; revenue: number }
type CountedBooking = { booking: BookingInRole; slept: readonly Slept[] }
/**
 * Figures over all bookings of a guest, as guest and as booker, and by year of the night as guest. Nights and revenue:
 * room-nights of checked-out and in-house bookings. ADR: revenue over nights of rooms sold, which complimentary and
 * house use nights are not. A stay is a booking checked out; a no-show is none. `overNewYear`: the nights of every
 * booking that `crossesNewYear`.
 */
export function guestFigures(
  bookings: readonly BookingInRole[],
  overNewYear: ReadonlyMap<BookingId, readonly Slept[]>,
): Figures {
  const inRole = (wanted: BookingRole) =>
    bookings
      .filter(({ role }) => role === wanted)
      .map((booking) => ({ booking, slept: sleptIn(booking, overNewYear) }))
  const asGuest = inRole('guest')
  return {
    asGuest: figuresOf(asGuest),
    asBooker: figuresOf(inRole('booker')),
    years: yearsOf(asGuest.flatMap(({ slept }) => slept)),
  }
}

/** Only a stay that crosses New Year needs to be looked at night by night. */
export function crossesNewYear(booking: BookingInRole): boolean {
  return isStay(booking) && yearOf(booking.arrival) !== yearOf(booking.departure)
}

function isStay({ status }: BookingInRole): boolean {
  return status === 'checked-out' || status === 'in-house'
}

function sleptIn(
  booking: BookingInRole,
  overNewYear: ReadonlyMap<BookingId, readonly Slept[]>,
): readonly Slept[] {
  if (!isStay(booking)) return []
  if (crossesNewYear(booking)) return overNewYear.get(booking.id) ?? []
  const { arrival, departure, totalMinor: revenue } = booking
  return [{ year: yearOf(arrival), nights: nightsBetween(arrival, departure), revenue }]
}

function figuresOf(counted: readonly CountedBooking[]): KeyFigures {
  const bookings = counted.map(({ booking }) => booking)
  const all = counted.flatMap(({ slept }) => slept)
  const sold = counted
    .filter(({ booking }) => isSold(booking.planKind, booking.segment))
    .flatMap(({ slept }) => slept)
  const soldNights = total(sold, 'nights')
  const departures = bookings
    .filter(({ status }) => status === 'checked-out')
    .map(({ departure }) => departure)
  const count = (wanted: string) => bookings.filter(({ status }) => status === wanted).length
  const leadTime = bookings.reduce(
    (days, booking) => days + nightsBetween(booking.createdOn, booking.arrival),
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
