import { type WeekStart, weekOf } from '#shared/domain/report/period.ts'
import { type BusinessDate, monthOf, toDayNumber, yearOf } from '#shared/values/business-date.ts'

export type HeatDay = {
  day: BusinessDate
  /** The day and its figure as people read them. */
  label: string
  text: string
  value: number | null
}
export type PlacedDay = HeatDay & { week: number; row: number }
/** A stretch of days in weeks from left to right. */
export type HeatStrip = {
  first: BusinessDate
  weeks: number
  days: readonly PlacedDay[]
  /** Where each month begins that has days. */
  months: readonly { first: BusinessDate; week: number }[]
}

/** Shades of the map. */
export const levels = 5

/** The shade of a figure: 0 the lightest; `none` where there is none. Zero is the lightest too: a day without a guest is no gap. */
export function levelOf(value: number | null, most: number): number | 'none' {
  if (value === null) return 'none'
  if (most <= 0) return 0
  return Math.min(levels - 1, Math.max(0, Math.floor((value / most) * levels)))
}

/** About a year: longer stretches are cut into years. */
const ONE_STRIP = 372

/** Days in strips of weeks: one strip for a year in any months, else one for each calendar year. */
export function heatStrips(days: readonly HeatDay[], starts: WeekStart): HeatStrip[] {
  if (days.length === 0) return []
  if (days.length <= ONE_STRIP) return [stripOf(days, starts)]
  const years = Map.groupBy(days, ({ day }) => yearOf(day))
  return [...years.values()].map((ofYear) => stripOf(ofYear, starts))
}

function stripOf(days: readonly HeatDay[], starts: WeekStart): HeatStrip {
  const first = days[0]!.day
  const edge = toDayNumber(weekOf(first, starts))
  const placed = days.map((day) => ({
    ...day,
    row: (toDayNumber(day.day) - edge) % 7,
    week: Math.floor((toDayNumber(day.day) - edge) / 7),
  }))
  const months = placed.filter(
    (day, at) => monthOf(day.day) !== monthOf(placed[at - 1]?.day ?? first) || at === 0,
  )
  return {
    first,
    weeks: (placed.at(-1)?.week ?? 0) + 1,
    days: placed,
    months: months.map(({ day, week }) => ({ first: day, week })),
  }
}
