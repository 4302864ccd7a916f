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
 * | is_canceled, arrival_date_week_number | told by others; a contradiction is noted |
 *
 * Rejected: a row with another number of cells; a date that does not exist; a count or a rate that is no number;
 * a rate below zero; a value that the file’s description does not know.
 * Kept and noted: no nights (day use); nobody or no adult counted (the night was sold and paid all the same: the
 * count is missing, not the guest, and leaving 167 such City Hotel rows out would take 41 room-nights and 1,313.80
 * out of August 2016); nine and more persons of a kind; children NA (read as 0); a checked-out night at no rate outside
 * Complementary; a rate of 1,000.00 and more; a country that is not on ISO’s list (kept as a fact of the source);
 * status date and departure that differ; a row that equals an earlier one in every cell (with no number in the
 * file it can’t be told from a real twin: two rooms booked together look just so).
 */
import {
  addDays,
  type BusinessDate,
  type Currency,
  decimalToMinor,
  minorDigits,
  parseBusinessDate,
} from '../../values/index.ts'
import { maxNights } from '../booking/booking.ts'
import { alpha3Of, isCountry } from '../guest/countries.ts'
import {
  type ImportedBooking,
  type ImportedStatus,
  type ImportField,
  type Note,
  type Rejection,
  type RowAnswer,
  type RowFinding,
  type RowRule,
  unnamedGuest,
} from './row.ts'

export const bookingDemandColumns = [
  'hotel',
  'is_canceled',
  'lead_time',
  'arrival_date_year',
  'arrival_date_month',
  'arrival_date_week_number',
  'arrival_date_day_of_month',
  'stays_in_weekend_nights',
  'stays_in_week_nights',
  'adults',
  'children',
  'babies',
  'meal',
  'country',
  'market_segment',
  'distribution_channel',
  'is_repeated_guest',
  'previous_cancellations',
  'previous_bookings_not_canceled',
  'reserved_room_type',
  'assigned_room_type',
  'booking_changes',
  'deposit_type',
  'agent',
  'company',
  'days_in_waiting_list',
  'customer_type',
  'adr',
  'required_car_parking_spaces',
  'total_of_special_requests',
  'reservation_status',
  'reservation_status_date',
] as const
type Column = (typeof bookingDemandColumns)[number]

/** What the columns become, where one field is what one column becomes: for showing beside the headings. */
export const bookingDemandFields: ReadonlyMap<string, ImportField> = new Map<Column, ImportField>([
  ['lead_time', 'createdOn'],
  ['arrival_date_year', 'arrival'],
  ['arrival_date_month', 'arrival'],
  ['arrival_date_day_of_month', 'arrival'],
  ['stays_in_weekend_nights', 'nights'],
  ['stays_in_week_nights', 'nights'],
  ['adults', 'adults'],
  ['children', 'children'],
  ['babies', 'infants'],
  ['meal', 'meal'],
  ['country', 'nationality'],
  ['market_segment', 'segment'],
  ['distribution_channel', 'channel'],
  ['reserved_room_type', 'chargedRoomType'],
  ['assigned_room_type', 'roomType'],
  ['agent', 'agency'],
  ['company', 'company'],
  ['adr', 'rate'],
  ['reservation_status', 'status'],
  ['reservation_status_date', 'cancelledOn'],
])

/** The column that says whose booking it is: a store holds one hotel. */
export const hotelColumn = 'hotel'

const statuses: Record<string, ImportedStatus> = {
  'Check-Out': 'checked-out',
  Canceled: 'cancelled',
  'No-Show': 'no-show',
}
const months = new Map(
  'January February March April May June July August September October November December'
    .split(' ')
    .map((name, index) => [name, index + 1]),
)
const meals: Record<string, string> = {
  BB: 'breakfast',
  HB: 'half-board',
  FB: 'full-board',
  SC: 'room-only',
  Undefined: 'undefined-meal',
}
const segments: Record<string, string> = {
  Direct: 'direct',
  Corporate: 'corporate',
  'Online TA': 'online-agency',
  'Offline TA/TO': 'travel-agent',
  Complementary: 'complimentary',
  Groups: 'group',
  Aviation: 'aviation',
  Undefined: 'undefined',
}
const channels: Record<string, string> = {
  Direct: 'direct',
  Corporate: 'corporate',
  'TA/TO': 'travel-agent',
  GDS: 'gds',
  Undefined: 'undefined',
}
const guarantees: Record<string, string> = {
  'No Deposit': 'none',
  Refundable: 'refundable',
  'Non Refund': 'non-refundable',
}
/** Country codes of the file that are not ISO 3166-1 alpha-3 today. */
const corrections: Record<string, string> = { CN: 'CHN', TMP: 'TLS' }

