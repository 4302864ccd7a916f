/**
 * The cells of one row of a table that a mapping reads. A reader answers with what the cell says; where it says
 * something that can't be, the fault is added to the row's and the reader answers with nothing (null, '', 0), so that the
 * rest of the row is read too.
 */
import { type BusinessDate, type Currency, yearOf } from '../../values/index.ts'
import { bareNumber, bareText, isRoundedNumber } from './armour.ts'
import { type CountField, readCountText } from './counts.ts'
import { type DateRule, dateRuleOf, readDateBy } from './date-columns.ts'
import type { DateFault, DateRules } from './dates.ts'
import type { KeyVerdict } from './key-watch.ts'
import {
  addFault,
  type DateOrder,
  type DecimalSign,
  type Fault,
  type ImportedBooking,
  type ImportedStatus,
  type ImportField,
  type Note,
  type Rejection,
  type RowFinding,
  type RowMarks,
} from './row.ts'
import { sideText } from './side-text.ts'
import { mappedMeaning, type WordMeanings } from './source-words.ts'
import { readStatus } from './values.ts'

export type GenericMapping = {
  columns: Readonly<Record<string, ImportField>>
  dateOrder?: DateOrder | undefined
}
export type GenericHotel = {
  currency: Currency
  /** Alpha-3: telephones without + are of that country. */
  country: string
  businessDate: BusinessDate
  /** Instants that name their zone are days of the hotel's own. */
  timeZone: string
  /** Spreadsheets may hold a date as a bare number. */
  serialDates: boolean
  /** Those numbers count from 1904, as workbooks of older Macs do. */
  date1904?: boolean
  /** What words mean that a manager mapped, in this hotel's store or in the file's mapping. */
  words?: WordMeanings
  /** How the file's amounts write their decimals; null where neither its mapping nor its columns say. */
  decimalSign: DecimalSign | null
  /** How each column of dates is read; left out, in the order that the mapping states. */
  dateRules?: Partial<Record<ImportField, DateRule>>
  /** What the columns of identity show as a whole; left out, each number may prove who somebody is. */
  keys?: Partial<Record<ImportField, KeyVerdict>>
}

export type GenericRow = {
  /** What the cell says, without what spreadsheets and pages put around it. */
  cell: (field: ImportField) => string
  has: (field: ImportField) => boolean
  /** True where the cell's number lost its last digits in a spreadsheet. */
  isRounded: (field: ImportField) => boolean
  /** True where the cell is merged over several rows. */
  isShared: (field: ImportField) => boolean
  /** Leaves a cell out from here on, as if it were empty. */
  setAside: (field: ImportField) => void
  reject: (reason: Rejection, field: ImportField) => void
  /** `value`: what is noted, where it is more than the cell says. */
  note: (reason: Note, field: ImportField, value?: string) => void
  faults: Fault[]
  notes: RowFinding<Note>[]
  source: ImportedBooking['source']
  dateRule: (field: ImportField) => DateRule
  hotel: GenericHotel
}

/** Fields of words; of all others marks around the value are no part of it. */
const worded: ReadonlySet<ImportField> = new Set([
  'nativeName',
  'familyName',
  'givenName',
  'nationality',
  'language',
  'gender',
  'roomType',
  'chargedRoomType',
  'ratePlan',
  'meal',
  'segment',
  'channel',
  'agency',
  'company',
  'status',
  'note',
  'tag',
])

/** A row to be read; `at`: where each field's column is; `marks`: what a spreadsheet says of the cells beside their text. */
export function createRow(
  cells: readonly string[],
  headings: readonly string[],
  at: ReadonlyMap<ImportField, number>,
  order: DateOrder | undefined,
  hotel: GenericHotel,
  marks: RowMarks = {},
): GenericRow {
  const aside = new Set<ImportField>()
  const written = (field: ImportField) => cells[at.get(field) ?? -1] ?? ''
  const cell = (field: ImportField) =>
    aside.has(field) ? '' : (worded.has(field) ? bareText : bareNumber)(written(field)).trim()
  const finding = <R extends string>(reason: R, field: ImportField) => ({
    reason,
    field: headings[at.get(field) ?? -1] ?? field,
    value: written(field).trim(),
  })
  const faults: Fault[] = []
  const notes: RowFinding<Note>[] = []
  return {
    cell,
    has: (field) => cell(field) !== '',
    isRounded: (field) => marks.rounded?.has(at.get(field) ?? -1) || isRoundedNumber(written(field)),
    isShared: (field) => marks.shared?.has(at.get(field) ?? -1) ?? false,
    setAside: (field) => aside.add(field),
    reject: (reason, field) => addFault(faults, finding(reason, field)),
    note: (reason, field, value) =>
      notes.push(value === undefined ? finding(reason, field) : { ...finding(reason, field), value }),
    faults,
    notes,
    source: {},
    dateRule: (field) => hotel.dateRules?.[field] ?? dateRuleOf('open', order),
    hotel,
  }
}

