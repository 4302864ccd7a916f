/**
 * The profile of the file “Hotel booking demand” (Antonio, de Almeida, Nunes 2019, doi 10.1016/j.dib.2018.11.126):
 * 32 columns, one row a booking of one of two hotels, no names, no room numbers, no booking numbers.
 *
 * What becomes of each column:
 * | column | becomes |
 * |---|---|
 * | hotel | the row filter: one hotel a store |
 * | reservation_status | status: Check-Out checked-out, Canceled cancelled, No-Show no-show |
 * | arrival_date_* | arrival; departure = arrival + weekend nights + week nights |
 * | lead_time | created on = arrival − lead time |
 * | reservation_status_date | cancelled on, for Canceled; kept as a fact of the source for the others |
 * | reserved_room_type | the type booked and charged; assigned_room_type the type slept in (the nights’; of day use a fact of the source) |
 * | adr | the rate of each night |
 * | adults, children, babies | persons |
 * | meal, market_segment, distribution_channel, deposit_type | meal, segment, channel, guarantee |
 * | agent, company | accounts under their number; NULL none |
 * | country | nationality of the booking’s own unnamed guest; CN is CHN, TMP is TLS, NULL none |
 * | booking_changes, total_of_special_requests, days_in_waiting_list, required_car_parking_spaces, customer_type, is_repeated_guest, previous_* | facts of the source: counts without content, no booking changes or requests are made up from them |
 * | is_canceled, arrival_date_week_number | follow from others; a contradiction gets a note |
 *
 * Rejected, with every fault that the row has: a row with another number of cells (then that alone); a date that does not exist; a count or a rate that is no number;
 * a rate below zero; a value that the file’s description does not know.
 * Kept and noted: no nights (day use); nobody or no adult counted (the night was sold and paid all the same: the
 * count is missing, not the guest, and leaving 167 such City Hotel rows out would take 41 room-nights and 1,313.80
 * out of August 2016); nine and more persons of a kind; children NA (read as 0); a checked-out night at no rate outside
 * Complementary; a rate of 1,000.00 and more; a country that is not on ISO’s list (kept as a fact of the source);
 * status date and departure that differ; a row that equals an earlier one in every cell (with no number in the
 * file it cannot be distinguished from a real twin: two rooms booked together look just so).
 */
import {
  type BusinessDate,
  type Currency,
  dayFrom,
  decimalToMinor,
  minorDigits,
  parseBusinessDate,
} from '../../values/index.ts'
import { maxNights } from '../booking/booking.ts'
import { alpha3Of, isCountry } from '../country/countries.ts'
import {
  bookingDemandColumns,
  channels,
  corrections,
  type DemandColumn,
  guarantees,
  meals,
  months,
  segments,
  statuses,
} from './booking-demand-columns.ts'
import {
  addFault,
  type Fault,
  type ImportedBooking,
  type ImportedStatus,
  type Note,
  type Rejection,
  type RowAnswer,
  type RowFinding,
  type RowRule,
  unnamedGuest,
} from './row.ts'

/** From this rate a night on (major units of the file’s currency) a row gets a note: a decimal point may be missing. */
const outlierRate = 1000
const manyPersons = 9
const noValue = new Set(['', 'NULL'])
/** Ten years: a longer lead time is a mistake. */
const maxLeadTime = 3660

/** The rule for rows of a file with these headings, amounts in that currency’s minor units. */
export function bookingDemandRule(headings: readonly string[], currency: Currency): RowRule {
  const at = Object.fromEntries(
    bookingDemandColumns.map((column) => [column, headings.indexOf(column)]),
  ) as Record<DemandColumn, number>
  const width = headings.length
  const digits = minorDigits(currency)
  return (cells) => {
    const cell = (column: DemandColumn) => (cells[at[column]] ?? '').trim()
    const status = lookUp(statuses, cell('reservation_status'))
    if (cells.length !== width) {
      const field = cells.length < width ? (headings[cells.length] ?? '') : ''
      return { status, rejected: [{ reason: 'cellCount', field, value: String(cells.length) }] }
    }
    return readRow(createRow(cell), status, digits)
  }
}

