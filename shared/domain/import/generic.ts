/**
 * Rows of any table, read by a mapping of its columns. Nothing is invented: what the file does not say stays empty,
 * what it says in unknown words stays as a fact of the source, and what can't be right keeps the row out.
 *
 * Rejected, with every fault that the row has: a date that can't be read, does not exist, has another weekday beside it,
 * is an instant of an unknown zone, lies in a year of no stay, or may begin with the day or the month where nothing in its
 * column settles it (`date-columns.ts`); departure before arrival; no room type; counts that are no
 * whole numbers, or of which two cells say different things; more than 20 persons of a kind; rates that are no amounts of the hotel's currency or below zero, or whose
 * decimal sign nothing in their column settles (1.234); a
 * status in unknown words or one that the business date contradicts; a room type with control characters or over-long;
 * more cells than headings.
 *
 * Read as far as they can be, with a note, and never a reason to reject: all fields beside the stay. What of a telephone,
 * e-mail, document, name, note, booking or birth date is not in its field stays with the booking as the source wrote it.
 *
 * A row of several rooms is as many bookings in one party, its total split over rooms and nights, its persons over the
 * rooms (`party.ts`); it is rejected where rate and total leave open whether they are one room's, where some of its
 * rooms are cancelled, or where its amounts are in another currency than the hotel's. A document is read by the type
 * beside it (`document-types.ts`). Columns that weigh and are not read (refund, discount, tax) are kept and noted.
 *
 * Placeholders under a heading of identity (N/A, 12345678, 是, Gold) and numbers that many names share prove nobody and
 * are kept as facts of the source (`unproven.ts`, `key-watch.ts`); a number beside a contradicting name merges nobody
 * (`same-person.ts`).
 *
 * Assumed, and only where no column says it: status by the business date (departed before it: checked out; else
 * confirmed), one adult, created on the arrival or the business date, whichever is earlier. A total is spread over
 * the nights to the last minor unit. Words not known for meal, segment, channel, nationality, sex and language, and
 * rooms and rate plans not on file, are kept as facts of the source and noted; so are identifiers and telephones whose last
 * digits a spreadsheet rounded away.
 */

import {
  type BusinessDate,
  dayFrom,
  decimalToMinor,
  minDate,
  minorDigits,
  minorToDecimal,
  nightsBetween,
  parseMoney,
} from '../../values/index.ts'
import { maxNights } from '../booking/booking.ts'
import { cleanText } from '../name/name.ts'
import { isMaskedAgencyEmail } from '../privacy/agency-email.ts'
import { decimalSignOf, withPoint } from './amounts.ts'
import { readBooker } from './booker.ts'
import { type Persons, readCountText, readPersonsText } from './counts.ts'
import { readTypedDocument } from './document-types.ts'
import {
  createRow,
  type GenericHotel,
  type GenericMapping,
  type GenericRow,
  readCount,
  readRoomType,
  readStatusWord,
  readStayDay,
  readWord,
} from './generic-row.ts'
import { readRooms, roomNumbers, roomsByNights, splitEvenly, splitPersons } from './party.ts'
import type { DecimalSign } from './row.ts'
import {
  type ImportedBooking,
  type ImportedGuest,
  type ImportedStatus,
  type ImportField,
  type Rejection,
  type RowRule,
  unnamedGuest,
} from './row.ts'
import { compareNames } from './same-person.ts'
import {
  keepWritten,
  readCalled,
  readDocument,
  readEmailCell,
  readIdentifier,
  readName,
  readPhoneCell,
  readSideDay,
  readSideText,
} from './side-fields.ts'
import { isSharedNumber, setAsideUnproven } from './unproven.ts'
import { readChannel, readCountry, readGender, readLanguage, readMeal, readSegment } from './values.ts'
import { isCurrencyOf, saysSomething, weighingColumns } from './weighing.ts'

const maxPersons = 20
const maxAmount = 1_000_000_000_00

/** The rule for rows of a file with these headings, read by that mapping. */
export function genericRule(
  headings: readonly string[],
  mapping: GenericMapping,
  hotel: GenericHotel,
): RowRule {
  const at = new Map(Object.entries(mapping.columns).map(([name, field]) => [field, headings.indexOf(name)]))
  const weighing = weighingColumns(headings, new Set(Object.keys(mapping.columns)))
  return (cells, marks) => {
    // Where cells have moved, what is under a heading is another column's.
    if (cells.slice(headings.length).some((cell) => cell.trim() !== ''))
      return { status: null, rejected: [{ reason: 'cellCount', field: '', value: String(cells.length) }] }
    const row = createRow(cells, headings, at, mapping.dateOrder, hotel, marks)
    setAsideUnproven(row)
    noteWeighing(row, cells, headings, weighing)
    const [booking, ...party] = readBookings(row)
    return booking
      ? { status: booking.status, booking, party, notes: row.notes }
      : { status: readStatusWord(row), rejected: row.faults }
  }
}

