/**
 * The hotel's dates: plain `YYYY-MM-DD` text that sorts as it reads. All arithmetic is on whole day
 * numbers (days since 1970-01-01): a Date object would shift the day by the machine's time zone.
 */

declare const businessDate: unique symbol

export type BusinessDate = string & { readonly [businessDate]: true }

export const FIRST_YEAR = 1900
export const LAST_YEAR = 2199

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const FIRST_DAY = dayNumber(FIRST_YEAR, 1, 1)
const LAST_DAY = dayNumber(LAST_YEAR, 12, 31)

/** Reads exactly `YYYY-MM-DD`, a day that exists, 1900–2199; null for anything else (2026-02-30, 2026-2-3). */
export function parseBusinessDate(text: string): BusinessDate | null {
  return isBusinessDate(text) ? text : null
}

/** True for text that is a real day in the one accepted form. */
export function isBusinessDate(value: unknown): value is BusinessDate {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const year = Number(value.slice(0, 4))
  const month = Number(value.slice(5, 7))
  const day = Number(value.slice(8))
  if (year < FIRST_YEAR || year > LAST_YEAR) return false
  return day >= 1 && day <= monthLength(year, month)
}

/** Brands a day known to be one; throws where it isn't, because that is a defect of the caller. */
export function businessDateOf(text: string): BusinessDate {
  if (!isBusinessDate(text)) throw new RangeError(`not a business date: ${text}`)
  return text
}

/** Number of days in a month (1–12), leap years by the Gregorian rule; 0 for a month that does not exist. */
export function monthLength(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29
  return MONTH_LENGTHS[month - 1] ?? 0
}

/** Days since 1970-01-01, negative before it. */
export function toDayNumber(date: BusinessDate): number {
  return dayNumber(yearOf(date), monthOf(date), dayOf(date))
}

/** The day with that number; throws outside 1900–2199. Inverse of toDayNumber. */
export function fromDayNumber(days: number): BusinessDate {
  if (!Number.isInteger(days) || days < FIRST_DAY || days > LAST_DAY) {
    throw new RangeError(`day number outside ${FIRST_YEAR}–${LAST_YEAR}: ${days}`)
  }
  // Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return text(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

/** The day n days later (earlier when negative); throws outside 1900–2199. */
export function addDays(date: BusinessDate, n: number): BusinessDate {
  return fromDayNumber(toDayNumber(date) + n)
}

/** The day n days later, or null where the years that a hotel has to do with end; for what somebody typed. */
export function dayFrom(date: BusinessDate, n: number): BusinessDate | null {
  const day = toDayNumber(date) + n
  return day >= FIRST_DAY && day <= LAST_DAY ? fromDayNumber(day) : null
}

/** The same day of the month n months later, or that month's last day (31 January + 1 = 28 February). */
export function addMonths(date: BusinessDate, n: number): BusinessDate {
  const months = yearOf(date) * 12 + monthOf(date) - 1 + n
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  if (year < FIRST_YEAR || year > LAST_YEAR) throw new RangeError(`year outside range: ${year}`)
  return text(year, month, Math.min(dayOf(date), monthLength(year, month)))
}

/** Departure − arrival in nights: 0 for day use, negative when departure is before arrival. */
export function nightsBetween(arrival: BusinessDate, departure: BusinessDate): number {
  return toDayNumber(departure) - toDayNumber(arrival)
}

/** The nights of the half-open stay [arrival, departure): the departure day is not among them. */
export function nightsOf(arrival: BusinessDate, departure: BusinessDate): BusinessDate[] {
  const first = toDayNumber(arrival)
  const nights: BusinessDate[] = []
  for (let day = first, end = toDayNumber(departure); day < end; day++) nights.push(fromDayNumber(day))
  return nights
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(date: BusinessDate): number {
  return (((toDayNumber(date) + 4) % 7) + 7) % 7
}

/** Four-digit year. */
export function yearOf(date: BusinessDate): number {
  return twoDigits(date, 0) * 100 + twoDigits(date, 2)
}

/** Month 1–12. */
export function monthOf(date: BusinessDate): number {
  return twoDigits(date, 5)
}

/** Day of the month 1–31. */
export function dayOf(date: BusinessDate): number {
  return twoDigits(date, 8)
}

/** A guest's years are hundreds of days: cutting and parsing texts for each is felt. */
function twoDigits(date: BusinessDate, at: number): number {
  return (date.charCodeAt(at) - 48) * 10 + date.charCodeAt(at + 1) - 48
}

/** The earlier of two days. */
export function minDate(a: BusinessDate, b: BusinessDate): BusinessDate {
  return a <= b ? a : b
}

/** The later of two days. */
export function maxDate(a: BusinessDate, b: BusinessDate): BusinessDate {
  return a >= b ? a : b
}

/** Full years lived on a day; a birthday of 29 February counts from 1 March in common years. */
export function ageOn(birthDate: BusinessDate, date: BusinessDate): number {
  const years = yearOf(date) - yearOf(birthDate)
  return date.slice(5) >= birthDate.slice(5) ? years : years - 1
}

const zoneFormats = new Map<string, Intl.DateTimeFormat>()

/** The calendar day a moment falls on in an IANA time zone; throws on an unknown zone. */
export function businessDateInZone(epochMs: number, timeZone: string): BusinessDate {
  let format = zoneFormats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    })
    zoneFormats.set(timeZone, format)
  }
  const parts = { year: 0, month: 0, day: 0 }
  for (const { type, value } of format.formatToParts(epochMs)) {
    if (type === 'year' || type === 'month' || type === 'day') parts[type] = Number(value)
  }
  return businessDateOf(text(parts.year, parts.month, parts.day))
}

/** True when the machine knows the IANA time zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone })
    return true
  } catch {
    return false
  }
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function dayNumber(year: number, month: number, day: number): number {
  // Howard Hinnant, days_from_civil: years begin in March, so that the leap day is the last
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function text(year: number, month: number, day: number): BusinessDate {
  return `${year}-${pad(month)}-${pad(day)}` as BusinessDate
}

function pad(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}
