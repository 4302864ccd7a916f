import { addDays, addMonths, type BusinessDate, nightsBetween } from '../../../values/index.ts'
import { periodWords } from '../catalogue.ts'
import {
  monthStart,
  type Period,
  periodOf,
  quarterStart,
  type WeekStart,
  weekOf,
  yearStart,
} from '../period.ts'
import type { Meaning } from './meanings.ts'

export type Calendar = { today: BusinessDate; starts: WeekStart }

/** What is matched at a place of a folded question: its length and what it means. */
export type Match = { length: number; meanings: readonly Meaning[] }

type Pattern = { pattern: RegExp; read: (groups: readonly string[], calendar: Calendar) => Meaning | null }

const figure = '(\\d{1,3}|[一二两三四五六七八九十]{1,3})'
const part = (one: Extract<Meaning, { is: 'part' }>['part']): Meaning => ({ is: 'part', part: one })

/** Dates and spans that are written with figures. Among those that match at a place, the longest is meant. */
const patterns: readonly Pattern[] = [
  { pattern: /"([^"]*)"/y, read: ([text = '']) => ({ is: 'quoted', text }) },
  {
    pattern: /(\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:\d{2})?)/y,
    read: ([moment = '']) => ({ is: 'moment', moment: moment.toUpperCase() }),
  },
  {
    pattern: /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/y,
    read: ([year, , month, day]) => part({ year: Number(year), month: Number(month), day: Number(day) }),
  },
  {
    pattern: /(\d{4})[-/.](\d{1,2})(?!\d)/y,
    read: ([year, month]) => part({ year: Number(year), month: Number(month) }),
  },
  { pattern: /(\d{4}) ?年度?/y, read: ([year]) => part({ year: Number(year) }) },
  { pattern: /(\d{2}) ?年/y, read: ([year]) => part({ year: 2000 + Number(year) }) },
  { pattern: /(\d{4})(?!\d)/y, read: ([year]) => part({ year: Number(year) }) },
  { pattern: new RegExp(`${figure} ?月份?`, 'y'), read: ([month = '']) => part({ month: numberOf(month) }) },
  { pattern: new RegExp(`${figure} ?[日号]`, 'y'), read: ([day = '']) => part({ day: numberOf(day) }) },
  { pattern: /(\d{1,2})(?:st|nd|rd|th)/y, read: ([day]) => part({ day: Number(day) }) },
  {
    pattern: /(\d{4})[- ]?q([1-4])/y,
    read: ([year, quarter]) => part({ year: Number(year), quarter: Number(quarter) }),
  },
  {
    pattern: /q([1-4])[- ]?(\d{4})/y,
    read: ([quarter, year]) => part({ year: Number(year), quarter: Number(quarter) }),
  },
  { pattern: /q([1-4])/y, read: ([quarter]) => part({ quarter: Number(quarter) }) },
  {
    pattern: /第?([1-4一二三四])季度?/y,
    read: ([quarter = '']) => part({ quarter: numberOf(quarter) }),
  },
  {
    pattern: /(?:the )?(last|past|previous|next|coming) (\d{1,4})[- ]?(day|night|week|month|year)s?/y,
    read: ([way = '', count, unit = ''], calendar) =>
      spanOf(way === 'next' || way === 'coming' ? 1 : -1, Number(count), unit, calendar),
  },
  {
    pattern: new RegExp(
      `(过去|最近|近|前|之前|未来|今后|接下来|往后|将来) ?的?${figure.replace('{1,3}', '{1,4}')} ?个?(天|日|晚|周|星期|月|年)`,
      'y',
    ),
    read: ([way = '', count = '', unit = ''], calendar) =>
      spanOf('过去最近之前'.includes(way) ? -1 : 1, numberOf(count), unit, calendar),
  },
  {
    pattern: /(?:floor|level|fl) ?(\d{1,3})/y,
    read: ([floor = '']) => ({ is: 'floor', floor: String(Number(floor)) }),
  },
  {
    pattern: /(\d{1,3})(?:st|nd|rd|th)?[- ]?(?:floor|f)/y,
    read: ([floor = '']) => ({ is: 'floor', floor: String(Number(floor)) }),
  },
  {
    pattern: new RegExp(`${figure} ?[楼层]`, 'y'),
    read: ([floor = '']) => ({ is: 'floor', floor: String(numberOf(floor)) }),
  },
  {
    pattern: new RegExp(`(?:top|first) ?(\\d{1,3})|(?:排名)?前${figure}(?:名|个|位)?`, 'y'),
    read: ([en = '', zh = '']) => ({ is: 'order', direction: 'most', rows: numberOf(en || zh) }),
  },
  {
    pattern: new RegExp(`(?:bottom|last) ?(\\d{1,3})|(?:排名)?后${figure}(?:名|个|位)`, 'y'),
    read: ([en = '', zh = '']) => ({ is: 'order', direction: 'least', rows: numberOf(en || zh) }),
  },
  { pattern: /(\d{1,3})(?!\d)/y, read: ([number]) => ({ is: 'number', number: Number(number) }) },
]

