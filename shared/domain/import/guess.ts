/**
 * Which column of an unknown file is which field: headings judged with their values and with each other. Two columns that
 * could be one field are not taken by order: values settle it (one is empty, both are equal, one can't be read as the
 * field), else a person is asked.
 */
import { checkResidentId } from '../document/resident-id.ts'
import { bareNumber } from './armour.ts'
import { readDate } from './dates.ts'
import { fieldOfHeading, isWeakHeading } from './fields.ts'
import { mayProve } from './placeholder.ts'
import type { ImportField } from './row.ts'
import { readStatus } from './values.ts'

/** Columns that could each be the field. */
export type Doubt = { field: ImportField; columns: string[] }
export type Guess = { fields: Map<string, ImportField>; doubts: Doubt[] }

type Column = { name: string; samples: readonly string[] }

/** What was seen of the values, by column number; of a file not looked into yet there is nothing. */
export type ColumnsLook = {
  see: (cells: readonly string[]) => void
  /** Cells that are not empty. */
  filled: (column: number) => number
  /** How many of the first cells can be read as the field, 0…1; null where none was seen. */
  share: (column: number, field: ImportField) => number | null
  /** Whether the columns said the same in every row. */
  areEqual: (one: number, other: number) => boolean
}

/** Cells of a column that are tried as its fields. */
const mostTried = 500

/** What a heading may mean beside its own field, where its values can't be that one. */
const alternatives: Partial<Record<ImportField, readonly ImportField[]>> = {
  rooms: ['room'],
  membershipNo: ['membershipTier'],
  booker: ['bookerPhone', 'bookerEmail'],
}

/** Of these a second column would be lost, or the wrong one taken: they are asked about. Others take the first. */
const asked: ReadonlySet<ImportField> = new Set<ImportField>([
  'nativeName',
  'familyName',
  'givenName',
  'phone',
  'email',
  'birthDate',
  'residentId',
  'passportNo',
  'documentNo',
  'membershipNo',
  'booker',
  'arrival',
  'departure',
  'nights',
  'rooms',
  'roomType',
  'room',
  'rate',
  'total',
  'currency',
  'adults',
  'children',
  'status',
])

/** Watches the values of columns, for `guessColumns`. */
export function watchColumns(headings: readonly string[]): ColumnsLook {
  const filled = headings.map(() => 0)
  const tried = headings.map((name) => new Map(candidatesOf(name).map((field) => [field, 0])))
  const pairs = pairsOf(headings).map((pair) => ({ pair, equal: true }))
  const value = (cells: readonly string[], column: number) => (cells[column] ?? '').trim()
  return {
    see: (cells) => {
      for (let column = 0; column < headings.length; column++) {
        const cell = value(cells, column)
        if (cell === '') continue
        const seen = (filled[column] ?? 0) + 1
        filled[column] = seen
        const counts = tried[column]
        if (!counts || counts.size === 0 || seen > mostTried) continue
        for (const [field, count] of counts) if (isReadable(field, cell)) counts.set(field, count + 1)
      }
      for (const found of pairs)
        if (found.equal && value(cells, found.pair[0]) !== value(cells, found.pair[1])) found.equal = false
    },
    filled: (column) => filled[column] ?? 0,
    share: (column, field) => {
      const count = tried[column]?.get(field)
      const seen = Math.min(mostTried, filled[column] ?? 0)
      return count === undefined || seen === 0 ? null : count / seen
    },
    areEqual: (one, other) => pairs.find(({ pair }) => pair[0] === one && pair[1] === other)?.equal ?? false,
  }
}

function candidatesOf(name: string): ImportField[] {
  const field = fieldOfHeading(name)
  return field ? [field, ...(alternatives[field] ?? [])] : []
}

function pairsOf(headings: readonly string[]): [number, number][] {
  const fields = headings.map((name) => sameAs(fieldOfHeading(name)))
  return fields.flatMap((field, one) =>
    fields.flatMap((other, index) =>
      field && other === field && index > one ? [[one, index] as [number, number]] : [],
    ),
  )
}

/** A booker's columns are the guest's where nobody else names one. */
function sameAs(field: ImportField | null): ImportField | null {
  if (field === 'booker') return 'nativeName'
  if (field === 'bookerPhone') return 'phone'
  return field === 'bookerEmail' ? 'email' : field
}

/** What the columns of a file are; a column that nothing says anything of is none. */
export function guessColumns(columns: readonly Column[], look?: ColumnsLook): Guess {
  const named = columns.map(({ name }, index) => fieldByValues(name, index, look))
  const meant = bookersOf(named)
  const fields = new Map<string, ImportField>()
  const doubts: Doubt[] = []
  for (const field of new Set(meant)) {
    if (!field) continue
    const numbers = meant.flatMap((one, index) => (one === field ? [index] : []))
    const left = settle(columns, numbers, field, look)
    const [first] = left
    if (first === undefined) continue
    if (left.length > 1 && asked.has(field))
      doubts.push({ field, columns: left.map((index) => columns[index]?.name ?? '') })
    else fields.set(columns[first]?.name ?? '', field)
  }
  const taken = new Set([...fields.values(), ...doubts.map(({ field }) => field)])
  for (const [index, { name, samples }] of columns.entries()) {
    const field = meant[index] || fields.has(name) ? null : fieldOfContent(samples)
    if (!field || taken.has(field)) continue
    fields.set(name, field)
    taken.add(field)
  }
  return { fields, doubts }
}

