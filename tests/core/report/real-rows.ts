import { type RealHotel, readRealRows } from '#tests/support/real-hotel.ts'

/**
 * The real bookings by a few lines of our own: no query, rule or date of the program, so that figures are worked out twice. Dates
 * are numbers of days; rates are in cents.
 */
export type RealBooking = {
  status: string
  arrival: number
  nights: number
  created: number
  /** Null for who was not cancelled. */
  cancelled: number | null
  rate: number
  persons: number
  adults: number
  cut: { [dimension: string]: string | null }
  lead: number
  /** How often it was changed, which is all that the file says of it. */
  changes: number
  isRepeated: boolean
}

const dayMs = 86_400_000
const months = 'January February March April May June July August September October November December'.split(
  ' ',
)
const words: Record<string, string> = {
  'Online TA': 'online-agency',
  'Offline TA/TO': 'travel-agent',
  Groups: 'group',
  Complementary: 'complimentary',
  'TA/TO': 'travel-agent',
  BB: 'breakfast',
  HB: 'half-board',
  FB: 'full-board',
  SC: 'room-only',
}
const countries: Record<string, string> = { CN: 'CHN', TMP: 'TLS' }
/** The program's word for one of the file's. */
export const plain = (text: string) => words[text] ?? text.toLowerCase()
const named = (text: string) => (text === 'NULL' ? null : text)

export const dayOf = (date: string) => Date.parse(date) / dayMs
export const dateOf = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10)

export function readRealBookings(hotel: RealHotel): RealBooking[] {
  return readRealRows(hotel)
    .filter(({ adr }) => !adr?.startsWith('-'))
    .map((row) => {
      const cell = (name: string) => row[name] ?? ''
      const number = (name: string) => Number(cell(name)) || 0
      const month = months.indexOf(cell('arrival_date_month'))
      const arrival =
        Date.UTC(number('arrival_date_year'), month, number('arrival_date_day_of_month')) / dayMs
      const nights = number('stays_in_weekend_nights') + number('stays_in_week_nights')
      const lead = number('lead_time')
      const country = named(cell('country'))
      return {
        status: cell('reservation_status'),
        arrival,
        nights,
        created: arrival - lead,
        cancelled: cell('reservation_status') === 'Canceled' ? dayOf(cell('reservation_status_date')) : null,
        rate: Math.round(number('adr') * 100),
        persons: number('adults') + number('children') + number('babies'),
        adults: number('adults'),
        lead,
        changes: number('booking_changes'),
        isRepeated: cell('is_repeated_guest') === '1',
        cut: {
          roomType: cell('assigned_room_type'),
          bookedType: cell('reserved_room_type'),
          segment: plain(cell('market_segment')),
          channel: plain(cell('distribution_channel')),
          meal: cell('meal') === 'Undefined' ? 'undefined-meal' : plain(cell('meal')),
          agency: named(cell('agent')),
          company: named(cell('company')),
          country: country === null ? null : (countries[country] ?? country),
          leadTime: String(bandOf([0, 1, 2, 4, 8, 15, 31, 61, 91, 181, 366], lead)),
          stayLength: String(bandOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 15, 31], nights)),
        },
      }
    })
}

function bandOf(bands: readonly number[], value: number): number {
  return bands.filter((least) => value >= least).at(-1) ?? 0
}

/** Monday of its week, and so on. */
export function timeOf(dimension: string, day: number): string {
  const date = dateOf(day)
  if (dimension === 'day') return date
  if (dimension === 'week') return dateOf(day - ((day + 3) % 7))
  if (dimension === 'month') return date.slice(0, 7)
  if (dimension === 'quarter') return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`
  if (dimension === 'weekday') return String((day + 4) % 7)
  return date.slice(0, 4)
}

/** Sums of figures by a text; keys in no order. */
export function sumBy<R>(
  rows: Iterable<R>,
  keyOf: (row: R) => string | null,
  figures: (row: R) => Record<string, number>,
): Map<string | null, Record<string, number>> {
  const sums = new Map<string | null, Record<string, number>>()
  for (const row of rows) {
    const key = keyOf(row)
    const sum = sums.get(key) ?? {}
    sums.set(key, sum)
    for (const [name, value] of Object.entries(figures(row))) sum[name] = (sum[name] ?? 0) + value
  }
  return sums
}

/** Half of the numbers lie on either side of it. */
export function middleOf(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