/** Dates, spans, floors and counts at a place of a folded question. */
export function matchDates(text: string, at: number, calendar: Calendar): Match[] {
  return patterns.flatMap(({ pattern, read }) => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) return []
    const meaning = read([...match].slice(1), calendar)
    return meaning ? [{ length: match[0].length, meanings: [meaning] }] : []
  })
}

const digits = '零一二三四五六七八九'

/** 12, 十二, 三十: whole numbers up to 99 in Chinese, any in figures; 0 for what is none. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const plain = text.replaceAll('两', '二')
  const [tens, ones] = plain.includes('十') ? plain.split('十', 2) : [null, plain]
  const one = ones ? digits.indexOf(ones) : 0
  if (tens === null) return Math.max(0, one)
  const ten = tens === '' ? 1 : digits.indexOf(tens ?? '')
  return ten < 0 || one < 0 ? 0 : ten * 10 + one
}

/** The longest span that is counted in a unit: fifty years and a little. */
const maxCount: Readonly<Record<string, number>> = { day: 18_000, week: 2_500, month: 600, year: 50 }
const units: Readonly<Record<string, string>> = {
  night: 'day',
  天: 'day',
  日: 'day',
  晚: 'day',
  周: 'week',
  星期: 'week',
  月: 'month',
  年: 'year',
}

/**
 * So many days, weeks, months or years back or on. As the catalogue's words: what is past ends yesterday, what is coming begins
 * today; months and years are whole ones, without the one that is running.
 */
function spanOf(way: 1 | -1, count: number, typed: string, calendar: Calendar): Meaning | null {
  const unit = units[typed] ?? typed
  if (count < 1 || count > (maxCount[unit] ?? 0)) return null
  const word: string = `${way < 0 ? 'last' : 'next'}-${count}-${unit}s`
  const known = periodWords.find((one) => one === word)
  const period = known
    ? periodOf(known, calendar.today, calendar.starts)
    : countedPeriod(way, count, unit, calendar)
  return { is: 'span', word: known ?? null, ...period }
}

function countedPeriod(way: 1 | -1, count: number, unit: string, { today }: Calendar): Period {
  if (unit === 'day' || unit === 'week') {
    const days = unit === 'week' ? count * 7 : count
    return way < 0 ? { from: addDays(today, -days), to: today } : { from: today, to: addDays(today, days) }
  }
  if (unit === 'month')
    return way < 0
      ? { from: monthStart(today, -count), to: monthStart(today) }
      : { from: monthStart(today, 1), to: monthStart(today, count + 1) }
  return way < 0
    ? { from: yearStart(today, -count), to: yearStart(today) }
    : { from: yearStart(today, 1), to: yearStart(today, count + 1) }
}

/** The week, month, quarter or year so far away from the one of the business date. */
export function unitPeriod(
  unit: 'week' | 'month' | 'quarter' | 'year',
  away: number,
  { today, starts }: Calendar,
): Period {
  if (unit === 'week') {
    const from = addDays(weekOf(today, starts), 7 * away)
    return { from, to: addDays(from, 7) }
  }
  const start = unit === 'month' ? monthStart : unit === 'quarter' ? quarterStart : yearStart
  return { from: start(today, away), to: start(today, away + 1) }
}

/** The period of the same length just before one; of whole months, so many whole months. */
export function periodBefore({ from, to }: Period): Period {
  const months = from.endsWith('-01') && to.endsWith('-01') ? monthsBetween(from, to) : 0
  if (months > 0) return { from: addMonths(from, -months), to: from }
  const days = nightsBetween(from, to)
  return { from: addDays(from, -days), to: from }
}

function monthsBetween(from: BusinessDate, to: BusinessDate): number {
  const count = (date: BusinessDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  return count(to) - count(from)
}
