/**
 * Rows of any table, read by a mapping of its columns. Nothing is invented: what the file does not say stays empty,
 * what it says in words that are not known stays as a fact of the source, and what can't be right keeps the row out.
 *
 * Rejected: a date that can't be read or does not exist; departure before arrival; no room type; counts that are no
 * whole numbers; more than 20 persons of a kind; rates that are no amounts of the hotel's currency or below zero, or whose
 * decimal sign nothing in their column settles (1.234); a
 * status in unknown words or one that the business date contradicts; a telephone, e-mail, resident ID or passport
 * number that fails its check; text with control characters or over-long; more cells than headings.
 *
 * Assumed, and only where no column says it: status by the business date (departed before it: checked out; else
 * confirmed), one adult, created on the arrival or the business date, whichever is earlier. A total is spread over
 * the nights to the last minor unit. Words not known for meal, segment, channel, nationality, sex and language, and
 * rooms and rate plans not on file, are kept as facts of the source and noted.
 */
import {
  addDays,
  type BusinessDate,
  type Currency,
  decimalToMinor,
  minDate,
  minorDigits,
  nightsBetween,
  parseMoney,
} from '../../values/index.ts'
import { maxNights } from '../booking/booking.ts'
import { checkDocumentNumber } from '../document/document.ts'
import { normaliseEmail, normalisePhone } from '../guest/contacts.ts'
import { alpha2Of } from '../guest/countries.ts'
import { cleanText } from '../name/name.ts'
import { isMaskedAgencyEmail } from '../privacy/privacy.ts'
import { type DecimalSign, decimalSignOf, withPoint } from './amounts.ts'
import {
  type ImportedBooking,
  type ImportedGuest,
  type ImportedStatus,
  type ImportField,
  type Note,
  type Rejection,
  type RowFinding,
  type RowRule,
  unnamedGuest,
} from './row.ts'
import {
  type DateOrder,
  readChannel,
  readCountry,
  readDate,
  readGender,
  readLanguage,
  readMeal,
  readSegment,
  readStatus,
} from './values.ts'

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

const mostPersons = 20

class Rejected {
  readonly finding: RowFinding<Rejection>

  constructor(finding: RowFinding<Rejection>) {
    this.finding = finding
  }
}

/** One row being read: its cells by field, and what is noted on the way. */
type Row = {
  cell: (field: ImportField) => string
  has: (field: ImportField) => boolean
  reject: (reason: Rejection, field: ImportField) => Rejected
  note: (reason: Note, field: ImportField) => void
  notes: RowFinding<Note>[]
  source: ImportedBooking['source']
  order: DateOrder
  hotel: GenericHotel
}

/** The rule for rows of a file with these headings, read by that mapping. */
export function genericRule(
  headings: readonly string[],
  mapping: GenericMapping,
  hotel: GenericHotel,
): RowRule {
  const at = new Map(Object.entries(mapping.columns).map(([name, field]) => [field, headings.indexOf(name)]))
  return (cells) => {
    if (cells.slice(headings.length).some((cell) => cell.trim() !== ''))
      return { status: null, rejected: { reason: 'cellCount', field: '', value: String(cells.length) } }
    const cell = (field: ImportField) => (cells[at.get(field) ?? -1] ?? '').trim()
    const finding = <R extends string>(reason: R, field: ImportField) => ({
      reason,
      field: headings[at.get(field) ?? -1] ?? field,
      value: cell(field),
    })
    const notes: RowFinding<Note>[] = []
    const row: Row = {
      cell,
      has: (field) => cell(field) !== '',
      reject: (reason, field) => new Rejected(finding(reason, field)),
      note: (reason, field) => notes.push(finding(reason, field)),
      notes,
      source: {},
      order: mapping.dateOrder,
      hotel,
    }
    const stated = readStatus(cell('status'))
    try {
      const booking = bookingOf(row)
      return { status: booking.status, booking, notes }
    } catch (error) {
      if (error instanceof Rejected) return { status: stated, rejected: error.finding }
      throw error
    }
  }
}