/** None when the row has a fault; it is read to its end all the same. One for each room of the row. */
function readBookings(row: GenericRow): ImportedBooking[] {
  const { source } = row
  const stated = readRooms(row, readStatusWord(row))
  const { arrival, departure } = readStay(row, stated)
  const nights = arrival && departure ? nightsBetween(arrival, departure) : null
  const rooms = nights === null ? stated : roomsByNights(row, stated, nights)
  if (nights !== null) compareNights(row, nights, rooms)
  const status = readStatusOn(row, arrival, departure)
  const createdOn = readCreatedOn(row, arrival)
  const roomType = readRoomType(row, 'roomType')
  if (roomType === '') row.reject('roomTypeMissing', 'roomType')
  const charged = readRoomType(row, 'chargedRoomType') || roomType
  if (nights === 0) row.note('zeroNights', 'departure')
  const { guest, booker } = readPeople(row)
  const confirmationNo = readIdentifier(row, 'confirmationNo', 60)
  if (confirmationNo !== '') source.confirmationNo = confirmationNo
  if (guest.membershipNo !== '') source.membershipNo = guest.membershipNo
  const tier = readSideText(row, 'membershipTier', { max: 60 })
  if (tier !== '') source.membershipTier = tier
  const rates = readRates(row, nights ?? 0, rooms)
  const read = {
    ratePlan: readIdentifier(row, 'ratePlan', 60),
    meal: readWord(row, 'meal', readMeal, 'undefined-meal'),
    segment: readWord(row, 'segment', readSegment, 'undefined'),
    channel: readWord(row, 'channel', readChannel, 'undefined'),
    agency: readCalled(row, 'agency', { max: 60 }),
    company: readCalled(row, 'company', { max: 60 }),
    cancelledOn: status === 'cancelled' ? readSideDay(row, 'cancelledOn') : null,
    comment: readSideText(row, 'note', { max: 500, multiline: true }),
  }
  const persons = splitPersons(readPersons(row, rooms), rooms)
  const numbers = roomNumbers(row, rooms)
  if (row.faults.length > 0 || !arrival || !departure || !status || !createdOn || !roomType || !charged)
    return []
  const booking = {
    ...read,
    status,
    arrival,
    departure,
    roomType,
    bookedRoomType: roomType,
    chargedRoomType: charged,
    guarantee: 'none',
    createdOn,
    source,
    guest,
    booker,
  }
  return persons.map((share, index) => ({
    ...booking,
    ...share,
    rates: rates[index] ?? [],
    room: numbers[index] ?? '',
    source: rooms === 1 ? source : { ...source, partyRooms: rooms, partyRoom: index + 1 },
  }))
}

type Stay = { arrival: BusinessDate | null; departure: BusinessDate | null }

function readStay(row: GenericRow, rooms: number): Stay {
  if (!row.has('arrival')) row.reject('arrivalMissing', 'arrival')
  const arrival = row.has('arrival') ? readStayDay(row, 'arrival') : null
  if (row.has('departure')) {
    const departure = readStayDay(row, 'departure')
    const fault = arrival && departure && faultOfStay(arrival, departure)
    if (fault) row.reject(fault, 'departure')
    return { arrival, departure: fault ? null : departure }
  }
  const field = row.has('nights') ? 'nights' : 'roomNights'
  if (!row.has(field)) {
    row.reject('departureMissing', 'departure')
    return { arrival, departure: null }
  }
  const nights = readCount(row, field, 0) / (field === 'nights' ? 1 : rooms)
  if (!Number.isInteger(nights)) {
    row.reject('numberForm', field)
    return { arrival, departure: null }
  }
  const departure = arrival && dayFrom(arrival, nights)
  if (nights > maxNights) row.reject('stayTooLong', field)
  else if (arrival && !departure) row.reject('dateImpossible', field)
  return { arrival, departure: nights > maxNights ? null : departure }
}

/** A count of nights beside both dates that says something else; some systems count those of all rooms there. */
function compareNights(row: GenericRow, nights: number, rooms: number): void {
  if (!row.has('departure') || !row.has('nights')) return
  const stated = readCountText(row.cell('nights'), 'nights')
  if (stated !== nights && stated !== nights * rooms) row.note('nightsDiffer', 'nights')
}

