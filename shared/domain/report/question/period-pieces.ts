import type { BusinessDate } from '../../../values/index.ts'
import type { PeriodWord } from '../catalogue.ts'
import type { DatePart, Token } from './meanings.ts'
import { mayBe, meaningOf } from './meanings.ts'

/** One end of a period as it was typed, or the whole of it. */
export type Side = {
  part: DatePart
  /** A span of the calendar that says the year itself: another year may still be typed for it (去年本月). */
  isYearSoft: boolean
  /** A span that no parts make: a week, the last 30 days. */
  span?: { word: PeriodWord | null; from: BusinessDate; to: BusinessDate }
  /** The only thing typed, as the catalogue has it: `this-month`. */
  word: PeriodWord | null
}

/** A period as it was typed: one side, or two with a “to” between. */
export type TypedPeriod = { sides: readonly Side[]; tokens: readonly Token[] }

const empty: Side = { part: {}, isYearSoft: false, word: null }
const inYear = ['month', 'quarter', 'half', 'festival'] as const

/** Whether a token may be of a period: a part, a span, or a number beside one of them. */
export function isOfPeriod(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (mayBe(token, 'part', 'span')) return true
  if (mayBe(token, 'number')) return isNumberOfDate(tokens, at)
  return mayBe(token, 'to', 'and') && isBetweenDates(tokens, at)
}

/** Periods from the tokens of one: a second begins where a part comes twice, or after “and”. */
export function readPeriods(tokens: readonly Token[], isAndTo: boolean): TypedPeriod[] {
  const periods: TypedPeriod[] = []
  let sides: Side[] = [empty]
  let own: Token[] = []
  const finish = () => {
    if (own.length > 0) periods.push({ sides, tokens: own })
    sides = [empty]
    own = []
  }
  for (const token of tokens) {
    if (mayBe(token, 'to') || (isAndTo && mayBe(token, 'and'))) {
      if (sides.length === 2) finish()
      else sides = [...sides, empty]
      own.push(token)
      continue
    }
    if (mayBe(token, 'and')) {
      finish()
      continue
    }
    const last = sides.at(-1) ?? empty
    const added = addTo(last, token) ?? null
    if (added) sides = [...sides.slice(0, -1), added]
    else {
      finish()
      sides = [addTo(empty, token) ?? empty]
    }
    own.push(token)
  }
  finish()
  return periods
}

/** A side with one more token; null where it has that part already. */
function addTo(side: Side, token: Token): Side | null {
  const isFirst = side === empty
  const number = meaningOf(token, 'number')
  const typed = meaningOf(token, 'part')?.part ?? (number ? { day: number.number } : undefined)
  const span = meaningOf(token, 'span')
  if (typed) return merge(side, typed, side.isYearSoft)
  if (!span) return null
  const { word, from, to, part } = span
  if (!part) return isFirst ? { ...empty, span: { word, from, to }, word } : null
  if (isFirst) return { part, isYearSoft: part.month !== undefined || part.quarter !== undefined, word }
  // “last year” beside an October; “this month” beside a year
  const { year, ...within } = part
  const soft = Object.keys(within).length > 0
  return merge(
    side,
    soft && side.part.year !== undefined ? within : { ...within, ...(year ? { year } : {}) },
    side.isYearSoft,
  )
}

function merge(side: Side, more: DatePart, isYearSoft: boolean): Side | null {
  if (side.span) return null
  const { part } = side
  if (more.year !== undefined && part.year !== undefined && !isYearSoft) return null
  if (more.day !== undefined && part.day !== undefined) return null
  if (inYear.some((name) => more[name] !== undefined) && inYear.some((name) => part[name] !== undefined))
    return null
  return { part: { ...part, ...more }, isYearSoft: isYearSoft && more.year === undefined, word: null }
}

/** A number is a day beside a month or a range of days: the 1 of “1–15 oct”. */
function isNumberOfDate(tokens: readonly Token[], at: number): boolean {
  return [-1, 1].some((step) => {
    let next = at + step
    while (mayBe(tokens[next], 'little', 'to', 'number')) next += step
    const part = meaningOf(tokens[next], 'part')?.part ?? meaningOf(tokens[next], 'span')?.part
    return part?.month !== undefined || part?.day !== undefined
  })
}

function isBetweenDates(tokens: readonly Token[], at: number): boolean {
  return [-1, 1].every((step) => {
    let next = at + step
    while (mayBe(tokens[next], 'little')) next += step
    return mayBe(tokens[next], 'part', 'span', 'number')
  })
}
