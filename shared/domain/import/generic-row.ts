/**
 * The cells of one row of a table that a mapping reads. A reader answers with what the cell says; where it says
 * something that can't be, the fault is added to the row's and the reader answers with nothing (null, '', 0), so that the
 * rest of the row is read too.
 */
import type { BusinessDate, Currency } from '../../values/index.ts'
import { cleanText } from '../name/name.ts'
import {
  addFault,
  type DateOrder,
  type DecimalSign,
  type Fault,
  type ImportedBooking,
  type ImportField,
  type Note,
  type Rejection,
  type RowFinding,
} from './row.ts'
import { readDate } from './values.ts'

export type GenericMapping = { columns: Readonly<Record<string, ImportField>>; dateOrder: DateOrder }
export type GenericHotel = {
  currency: Currency
  /** Alpha-3: telephones without + are of that country. */
  country: string
  businessDate: BusinessDate
  /** Spreadsheets may hold a date as a bare number. */
  serialDates: boolean
  /** How the file's amounts write their decimals; null where neither its mapping nor its columns say. */
  decimalSign: DecimalSign | null
}

export type GenericRow = {
  cell: (field: ImportField) => string
  has: (field: ImportField) => boolean
  /** True where the cell's number lost its last digits in a spreadsheet. */
  isRounded: (field: ImportField) => boolean
  reject: (reason: Rejection, field: ImportField) => void
  note: (reason: Note, field: ImportField) => void
  faults: Fault[]
  notes: RowFinding<Note>[]
  source: ImportedBooking['source']
  order: DateOrder
  hotel: GenericHotel
}

const none: ReadonlySet<number> = new Set()

/** A row to be read; `at`: where each field's column is; `rounded`: columns whose number lost digits. */
export function createRow(
  cells: readonly string[],
  headings: readonly string[],
  at: ReadonlyMap<ImportField, number>,
  order: DateOrder,
  hotel: GenericHotel,
  rounded: ReadonlySet<number> = none,
): GenericRow {
  const cell = (field: ImportField) => (cells[at.get(field) ?? -1] ?? '').trim()
  const finding = <R extends string>(reason: R, field: ImportField) => ({
    reason,
    field: headings[at.get(field) ?? -1] ?? field,
    value: cell(field),
  })
  const faults: Fault[] = []
  const notes: RowFinding<Note>[] = []
  return {
    cell,
    has: (field) => cell(field) !== '',
    isRounded: (field) => rounded.has(at.get(field) ?? -1),
    reject: (reason, field) => addFault(faults, finding(reason, field)),
    note: (reason, field) => notes.push(finding(reason, field)),
    faults,
    notes,
    source: {},
    order,
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

/** The date in a cell. */
export function readDay(row: GenericRow, field: ImportField): BusinessDate | null {
  const read = readDate(row.cell(field), row.order, row.hotel.serialDates)
  if ('date' in read) return read.date
  row.reject(read.wrong === 'form' ? 'dateForm' : 'dateImpossible', field)
  return null
}

/** The whole number in a cell; `empty` where there is none. */
export function readCount(row: GenericRow, field: ImportField, empty: number): number {
  const text = row.cell(field).normalize('NFKC')
  if (text === '') return empty
  if (/^\d{1,4}(\.0+)?$/.test(text)) return Number(text)
  row.reject('numberForm', field)
  return 0
}

/** The text in a cell; null, not '', where it may not come in: a room type that is too long is not missing. */
export function readText(row: GenericRow, field: ImportField, max: number, multiline = false): string | null {
  const text = cleanText(row.cell(field), { max, multiline, emoji: multiline })
  if (text.ok) return text.value
  row.reject('text', field)
  return null
}

/** What a word in a cell means. Unknown words are kept as a fact of the source: the store has none of its own for them. */
export function readWord<T extends string>(
  row: GenericRow,
  field: ImportField,
  read: (text: string) => T | null,
  none: T | '',
): T | '' {
  const text = readText(row, field, 100)
  if (!text) return none
  const value = read(text)
  if (value === null) {
    row.source[field] = text
    row.note('valueKept', field)
  }
  return value ?? none
}