function faultOfStay(arrival: BusinessDate, departure: BusinessDate): Rejection | null {
  if (departure < arrival) return 'departureBeforeArrival'
  return nightsBetween(arrival, departure) > maxNights ? 'stayTooLong' : null
}

/** A stated status is compared with the business date: nobody has left who comes tomorrow. */
function readStatusOn(
  row: GenericRow,
  arrival: BusinessDate | null,
  departure: BusinessDate | null,
): ImportedStatus | null {
  const today = row.hotel.businessDate
  const status = row.has('status') ? readStatusWord(row) : null
  if (row.has('status') && !status) row.reject('statusUnknown', 'status')
  if (!arrival || !departure) return status
  if (!row.has('status')) return departure < today ? 'checked-out' : 'confirmed'
  const impossible =
    (status === 'checked-out' && arrival > today) ||
    (status === 'in-house' && (arrival > today || departure < today)) ||
    (status === 'no-show' && arrival > today)
  if (impossible) row.reject('statusImpossible', 'status')
  if (status === 'confirmed' && departure < today) row.note('statusStale', 'status')
  return status
}

function readCreatedOn(row: GenericRow, arrival: BusinessDate | null): BusinessDate | null {
  const createdOn = readSideDay(row, 'createdOn')
  if (!createdOn) return arrival && minDate(arrival, row.hotel.businessDate)
  if (arrival && createdOn > arrival) row.note('createdAfterArrival', 'createdOn')
  return createdOn
}

/** The rates of each room's nights. A rate is one room's, a total is all rooms'; where they contradict the total counts. */
function readRates(row: GenericRow, nights: number, rooms: number): number[][] {
  readCurrency(row)
  const each = (rate: number) => Array.from({ length: rooms }, () => new Array<number>(nights).fill(rate))
  const spread = (total: number) => splitEvenly(total, rooms).map((share) => splitEvenly(share, nights))
  if (row.has('rate')) {
    const rate = readAmount(row, 'rate') ?? 0
    const total = nights > 0 && row.has('total') && !row.isShared('total') ? readTotalBeside(row) : null
    if (rooms > 1 && total !== null && total === rate * nights && rate > 0)
      row.reject('roomsAmbiguous', 'rooms')
    return total === null || fits(row, { rate, total, nights, rooms }) ? each(rate) : spread(total)
  }
  if (!row.has('total')) {
    if (nights > 0) row.note('rateMissing', 'rate')
    return each(0)
  }
  // Of an order of several rooms nobody says what each costs.
  if (row.isShared('total')) row.reject('totalShared', 'total')
  return spread(readAmount(row, 'total') ?? 0)
}

/** The total beside a rate; null, with a note, where it can't be read: the rate alone is enough. */
function readTotalBeside(row: GenericRow): number | null {
  const { amount, fault } = amountIn(row, 'total')
  if (fault) row.note(fault, 'total')
  return fault ? null : amount
}

type Sum = { rate: number; total: number; nights: number; rooms: number }

/** Whether the rate's nights are the total; a rate may be rounded, and a total of zero beside a rate says nothing. */
function fits(row: GenericRow, { rate, total, nights, rooms }: Sum): boolean {
  const sum = rate * nights * rooms
  if (total === sum) return true
  const difference = Math.abs(total - sum)
  if (difference > (nights * rooms) / 2) {
    const text = (minor: number) => minorToDecimal(minor, row.hotel.currency)
    const times = rooms > 1 ? `${nights} × ${rooms}` : nights
    row.note('totalDiffers', 'total', `${text(rate)} × ${times} = ${text(sum)} ≠ ${text(total)}`)
  }
  return total === 0
}

function readCurrency(row: GenericRow): void {
  const states = row.has('currency') && (row.has('rate') || row.has('total'))
  if (states && !isCurrencyOf(row.cell('currency'), row.hotel.currency))
    row.reject('currencyDiffers', 'currency')
}

function readAmount(row: GenericRow, field: 'rate' | 'total'): number | null {
  const { amount, fault, rounded } = amountIn(row, field)
  if (fault) row.reject(fault, field)
  else if (rounded) row.note('rateRounded', field)
  return amount
}

type AmountFault = 'rateAmbiguous' | 'rateForm' | 'rateNegative'
type Amount = { amount: number | null; fault: AmountFault | null; rounded: boolean }