function bookingOf(row: Row): ImportedBooking {
  const { cell, source } = row
  const { arrival, departure } = stayOf(row)
  const nights = nightsBetween(arrival, departure)
  const status = statusOf(row, arrival, departure)
  const createdOn = row.has('createdOn') ? dateOf(row, 'createdOn') : minDate(arrival, row.hotel.businessDate)
  if (createdOn > arrival) row.note('createdAfterArrival', 'createdOn')
  const roomType = textOf(row, 'roomType', 60)
  if (roomType === '') throw row.reject('roomTypeMissing', 'roomType')
  const charged = textOf(row, 'chargedRoomType', 60) || roomType
  if (nights === 0) row.note('zeroNights', 'departure')
  const guest = guestOf(row)
  for (const field of ['confirmationNo', 'membershipNo'] as const) {
    const value = textOf(row, field, 60)
    if (value !== '') source[field] = value
  }
  return {
    status,
    arrival,
    departure,
    rates: ratesOf(row, nights),
    roomType,
    bookedRoomType: roomType,
    chargedRoomType: charged,
    room: textOf(row, 'room', 20),
    ratePlan: textOf(row, 'ratePlan', 60),
    ...personsOf(row),
    meal: wordOf(row, 'meal', readMeal, 'undefined-meal'),
    segment: wordOf(row, 'segment', readSegment, 'undefined'),
    channel: wordOf(row, 'channel', readChannel, 'undefined'),
    guarantee: 'none',
    agency: textOf(row, 'agency', 60),
    company: textOf(row, 'company', 60),
    createdOn,
    cancelledOn: cell('cancelledOn') !== '' && status === 'cancelled' ? dateOf(row, 'cancelledOn') : null,
    comment: textOf(row, 'note', 500, true),
    source,
    guest,
  }
}

function stayOf(row: Row): { arrival: BusinessDate; departure: BusinessDate } {
  if (!row.has('arrival')) throw row.reject('arrivalMissing', 'arrival')
  const arrival = dateOf(row, 'arrival')
  if (row.has('departure')) {
    const departure = dateOf(row, 'departure')
    if (departure < arrival) throw row.reject('departureBeforeArrival', 'departure')
    if (nightsBetween(arrival, departure) > maxNights) throw row.reject('stayTooLong', 'departure')
    return { arrival, departure }
  }
  if (!row.has('nights')) throw row.reject('departureMissing', 'departure')
  const nights = numberOf(row, 'nights', 0)
  if (nights > maxNights) throw row.reject('stayTooLong', 'nights')
  return { arrival, departure: addDays(arrival, nights) }
}

function dateOf(row: Row, field: ImportField): BusinessDate {
  const read = readDate(row.cell(field), row.order, row.hotel.serialDates)
  if ('date' in read) return read.date
  throw row.reject(read.wrong === 'form' ? 'dateForm' : 'dateImpossible', field)
}

/** Stated statuses are held against the business date: nobody has left who comes tomorrow. */
function statusOf(row: Row, arrival: BusinessDate, departure: BusinessDate): ImportedStatus {
  const today = row.hotel.businessDate
  if (!row.has('status')) return departure < today ? 'checked-out' : 'confirmed'
  const status = readStatus(row.cell('status'))
  if (!status) throw row.reject('statusUnknown', 'status')
  const impossible =
    (status === 'checked-out' && arrival > today) ||
    (status === 'in-house' && (arrival > today || departure < today)) ||
    (status === 'no-show' && arrival > today)
  if (impossible) throw row.reject('statusImpossible', 'status')
  if (status === 'confirmed' && departure < today) row.note('statusStale', 'status')
  return status
}

function ratesOf(row: Row, nights: number): number[] {
  if (row.has('rate')) return new Array<number>(nights).fill(amountOf(row, 'rate'))
  if (!row.has('total')) {
    if (nights > 0) row.note('rateMissing', 'rate')
    return new Array<number>(nights).fill(0)
  }
  const total = amountOf(row, 'total')
  // The first nights carry the minor units that don't divide: the sum is the total, to the last one.
  const each = Math.floor(total / Math.max(1, nights))
  return Array.from({ length: nights }, (_, index) => each + (index < total - each * nights ? 1 : 0))
}

