import {
  addDays,
  type BusinessDate,
  FIRST_YEAR,
  isBusinessDate,
  LAST_YEAR,
  nightsBetween,
  ok,
  type Result,
  refuse,
  yearOf,
} from '../../values/index.ts'
import { nearest } from '../text/nearest.ts'
import {
  type Basis,
  bases,
  type Comparison,
  comparisons,
  isReportName,
  type ParameterSpec,
  type Parameters,
  type PeriodWord,
  periodWords,
  type ReportName,
  reportNames,
  specOf,
} from './catalogue.ts'
import type { DimensionName } from './dimensions.ts'
import { type Order, orderForm, readOrder } from './order.ts'
import { type Period, periodOf, type WeekStart } from './period.ts'

/** The longest period that a report is about, in days: fifty years. */
export const maxDays = 18_263

/** The years that reports are about: the moment of last year’s last year, the season around a period and the day after it must be dates, too. */
const firstYear = FIRST_YEAR + 3
const lastYear = LAST_YEAR - 3

/** How another period is written where one may be given instead of a word: two dates, both included. */
export const periodForm = 'FROM..TO'

export type Filter = { dimension: DimensionName; value: string }

/** A report's parameters, filled in and read. */
export type Read = {
  /** As texts, with everything that was left out. */
  parameters: Parameters
  period: Period | null
  filters: readonly Filter[]
  by: string
  basis: Basis
  /** `none` where it is held against a period. */
  compare: Comparison
  /** Another period that it is held against. */
  against: Period | null
  /** Null: as the report orders its rows. */
  order: Order | null
}

export type ReadAt = { today: BusinessDate; starts: WeekStart }

export type ParameterCode =
  | 'REPORT_UNKNOWN'
  | 'REPORT_PARAMETER_UNKNOWN'
  | 'REPORT_CHOICE_UNKNOWN'
  | 'REPORT_DATE_WRONG'
  | 'REPORT_DATE_FAR'
  | 'REPORT_YEAR_WRONG'
  | 'REPORT_PERIOD_BACKWARDS'
  | 'REPORT_PERIOD_LONG'

/** The report of a name as it is written in code or on a command line (`onBooks`, `on-books`); else the nearest name. */
export function readReportName(text: string): Result<ReportName, 'REPORT_UNKNOWN'> {
  const name = text.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  if (isReportName(name)) return ok(name)
  return refuse('REPORT_UNKNOWN', { name: text, nearest: nearest(name, reportNames) ?? '' })
}

/**
 * Reads the parameters of a report. Refuses names and values that it does not take, naming the nearest, and periods that end
 * before they begin or are longer than maxDays.
 */
export function readParameters(name: ReportName, given: Parameters, at: ReadAt): Result<Read, ParameterCode> {
  // Of a hotel whose days are at the end of the calendar even “today” has no day after it
  if (!isReportDate(at.today)) return refuse('REPORT_DATE_FAR', { parameter: 'today', value: at.today })
  const { parameters: specs } = specOf(name)
  const names = specs.flatMap(namesOf)
  const strange = Object.keys(given).find((one) => !names.includes(one))
  if (strange !== undefined)
    return refuse('REPORT_PARAMETER_UNKNOWN', {
      report: name,
      parameter: strange,
      nearest: nearest(strange, names) ?? (names.join(', ') || '—'),
    })
  const filled: Record<string, string> = {}
  let period: Period | null = null
  let against: Period | null = null
  let order: Order | null = null
  const filters: Filter[] = []
  for (const spec of specs) {
    if (spec.kind === 'period') {
      const read = readPeriod(given, spec.usual, at)
      if (!read.ok) return read
      period = read.value
      filled.from = period.from
      filled.to = addDays(period.to, -1)
      continue
    }
    const value = given[spec.name] ?? ''
    if (spec.kind === 'choice' && spec.orPeriod && value.includes('..')) {
      const [from = '', to = ''] = value.split('..', 2)
      const read = readDates(from, to, 'compare')
      if (!read.ok) return read
      against = read.value
      filled[spec.name] = value
    } else if (spec.kind === 'choice') {
      const usual = spec.usual ?? spec.choices[0] ?? ''
      if (value !== '' && !spec.choices.includes(value))
        return refuse('REPORT_CHOICE_UNKNOWN', {
          parameter: spec.name,
          value,
          nearest:
            nearest(value, spec.choices) ??
            [...spec.choices, ...(spec.orPeriod ? [periodForm] : [])].join(', '),
        })
      filled[spec.name] = value === '' ? usual : value
    } else if (spec.kind === 'filter') {
      if (value === '') continue
      filled[spec.name] = value
      filters.push({ dimension: spec.name as DimensionName, value })
    } else if (spec.kind === 'order') {
      if (value === '') continue
      order = readOrder(value)
      if (!order) return refuse('REPORT_CHOICE_UNKNOWN', { parameter: spec.name, value, nearest: orderForm })
      filled[spec.name] = value
    } else {
      const read = readTime(spec, value, at)
      if (!read.ok) return read
      filled[spec.name] = read.value
    }
  }
  return ok({
    parameters: filled,
    period,
    filters,
    by: filled.by ?? '',
    basis: oneOf(bases, filled.basis),
    compare: oneOf(comparisons, filled.compare),
    against,
    order,
  })
}