/** One row being read. A reader that finds a fault adds it and answers with nothing (null, '', 0). */
type DemandRow = {
  cell: (column: DemandColumn) => string
  reject: (reason: Rejection, field: DemandColumn, value?: string) => void
  note: (reason: Note, field: DemandColumn) => void
  faults: Fault[]
  notes: RowFinding<Note>[]
}

function createRow(cell: DemandRow['cell']): DemandRow {
  const faults: Fault[] = []
  const notes: RowFinding<Note>[] = []
  return {
    cell,
    reject: (reason, field, value = cell(field)) => addFault(faults, { reason, field, value }),
    note: (reason, field) => notes.push({ reason, field, value: cell(field) }),
    faults,
    notes,
  }
}

function readRow(row: DemandRow, status: ImportedStatus | null, digits: number): RowAnswer {
  const { cell, note, notes, faults } = row
  if (!status) row.reject('statusUnknown', 'reservation_status')
  const arrival = readArrival(row)
  const nights = readCount(row, 'stays_in_weekend_nights') + readCount(row, 'stays_in_week_nights')
  const departure = arrival && dayFrom(arrival, nights)
  if (nights > maxNights) row.reject('stayTooLong', 'stays_in_week_nights', String(nights))
  else if (arrival && !departure) row.reject('dateImpossible', 'stays_in_week_nights')
  if (nights === 0) note('zeroNights', 'stays_in_week_nights')
  const statusDate = readStatusDate(row)
  const createdOn = readCreatedOn(row, arrival)
  const rate = readRate(row, digits)
  if (rate === 0 && nights > 0 && status === 'checked-out' && cell('market_segment') !== 'Complementary')
    note('rateZero', 'adr')
  if (rate >= outlierRate * 10 ** digits) note('rateOutlier', 'adr')
  const persons = readPersons(row)
  if ((cell('is_canceled') === '0') !== (status === 'checked-out')) note('flagContradicts', 'is_canceled')
  if (status === 'checked-out' && statusDate !== departure)
    note('statusDateDiffers', 'reservation_status_date')
  if (status === 'cancelled' && arrival && statusDate && statusDate > arrival)
    note('cancelledAfterArrival', 'reservation_status_date')
  const bookedRoomType = readRequired(row, 'reserved_room_type')
  const facts: ImportedBooking['source'] = { ...readFacts(row), statusDate }
  const roomType = readRequired(row, 'assigned_room_type')
  // No night of day use has the room type that was used.
  if (nights === 0) facts.assignedRoomType = roomType
  const nationality = readNationality(row, facts)
  const words = {
    meal: readOneOf(row, 'meal', meals),
    segment: readOneOf(row, 'market_segment', segments),
    channel: readOneOf(row, 'distribution_channel', channels),
    guarantee: readOneOf(row, 'deposit_type', guarantees),
  }
  if (faults.length > 0 || !status || !arrival || !departure || !statusDate || !createdOn)
    return { status, rejected: faults }
  return {
    status,
    notes,
    booking: {
      status,
      arrival,
      departure,
      rates: new Array<number>(nights).fill(rate),
      roomType,
      bookedRoomType,
      chargedRoomType: bookedRoomType,
      room: '',
      ratePlan: '',
      ...persons,
      ...words,
      agency: accountOf(cell('agent')),
      company: accountOf(cell('company')),
      createdOn,
      cancelledOn: status === 'cancelled' ? statusDate : null,
      comment: '',
      source: facts,
      guest: { ...unnamedGuest, nationality },
      booker: null,
    },
  }
}

/** Counts without content, kept as facts of the source. */
function readFacts(row: DemandRow): ImportedBooking['source'] {
  return {
    bookingChanges: readCount(row, 'booking_changes'),
    specialRequests: readCount(row, 'total_of_special_requests'),
    waitingDays: readCount(row, 'days_in_waiting_list'),
    parkingSpaces: readCount(row, 'required_car_parking_spaces'),
    customerType: readRequired(row, 'customer_type'),
    repeatedGuest: readCount(row, 'is_repeated_guest'),
    previousCancellations: readCount(row, 'previous_cancellations'),
    previousStays: readCount(row, 'previous_bookings_not_canceled'),
  }
}