function amountIn(row: GenericRow, field: 'rate' | 'total'): Amount {
  const { currency } = row.hotel
  const sign = decimalSignFor(row, field)
  if (sign === 'unknown') return { amount: null, fault: 'rateAmbiguous', rounded: false }
  const text = sign ? withPoint(row.cell(field), sign) : row.cell(field)
  const exact = parseMoney(text, currency)
  const amount = exact ?? decimalToMinor(text.trim(), minorDigits(currency), 'half-even')
  const fault = amount === null || amount > maxAmount ? 'rateForm' : amount < 0 ? 'rateNegative' : null
  return { amount, fault, rounded: exact === null }
}

/** A currency without decimals has none to write: what is before three digits groups thousands there. */
function decimalSignFor(row: GenericRow, field: 'rate' | 'total'): DecimalSign | null | 'unknown' {
  const { currency, decimalSign } = row.hotel
  const sign = decimalSignOf(row.cell(field))
  if (sign !== 'either') return sign
  if (decimalSign) return decimalSign
  if (minorDigits(currency) === 0) return row.cell(field).normalize('NFKC').includes('.') ? 'comma' : 'point'
  return 'unknown'
}

function readPersons(row: GenericRow, rooms: number) {
  const together = readPersonsText(row.cell('adults'))
  const adults = together?.adults ?? (row.has('adults') && !together ? readCount(row, 'adults', 1) : 1)
  const children = besideAdults(row, 'children', together)
  const infants = besideAdults(row, 'infants', together)
  for (const [field, count] of Object.entries({ adults, children, infants })) {
    if (count > maxPersons * rooms) row.reject('personsTooMany', field as ImportField)
  }
  if (adults + children + infants === 0) row.note('noPersons', 'adults')
  else if (adults === 0) row.note('noAdults', 'adults')
  return { adults, children, infants }
}

/** Children or infants by their own column, or as the adults' cell says (2大1小); both may not say something else. */
function besideAdults(row: GenericRow, field: 'children' | 'infants', together: Persons | null): number {
  const said = together?.[field]
  const count = row.has(field) ? readCount(row, field, 0) : (said ?? 0)
  if (said !== undefined && said !== count) row.reject('personsDiffer', field)
  return count
}

/** The guest, and who booked where that is somebody else. */
function readPeople(row: GenericRow): { guest: ImportedGuest; booker: ImportedGuest | null } {
  const guest = readGuest(row)
  const booker = readBooker(row)
  if (!booker || compareNames(booker, guest) !== 'same') return { guest, booker }
  const { phone, email } = booker
  return { guest: { ...guest, phone: guest.phone || phone, email: guest.email || email }, booker: null }
}

function readGuest(row: GenericRow): ImportedGuest {
  const nationality = readWord(row, 'nationality', readCountry, '')
  const [phone = '', ...furtherPhones] = readPhoneCell(row)
  const [email = '', ...furtherEmails] = readEmailCell(row)
  const residentId = readDocument(row, 'residentId', 'resident-id')
  const passportNo = readDocument(row, 'passportNo', 'passport')
  const typed = readTypedDocument(row)
  return {
    ...unnamedGuest,
    nativeName: readName(row, 'nativeName', 100),
    familyName: readName(row, 'familyName', 100),
    givenName: readName(row, 'givenName', 100),
    phone,
    furtherPhones,
    phoneShared: isSharedNumber(row, 'phone'),
    email,
    agencyMasked: isMaskedAgencyEmail(email),
    furtherEmails,
    nationality,
    language: readWord(row, 'language', readLanguage, ''),
    gender: readWord(row, 'gender', readGender, ''),
    birthDate: readBirthDate(row),
    residentId: typed?.kind === 'resident-id' ? typed.number : residentId,
    passportNo: typed?.kind === 'passport' ? typed.number : passportNo,
    permit: typed && typed.kind !== 'resident-id' && typed.kind !== 'passport' ? typed : null,
    membershipNo: readIdentifier(row, 'membershipNo', 40),
    tag: readCalled(row, 'tag', { max: 40, pictures: false }),
  }
}

function readBirthDate(row: GenericRow): BusinessDate | null {
  const birthDate = readSideDay(row, 'birthDate', true)
  if (!birthDate || birthDate <= row.hotel.businessDate) return birthDate
  keepWritten(row, 'birthDate', 'birthDate')
  return null
}

/** Columns that change what an amount or a count means and are not read: what they say is kept and told, row by row. */
function noteWeighing(
  row: GenericRow,
  cells: readonly string[],
  headings: readonly string[],
  weighing: readonly number[],
): void {
  for (const column of weighing) {
    const [field = '', value = ''] = [headings[column], cells[column]?.trim()]
    if (!saysSomething(field, value, row.hotel.currency)) continue
    row.notes.push({ reason: 'columnUnread', field, value })
    const text = cleanText(value, { max: 60 })
    if (text.ok) row.source[field] = text.value
  }
}