function amountOf(row: Row, field: 'rate' | 'total'): number {
  const { currency } = row.hotel
  const sign = signOf(row, field)
  const text = sign ? withPoint(row.cell(field), sign) : row.cell(field)
  const exact = parseMoney(text, currency)
  const amount = exact ?? decimalToMinor(text.trim(), minorDigits(currency), 'half-even')
  if (amount === null) throw row.reject('rateForm', field)
  if (amount < 0) throw row.reject('rateNegative', field)
  if (amount > 1_000_000_000_00) throw row.reject('rateForm', field)
  if (exact === null) row.note('rateRounded', field)
  return amount
}

/** A currency without decimals has none to write: what stands before three digits groups thousands there. */
function signOf(row: Row, field: 'rate' | 'total'): DecimalSign | null {
  const { currency, decimalSign } = row.hotel
  const sign = decimalSignOf(row.cell(field))
  if (sign !== 'either') return sign
  if (decimalSign) return decimalSign
  if (minorDigits(currency) === 0) return row.cell(field).normalize('NFKC').includes('.') ? 'comma' : 'point'
  throw row.reject('rateAmbiguous', field)
}

function personsOf(row: Row) {
  const adults = row.has('adults') ? numberOf(row, 'adults', 1) : 1
  const children = row.has('children') ? numberOf(row, 'children', 0) : 0
  const infants = row.has('infants') ? numberOf(row, 'infants', 0) : 0
  for (const [field, count] of Object.entries({ adults, children, infants })) {
    if (count > mostPersons) throw row.reject('personsTooMany', field as ImportField)
  }
  if (adults + children + infants === 0) row.note('noPersons', 'adults')
  else if (adults === 0) row.note('noAdults', 'adults')
  return { adults, children, infants }
}

function numberOf(row: Row, field: ImportField, empty: number): number {
  const text = row.cell(field).normalize('NFKC')
  if (text === '') return empty
  if (!/^\d{1,4}(\.0+)?$/.test(text)) throw row.reject('numberForm', field)
  return Number(text)
}

function textOf(row: Row, field: ImportField, max: number, multiline = false): string {
  const text = cleanText(row.cell(field), { max, multiline, emoji: multiline })
  if (!text.ok) throw row.reject('text', field)
  return text.value
}

function wordOf<T extends string>(
  row: Row,
  field: ImportField,
  read: (text: string) => T | null,
  none: T | '',
): T | '' {
  const text = textOf(row, field, 100)
  if (text === '') return none
  const value = read(text)
  if (value === null) keep(row, field, text)
  return value ?? none
}

/** Kept in the file's own words, because the store has none of its own for it. */
function keep(row: Row, field: ImportField, text: string): void {
  row.source[field] = text
  row.note('valueKept', field)
}

function guestOf(row: Row): ImportedGuest {
  const { hotel } = row
  const nationality = wordOf(row, 'nationality', readCountry, '')
  const phone = row.has('phone') ? normalisePhone(row.cell('phone'), alpha2Of(hotel.country) ?? 'CN') : null
  if (phone && !phone.ok) throw row.reject('phone', 'phone')
  const email = row.has('email') ? normaliseEmail(row.cell('email')) : null
  if (email && !email.ok) throw row.reject('email', 'email')
  const residentId = documentOf(row, 'residentId', 'resident-id')
  const passport = documentOf(row, 'passportNo', 'passport')
  const birthDate = row.has('birthDate') ? dateOf(row, 'birthDate') : null
  if (birthDate && birthDate > hotel.businessDate) throw row.reject('birthDate', 'birthDate')
  return {
    ...unnamedGuest,
    nativeName: textOf(row, 'nativeName', 100),
    familyName: textOf(row, 'familyName', 100),
    givenName: textOf(row, 'givenName', 100),
    phone: phone?.value ?? '',
    email: email?.value ?? '',
    agencyMasked: email ? isMaskedAgencyEmail(email.value) : false,
    nationality,
    language: wordOf(row, 'language', readLanguage, ''),
    gender: wordOf(row, 'gender', readGender, ''),
    birthDate,
    residentId,
    passportNo: passport,
    membershipNo: textOf(row, 'membershipNo', 40),
    tag: textOf(row, 'tag', 40),
  }
}

function documentOf(row: Row, field: 'residentId' | 'passportNo', kind: 'resident-id' | 'passport'): string {
  if (!row.has(field)) return ''
  const checked = checkDocumentNumber(kind, row.cell(field), row.hotel.businessDate)
  if (!checked.ok) throw row.reject(field, field)
  return checked.value.number
}