/** What the fields of a file are, each at most once; those in doubt are left out. */
export function guessFields(columns: readonly Column[]): Map<string, ImportField> {
  return guessColumns(columns).fields
}

/** The field of a heading, or what its values say it is instead: numbers of rooms under “Rooms”, Gold under 会员. */
function fieldByValues(name: string, column: number, look: ColumnsLook | undefined): ImportField | null {
  const field = fieldOfHeading(name)
  if (!field || !look) return field
  const mostly = (one: ImportField) => (look.share(column, one) ?? 0) >= 0.5
  if (look.filled(column) === 0 || mostly(field)) return field
  return alternatives[field]?.find(mostly) ?? field
}

/** Beside the guest's own column a contact is the booker; where it is alone, the contact is the guest. */
function bookersOf(fields: readonly (ImportField | null)[]): (ImportField | null)[] {
  const guestNamed = fields.some(
    (field) => field === 'nativeName' || field === 'familyName' || field === 'givenName',
  )
  const booker = guestNamed && fields.includes('booker')
  return booker ? [...fields] : fields.map(sameAs)
}

/** Of the columns that could be a field, those that values and headings leave. */
function settle(
  columns: readonly Column[],
  numbers: readonly number[],
  field: ImportField,
  look: ColumnsLook | undefined,
): number[] {
  const nameOf = (index: number) => columns[index]?.name ?? ''
  // One heading twice is another fault, which the import names.
  let left = numbers.filter((index) => !isRepeated(nameOf(index), columns))
  const strong = left.filter((index) => !isWeakHeading(nameOf(index)))
  if (strong.length > 0) left = strong
  if (left.length < 2) return left
  if (!look) return left.slice(0, 1)
  const filled = left.filter((index) => look.filled(index) > 0)
  if (filled.length === 0) return left.slice(0, 1)
  left = filled
  const readable = left.filter((index) => (look.share(index, fieldShared(nameOf(index), field)) ?? 1) >= 0.2)
  if (readable.length > 0) left = readable
  return left.filter((index, place) => !left.slice(0, place).some((before) => look.areEqual(before, index)))
}

/** The field under which the values of a column were tried: 联系人 that became the guest's was tried as a booker. */
function fieldShared(name: string, field: ImportField): ImportField {
  return candidatesOf(name).includes(field) ? field : (fieldOfHeading(name) ?? field)
}

function isRepeated(name: string, columns: readonly Column[]): boolean {
  const base = / \(\d+\)$/.exec(name)
  return base !== null && columns.some((one) => one.name === name.slice(0, base.index))
}

/** Whether a cell can be read as a field; fields of any text take any. */
function isReadable(field: ImportField, cell: string): boolean {
  const test = readable[field]
  return test ? test(cell) : true
}

const isDate = (cell: string) =>
  (['dmy', 'mdy'] as const).some((order) => 'date' in readDate(cell, order, { serialDates: true }))
const isCount = (cell: string) => /^\D{0,4}\d{1,3}(?:\.0+)?(?!\d)\D{0,12}$/.test(bareNumber(cell))
const isAmount = (cell: string) =>
  /^[^\d@]{0,6}\d[\d.,'\s]*[^\d@]{0,6}$/.test(bareNumber(cell)) && !isDate(cell)
const isPhone = (cell: string) => cell.replace(/\D/g, '').length >= 5 && !isDate(cell) && !cell.includes('@')
const isName = (cell: string) => /\p{L}/u.test(cell) && !/\d{3}|@/.test(cell) && !isDate(cell)
const isNumber = (cell: string) => /\d/.test(cell) && !isDate(cell)
const isWord = (cell: string) => !mayProve(cell)
const isEmail = (cell: string) => cell.includes('@')

const readable: Partial<Record<ImportField, (cell: string) => boolean>> = {
  arrival: isDate,
  departure: isDate,
  createdOn: isDate,
  cancelledOn: isDate,
  birthDate: isDate,
  nights: isCount,
  rooms: (cell) => /^\d{1,2}(?:\.0+)?\s*\D{0,8}$/.test(bareNumber(cell)),
  room: (cell) => /\d/.test(cell),
  roomNights: isCount,
  adults: (cell) => /\d/.test(cell),
  children: (cell) => /\d/.test(cell),
  rate: isAmount,
  total: isAmount,
  phone: isPhone,
  bookerPhone: isPhone,
  email: isEmail,
  bookerEmail: isEmail,
  nativeName: isName,
  familyName: isName,
  givenName: isName,
  booker: isName,
  residentId: isNumber,
  passportNo: isNumber,
  documentNo: isNumber,
  membershipNo: mayProve,
  membershipTier: isWord,
  status: (cell) => readStatus(cell) !== null,
}

/** Only contents that can be nothing else tell a field: an address with @, a resident ID, a mainland mobile. */
function fieldOfContent(samples: readonly string[]): ImportField | null {
  const filled = samples.map((sample) => sample.trim()).filter((sample) => sample !== '')
  if (filled.length < 3) return null
  if (filled.every((sample) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(sample))) return 'email'
  if (filled.every((sample) => checkResidentId(sample).ok)) return 'residentId'
  if (filled.every((sample) => /^(\+?86[- ]?)?1[3-9]\d{9}$/.test(sample))) return 'phone'
  return null
}
