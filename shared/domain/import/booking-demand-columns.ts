/** The columns of the file “Hotel booking demand” and the words that are in them. */
import type { ImportedStatus, ImportField } from './row.ts'

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
export type DemandColumn = (typeof bookingDemandColumns)[number]

/** What the columns become, where one field is what one column becomes: for showing beside the headings. */
export const bookingDemandFields: ReadonlyMap<string, ImportField> = new Map<DemandColumn, ImportField>([
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

/** The columns of the profile that a file lacks; none of it fits then. */
export function missingDemandColumns(headings: readonly string[]): string[] {
  return bookingDemandColumns.filter((column) => !headings.includes(column))
}

/** The file's own words for a status, and so below for the other columns with words. */
export const statuses: Record<string, ImportedStatus> = {
  'Check-Out': 'checked-out',
  Canceled: 'cancelled',
  'No-Show': 'no-show',
}
export const months = new Map(
  'January February March April May June July August September October November December'
    .split(' ')
    .map((name, index) => [name, index + 1]),
)
export const meals: Record<string, string> = {
  BB: 'breakfast',
  HB: 'half-board',
  FB: 'full-board',
  SC: 'room-only',
  Undefined: 'undefined-meal',
}
export const segments: Record<string, string> = {
  Direct: 'direct',
  Corporate: 'corporate',
  'Online TA': 'online-agency',
  'Offline TA/TO': 'travel-agent',
  Complementary: 'complimentary',
  Groups: 'group',
  Aviation: 'aviation',
  Undefined: 'undefined',
}
export const channels: Record<string, string> = {
  Direct: 'direct',
  Corporate: 'corporate',
  'TA/TO': 'travel-agent',
  GDS: 'gds',
  Undefined: 'undefined',
}
export const guarantees: Record<string, string> = {
  'No Deposit': 'none',
  Refundable: 'refundable',
  'Non Refund': 'non-refundable',
}
/** Country codes of the file that are not ISO 3166-1 alpha-3 today. */
export const corrections: Record<string, string> = { CN: 'CHN', TMP: 'TLS' }
