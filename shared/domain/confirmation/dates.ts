/** Dates as mails write them, each with every day it can mean: 03/04/2026 is two of them until something else settles it. */
import { type BusinessDate, monthLength, parseBusinessDate, weekdayOf, yearOf } from '../../values/index.ts'

export type DateOrder = 'fixed' | 'dmy' | 'mdy'
/** One day that a date can mean. `guessed`: the year is not written. */
export type DateSense = { date: BusinessDate; order: DateOrder; guessed: boolean }
export type FoundDate = { at: number; end: number; senses: DateSense[]; weekday: number | null }

/** By its three first letters where that suffices: English, German, French, Spanish, Italian, Portuguese, Dutch. */
const MONTHS = [
  'january|janvier|januar|enero|gennaio|janeiro|januari|jan|janv|ene|gen',
  'february|février|fevrier|februar|febrero|febbraio|fevereiro|februari|feb|févr|fev',
  'march|mars|märz|maerz|marzo|março|maart|mar|mär|mrz|mrt',
  'april|avril|abril|aprile|apr|avr|abr',
  'may|mai|mayo|maggio|maio|mei|mag',
  'june|juin|juni|junio|giugno|junho|jun|giu',
  'july|juillet|juli|julio|luglio|julho|jul|juil|lug',
  'august|août|aout|agosto|augustus|aug|aoû|ago',
  'september|septembre|septiembre|settembre|setembro|sept|sep|set',
  'october|octobre|oktober|octubre|ottobre|outubro|oct|okt|ott|out',
  'november|novembre|noviembre|novembro|nov',
  'december|décembre|decembre|dezember|diciembre|dicembre|dezembro|dec|déc|dez|dic',
]
const monthNumbers = new Map(
  MONTHS.flatMap((names, index) => names.split('|').map((name) => [name, index + 1] as const)),
)
const MONTH = [...monthNumbers.keys()].sort((a, b) => b.length - a.length).join('|')

const WEEKDAYS = [
  'sunday|sun|sonntag|dimanche|domingo|domenica',
  'monday|mon|montag|lundi|lunes|lunedì|segunda',
  'tuesday|tues|tue|dienstag|mardi|martes|martedì',
  'wednesday|wed|mittwoch|mercredi|miércoles|mercoledì',
  'thursday|thurs|thur|thu|donnerstag|jeudi|jueves|giovedì',
  'friday|fri|freitag|vendredi|viernes|venerdì',
  'saturday|sat|samstag|samedi|sábado|sabato',
]
const weekdayNumbers = new Map(
  WEEKDAYS.flatMap((names, index) => names.split('|').map((name) => [name, index] as const)),
)
const WEEKDAY_WORD = [...weekdayNumbers.keys()].sort((a, b) => b.length - a.length).join('|')
const WEEKDAY = new RegExp(
  `(?<!\\p{L})(${WEEKDAY_WORD})(?!\\p{L})|(?:星期|礼拜|週|周)([日天一二三四五六])|[（(]([日月火水木金土])[)）]`,
  'iu',
)
const HAN_DAYS = { 日: 0, 天: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6 } as const
const JAPANESE_DAYS = { 日: 0, 月: 1, 火: 2, 水: 3, 木: 4, 金: 5, 土: 6 } as const

type Parts = { year: number | null; month: number; day: number }
type Form = { pattern: string; read: (match: string[], today: BusinessDate) => DateSense[] }