function readArrival(row: DemandRow): BusinessDate | null {
  const { cell } = row
  const month = months.get(cell('arrival_date_month'))
  if (!month) {
    row.reject('dateForm', 'arrival_date_month')
    return null
  }
  const day = cell('arrival_date_day_of_month')
  const text = `${cell('arrival_date_year')}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = parseBusinessDate(text)
  if (!date) row.reject('dateImpossible', 'arrival_date_day_of_month', text)
  return date
}

function readStatusDate(row: DemandRow): BusinessDate | null {
  const date = parseBusinessDate(row.cell('reservation_status_date'))
  if (!date) row.reject('dateImpossible', 'reservation_status_date')
  return date
}

function readCreatedOn(row: DemandRow, arrival: BusinessDate | null): BusinessDate | null {
  const lead = readCount(row, 'lead_time')
  if (lead > maxLeadTime) {
    row.reject('numberForm', 'lead_time')
    return null
  }
  const createdOn = arrival && dayFrom(arrival, -lead)
  if (arrival && !createdOn) row.reject('dateImpossible', 'lead_time')
  return createdOn
}

function readRate(row: DemandRow, digits: number): number {
  const text = row.cell('adr')
  const exact = decimalToMinor(text, digits)
  const rate = exact ?? decimalToMinor(text, digits, 'half-even')
  if (rate === null) row.reject('rateForm', 'adr')
  else if (rate < 0) row.reject('rateNegative', 'adr')
  else if (exact === null) row.note('rateRounded', 'adr')
  return rate ?? 0
}

function readPersons(row: DemandRow) {
  const adults = readCount(row, 'adults')
  const infants = readCount(row, 'babies')
  const noChildren = row.cell('children') === 'NA'
  const children = noChildren ? 0 : readCount(row, 'children')
  if (noChildren) row.note('childrenMissing', 'children')
  if (adults + children + infants === 0) row.note('noPersons', 'adults')
  else if (adults === 0) row.note('noAdults', 'adults')
  if (adults >= manyPersons) row.note('personsOutlier', 'adults')
  else if (children >= manyPersons) row.note('personsOutlier', 'children')
  else if (infants >= manyPersons) row.note('personsOutlier', 'babies')
  return { adults, children, infants }
}

function readNationality({ cell, note }: DemandRow, source: ImportedBooking['source']): string {
  const text = cell('country')
  if (noValue.has(text)) return ''
  if (isCountry(text)) return text
  const corrected = lookUp(corrections, text) ?? alpha3Of(text)
  source.country = text
  note(corrected ? 'countryCorrected' : 'countryUnknown', 'country')
  return corrected ?? ''
}

/** A whole number from 0 up; sources write 0.0 where a column once had a gap. */
function readCount(row: DemandRow, column: DemandColumn): number {
  const text = row.cell(column)
  if (/^\d{1,6}(\.0+)?$/.test(text)) return Number(text)
  row.reject('numberForm', column)
  return 0
}

function readRequired(row: DemandRow, column: DemandColumn): string {
  const text = row.cell(column)
  if (text === '' || text.length > 40) row.reject('valueUnknown', column)
  return text
}

function readOneOf(row: DemandRow, column: DemandColumn, values: Record<string, string>): string {
  const value = lookUp(values, row.cell(column))
  if (value === null) row.reject('valueUnknown', column)
  return value ?? ''
}

/** What a word of the file means; `constructor` means nothing. */
function lookUp<T>(values: Record<string, T>, text: string): T | null {
  return Object.hasOwn(values, text) ? (values[text] as T) : null
}

/** An account's number; written 304.0 in some copies of the file. */
function accountOf(text: string): string {
  return noValue.has(text) ? '' : text.replace(/\.0+$/, '').slice(0, 40)
}
