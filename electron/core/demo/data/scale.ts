/** How large a demo hotel is: what follows from its rooms and years, or from the guests and bookings asked for. */

export type DemoSize = { rooms: number; years: number; guests: number; bookings: number; meanNights: number }

/** Of all bookings made, the share that is stayed in the end; the rest is cancelled, not come or never confirmed. */
const STAYED = 0.77
/** Rooms sold of rooms there are, over all days; peaks are sold out at it. */
const OCCUPANCY = 0.64
const DAYS = 365.25
/** A hotel whose guests stay shorter on average can't be filled with that many bookings. */
const SHORTEST = 1.15
/** With fewer rooms the days are too full for their bookings to find a place. */
const USUAL = 3
const MOST_ROOMS = 2000
const MOST_YEARS = 20

/** Bookings of [arrival, departure) over the years, and those already made for the days to come. */
function bookingsFor(rooms: number, years: number, meanNights: number): number {
  return (rooms * (years * DAYS + 25) * OCCUPANCY) / (STAYED * meanNights)
}

/**
 * The size of the hotel, or null when so many bookings do not fit into so many rooms and years. Guests come
 * about twice each unless their number is given.
 */
export function demoSize(asked: {
  rooms: number
  years: number
  guests?: number | undefined
  bookings?: number | undefined
}): DemoSize | null {
  const { rooms, years } = asked
  const bookings = asked.bookings ?? Math.round(bookingsFor(rooms, years, USUAL))
  const meanNights = Math.min(USUAL, bookingsFor(rooms, years, 1) / bookings)
  if (meanNights < SHORTEST) return null
  return { rooms, years, bookings, guests: asked.guests ?? Math.round(bookings * 0.52), meanNights }
}

/** Most bookings that fit into a hotel, for the words of a refusal. */
export function maxBookings(rooms: number, years: number): number {
  return Math.floor(bookingsFor(rooms, years, SHORTEST))
}

/** Rooms and years that so many bookings need: small hotels first, then more years. */
export function roomsAndYearsFor(bookings: number): { rooms: number; years: number } {
  for (const years of [3, 5, 10, MOST_YEARS]) {
    const rooms = Math.ceil((bookings * 1.8) / bookingsFor(1, years, 1) / 10) * 10
    if (rooms <= 40 * years || years === MOST_YEARS)
      return { rooms: Math.min(MOST_ROOMS, Math.max(20, rooms)), years }
  }
  return { rooms: MOST_ROOMS, years: MOST_YEARS }
}