function oneOf<T extends string>(list: readonly [T, ...T[]], value: string | undefined): T {
  return list.find((one) => one === value) ?? list[0]
}

function namesOf(spec: ParameterSpec): string[] {
  return spec.kind === 'period' ? ['from', 'to', 'period'] : [spec.name]
}

/** A word in `period`, or `from` and `to`, of which one alone means a single day. */
function readPeriod(
  given: Parameters,
  usual: PeriodWord,
  { today, starts }: ReadAt,
): Result<Period, ParameterCode> {
  const { from = '', to = '' } = given
  if (from === '' && to === '') {
    const word = given.period || usual
    const known = periodWords.find((one) => one === word)
    if (known) return ok(periodOf(known, today, starts))
    return refuse('REPORT_CHOICE_UNKNOWN', {
      parameter: 'period',
      value: word,
      nearest: nearest(word, periodWords) ?? periodWords.join(', '),
    })
  }
  return readDates(from || to, to || from)
}

/** Two dates, both included; of one parameter, or of `from` and `to`. */
function readDates(first: string, last: string, of?: string): Result<Period, ParameterCode> {
  const named = [
    [of ?? 'from', first],
    [of ?? 'to', last],
  ] as const
  for (const [parameter, value] of named)
    if (!isBusinessDate(value)) return refuse('REPORT_DATE_WRONG', { parameter, value })
  if (last < first) return refuse('REPORT_PERIOD_BACKWARDS', { from: first, to: last })
  const days = nightsBetween(first as BusinessDate, last as BusinessDate) + 1
  if (days > maxDays) return refuse('REPORT_PERIOD_LONG', { days, max: maxDays })
  for (const [parameter, value] of named)
    if (!isReportDate(value)) return refuse('REPORT_DATE_FAR', { parameter, value })
  return ok({ from: first as BusinessDate, to: addDays(last as BusinessDate, 1) })
}

function readTime(
  spec: Extract<ParameterSpec, { kind: 'date' | 'moment' | 'year' }>,
  value: string,
  { today }: ReadAt,
): Result<string, 'REPORT_DATE_WRONG' | 'REPORT_DATE_FAR' | 'REPORT_YEAR_WRONG'> {
  if (spec.kind === 'year') {
    if (value === '') return ok(String(yearOf(today)))
    const isYear = /^\d{4}$/.test(value) && Number(value) >= firstYear && Number(value) <= lastYear
    return isYear ? ok(value) : refuse('REPORT_YEAR_WRONG', { value })
  }
  if (spec.kind === 'date') {
    if (value === '' || value === 'today') return ok(today)
    if (value === 'yesterday') return ok(addDays(today, -1))
    if (isReportDate(value)) return ok(value)
    const code = isBusinessDate(value) ? 'REPORT_DATE_FAR' : 'REPORT_DATE_WRONG'
    return refuse(code, { parameter: spec.name, value })
  }
  return ok(value === '' ? spec.usual : value)
}

function isReportDate(value: string): value is BusinessDate {
  return isBusinessDate(value) && yearOf(value) >= firstYear && yearOf(value) <= lastYear
}
