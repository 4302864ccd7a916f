/**
 * How days filled up: what was on the books so many days before a stay date or an arrival, from when bookings were made and
 * fell away. Their dates of stay are taken as they are now; a stay that was shortened or lengthened is seen with its last dates.
 */

/** Day numbers. `gone`: the day it was cancelled, of a no-show its arrival, NEVER for all others. */
export type PaceBookings = {
  count: number
  created: Int32Array
  gone: Int32Array
  arrival: Int32Array
  departure: Int32Array
}

export const NEVER = 2_147_483_647

/** By day from `first` on and by days before it, 0 … `longest`: `at[(day − first) × (longest + 1) + ahead]`. */
export type Curve = { first: number; days: number; longest: number; at: Int32Array }

export type Curves = {
  /** Rooms on the books at the end of the day that is so far ahead of the stay date; 0 days ahead is what was sold. */
  rooms: Curve
  /** The same of arrivals. */
  arrivals: Curve
  /** Of those arrivals, how many fell away until the date of arrival was over. Known only when it is. */
  lost: Curve
}

/**
 * The curves of days [first, first + days). Each reads only what was known so many days ahead, so that what happened later
 * cannot be in them.
 */
export function curvesOf(
  bookings: PaceBookings,
  { first, days, longest }: { first: number; days: number; longest: number },
): Curves {
  const rooms = emptyCurve(first, days, longest)
  const arrivals = emptyCurve(first, days, longest)
  const lost = emptyCurve(first, days, longest)
  for (let row = 0; row < bookings.count; row++) {
    const created = bookings.created[row] as number
    const gone = Math.max(bookings.gone[row] as number, created)
    const arrival = bookings.arrival[row] as number
    const departure = bookings.departure[row] as number
    for (let day = Math.max(arrival, first), end = Math.min(departure, first + days); day < end; day++)
      addBooking(rooms, day, created, gone)
    if (arrival < first || arrival >= first + days) continue
    addBooking(arrivals, arrival, created, gone)
    if (gone <= arrival) addBooking(lost, arrival, created, gone)
  }
  for (const curve of [rooms, arrivals, lost]) sumUp(curve)
  return { rooms, arrivals, lost }
}

export function valueAt(curve: Curve, day: number, ahead: number): number {
  return curve.at[(day - curve.first) * (curve.longest + 1) + ahead] as number
}

function emptyCurve(first: number, days: number, longest: number): Curve {
  return { first, days, longest, at: new Int32Array(days * (longest + 1)) }
}

/** On the books from the day it was made to before the day it fell away: steps, which sumUp turns into counts. */
function addBooking(curve: Curve, day: number, created: number, gone: number): void {
  if (created > day) return
  step(curve, day, day - created, 1)
  step(curve, day, day - gone, -1)
}

/** Adds to every number of days ahead up to one; what is before the longest is taken as the longest. */
function step(curve: Curve, day: number, ahead: number, by: number): void {
  if (ahead < 0) return // It fell away after the day
  const at = (day - curve.first) * (curve.longest + 1) + Math.min(ahead, curve.longest)
  curve.at[at] = (curve.at[at] as number) + by
}

function sumUp({ at, days, longest }: Curve): void {
  for (let day = 0; day < days; day++) {
    const start = day * (longest + 1)
    for (let ahead = longest - 1; ahead >= 0; ahead--)
      at[start + ahead] = (at[start + ahead] as number) + (at[start + ahead + 1] as number)
  }
}
