/** What the days of a period are held against, a year earlier. */
import {
  type BusinessDate,
  businessDateOf,
  dayFrom,
  FIRST_YEAR,
  fromDayNumber,
  type Moment,
  nightsOf,
  toDayNumber,
  yearOf,
} from '../../values/index.ts'
import type { Comparison } from './catalogue.ts'
import { sameFestivalDay } from './festivals.ts'
import type { Period } from './period.ts'
import type { Sentence } from './result.ts'

/** Comparisons with days of last year. */
export type YearComparison = Exclude<Comparison, 'none' | 'budget'>

/** `against` counts for `day`: 28 February has two in the year after a leap year, and 29 February has none. */
export type Pair = { day: BusinessDate; against: BusinessDate }

export type Counterparts = {
  /** By day, then by the day that it is held against. */
  pairs: readonly Pair[]
  /** What a reader must know of them: 29 February, days without a festival, days that stand for two. */
  notes: readonly Sentence[]
}

/** Days in a row that are as far from theirs: `day` = `against` + `apart`. */
export type Run = Period & { apart: number }

const WEEKS_OF_YEAR = 364

/**
 * The days of last year that a period is held against. By date: 29 February has no counterpart, and 29 February of last year is
 * counted with the 28th, so that months, and the days of a month, add up to the whole. By weekday: 364 days earlier. By
 * festival: the same day in or around the same festival, by weekday elsewhere. Days before 1900 are left out.
 */
export function counterpartsOf(period: Period, by: YearComparison, country: string): Counterparts {
  if (by === 'last-year') return byDate(period)
  if (by === 'same-weekday')
    return { pairs: nightsOf(period.from, period.to).flatMap((day) => weeksBefore(day)), notes: [] }
  return byFestival(period, country)
}

/** Runs of pairs, so that days in a row are read at once. */
export function runsOf(pairs: readonly Pair[]): Run[] {
  const runs: Run[] = []
  for (const { day, against } of pairs) {
    const apart = toDayNumber(day) - toDayNumber(against)
    const last = runs.at(-1)
    const to = fromDayNumber(toDayNumber(against) + 1)
    if (last && last.apart === apart && last.to === against) last.to = to
    else runs.push({ from: against, to, apart })
  }
  return runs
}

/** The same moment a year earlier, 28 February for the 29th: what last year's figures were then. */
export function momentLastYear(moment: Moment): Moment {
  const day = moment.slice(5, 10) === '02-29' ? '02-28' : moment.slice(5, 10)
  return `${String(Number(moment.slice(0, 4)) - 1).padStart(4, '0')}-${day}${moment.slice(10)}` as Moment
}

/** A hotel's night may end a day later, and its date may be another than that of UTC; a clock further off is of other days. */
const farDays = 2

/**
 * The moment from which “this moment last year” is counted: that of the clock, or its time on the business date where the two lie
 * days apart, as in a hotel whose days are not those of the calendar.
 */
export function momentOn(today: BusinessDate, clock: Moment): Moment {
  const apart = toDayNumber(businessDateOf(clock.slice(0, 10))) - toDayNumber(today)
  return Math.abs(apart) <= farDays ? clock : (`${today}${clock.slice(10)}` as Moment)
}

/** The same date a year earlier; null for 29 February and before 1900. */
export function dateLastYear(date: BusinessDate): BusinessDate | null {
  const year = yearOf(date) - 1
  if (year < FIRST_YEAR || date.slice(5) === '02-29') return null
  return businessDateOf(`${year}${date.slice(4)}`)
}

/** How much of a period has been lived: on the business date itself the night is still being sold. */
export type Coverage = { days: number; lived: number; coming: number }

export function coverageOf({ from, to }: Period, today: BusinessDate): Coverage {
  const days = toDayNumber(to) - toDayNumber(from)
  const lived = Math.min(Math.max(toDayNumber(today) - toDayNumber(from), 0), days)
  return { days, lived, coming: days - lived }
}

/** What is said of a period that is lived in part; null where it is past or still to come as a whole. */
export function partialNote(period: Period, today: BusinessDate): Sentence | null {
  const { lived, coming } = coverageOf(period, today)
  return lived > 0 && coming > 0 ? { code: 'periodPartial', params: { lived, coming, today } } : null
}

function byDate(period: Period): Counterparts {
  const notes: Sentence[] = []
  const pairs = nightsOf(period.from, period.to).flatMap((day): Pair[] => {
    const against = dateLastYear(day)
    if (!against) {
      if (day.slice(5) === '02-29') notes.push({ code: 'leapDayAlone', params: { day } })
      return []
    }
    const leapDay = leapDayAfter(against)
    if (!leapDay) return [{ day, against }]
    notes.push({ code: 'leapDayCounted', params: { day: leapDay, with: against } })
    return [
      { day, against },
      { day, against: leapDay },
    ]
  })
  return { pairs, notes }
}

/** 29 February behind a 28th that has one. */
function leapDayAfter(date: BusinessDate): BusinessDate | null {
  if (date.slice(5) !== '02-28') return null
  const next = dayFrom(date, 1)
  return next?.slice(5) === '02-29' ? next : null
}

function byFestival(period: Period, country: string): Counterparts {
  const held = new Map<BusinessDate, number>()
  let ofFestivals = 0
  const pairs = nightsOf(period.from, period.to).flatMap((day): Pair[] => {
    const festival = sameFestivalDay(day, country)
    const found = festival ? [{ day, against: festival }] : weeksBefore(day)
    if (festival) ofFestivals++
    for (const { against } of found) held.set(against, (held.get(against) ?? 0) + 1)
    return found
  })
  const notes: Sentence[] = [
    { code: 'festivalDays', params: { festival: ofFestivals, weekday: pairs.length - ofFestivals } },
  ]
  const twice = [...held.values()].filter((times) => times > 1).length
  if (twice > 0) notes.push({ code: 'festivalTwice', params: { days: twice } })
  return { pairs, notes }
}

function weeksBefore(day: BusinessDate): Pair[] {
  const against = dayFrom(day, -WEEKS_OF_YEAR)
  return against ? [{ day, against }] : []
}
