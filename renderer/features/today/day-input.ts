import { readAhead } from '#renderer/api/use-list.ts'
import { deskChoice } from '#renderer/base/desk-choice.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { type DaySort, daySorts } from '#shared/domain/booking/day-sorts.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import type { DayView } from './room-words.ts'

/** What a list is sorted by: only arrivals are expected at a time, the others are by name then. */
export function sortOf(view: DayView, sort: DaySort): DaySort {
  return sort === 'time' && view !== 'due-in' ? 'name' : sort
}

/** More rows than a list has on a large screen; who scrolls on reads the next ones. */
const AT_ONCE = 40

/** What a list of the day is asked for. */
export function dayInput(
  view: DayView,
  date: BusinessDate,
  sort: DaySort,
  text: string,
): Omit<InputOf<'booking.list'>, 'after'> {
  return { view, date, sort: sortOf(view, sort), text, limit: AT_ONCE }
}

/** Begins to read the three lists as this user likes them sorted. */
export function readDayAhead(date: BusinessDate, text: string): Promise<unknown> {
  const sort = deskChoice('today:sort', daySorts)
  const views = ['due-in', 'due-out', 'in-house'] as const
  return Promise.all(views.map((view) => readAhead('booking.list', dayInput(view, date, sort, text))))
}
