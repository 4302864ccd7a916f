import { bookingDemandColumns } from '#shared/domain/import/booking-demand-columns.ts'

const usualRow: Record<(typeof bookingDemandColumns)[number], string> = {
  hotel: 'City Hotel',
  is_canceled: '0',
  lead_time: '30',
  arrival_date_year: '2016',
  arrival_date_month: 'August',
  arrival_date_week_number: '33',
  arrival_date_day_of_month: '12',
  stays_in_weekend_nights: '1',
  stays_in_week_nights: '2',
  adults: '2',
  children: '0',
  babies: '0',
  meal: 'BB',
  country: 'PRT',
  market_segment: 'Online TA',
  distribution_channel: 'TA/TO',
  is_repeated_guest: '0',
  previous_cancellations: '0',
  previous_bookings_not_canceled: '0',
  reserved_room_type: 'A',
  assigned_room_type: 'D',
  booking_changes: '1',
  deposit_type: 'No Deposit',
  agent: '9',
  company: 'NULL',
  days_in_waiting_list: '0',
  customer_type: 'Transient',
  adr: '98.55',
  required_car_parking_spaces: '0',
  total_of_special_requests: '2',
  reservation_status: 'Check-Out',
  reservation_status_date: '2016-08-15',
}
export type DemandRow = Partial<typeof usualRow>

/** Cells of one row of the data set, a usual stay but for what is given. */
export function demandRow(row: DemandRow = {}): string[] {
  const whole = { ...usualRow, ...row }
  return bookingDemandColumns.map((column) => whole[column])
}

/** A file like the data set. */
export function demandFile(rows: readonly DemandRow[]): string {
  const lines = [bookingDemandColumns.join(','), ...rows.map((row) => demandRow(row).join(','))]
  return `${lines.join('\n')}\n`
}