const ordinal = '(?:st|nd|rd|th|º|er|\\.)?'
const forms: readonly Form[] = [
  {
    pattern: '(\\d{4})\\s?[-/.年년]\\s?(\\d{1,2})\\s?[-/.月월]\\s?(\\d{1,2})\\s?[日号일]?(?!\\d)',
    read: ([year, month, day], today) => senses([{ year, month, day }], 'fixed', today),
  },
  {
    pattern: `(\\d{1,2})${ordinal}[\\s-]?(?:de |of )?(${MONTH})\\.?,?[\\s-]?(?:de |del )?(\\d{4})(?!\\d)`,
    read: ([day, month, year], today) => senses([{ year, month, day }], 'fixed', today),
  },
  {
    pattern: `(${MONTH})\\.?[\\s-]?(\\d{1,2})${ordinal},?[\\s-](\\d{4})(?!\\d)`,
    read: ([month, day, year], today) => senses([{ year, month, day }], 'fixed', today),
  },
  {
    pattern: `(\\d{1,2})[\\s-](${MONTH})[\\s-]'?(\\d{2})(?![\\d:.])`,
    read: shortYear,
  },
  {
    pattern: '(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4})(?!\\d)',
    read: ([first, second, year], today) => [
      ...senses([{ year, month: second, day: first }], 'dmy', today),
      ...(first === second ? [] : senses([{ year, month: first, day: second }], 'mdy', today)),
    ],
  },
  {
    pattern: '(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})(?!\\d)',
    read: ([day, month, year], today) => senses([{ year, month, day }], 'fixed', today),
  },
  {
    pattern: '(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日号일](?!\\d)',
    read: ([month, day], today) => senses([{ year: undefined, month, day }], 'fixed', today),
  },
  {
    pattern: `(\\d{1,2})${ordinal}[\\s-](${MONTH})(?!\\p{L})`,
    read: ([day, month], today) => senses([{ year: undefined, month, day }], 'fixed', today),
  },
  {
    pattern: `(${MONTH})\\.?\\s(\\d{1,2})${ordinal}(?![\\d:])`,
    read: ([month, day], today) => senses([{ year: undefined, month, day }], 'fixed', today),
  },
  {
    // Without a year only as Chinese extranets write the nights of a stay: 03-05
    pattern: '(\\d{2})-(\\d{2})(?![\\d-])',
    read: ([month, day], today) => senses([{ year: undefined, month, day }], 'fixed', today),
  },
]
const patterns = forms.map(({ pattern, read }) => ({
  regex: new RegExp(`(?<![\\p{L}\\d./-])(?:${pattern})`, 'giu'),
  // After Chinese a date follows without a space: 入住2026-03-05
  afterHan: new RegExp(
    `(?<=[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}])(?:${pattern})`,
    'giu',
  ),
  read,
}))

/** Every date in a text, in its order; `today` is the business date, near which a date without a year lies. */
export function findDates(text: string, today: BusinessDate): FoundDate[] {
  const plain = spelledOut(text)
  const found: FoundDate[] = []
  for (const { regex, afterHan, read } of patterns) {
    for (const match of [...plain.matchAll(regex), ...plain.matchAll(afterHan)]) {
      const end = match.index + match[0].length
      if (found.some((other) => match.index < other.end && end > other.at)) continue
      const days = read(match.slice(1), today)
      if (days.length > 0) found.push({ at: match.index, end, senses: days, weekday: null })
    }
  }
  found.sort((a, b) => a.at - b.at)
  return found.map((date, index) => ({ ...date, weekday: weekdayBeside(plain, found, index) }))
}

const dayOfRange = new RegExp(
  `(?<![\\d.])(\\d{1,2})${ordinal}\\s?[-–—]\\s?(\\d{1,2}${ordinal}[\\s-](${MONTH})\\.?,?\\s(\\d{4}))`,
  'giu',
)
const monthOfRange = new RegExp(
  `(?<!\\p{L})(${MONTH})\\.?\\s(\\d{1,2})\\s?[-–—]\\s?(?:(${MONTH})\\.?\\s)?(\\d{1,2}),?\\s(\\d{4})`,
  'giu',
)
const hanRange =
  /(?:(\d{4}年))?(\d{1,2}月)(\d{1,2}[日号])\s?[-–—~至到]\s?(\d{4}年)?(\d{1,2}月)?(\d{1,2}[日号])/gu

