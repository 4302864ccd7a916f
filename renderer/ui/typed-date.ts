import {
  type BusinessDate,
  dayFrom,
  dayOf,
  isBusinessDate,
  monthOf,
  weekdayOf,
  yearOf,
} from '#shared/values/business-date.ts'
import { dayOfWeek, monthOfWord, nearDay, nearestWeekday, weekdayOfWord } from './day-words.ts'

/**
 * What a field asks for, and so what a day without its year, a weekday and `+2` are near to. `day`: the next one from
 * today on. `departure`: after the arrival; `+2` are two nights. `past`: the last one up to today. `birth`: a whole date
 * alone, because no birthday is near.
 */
export type DateKind = 'day' | 'departure' | 'past' | 'birth'

export type Reading = {
  kind: DateKind
  today: BusinessDate
  /** The arrival, for a departure; the day itself for all else that counts from another day than today. */
  base: BusinessDate
  /** Whether 3/6 is the 3rd of June or the 6th of March here; where only one of them is a day, it is that one. */
  order: 'day-month' | 'month-day'
}

type Parts = { year: number | null; month: number; day: number }

/** Countries whose English writes the month first. */
const MONTH_FIRST: ReadonlySet<string> = new Set([
  'USA',
  'PHL',
  'PLW',
  'FSM',
  'MHL',
  'GUM',
  'PRI',
  'ASM',
  'MNP',
  'VIR',
])

/** The order that days are typed in: in Chinese the month is first, in English as in the hotel's country. */
export function dateOrder(locale: string, country: string | undefined): Reading['order'] {
  return locale.startsWith('zh') || MONTH_FIRST.has(country ?? '') ? 'month-day' : 'day-month'
}

/**
 * A day as a clerk types it: `fri`, `周五`, `下周五`, `tomorrow`, `明天`, `+2`, `-1`, `15`, `3/6`, `6.3.`, `0306`, `6 Mar`,
 * `3月6日`, `2026-03-06`, and every form that dates are shown in. Null when it is no day.
 */
export function typedDate(text: string, reading: Reading): BusinessDate | null {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[−–]/g, '-').replace(/\s+/g, ' ').trim()
  if (plain === '') return null
  return wholeDate(plain, reading) ?? (reading.kind === 'birth' ? null : nearDate(plain, reading))
}

/** By words and counts. */
function nearDate(plain: string, { kind, today, base }: Reading): BusinessDate | null {
  const counted = /^([+-])\s?(\d{1,3})$/.exec(plain)
  if (counted) return dayFrom(base, Number(`${counted[1]}${counted[2]}`))
  const nights = kind === 'departure' ? /^(\d{1,3}) ?(?:n|nights?|晚)$/.exec(plain) : null
  if (nights) return dayFrom(base, Number(nights[1]))
  const days = nearDay(plain)
  if (days !== undefined) return dayFrom(today, days)
  const named = dayOfWeek(plain, today)
  if (named !== undefined) return named
  const back = kind === 'past'
  const weekday = weekdayOfWord(plain)
  if (weekday !== undefined) {
    // A stay from Friday to “fri” is a week, not day use
    const from = kind === 'departure' ? dayFrom(base, 1) : base
    return from && nearestWeekday(weekday, from, back)
  }
  const day = /^(\d{1,2})(?:日|号|st|nd|rd|th)?$/.exec(plain)
  return day ? nearestDayOfMonth(Number(day[1]), base, back) : null
}

/** By day and month, with or without the year; a weekday beside it has to be that day's. */
function wholeDate(plain: string, reading: Reading): BusinessDate | null {
  const { rest, weekday } = withoutWeekday(plain)
  for (const parts of partsOf(rest, reading.order)) {
    const date = parts.year === null ? nearestOf(parts, reading) : dateOf(parts.year, parts.month, parts.day)
    if (date && (weekday === undefined || weekdayOf(date) === weekday)) return date
  }
  return null
}

function withoutWeekday(plain: string): { rest: string; weekday: number | undefined } {
  const words = plain.replaceAll(',', ' ').split(' ').filter(Boolean)
  const at = words.length < 2 ? -1 : words.findIndex((word) => weekdayOfWord(word) !== undefined)
  if (at < 0) return { rest: plain, weekday: undefined }
  return { rest: words.toSpliced(at, 1).join(' '), weekday: weekdayOfWord(words[at] ?? '') }
}

/** The readings of the text, the usual one first. */
function partsOf(text: string, order: Reading['order']): Parts[] {
  const yearFirst =
    /^(\d{4})([-./]?)(\d{2})\2(\d{2})$/.exec(text) ?? /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/.exec(text)
  if (yearFirst) return [parts(yearFirst[1], yearFirst[3], yearFirst[4])]
  const han = /^(?:(\d{4}) ?年 ?)?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?$/.exec(text)
  if (han) return [parts(han[1], han[2], han[3])]
  const spelt = speltOut(text)
  if (spelt) return [spelt]
  const pair = /^(\d{1,2})([-./])(\d{1,2})(?:\2(\d{4}))?$/.exec(text) ?? /^(\d{2})()(\d{2})$/.exec(text)
  if (pair) return bothWays(pair[1], pair[3], pair[4], order)
  // 6.3. is written where the day is first
  const dots = /^(\d{1,2})\. ?(\d{1,2})\.$/.exec(text)
  return dots ? [parts(undefined, dots[2], dots[1])] : []
}

function bothWays(first = '', second = '', year: string | undefined, order: Reading['order']): Parts[] {
  const dayFirst = parts(year, second, first)
  const monthFirst = parts(year, first, second)
  return order === 'day-month' ? [dayFirst, monthFirst] : [monthFirst, dayFirst]
}

/** `6 mar 2026`, `mar 6`, `6mar`. */
function speltOut(text: string): Parts | null {
  const match =
    /^(\d{1,2})(?:st|nd|rd|th)?[ .-]{0,2}([a-z]{3,9})[.,]?(?:[ -]?(\d{4}))?$/.exec(text) ??
    /^([a-z]{3,9})\.? ?(\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}))?$/.exec(text)
  if (!match) return null
  const [, first = '', second = '', year] = match
  const [word, day] = /^\d/.test(first) ? [second, first] : [first, second]
  const month = monthOfWord(word)
  return month === undefined ? null : { year: year ? Number(year) : null, month, day: Number(day) }
}

function parts(year: string | undefined, month = '', day = ''): Parts {
  return { year: year ? Number(year) : null, month: Number(month), day: Number(day) }
}

/** The nearest such day of a year, on the side that the field looks to; 29 February may be up to eight years away. */
function nearestOf({ month, day }: Parts, { kind, base }: Reading): BusinessDate | null {
  if (kind === 'birth') return null
  const back = kind === 'past'
  for (let away = 0; away <= 8; away++) {
    const date = dateOf(yearOf(base) + (back ? -away : away), month, day)
    if (date && (back ? date <= base : date >= base)) return date
  }
  return null
}

function nearestDayOfMonth(day: number, from: BusinessDate, back: boolean): BusinessDate | null {
  for (let away = 0; away < 4; away++) {
    const months = yearOf(from) * 12 + monthOf(from) - 1 + (back ? -away : away)
    const date = dateOf(Math.floor(months / 12), (months % 12) + 1, day)
    if (date && (away > 0 || (back ? day <= dayOf(from) : day >= dayOf(from)))) return date
  }
  return null
}

function dateOf(year: number, month: number, day: number): BusinessDate | null {
  const two = (n: number) => String(n).padStart(2, '0')
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  return isBusinessDate(text) ? text : null
}
