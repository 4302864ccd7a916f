/**
 * Dates as people and programs write them. A time behind the date never moves it (23:59:59 is still that day); only an
 * instant that names its zone (2026-03-05T23:30:00Z) is turned into the hotel's day. What stands beside a date and is not
 * understood makes it no date: “2026-03-05 to 2026-03-07” must not come in as the fifth.
 */
import {
  type BusinessDate,
  businessDateInZone,
  FIRST_YEAR,
  LAST_YEAR,
  parseBusinessDate,
  toDayNumber,
} from '../../values/index.ts'
import { bareNumber } from './armour.ts'
import { dayLetters, dayWords, monthOfWord, monthWords, weekdayOfWord } from './date-words.ts'
import type { DateOrder } from './row.ts'

/**
 * `form`: not written like a date. `impossible`: no such day. `weekday`: another weekday stands beside it. `zone`: an
 * instant of a zone that is not known here. `year`: a year outside those that dates have (0206).
 */
export type DateFault = 'form' | 'impossible' | 'weekday' | 'zone' | 'year'
export type DateReading = { date: BusinessDate } | { wrong: DateFault }

export type DateRules = {
  /** Spreadsheets may hold a date as a bare number. */
  serialDates?: boolean
  /** Those numbers count from 1904. */
  date1904?: boolean
  /** The hotel's; without it an instant with a zone is not read. */
  timeZone?: string
  /** A year of two digits is the latest such year that is not after this one; 2036 when left out, so that 26 is 2026. */
  latestYear?: number
}

/** Day 0 of spreadsheets, as a day number since 1970: cells that hold a date as a bare number count from it. */
const spreadsheetZero = Date.UTC(1899, 11, 30) / 86_400_000
const spreadsheetZero1904 = Date.UTC(1904, 0, 1) / 86_400_000

type Core = { year: string; month: number; day: string; rest: string }

/**
 * Reads a date: `2026-03-05`, `2026/3/5 14:30`, `20260305`, `2026年3月5日`, `5 March 2026`, `Mar 5, 2026`, `05-MAR-26`,
 * `2026-03-05(周四)`, and `05.03.2026` or `5/3/26` in the order given. Of digits alone, two for the year are read only
 * behind day and month: 26-03-05 could be the 26th.
 */
export function readDate(text: string, order: DateOrder, rules: DateRules = {}): DateReading {
  const plain = bareNumber(text.normalize('NFKC')).replace(/\s+/g, ' ')
  if (rules.serialDates && /^\d{5}(\.\d+)?$/.test(plain)) {
    const days = (rules.date1904 ? spreadsheetZero1904 : spreadsheetZero) + Math.floor(Number(plain))
    return dated(new Date(days * 86_400_000).toISOString().slice(0, 10))
  }
  const core = coreOf(plain, order)
  if (!core) return { wrong: 'form' }
  // A date alone may name its zone too (2026-03-12Z): it is a day, no instant.
  const beside = readBeside(core.rest.replace(/^(?:Z|[+-]\d{2}:\d{2})$/i, ''))
  if (!beside) return { wrong: 'form' }
  const year = fullYear(core.year, rules.latestYear ?? 2036)
  if (year < FIRST_YEAR || year > LAST_YEAR) return { wrong: 'year' }
  const read = dated(`${year}-${pad(core.month)}-${core.day.padStart(2, '0')}`)
  if ('wrong' in read) return read
  if (beside.weekday !== null && beside.weekday !== weekdayOf(read.date)) return { wrong: 'weekday' }
  return beside.offset === null ? read : dayOfInstant(read.date, beside, rules.timeZone)
}

