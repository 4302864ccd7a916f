import {
  addDays,
  addMonths,
  type BusinessDate,
  businessDateOf,
  FIRST_YEAR,
  LAST_YEAR,
  monthLength,
  ok,
  type Result,
  refuse,
  yearOf,
} from '../../../values/index.ts'
import { festivalPeriod } from '../festivals.ts'
import type { Period } from '../period.ts'
import type { DatePart } from './meanings.ts'
import type { Side, TypedPeriod } from './period-pieces.ts'

export type PeriodCode = 'no-such-day' | 'no-month' | 'backwards'

/** Which year a month without one is of: of the last that has begun, or of the next that has not ended. */
export type YearRule = { today: BusinessDate; isAhead: boolean }

/** Lunar dates are known for these years. */
const firstFestival = FIRST_YEAR + 2
const lastFestival = LAST_YEAR - 1

/** The dates of a typed period. Parts that one side leaves out are the other's: `1–15 oct`, `nov – dec 2025`. */
export function resolvePeriod({ sides }: TypedPeriod, rule: YearRule): Result<Period, PeriodCode> {
  const [first, last] = sides.length === 2 ? inherit(sides) : [sides[0], sides[0]]
  if (!first || !last) return refuse('no-such-day')
  if (hasYear(first) && hasYear(last)) return between(first, last)
  const years = [1, 0, -1].map((away) => yearOf(rule.today) + away)
  const found = years.map((year) => between(withYear(first, year), withYear(last, year)))
  const good = found.flatMap((one) => (one.ok ? [one.value] : []))
  const chosen = rule.isAhead
    ? good.findLast(({ to }) => to > rule.today)
    : good.find(({ from }) => from <= rule.today)
  return chosen ? ok(chosen) : (found.find((one) => !one.ok) ?? refuse('no-such-day'))
}

/** The same days, month or festival of another year. */
export function inYear({ sides }: TypedPeriod, period: Period, year: number): Result<Period, PeriodCode> {
  const [side] = sides
  if (sides.length === 1 && side?.part.festival) return daysOf({ ...side.part, year })
  const months = (year - yearOf(period.from)) * 12
  if (year < FIRST_YEAR + 1 || year > LAST_YEAR - 2) return refuse('no-such-day')
  // What ends with a month ends with it in the other year too, also in February
  const isToMonthEnd = period.to.endsWith('-01')
  const to = isToMonthEnd
    ? addMonths(period.to, months)
    : addDays(addMonths(addDays(period.to, -1), months), 1)
  return ok({ from: addMonths(period.from, months), to })
}

function hasYear({ part, span }: Side): boolean {
  return span !== undefined || part.year !== undefined
}

function withYear(side: Side, year: number): Side {
  return hasYear(side) ? side : { ...side, part: { ...side.part, year } }
}

function inherit(sides: readonly Side[]): [Side, Side] | [] {
  const [first, last] = sides
  if (!first || !last) return []
  return [fill(first, last.part), fill(last, first.part)]
}

function fill(side: Side, other: DatePart): Side {
  if (side.span) return side
  const part = { ...side.part }
  const isBare =
    part.month === undefined && part.quarter === undefined && part.half === undefined && !part.festival
  if (part.day !== undefined && isBare && other.month !== undefined) part.month = other.month
  const isInYear = part.month !== undefined || !isBare || part.day !== undefined
  if (part.year === undefined && isInYear && other.year !== undefined) part.year = other.year
  return { ...side, part }
}

function between(first: Side, last: Side): Result<Period, PeriodCode> {
  const from = first.span ? ok<Period>(first.span) : daysOf(first.part)
  if (!from.ok || first === last) return from
  const to = last.span ? ok<Period>(last.span) : daysOf(last.part)
  if (!to.ok) return to
  return to.value.to > from.value.from && to.value.from >= from.value.from
    ? ok({ from: from.value.from, to: to.value.to })
    : refuse('backwards')
}

/** The dates of parts with a year: a day, a month, a quarter, a half, a festival, a year. */
function daysOf({ year = 0, month, day, quarter, half, festival }: DatePart): Result<Period, PeriodCode> {
  if (year < FIRST_YEAR || year >= LAST_YEAR) return refuse('no-such-day')
  if (festival) {
    if (day !== undefined || year < firstFestival || year > lastFestival) return refuse('no-such-day')
    return ok(festivalPeriod(festival, year))
  }
  if (day !== undefined) {
    if (month === undefined) return refuse('no-month')
    if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return refuse('no-such-day')
    const date = addDays(monthDate(year, month), day - 1)
    return ok({ from: date, to: addDays(date, 1) })
  }
  if (month !== undefined) return month < 1 || month > 12 ? refuse('no-such-day') : monthsFrom(year, month, 1)
  if (quarter !== undefined) return monthsFrom(year, quarter * 3 - 2, 3)
  if (half !== undefined) return monthsFrom(year, half === 1 ? 1 : 7, 6)
  return monthsFrom(year, 1, 12)
}

function monthsFrom(year: number, month: number, count: number): Result<Period, never> {
  const from = monthDate(year, month)
  return ok({ from, to: addMonths(from, count) })
}

function monthDate(year: number, month: number): BusinessDate {
  return businessDateOf(`${year}-${String(month).padStart(2, '0')}-01`)
}
