import { type ParameterSpec, specOf } from '../domain/report/catalogue.ts'
import { momentIn } from '../domain/report/moment-in.ts'
import { type Order, readOrder } from '../domain/report/order.ts'
import type { Column, ReportResult } from '../domain/report/result.ts'
import { addDays, isBusinessDate, maxDate } from '../values/index.ts'
import { daysText, dayText } from './day-text.ts'
import { momentText } from './figure-text.ts'
import { isKey, type Key, words } from './index.ts'
import { type CellContext, cellText } from './report-cell.ts'
import type { Language } from './types.ts'

/** What a report is about, each in a few words: hotel, period, the moment it looks from, its parameters, the currency. */
export function factsOf(result: ReportResult, context: CellContext): string[] {
  const { parameters } = specOf(result.name)
  return aboutFacts(
    result,
    parameters.flatMap((spec) => parameterText(spec, result, context)),
    context,
  )
}

/** Hotel, period and moment, what is said beside, and the currency where money is shown. */
export function aboutFacts(
  { hotel, period, tables, asOf }: Pick<ReportResult, 'hotel' | 'period' | 'tables' | 'asOf'>,
  beside: readonly string[],
  context: CellContext,
): string[] {
  const hasMoney = tables.some(({ columns }) => columns.some(({ kind }) => kind === 'money'))
  return [
    hotel.name,
    // A period without a day is named by where it begins
    ...(period
      ? [daysText(period.from, maxDate(period.from, addDays(period.to, -1)), context.language)]
      : []),
    asOfText(asOf, context),
    ...beside,
    ...(hasMoney ? [words(context.language, 'reportText.amounts', { currency: hotel.currency })] : []),
  ].filter((fact) => fact !== '')
}

/** Named too when it is now: a printed sheet outlives the day. */
function asOfText(asOf: ReportResult['asOf'], { language, locale, timeZone }: CellContext): string {
  const moment = momentText(asOf.moment, locale, timeZone)
  return words(language, asOf.isNow ? 'reportText.asOfNow' : 'reportText.asOfThen', { moment })
}

function parameterText(spec: ParameterSpec, result: ReportResult, context: CellContext): string[] {
  if (spec.kind === 'period') return []
  const value = result.parameters[spec.name] ?? ''
  if (value === '' || value === 'none' || (spec.kind === 'choice' && value === 'usual')) return []
  const { language } = context
  const label = words(language, `report.parameter.${spec.name}` as Key)
  return [words(language, 'reportText.parameter', { label, value: valueText(spec, value, context) })]
}

type Valued = Exclude<ParameterSpec, { kind: 'period' }>

function valueText(spec: Valued, value: string, context: CellContext): string {
  const { language, locale, timeZone } = context
  if (spec.kind === 'choice') return comparedText(value, context) ?? choiceText(spec.name, value, context)
  if (spec.kind === 'order') return orderText(value, context)
  if (spec.kind === 'filter') return cellText(value, filterColumn(spec.name), context)
  if (isBusinessDate(value)) return dayText(value, language)
  const moment = momentIn(value)
  if (moment !== null) return momentText(moment, locale, timeZone)
  return choiceText(spec.name, value, context)
}

/** Two dates that the period is held against; null for a word. */
function comparedText(value: string, { language }: Pick<CellContext, 'language'>): string | null {
  const [from = '', to = ''] = value.split('..', 2)
  if (!isBusinessDate(from) || !isBusinessDate(to)) return null
  return daysText(from, to, language)
}

/** How rows are ordered, in words, by the parameter. */
export function orderText(value: string, { language }: Pick<CellContext, 'language'>): string {
  const order = readOrder(value)
  return order ? wordOrder(order, language) : value
}

export function wordOrder({ column, direction, rows }: Order, language: Language): string {
  const key = `reportColumn.${column ?? ''}`
  const figure = isKey(key) ? words(language, key) : words(language, 'report.order.first')
  const order = words(language, `report.order.${direction}`, { column: figure })
  return rows === null ? order : words(language, 'report.order.rows', { order, rows })
}

/** A choice in words: what rows are cut by has the words of its column. */
export function choiceText(
  parameter: string,
  choice: string,
  { language }: Pick<CellContext, 'language'>,
): string {
  const keys = [`report.choice.${parameter}.${choice}`, `reportColumn.${choice}`, `report.period.${choice}`]
  const key = keys.find(isKey)
  return key ? words(language, key) : choice
}

/** The column that a filter's value is of, with the list or the things that its words are from. */
export function filterColumn(name: string): Column {
  switch (name) {
    case 'roomType':
    case 'chargedType':
      return { key: name, kind: 'name', of: 'room-type' }
    case 'agency':
    case 'company':
      return { key: name, kind: 'name', of: 'account' }
    case 'ratePlan':
      return { key: name, kind: 'name', of: 'rate-plan' }
    case 'country':
      return { key: name, kind: 'code', list: 'country' }
    case 'segment':
    case 'channel':
    case 'meal':
    case 'guarantee':
      return { key: name, kind: 'code', list: `booking.${name}` }
    default:
      return { key: name, kind: 'text' }
  }
}
