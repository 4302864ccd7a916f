/**
 * Holidays that move, and the day of last year that a day near one is held against. The spans are the usual ones, by the rules
 * below. Lunar dates come from tyme4ts: the Chinese calendar of Intl is a day early in 2030.
 */
import { LunarDay, SolarTerm } from 'tyme4ts'
import {
  type BusinessDate,
  businessDateOf,
  FIRST_YEAR,
  fromDayNumber,
  LAST_YEAR,
  toDayNumber,
  yearOf,
} from '../../values/index.ts'
import type { Period } from './period.ts'

export const festivals = [
  'spring-festival',
  'national-day',
  'labour-day',
  'mid-autumn',
  'dragon-boat',
  'qingming',
  'new-year',
  'easter',
  'christmas',
  'turn-of-year',
] as const
export type Festival = (typeof festivals)[number]

/** Where a day is in or around a festival: its first day is day 1; `before` and `after` count from its ends. */
export type FestivalDay = {
  festival: Festival
  /** Of the festival: 30 December may be a day of next year's New Year. */
  year: number
  place: 'before' | 'on' | 'after'
  day: number
}

/** The stronger pull first: a day near two belongs to the nearer, then to the one that is named first. */
const ofChina: readonly Festival[] = festivals.slice(0, 7)
const ofOthers: readonly Festival[] = festivals.slice(7)

/** People travel so many days before the first and after the last day of it. */
const around: Readonly<Record<Festival, number>> = {
  'spring-festival': 7,
  'national-day': 3,
  'labour-day': 3,
  'mid-autumn': 1,
  'dragon-boat': 1,
  qingming: 1,
  'new-year': 1,
  easter: 3,
  christmas: 3,
  'turn-of-year': 2,
}

/** Day numbers, half-open. */
type Days = { from: number; to: number }
const known = new Map<string, Days>()

/** The festivals that days are compared by in a country (alpha-3): those of China, or Easter, Christmas and the turn of the year. */
export function festivalsOf(country: string): readonly Festival[] {
  return country === 'CHN' ? ofChina : ofOthers
}

/**
 * The days off around a festival in a year (1902–2198, others throw). China: Spring Festival is eight days from New Year's Eve;
 * Labour Day is 1–5 May; National Day is 1–7 October, with Mid-Autumn from 29 September on eight days from the earlier of the two;
 * the others take the weekend beside them (Thursday to Saturday, Sunday to Tuesday), and stand alone on a Wednesday. Elsewhere:
 * Good Friday to Easter Monday, 24–26 December, 31 December and 1 January. What a government decrees may differ by a day.
 */
export function festivalPeriod(name: Festival, year: number): Period {
  const { from, to } = daysOf(name, year)
  return { from: fromDayNumber(from), to: fromDayNumber(to) }
}

/** The festival that a day is in or near, by the country's; null for an ordinary day. */
export function findFestival(date: BusinessDate, country: string): FestivalDay | null {
  const at = toDayNumber(date)
  const year = yearOf(date)
  if (year <= FIRST_YEAR + 2 || year >= LAST_YEAR - 1) return null
  let nearest: FestivalDay | null = null
  let least = Number.POSITIVE_INFINITY
  for (const festival of festivalsOf(country)) {
    for (const itsYear of [year, year + 1]) {
      if (!isApart(festival, itsYear)) continue
      const days = daysOf(festival, itsYear)
      const away = Math.max(days.from - at, at - days.to + 1, 0)
      if (away > around[festival] || away >= least) continue
      least = away
      nearest = { festival, year: itsYear, ...placeOf(at, days) }
    }
  }
  return nearest
}

/**
 * The day of last year at the same place in or around the same festival. Null for an ordinary day and where last year's was
 * shorter or fell into another: the same weekday stands in there, and the reader is told.
 */
