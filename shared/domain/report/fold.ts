import {
  addDays,
  addMonths,
  type BusinessDate,
  businessDateOf,
  maxDate,
  minDate,
  monthOf,
  weekdayOf,
} from '../../values/index.ts'
import { bandOf, type DimensionName, leadBands, stayBands } from './dimensions.ts'
import { type WeekStart, weekOf } from './period.ts'

/**
 * The value of a dimension for what was read by day, month or number: a week by its first day, a weekday as 0 (Sunday) to 6, a
 * quarter as 2026-Q1, a band by its lower bound. Everything else is what was read.
 */
export function foldKey<K extends string | number | null>(
  name: DimensionName,
  key: K,
  starts: WeekStart,
): K | string | number {
  if (typeof key === 'number') {
    if (name === 'leadTime') return bandOf(leadBands, key)
    return name === 'stayLength' ? bandOf(stayBands, key) : key
  }
  if (key === null) return key
  if (name === 'week') return weekOf(businessDateOf(key), starts)
  if (name === 'weekday') return weekdayOf(businessDateOf(key))
  if (name === 'quarter') return `${key.slice(0, 4)}-Q${Math.ceil(monthOf(`${key}-01` as BusinessDate) / 3)}`
  return key
}

/** The value of a time dimension that a day has. */
export function timeKey(name: DimensionName, day: BusinessDate, starts: WeekStart): string | number {
  if (name === 'month') return day.slice(0, 7)
  if (name === 'quarter') return foldKey('quarter', day.slice(0, 7), starts)
  if (name === 'year') return day.slice(0, 4)
  return foldKey(name, day, starts)
}

/** Adds up rows that have one key, in the order in which the keys came. Every field but `keys` is a sum. */
export function foldRows<R extends { keys: readonly (string | number | null)[] }>(
  rows: Iterable<R>,
  by: readonly DimensionName[],
  starts: WeekStart,
): R[] {
  const found = new Map<string, R>()
  for (const row of rows) {
    const keys = row.keys.map((key, at) => foldKey(by[at] as DimensionName, key, starts))
    const id = JSON.stringify(keys)
    const known = found.get(id)
    found.set(id, known ? addRow(known, row) : { ...row, keys })
  }
  return [...found.values()]
}

function addRow<R extends { keys: unknown }>(to: R, row: R): R {
  const sums: Record<string, unknown> = { ...to }
  for (const [name, value] of Object.entries(row))
    if (typeof value === 'number') sums[name] = (sums[name] as number) + value
  return sums as R
}

/** The days of a period that a group of it has; null for a weekday, which has many. */
export function daysOfKey(
  name: DimensionName,
  key: string,
  period: { from: BusinessDate; to: BusinessDate },
): { from: BusinessDate; to: BusinessDate } | null {
  const bounds =
    name === 'day' ? ([businessDateOf(key), addDays(businessDateOf(key), 1)] as const) : boundsOf(name, key)
  return bounds && { from: maxDate(bounds[0], period.from), to: minDate(bounds[1], period.to) }
}

/** Days of a group that lie outside the period: its figures are of a part of it. */
export function isPartial(
  name: DimensionName,
  key: string,
  period: { from: BusinessDate; to: BusinessDate },
): boolean {
  const [first, next] = boundsOf(name, key) ?? []
  return first !== undefined && next !== undefined && (first < period.from || next > period.to)
}

function boundsOf(name: DimensionName, key: string): [BusinessDate, BusinessDate] | null {
  if (name === 'week') return [businessDateOf(key), addDays(businessDateOf(key), 7)]
  if (name === 'month') return monthsFrom(key, 1)
  if (name === 'quarter') {
    const month = String(Number(key.slice(-1)) * 3 - 2).padStart(2, '0')
    return monthsFrom(`${key.slice(0, 4)}-${month}`, 3)
  }
  if (name === 'year') return [businessDateOf(`${key}-01-01`), businessDateOf(`${Number(key) + 1}-01-01`)]
  return null
}

function monthsFrom(month: string, count: number): [BusinessDate, BusinessDate] {
  const first = businessDateOf(`${month}-01`)
  return [first, addMonths(first, count)]
}
