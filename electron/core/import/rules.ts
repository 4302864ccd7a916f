import type { ImportSummary, Mapping } from '#shared/contract/import.ts'
import type { Params } from '#shared/contract/index.ts'
import { bookingDemandRule } from '#shared/domain/import/booking-demand.ts'
import {
  bookingDemandColumns,
  bookingDemandFields,
  hotelColumn,
  missingDemandColumns,
} from '#shared/domain/import/booking-demand-columns.ts'
import { type DateRule, dateRuleOf } from '#shared/domain/import/date-columns.ts'
import { missingFields } from '#shared/domain/import/fields.ts'
import { genericRule } from '#shared/domain/import/generic.ts'
import {
  type DateOrder,
  type ImportField,
  parseWhere,
  type RowRule,
  stayFields,
} from '#shared/domain/import/row.ts'
import {
  createWordWatch,
  isWordField,
  type SourceWordImage,
  type UnknownWord,
  wordMeanings,
} from '#shared/domain/import/source-words.ts'
import { nearest } from '#shared/domain/text/nearest.ts'
import type { Currency } from '#shared/values/index.ts'
import type { HotelSettings } from '../kernel/context.ts'
import { type ColumnFacts, noFacts } from './look-at-columns.ts'
import type { FileTrouble } from './source/survey.ts'
import type { Table } from './source/table.ts'

export type Profile = ImportSummary['profile']

/** How the rows of a file are read: the rule, and which rows it is for. */
export type Reading = {
  rule: RowRule
  /** Column number and value of the row filter. */
  where: { at: number; column: string; value: string } | null
  /** The column whose values must all be one where no filter picks one: a store holds one hotel. */
  single: { at: number; column: string } | null
  /** The columns that are read, each with the field it becomes; empty where it becomes none alone. */
  fields: ReadonlyMap<string, ImportField | ''>
  /** Columns in which nothing keeps a row out: beside the stay, or not read at all. */
  beside: ReadonlySet<string>
  /** Columns in which a number that passes as a payment card is an order number. */
  orderNumbers: ReadonlySet<string>
  /** The unknown words of the rows that were read until now. */
  unknownWords: () => UnknownWord[]
}

export type ReadingInput = {
  profile: Profile
  mapping?: Mapping | undefined
  /** What the words of files mean by what a manager said once for all; the mapping's own come first. */
  words?: readonly SourceWordImage[]
  where: string
}

/** The reading of a table, or why it can't be read so. */
export function readingOf(
  { headings, twice, date1904 }: Pick<Table, 'headings' | 'twice' | 'date1904'>,
  { profile, mapping, words, where }: ReadingInput,
  hotel: HotelSettings,
  format: 'csv' | 'xlsx',
  { decimalSign, keys, dates, orderNumbers }: ColumnFacts = noFacts,
): Reading | FileTrouble {
  const filter = where === '' ? null : parseWhere(where)
  const at = filter ? headings.indexOf(filter.column) : -1
  if (where !== '' && (!filter || at < 0)) return noColumn(where, filter?.column ?? where, headings)
  const picked = filter ? { at, ...filter } : null
  if (profile === 'hotel-booking-demand') {
    const missing = missingDemandColumns(headings)
    if (missing.length > 0) return trouble('FILE_COLUMNS_MISSING', { columns: missing.join(', ') })
    const fields = new Map(
      bookingDemandColumns.map((column) => [column, bookingDemandFields.get(column) ?? ''] as const),
    )
    const double = columnTwice(fields.keys(), twice)
    if (double) return double
    const single =
      picked?.column === hotelColumn ? null : { at: headings.indexOf(hotelColumn), column: hotelColumn }
    const rule = bookingDemandRule(headings, hotel.currency as Currency)
    const none = new Set<string>()
    return {
      rule,
      where: picked,
      single,
      fields,
      beside: none,
      orderNumbers: none,
      unknownWords: () => [],
    }
  }
  const columns: [string, ImportField][] = mapping ? Object.entries(mapping.columns) : []
  const absent = columns.map(([name]) => name).filter((name) => !headings.includes(name))
  if (absent.length > 0) return trouble('FILE_COLUMNS_MISSING', { columns: absent.join(', ') })
  const missing = missingFields(columns.map(([, field]) => field))
  const given = columns.map(([, field]) => field)
  const again = given.filter((field, index) => given.indexOf(field) !== index)
  if (!mapping || missing.length > 0 || again.length > 0)
    return trouble('MAPPING_INCOMPLETE', { fields: missing.join(', '), twice: again.join(', ') })
  const double = columnTwice(Object.keys(mapping.columns), twice)
  if (double) return double
  const rule = genericRule(headings, mapping, {
    currency: hotel.currency as Currency,
    country: hotel.country,
    businessDate: hotel.businessDate,
    timeZone: hotel.timeZone,
    serialDates: format === 'xlsx',
    date1904,
    decimalSign,
    keys,
    words: wordMeanings([...(words ?? []), ...wordsIn(mapping)]),
    dateRules: dateRulesFor(dates, mapping.dateOrder),
  })
  const fields = new Map(columns)
  const beside = new Set(headings.filter((name) => !isOfStay(fields.get(name))))
  const watched = watchWords(rule, fields)
  const numbers = columns.filter(([, field]) => orderNumbers && field === 'confirmationNo')
  return {
    ...watched,
    where: picked,
    single: null,
    fields,
    beside,
    orderNumbers: new Set(numbers.map(([name]) => name)),
  }
}

/** The words that a mapping brings along. */
function wordsIn({ words = {} }: Mapping): SourceWordImage[] {
  return Object.entries(words).flatMap(([field, meanings]) =>
    Object.entries(meanings).map(([word, means]) => ({ field, word, means })),
  )
}

/** The rule, and the words that it met and did not know. */
function watchWords(
  rule: RowRule,
  fields: ReadonlyMap<string, ImportField>,
): Pick<Reading, 'rule' | 'unknownWords'> {
  const watch = createWordWatch()
  return {
    rule: (cells, marks) => {
      const answer = rule(cells, marks)
      for (const { reason, field, value } of 'rejected' in answer ? answer.rejected : answer.notes) {
        const of = fields.get(field) ?? ''
        if ((reason === 'valueKept' || reason === 'statusUnknown') && isWordField(of)) watch.see(of, value)
      }
      return answer
    },
    unknownWords: watch.unknown,
  }
}

function dateRulesFor(
  dates: ColumnFacts['dates'],
  stated: DateOrder | undefined,
): Partial<Record<ImportField, DateRule>> {
  return Object.fromEntries(Object.entries(dates).map(([field, shown]) => [field, dateRuleOf(shown, stated)]))
}

function isOfStay(field: ImportField | undefined): boolean {
  return field !== undefined && stayFields.has(field)
}

/** Of two columns under one heading nobody can say which is meant: neither is read in the other's place. */
function columnTwice(read: Iterable<string>, twice: readonly string[]): FileTrouble | null {
  const found = [...read].find((column) => twice.includes(column))
  return found === undefined ? null : trouble('COLUMN_TWICE', { column: found })
}

function noColumn(where: string, column: string, headings: readonly string[]): FileTrouble {
  const meant = nearest(column, headings)
  const choices = headings.slice(0, 40).join(', ')
  return trouble('WHERE_UNKNOWN', {
    why: meant ? 'columnNear' : 'column',
    where,
    column: column.slice(0, 80),
    meant: meant ?? '',
    choices,
  })
}

function trouble(code: FileTrouble['code'], params: Params): FileTrouble {
  return { code, params }
}