/**
 * True where an identifier lost its last digits: it identifies nobody, because the digits of two people may round to the
 * same number. Its text is kept as a fact of the source under a name that nothing looks identifiers up by.
 */
export function keepRounded(row: GenericRow, field: ImportField): boolean {
  if (!row.isRounded(field)) return false
  row.source[`${field}Rounded`] = row.cell(field)
  row.note('numberRounded', field)
  return true
}

/** Why a date was not read, as the reason of a row's finding. */
export const dateFaults = {
  form: 'dateForm',
  impossible: 'dateImpossible',
  weekday: 'dateWeekday',
  zone: 'dateZone',
  year: 'dateYear',
  ambiguous: 'dateAmbiguous',
} as const satisfies Record<DateFault | 'ambiguous', Rejection & Note>

const longestRoomType = 60
/** Longest text that may be one of the words for a meal, a segment or a channel. */
const longestWord = 200

/** How far before and after the business date a stay may be, in years: 1900 and 2099 stand for “not known”. */
const earliestStay = 40
const latestStay = 10

/** How dates of the row's file are read; a year of two digits is the latest one up to so many years from the business date. */
export function dateRulesOf({ hotel }: GenericRow, yearsToCome = latestStay): DateRules {
  const { serialDates, date1904 = false, timeZone, businessDate } = hotel
  return { serialDates, date1904, timeZone, latestYear: yearOf(businessDate) + yearsToCome }
}

/** The arrival or departure in a cell: a date of a year in which there may be a stay. */
export function readStayDay(row: GenericRow, field: 'arrival' | 'departure'): BusinessDate | null {
  const read = readDateBy(row.cell(field), row.dateRule(field), dateRulesOf(row))
  const years = 'date' in read ? yearOf(read.date) - yearOf(row.hotel.businessDate) : 0
  if ('date' in read && years >= -earliestStay && years <= latestStay) return read.date
  row.reject('wrong' in read ? dateFaults[read.wrong] : 'dateYear', field)
  return null
}

/** The count in a cell; `empty` where there is none. */
export function readCount(row: GenericRow, field: CountField, empty: number): number {
  const text = row.cell(field)
  if (text === '') return empty
  const count = readCountText(text, field)
  if (count !== null) return count
  row.reject('numberForm', field)
  return 0
}

/** The room type in a cell; null, not '', where it may not come in: one that is too long is not missing. */
export function readRoomType(row: GenericRow, field: 'roomType' | 'chargedRoomType'): string | null {
  const { value, kept } = sideText(row.cell(field), { max: longestRoomType, pictures: false })
  const fault = kept.find((reason) => reason !== 'signsDropped')
  if (fault !== undefined) {
    row.reject('text', field)
    return null
  }
  if (kept.length > 0) row.note('signsDropped', field)
  return value
}

/** What a word in a cell means. Unknown words are kept as a fact of the source: the store has none of its own for them. */
export function readWord<T extends string>(
  row: GenericRow,
  field: ImportField,
  read: (text: string) => T | null,
  none: T | '',
): T | '' {
  const { value: text } = sideText(row.cell(field), { max: longestWord })
  if (text === '') return none
  const value = (mappedMeaning(row.hotel.words, field, text) as T | null) ?? read(text)
  if (value === null) {
    row.source[field] = text
    row.note('valueKept', field)
  }
  return value ?? none
}

/** The status in a cell: what a manager said its word means, else what it means in the trade. */
export function readStatusWord(row: GenericRow): ImportedStatus | null {
  const text = row.cell('status')
  return (mappedMeaning(row.hotel.words, 'status', text) as ImportedStatus | null) ?? readStatus(text)
}