const DIGITS_8 = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/
const YEAR_FIRST = /^(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?!\d)( ?[日号號])?(.*)$/
const YEAR_FIRST_SHORT = /^(\d{2}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日(.*)$/
const YEAR_LAST = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(.*)$/
/** Thu Mar 12 14:00:00 GMT+0800 2026, as some programs print an instant: the year goes to the day. */
const YEAR_AT_END = /^([a-z]{3}) ([a-z]{3}) (\d{1,2}) (\d{1,2}:\d{2}:\d{2}) (\S+) (\d{4})$/i
const DAY_FIRST = `(?:(${dayWords})|[([](${dayWords}|${dayLetters})[)\\]])[.]?[,，、]? ?`
const WEEKDAY_FIRST = new RegExp(`^${DAY_FIRST}(?=\\d|${monthWords}|[〇零一二])`, 'i')
/** No month by number directly behind another digit: 112月 could be 1 December or 11 February. */
const APART = '(?<!\\d(?=\\d))'
const DAY_MONTH = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[-/. ,]{0,2}${APART}(${monthWords})[.]?[-/. ,]{0,2}(\\d{4}|['’]?\\d{2})(?!\\d)(.*)$`,
  'i',
)
const MONTH_DAY = new RegExp(
  `^(${monthWords})[.]?[-/. ]?(\\d{1,2})(?:st|nd|rd|th|日)?(?:, ?| ,|[-/ ])(\\d{4}|['’]?\\d{2})(?![\\d:])年?(.*)$`,
  'i',
)
const YEAR_MONTH = new RegExp(
  `^(\\d{4})[-/. ,]?${APART}(${monthWords})[.]?[-/. ,]?(\\d{1,2})(?!\\d)日?(.*)$`,
  'i',
)

function coreOf(text: string, order: DateOrder): Core | null {
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) return numeric(yearFirst[1], yearFirst[2], yearFirst[3], yearFirst[5])
  const digits = DIGITS_8.exec(text)
  if (digits) {
    const time =
      digits[4] === undefined ? '' : ` ${digits[4]}:${digits[5]}${digits[6] ? `:${digits[6]}` : ''}`
    return numeric(digits[1], digits[2], digits[3], time)
  }
  const yearLast = YEAR_LAST.exec(text)
  if (yearLast && order === 'dmy') return numeric(yearLast[4], yearLast[3], yearLast[1], yearLast[5])
  if (yearLast && order === 'mdy') return numeric(yearLast[4], yearLast[1], yearLast[3], yearLast[5])
  if (yearLast) return null
  return wordedCore(text, order)
}

function wordedCore(text: string, order: DateOrder): Core | null {
  const { rest, weekday } = weekdayTakenOff(chineseDigits(atEndOfDay(text)))
  const behind = (tail = '') => `${tail}${weekday}`
  const short = YEAR_FIRST_SHORT.exec(rest)
  if (short) return numeric(short[1], short[2], short[3], behind(short[4]))
  const dayMonth = DAY_MONTH.exec(rest)
  if (dayMonth) return worded(dayMonth[3], dayMonth[2], dayMonth[1], behind(dayMonth[4]))
  const monthDay = MONTH_DAY.exec(rest)
  if (monthDay) return worded(monthDay[3], monthDay[1], monthDay[2], behind(monthDay[4]))
  const yearMonth = YEAR_MONTH.exec(rest)
  if (yearMonth) return worded(yearMonth[1], yearMonth[2], yearMonth[3], behind(yearMonth[4]))
  if (rest === text) return null
  const again = coreOf(rest, order)
  return again && { ...again, rest: behind(again.rest) }
}

function numeric(year = '', month = '', day = '', rest = ''): Core {
  return { year, month: Number(month), day, rest }
}

function worded(year = '', month = '', day = '', rest = ''): Core {
  return { year: year.replace(/^['’]/, ''), month: monthOfWord(month), day, rest }
}

function atEndOfDay(text: string): string {
  return text.replace(YEAR_AT_END, '$1 $2 $3 $6 $4 $5')
}

/** A weekday before the date goes behind it, where those beside a date are read. */
function weekdayTakenOff(text: string): { rest: string; weekday: string } {
  const found = WEEKDAY_FIRST.exec(text)
  if (!found) return { rest: text, weekday: '' }
  return { rest: text.slice(found[0].length), weekday: ` (${found[1] ?? found[2]})` }
}

const numerals = '〇零○一二三四五六七八九'
const digitOf = (sign: string) => Math.max(0, numerals.indexOf(sign) - 2)

/** 二〇二六年三月十二日 with the digits of others; 年, 月 and 日 of Korean dates too. */
function chineseDigits(text: string): string {
  return text
    .replace(/(\d)\s*년/g, '$1年')
    .replace(/(\d)\s*월/g, '$1月')
    .replace(/(\d)\s*일(?!\S*요일)/g, '$1日')
    .replace(/[〇零○一二三四五六七八九]{4}(?=年)/g, (year) => [...year].map(digitOf).join(''))
    .replace(/([一二三]?)十([一二三四五六七八九]?)(?=[日号號月])/g, (_, tens: string, ones: string) =>
      String((tens === '' ? 1 : digitOf(tens)) * 10 + (ones === '' ? 0 : digitOf(ones))),
    )
    .replace(/(?<![\d星期周週禮礼拜初])([一二三四五六七八九])(?=[日号號月])/g, (sign) =>
      String(digitOf(sign)),
    )
    .replace(/(?<=\d)[号號]/g, '日')
}

function fullYear(written: string, latest: number): number {
  const year = Number(written)
  if (written.length > 2) return year
  const century = Math.floor(latest / 100) * 100
  return century + year <= latest ? century + year : century - 100 + year
}

type Beside = { weekday: number | null; minutes: number; offset: number | 'unknown' | null }

const WEEKDAY = new RegExp(`^(?:(${dayWords})(?![a-z])|[([] ?(${dayWords}|${dayLetters}) ?[)\\]])[.]?`, 'i')
const CLOCK =
  /^(?:(上午|下午|中午|晚上|凌晨|早上|傍晚|半夜|午后|오전|오후) ?)?(\d{1,2})(?:[:.点时時h](\d{2})?(?:[:分](\d{2})(?:[.,]\d{1,9})?)?[分秒]?)? ?(am|pm|a\.m\.|p\.m\.|上午|下午)?(?: ?(?:hrs?|uhr))?(?!\d)/i
const ZONE = /^(?:(z|utc|gmt)(?![a-z]))? ?(?:([+-])(\d{1,2})(?::?(\d{2}))?(?!\d))?/i
const ZONE_NAME = /^(?:\([\p{L} ]+\)|\[[a-z_/]+\])/iu
const OTHER_ZONE = /^(?:[a-z]{2,4}t|[a-z]+\/[a-z_]+)(?![a-z])/i
/** Words that say nothing but that a day of arrival or departure follows. */
const IDLE = /^(?:noon|midnight|入住|离店|到店|抵店|退房|到达|抵达|local time|当地时间)/i

/** What stands beside a date, read to its end; null where something of it is not understood. */
function readBeside(text: string): Beside | null {
  const beside: Beside = { weekday: null, minutes: 0, offset: null }
  let rest = text
  let timed = false
  while (rest !== '') {
    const sep = /^[\s,，、;]+|^T(?=\d)|^\.$/.exec(rest)?.[0]
    if (sep) rest = rest.slice(sep.length)
    const before = rest
    const weekday = WEEKDAY.exec(rest)
    const clock = timed
      ? null
      : sep !== undefined || /^[上下中晚凌早傍半午오]/.test(rest)
        ? CLOCK.exec(rest)
        : null
    if (weekday) {
      if (beside.weekday !== null) return null
      beside.weekday = weekdayOfWord(weekday[1] ?? weekday[2] ?? '')
      rest = rest.slice(weekday[0].length)
    } else if (clock) {
      const minutes = minutesOf(clock)
      if (minutes === null) return null
      timed = true
      beside.minutes = minutes
      rest = rest.slice(clock[0].length)
    } else if (IDLE.test(rest)) rest = rest.replace(IDLE, '')
    else if (timed) rest = readZone(rest, beside)
    if (rest === before && rest !== '') return null
  }
  return beside
}

function minutesOf([, before, hours, minutes, seconds, after]: RegExpExecArray): number | null {
  const half = `${before ?? ''}${after ?? ''}`
  const bare = minutes === undefined && half === ''
  const hour = Number(hours)
  const afternoon = /pm|p\.m|下午|晚上|傍晚|午后|오후/i.test(half) || (/中午/.test(half) && hour < 6)
  const morning = /am|a\.m|上午|凌晨|早上|半夜|오전/i.test(half)
  const inDay = afternoon && hour < 12 ? hour + 12 : morning && hour === 12 ? 0 : hour
  if (bare || inDay > 24 || Number(minutes ?? 0) > 59 || Number(seconds ?? 0) > 59) return null
  return inDay * 60 + Number(minutes ?? 0)
}

/** Takes a zone off what stands behind a time. */
function readZone(text: string, beside: Beside): string {
  const name = beside.offset === null ? null : ZONE_NAME.exec(text)
  if (name) return text.slice(name[0].length)
  if (beside.offset === null && text.startsWith('北京时间')) {
    beside.offset = 8 * 60
    return text.slice(4)
  }
  const zone = ZONE.exec(text)
  if (beside.offset === null && zone && zone[0].trim() !== '') {
    const minutes = Number(zone[3] ?? 0) * 60 + Number(zone[4] ?? 0)
    beside.offset = minutes > 14 * 60 ? 'unknown' : zone[2] === '-' ? -minutes : minutes
    return text.slice(zone[0].length)
  }
  const other = beside.offset === null ? OTHER_ZONE.exec(text) : null
  if (!other) return text
  beside.offset = 'unknown'
  return text.slice(other[0].length)
}

/**
 * The hotel's day of an instant. Midnight is how many programs write a day without a time, in UTC or in their own zone: where
 * that instant is another day at the hotel, either may be meant, and it is not read.
 */
function dayOfInstant(written: BusinessDate, { minutes, offset }: Beside, timeZone = ''): DateReading {
  if (typeof offset !== 'number' || timeZone === '') return { wrong: 'zone' }
  const day = businessDateInZone((toDayNumber(written) * 1440 + minutes - offset) * 60_000, timeZone)
  return day !== written && minutes === 0 ? { wrong: 'zone' } : { date: day }
}

/** Days since Sunday; day 0 was a Thursday. */
function weekdayOf(date: BusinessDate): number {
  return ((toDayNumber(date) % 7) + 11) % 7
}

function pad(month: number): string {
  return String(month).padStart(2, '0')
}

function dated(text: string): { date: BusinessDate } | { wrong: 'impossible' } {
  const date = parseBusinessDate(text)
  return date ? { date } : { wrong: 'impossible' }
}
