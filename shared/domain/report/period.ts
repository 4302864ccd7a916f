import {
  addDays,
  addMonths,
  type BusinessDate,
  businessDateOf,
  monthOf,
  nightsBetween,
  weekdayOf,
  yearOf,
} from '../../values/index.ts'
import type { PeriodWord } from './catalogue.ts'

/** Business dates [from, to). */
export type Period = { from: BusinessDate; to: BusinessDate }

export const weekStarts = ['monday', 'sunday', 'saturday'] as const
/** The day that a hotel's week begins with. */
export type WeekStart = (typeof weekStarts)[number]

const firstWeekday: Readonly<Record<WeekStart, number>> = { sunday: 0, monday: 1, saturday: 6 }

/** The first day of the week that a date is in. */
export function weekOf(date: BusinessDate, starts: WeekStart): BusinessDate {
  return addDays(date, -((weekdayOf(date) - firstWeekday[starts] + 7) % 7))
}

/** The first day of the month, `n` months on. */
export function monthStart(date: BusinessDate, n = 0): BusinessDate {
  return addMonths(businessDateOf(`${date.slice(0, 7)}-01`), n)
}

/** The first day of the quarter, `n` quarters on. */
export function quarterStart(date: BusinessDate, n = 0): BusinessDate {
  return monthStart(date, -((monthOf(date) - 1) % 3) + 3 * n)
}

/** 1 January of the year, `n` years on. */
export function yearStart(date: BusinessDate, n = 0): BusinessDate {
  return businessDateOf(`${yearOf(date) + n}-01-01`)
}

/**
 * The dates that a word means on a business date. What runs “to date” includes today; what is past ends yesterday (last 30 days),
 * what is coming begins today.
 */
export function periodOf(word: PeriodWord, today: BusinessDate, starts: WeekStart): Period {
  const tomorrow = addDays(today, 1)
  const week = weekOf(today, starts)
  switch (word) {
    case 'today':
      return { from: today, to: tomorrow }
    case 'yesterday':
      return { from: addDays(today, -1), to: today }
    case 'this-week':
      return { from: week, to: addDays(week, 7) }
    case 'last-week':
      return { from: addDays(week, -7), to: week }
    case 'this-month':
      return { from: monthStart(today), to: monthStart(today, 1) }
    case 'last-month':
      return { from: monthStart(today, -1), to: monthStart(today) }
    case 'month-to-date':
      return { from: monthStart(today), to: tomorrow }
    case 'this-quarter':
      return { from: quarterStart(today), to: quarterStart(today, 1) }
    case 'last-quarter':
      return { from: quarterStart(today, -1), to: quarterStart(today) }
    case 'this-year':
      return { from: yearStart(today), to: yearStart(today, 1) }
    case 'last-year':
      return { from: yearStart(today, -1), to: yearStart(today) }
    case 'year-to-date':
      return { from: yearStart(today), to: tomorrow }
    case 'next-7-days':
      return { from: today, to: addDays(today, 7) }
    case 'next-30-days':
      return { from: today, to: addDays(today, 30) }
    case 'next-90-days':
      return { from: today, to: addDays(today, 90) }
    case 'last-30-days':
      return { from: addDays(today, -30), to: today }
    case 'last-90-days':
      return { from: addDays(today, -90), to: today }
    case 'last-12-months':
      return { from: monthStart(today, -12), to: monthStart(today) }
  }
}

/** Days in a period. */
export function daysIn({ from, to }: Period): number {
  return nightsBetween(from, to)
}