/** From this rate a night on (major units of the file’s currency) a row is noted: a decimal point may be missing. */
const outlierRate = 1000
const manyPersons = 9
const noValue = new Set(['', 'NULL'])

/** The columns of the profile that a file lacks; none of it fits then. */
export function missingDemandColumns(headings: readonly string[]): string[] {
  return bookingDemandColumns.filter((column) => !headings.includes(column))
}

class Rejected {
  readonly finding: RowFinding<Rejection>

  constructor(reason: Rejection, field: Column, value: string) {
    this.finding = { reason, field, value }
  }
}

/** The rule for rows of a file with these headings, amounts in that currency’s minor units. */
export function bookingDemandRule(headings: readonly string[], currency: Currency): RowRule {
  const at = Object.fromEntries(
    bookingDemandColumns.map((column) => [column, headings.indexOf(column)]),
  ) as Record<Column, number>
  const width = headings.length
  const digits = minorDigits(currency)
  return (cells) => {
    const cell = (column: Column) => (cells[at[column]] ?? '').trim()
    const status = statuses[cell('reservation_status')] ?? null
    if (cells.length !== width) {
      const field = cells.length < width ? (headings[cells.length] ?? '') : ''
      return { status, rejected: { reason: 'cellCount', field, value: String(cells.length) } }
    }
    try {
      return readRow(cell, status, digits)
    } catch (error) {
      if (error instanceof Rejected) return { status, rejected: error.finding }
      throw error
    }
  }
}

type Cell = (column: Column) => string

function readRow(cell: Cell, status: ImportedStatus | null, digits: number): RowAnswer {
  if (!status) throw new Rejected('statusUnknown', 'reservation_status', cell('reservation_status'))
  const notes: RowFinding<Note>[] = []
  const note = (reason: Note, field: Column) => notes.push({ reason, field, value: cell(field) })

  const arrival = arrivalOf(cell)
  const nights = count(cell, 'stays_in_weekend_nights') + count(cell, 'stays_in_week_nights')
  if (nights > maxNights) throw new Rejected('stayTooLong', 'stays_in_week_nights', String(nights))
  const departure = addDays(arrival, nights)
  if (nights === 0) note('zeroNights', 'stays_in_week_nights')
  const statusDate = statusDateOf(cell)
  const createdOn = createdOnOf(cell, arrival)

  const rate = rateOf(cell, digits, note)
  if (rate === 0 && nights > 0 && status === 'checked-out' && cell('market_segment') !== 'Complementary')
    note('rateZero', 'adr')
  if (rate >= outlierRate * 10 ** digits) note('rateOutlier', 'adr')

  const persons = personsOf(cell, note)
  if ((cell('is_canceled') === '0') !== (status === 'checked-out')) note('flagContradicts', 'is_canceled')
  if (status === 'checked-out' && statusDate !== departure)
    note('statusDateDiffers', 'reservation_status_date')
  if (status === 'cancelled' && statusDate > arrival) note('cancelledAfterArrival', 'reservation_status_date')

  const booked = required(cell, 'reserved_room_type')
  const source: ImportedBooking['source'] = {
    bookingChanges: count(cell, 'booking_changes'),
    specialRequests: count(cell, 'total_of_special_requests'),
    waitingDays: count(cell, 'days_in_waiting_list'),
    parkingSpaces: count(cell, 'required_car_parking_spaces'),
    customerType: required(cell, 'customer_type'),
    repeatedGuest: count(cell, 'is_repeated_guest'),
    previousCancellations: count(cell, 'previous_cancellations'),
    previousStays: count(cell, 'previous_bookings_not_canceled'),
    statusDate,
  }
  // Of day use no night tells the type slept in.
  if (nights === 0) source.assignedRoomType = required(cell, 'assigned_room_type')
  const nationality = nationalityOf(cell, note, source)
  return {
    status,
    notes,
    booking: {
      status,
      arrival,
      departure,
      rates: new Array<number>(nights).fill(rate),
      roomType: required(cell, 'assigned_room_type'),
      bookedRoomType: booked,
      chargedRoomType: booked,
      room: '',
      ratePlan: '',
      ...persons,
      meal: oneOf(cell, 'meal', meals),
      segment: oneOf(cell, 'market_segment', segments),
      channel: oneOf(cell, 'distribution_channel', channels),
      guarantee: oneOf(cell, 'deposit_type', guarantees),
      agency: account(cell, 'agent'),
      company: account(cell, 'company'),
      createdOn,
      cancelledOn: status === 'cancelled' ? statusDate : null,
      comment: '',
      source,
      guest: { ...unnamedGuest, nationality },
    },
  }
}

