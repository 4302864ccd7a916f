import type { ExploreAsk } from '../domain/report/explore/ask.ts'
import { isBusinessDate } from '../values/index.ts'
import { countryName } from './country-text.ts'
import { daysText } from './day-text.ts'
import { isKey, words } from './index.ts'
import { localeOf } from './language.ts'
import { choiceText, wordOrder } from './report-facts.ts'
import { columnHeading } from './report-text.ts'
import type { Language } from './types.ts'

/** What a pivot asks, in one line: rows, columns, figures, filters, period, order, basis. */
export function exploreText(ask: ExploreAsk, language: Language): string {
  const { rows, columns, measures, filters, order, basis } = ask
  const list = (names: readonly string[]) =>
    names.length === 0
      ? words(language, 'explore.text.none')
      : names.map((name) => headingText(name, language)).join(', ')
  return [
    words(language, 'explore.text.rows', { rows: list(rows) }),
    words(language, 'explore.text.columns', { columns: list(columns) }),
    words(language, 'explore.text.measures', { measures: list(measures) }),
    ...filters.map(({ dimension, values }) =>
      words(language, 'explore.text.filter', {
        name: headingText(dimension, language),
        values: values.map((value) => valueText(dimension, value, language)).join(', '),
      }),
    ),
    words(language, 'explore.text.period', { period: periodText(ask.period, language) }),
    ...(order ? [words(language, 'explore.text.order', { order: wordOrder(order, language) })] : []),
    words(language, 'explore.text.basis', { basis: choiceText('basis', basis, { language }) }),
  ].join(words(language, 'explore.text.separator'))
}

/** A dimension or a figure as tables head it. */
export function headingText(name: string, language: Language): string {
  return columnHeading({ key: name }, language)
}

/** A filter's value: a word of its list, a country by its name, a code as it is. */
export function valueText(dimension: string, value: string, language: Language): string {
  if (value === 'none') return words(language, 'reportText.none')
  if (dimension === 'country') return countryName(value, localeOf(language))
  const key = `booking.${dimension}.${value}`
  return isKey(key) ? words(language, key) : value
}

/** A word of the catalogue, or both days. */
export function periodText(
  { period = '', from = '', to = '' }: ExploreAsk['period'],
  language: Language,
): string {
  const key = `report.period.${period}`
  if (from === '' && to === '') return isKey(key) ? words(language, key) : period
  const [first, last] = [from || to, to || from]
  if (!isBusinessDate(first) || !isBusinessDate(last)) return `${first} – ${last}`
  return daysText(first, last, language)
}