export function sameFestivalDay(date: BusinessDate, country: string): BusinessDate | null {
  const found = findFestival(date, country)
  if (!found || !isApart(found.festival, found.year - 1)) return null
  const last = daysOf(found.festival, found.year - 1)
  if (found.place === 'before') return fromDayNumber(last.from - found.day)
  if (found.place === 'after') return fromDayNumber(last.to - 1 + found.day)
  const day = last.from + found.day - 1
  return day < last.to ? fromDayNumber(day) : null
}

function placeOf(at: number, { from, to }: Days): Pick<FestivalDay, 'place' | 'day'> {
  if (at < from) return { place: 'before', day: from - at }
  if (at >= to) return { place: 'after', day: at - to + 1 }
  return { place: 'on', day: at - from + 1 }
}

/** A Mid-Autumn that is one holiday with National Day has no days of its own. */
function isApart(festival: Festival, year: number): boolean {
  return festival !== 'mid-autumn' || midAutumn(year) < dayNumberOf(year, 9, 29)
}

function daysOf(name: Festival, year: number): Days {
  const key = `${name}${year}`
  let days = known.get(key)
  if (!days) {
    days = spans[name](year)
    known.set(key, days)
  }
  return days
}

const spans: Readonly<Record<Festival, (year: number) => Days>> = {
  'spring-festival': (year) => spanFrom(lunarDay(year, 1, 1) - 1, 8),
  'national-day': nationalDays,
  'labour-day': (year) => spanFrom(dayNumberOf(year, 5, 1), 5),
  'mid-autumn': (year) => withWeekend(midAutumn(year)),
  'dragon-boat': (year) => withWeekend(lunarDay(year, 5, 5)),
  qingming: (year) => withWeekend(qingmingDay(year)),
  'new-year': (year) => withWeekend(dayNumberOf(year, 1, 1)),
  easter: (year) => spanFrom(easterSunday(year) - 2, 4),
  christmas: (year) => spanFrom(dayNumberOf(year, 12, 24), 3),
  'turn-of-year': (year) => spanFrom(dayNumberOf(year, 1, 1) - 1, 2),
}

function spanFrom(from: number, length: number): Days {
  return { from, to: from + length }
}

function nationalDays(year: number): Days {
  const first = dayNumberOf(year, 10, 1)
  return isApart('mid-autumn', year) ? spanFrom(first, 7) : spanFrom(Math.min(first, midAutumn(year)), 8)
}

/** Days before the festival's own, by its weekday from Sunday on: the three days off that hold a weekend. */
const daysBefore = [1, 2, 2, 0, 0, 0, 0] as const
const WEDNESDAY = 3

function withWeekend(day: number): Days {
  const weekday = (((day + 4) % 7) + 7) % 7
  return weekday === WEDNESDAY ? spanFrom(day, 1) : spanFrom(day - (daysBefore[weekday] ?? 0), 3)
}

function midAutumn(year: number): number {
  return lunarDay(year, 8, 15)
}

/** The Gregorian day of a day of the Chinese calendar, whose year begins in January or February of the same number. */
function lunarDay(year: number, month: number, day: number): number {
  const solar = LunarDay.fromYmd(year, month, day).getSolarDay()
  return dayNumberOf(solar.getYear(), solar.getMonth(), solar.getDay())
}

/** The solar term that the festival is named after: 4, 5 or 6 April. */
function qingmingDay(year: number): number {
  const solar = SolarTerm.fromIndex(year, 7).getSolarDay()
  return dayNumberOf(solar.getYear(), solar.getMonth(), solar.getDay())
}

/** Of the Gregorian churches: Meeus, Astronomical Algorithms, chapter 8. */
function easterSunday(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const i = Math.floor(c / 4)
  const l = (32 + 2 * e + 2 * i - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  const day = (h + l - 7 * m + 33 * month + 19) % 32
  return dayNumberOf(year, month, day)
}

function dayNumberOf(year: number, month: number, day: number): number {
  return toDayNumber(
    businessDateOf(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`),
  )
}