function arrivalOf(cell: Cell): BusinessDate {
  const month = months.get(cell('arrival_date_month'))
  if (!month) throw new Rejected('dateForm', 'arrival_date_month', cell('arrival_date_month'))
  const year = cell('arrival_date_year')
  const day = cell('arrival_date_day_of_month')
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = parseBusinessDate(text)
  if (!date) throw new Rejected('dateImpossible', 'arrival_date_day_of_month', text)
  return date
}

function statusDateOf(cell: Cell): BusinessDate {
  const text = cell('reservation_status_date')
  const date = parseBusinessDate(text)
  if (!date) throw new Rejected('dateImpossible', 'reservation_status_date', text)
  return date
}

function createdOnOf(cell: Cell, arrival: BusinessDate): BusinessDate {
  const lead = count(cell, 'lead_time')
  if (lead > 3660) throw new Rejected('numberForm', 'lead_time', cell('lead_time'))
  return addDays(arrival, -lead)
}

function rateOf(cell: Cell, digits: number, note: (reason: Note, field: Column) => void): number {
  const text = cell('adr')
  const exact = decimalToMinor(text, digits)
  const rate = exact ?? decimalToMinor(text, digits, 'half-even')
  if (rate === null) throw new Rejected('rateForm', 'adr', text)
  if (rate < 0) throw new Rejected('rateNegative', 'adr', text)
  if (exact === null) note('rateRounded', 'adr')
  return rate
}

function personsOf(cell: Cell, note: (reason: Note, field: Column) => void) {
  const adults = count(cell, 'adults')
  const infants = count(cell, 'babies')
  const noChildren = cell('children') === 'NA'
  const children = noChildren ? 0 : count(cell, 'children')
  if (noChildren) note('childrenMissing', 'children')
  if (adults + children + infants === 0) note('noPersons', 'adults')
  else if (adults === 0) note('noAdults', 'adults')
  if (adults >= manyPersons) note('personsOutlier', 'adults')
  else if (children >= manyPersons) note('personsOutlier', 'children')
  else if (infants >= manyPersons) note('personsOutlier', 'babies')
  return { adults, children, infants }
}

function nationalityOf(
  cell: Cell,
  note: (reason: Note, field: Column) => void,
  source: ImportedBooking['source'],
): string {
  const text = cell('country')
  if (noValue.has(text)) return ''
  if (isCountry(text)) return text
  const corrected = corrections[text] ?? alpha3Of(text)
  source.country = text
  note(corrected ? 'countryCorrected' : 'countryUnknown', 'country')
  return corrected ?? ''
}

/** A whole number from 0 up; sources write 0.0 where a column once had a gap. */
function count(cell: Cell, column: Column): number {
  const text = cell(column)
  const number = /^\d{1,6}(\.0+)?$/.test(text) ? Number(text) : Number.NaN
  if (Number.isNaN(number)) throw new Rejected('numberForm', column, text)
  return number
}

function required(cell: Cell, column: Column): string {
  const text = cell(column)
  if (text === '' || text.length > 40) throw new Rejected('valueUnknown', column, text)
  return text
}

function oneOf(cell: Cell, column: Column, values: Record<string, string>): string {
  const value = Object.hasOwn(values, cell(column)) ? values[cell(column)] : undefined
  if (value === undefined) throw new Rejected('valueUnknown', column, cell(column))
  return value
}

/** An account's number; written 304.0 in some copies of the file. */
function account(cell: Cell, column: Column): string {
  const text = cell(column)
  return noValue.has(text) ? '' : text.replace(/\.0+$/, '').slice(0, 40)
}
