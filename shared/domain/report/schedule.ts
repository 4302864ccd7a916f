import { addDays, type BusinessDate, businessDateOf, weekdayOf } from '../../values/index.ts'
import {
  isHourDue,
  lastChosenHour,
  type Tried,
  type WallHour,
  wallHour,
  wallHourOf,
} from '../backup/schedule.ts'

/** A report that is written to a folder by itself; `parameters` is JSON. */
export type ScheduleImage = {
  name: string
  report: string
  parameters: string
  format: string
  language: string
  folder: string
  /** Hours of the day on the hotel's clock, ascending. */
  hours: number[]
  /** Days of the week, 0 is Sunday; none means every day. */
  weekdays: number[]
  active: boolean
  createdBy: string
}

type When = Pick<ScheduleImage, 'hours' | 'weekdays'>

/** The newest chosen hour that the clock has reached on a chosen day; null when none is chosen. */
export function lastTime({ hours, weekdays }: When, now: WallHour): WallHour | null {
  const today = businessDateOf(now.slice(0, 10))
  for (let back = 0; back <= 8; back += 1) {
    const day = addDays(today, -back)
    if (!isChosen(day, weekdays)) continue
    const hour = lastChosenHour(hours, back === 0 ? now : `${day}T23`)
    if (hour?.startsWith(day)) return hour
  }
  return null
}

/** The next chosen hour on a chosen day; null when none is chosen. */
export function nextTime({ hours, weekdays }: When, now: WallHour): WallHour | null {
  const today = businessDateOf(now.slice(0, 10))
  for (let on = 0; on <= 8; on += 1) {
    const day = addDays(today, on)
    const hour = hours.find((one) => on > 0 || one > Number(now.slice(11)))
    if (hour !== undefined && isChosen(day, weekdays)) return wallHourOf(day, hour)
  }
  return null
}

function isChosen(day: BusinessDate, weekdays: readonly number[]): boolean {
  return weekdays.length === 0 || weekdays.includes(weekdayOf(day))
}

/** Whether a report is to be written now. */
export function isTimeFor(when: When, timeZone: string, now: number, tried: Tried | null): boolean {
  return isHourDue(lastTime(when, wallHour(now, timeZone)), timeZone, now, tried)
}

/** Hours and days without repetition, in their order. */
export function tidySchedule<T extends When>(given: T): T {
  const inOrder = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b)
  return { ...given, hours: inOrder(given.hours), weekdays: inOrder(given.weekdays) }
}