/** A range that names its month or year once is written out: “5 - 7 March 2026”, “March 5-7, 2026”, “3月5日-7日”. */
function spelledOut(text: string): string {
  return text
    .replace(dayOfRange, '$1 $3 $4 - $2')
    .replace(monthOfRange, (...[, from, day, to, last, year]: string[]) => {
      const over = to && monthNumber(to) < monthNumber(from) ? 1 : 0
      return `${from} ${day}, ${Number(year) - over} - ${to ?? from} ${last}, ${year}`
    })
    .replace(hanRange, (...[, year = '', month, day, otherYear, otherMonth, otherDay]: string[]) => {
      const over = otherMonth && Number.parseInt(otherMonth, 10) < Number.parseInt(month ?? '', 10) ? 1 : 0
      const next = otherYear ?? (year && `${Number.parseInt(year, 10) + over}年`)
      return `${year}${month}${day} - ${next}${otherMonth ?? month}${otherDay}`
    })
    .replace(/(\d{4}([-/.])\d{1,2}\2\d{1,2})[-–—~](?=\d{4})/g, '$1 - ')
}

function monthNumber(name = ''): number {
  return monthNumbers.get(name.toLowerCase()) ?? 0
}

/** “12-Mar-26”: day first or year first, where both days are near. */
function shortYear([first = '', month = '', last = '']: string[], today: BusinessDate): DateSense[] {
  const dayFirst = senses([{ year: `20${last}`, month, day: first }], 'fixed', today)
  const yearFirst =
    first.length === 2 ? senses([{ year: `20${first}`, month, day: last }], 'fixed', today) : []
  const near = [...dayFirst, ...yearFirst].filter(({ date }) => Math.abs(yearOf(date) - yearOf(today)) <= 2)
  const days = new Set(near.map(({ date }) => date))
  return days.size > 1
    ? [
        { ...near[0]!, order: 'dmy' },
        { ...near[1]!, order: 'mdy' },
      ]
    : near.slice(0, 1)
}

type Written = { year: string | undefined; month: string | undefined; day: string | undefined }

function senses(written: Written[], order: DateOrder, today: BusinessDate): DateSense[] {
  return written.flatMap(({ year, month = '', day = '' }) => {
    const parts: Parts = {
      year: year === undefined ? null : Number(year),
      month: monthNumber(month) || Number(month),
      day: Number(day),
    }
    if (!(parts.month >= 1 && parts.month <= 12)) return []
    if (parts.year !== null) return dayOf(parts.year, parts, order, false)
    const thisYear = yearOf(today)
    const next = [thisYear, thisYear + 1]
      .flatMap((one) => dayOf(one, parts, order, true))
      .filter(({ date }) => date >= today)
    return next.slice(0, 1)
  })
}

function dayOf(year: number, { month, day }: Parts, order: DateOrder, guessed: boolean): DateSense[] {
  if (day < 1 || day > monthLength(year, month)) return []
  const two = (n: number) => String(n).padStart(2, '0')
  const date = parseBusinessDate(`${year}-${two(month)}-${two(day)}`)
  return date ? [{ date, order, guessed }] : []
}

/** The weekday written directly before or after a date, and nearer to it than to another one. */
function weekdayBeside(text: string, dates: readonly FoundDate[], index: number): number | null {
  const here = dates[index]
  if (!here) return null
  const before = text.slice(Math.max(dates[index - 1]?.end ?? 0, here.at - 14), here.at)
  const after = text.slice(here.end, Math.min(dates[index + 1]?.at ?? text.length, here.end + 14))
  return (
    readWeekday(/([^,;|]*)[,\s]*$/u.exec(before)?.[1] ?? '') ??
    readWeekday(/^[,\s(（]*[^,;|\d]*/u.exec(after)?.[0] ?? '')
  )
}

function readWeekday(text: string): number | null {
  const match = WEEKDAY.exec(text)
  if (!match) return null
  if (match[1]) return weekdayNumbers.get(match[1].toLowerCase()) ?? null
  if (match[2]) return HAN_DAYS[match[2] as keyof typeof HAN_DAYS]
  return JAPANESE_DAYS[match[3] as keyof typeof JAPANESE_DAYS]
}

/** Those senses of a date that its weekday allows; all of them where none is written. */
export function sensesOnWeekday({ senses: all, weekday }: FoundDate): DateSense[] {
  return weekday === null ? all : all.filter(({ date }) => weekdayOf(date) === weekday)
}
