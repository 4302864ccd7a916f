/** Ways out where a type is sold out: other types over the same nights, the same type on other nights. */
import { addDays, type BusinessDate, nightsBetween, nightsOf, type RoomTypeId } from '../../values/index.ts'

/** What is left to sell of a type, night by night. */
export type LeftByNight = {
  roomTypeId: RoomTypeId
  nights: readonly { night: BusinessDate; left: number }[]
}
export type StayDates = { arrival: BusinessDate; departure: BusinessDate }

/** How many days before and after a stay other dates are looked for. */
const waysAround = 7

/** The nights to ask for, so that other dates of a stay can be told: its own and those around it that are not past. */
export function datesAround({ arrival, departure }: StayDates, businessDate: BusinessDate): StayDates {
  const from = addDays(arrival, -waysAround)
  return { arrival: from < businessDate ? businessDate : from, departure: addDays(departure, waysAround) }
}

/** What is left of a type over a whole stay; null where a night of it was not asked for. */
export function leftOverStay({ nights }: LeftByNight, { arrival, departure }: StayDates): number | null {
  const left = new Map(nights.map((one) => [one.night, one.left]))
  const over = nightsOf(arrival, departure).map((night) => left.get(night))
  if (over.length === 0 || over.includes(undefined)) return null
  return Math.min(...(over as number[]))
}

/** The nights of a stay of which nothing is left. */
export function soldOutNights({ nights }: LeftByNight, { arrival, departure }: StayDates): BusinessDate[] {
  return nights
    .filter(({ night, left }) => night >= arrival && night < departure && left < 1)
    .map(({ night }) => night)
}

/** The other types of which something is left on every night, in the order given. */
export function otherTypes(
  rows: readonly LeftByNight[],
  stay: StayDates,
  roomTypeId: number,
): { roomTypeId: RoomTypeId; left: number }[] {
  return rows.flatMap((row) => {
    const left = row.roomTypeId === roomTypeId ? null : leftOverStay(row, stay)
    return left !== null && left > 0 ? [{ roomTypeId: row.roomTypeId, left }] : []
  })
}

/** Stays of the same length of which something of the type is left on every night, the nearest first; none begins before the business date. */
export function otherDates(
  rows: readonly LeftByNight[],
  stay: StayDates,
  roomTypeId: number,
  businessDate: BusinessDate,
): (StayDates & { left: number })[] {
  const row = rows.find((one) => one.roomTypeId === roomTypeId)
  const length = nightsBetween(stay.arrival, stay.departure)
  if (!row || length < 1) return []
  const shifts = Array.from({ length: waysAround }, (_, at) => [at + 1, -at - 1]).flat()
  return shifts.flatMap((shift) => {
    const arrival = addDays(stay.arrival, shift)
    const other = { arrival, departure: addDays(arrival, length) }
    const left = arrival < businessDate ? null : leftOverStay(row, other)
    return left !== null && left > 0 ? [{ ...other, left }] : []
  })
}

/**
 * Ways out of a change that meets a room promised to another or a type that is sold out: the other guest gets another
 * room, or this one does; another type, other dates, or the nights that are wanted on the waiting list.
 */
export const wayKinds = ['move-other', 'move-this', 'other-type', 'other-dates', 'waitlist'] as const
export type WayKind = (typeof wayKinds)[number]
