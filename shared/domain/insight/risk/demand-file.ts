/**
 * Bookings as they were made from rows of the file “Hotel booking demand” (Antonio, de Almeida, Nunes 2019): the same facts as
 * from a store, so that anybody can check the model against public data. The columns that were written later (`neverUsed`) are
 * read for the outcome alone.
 */

import { businessDateOf, isBusinessDate, toDayNumber } from '../../../values/index.ts'
import { type DemandColumn, months } from '../../import/booking-demand-columns.ts'
import {
  createCoder,
  createMade,
  type MadeBookings,
  outcomeCame,
  outcomeCancelled,
  outcomeNoShow,
  type RiskCategory,
  setDays,
} from './made.ts'
import { countTogether } from './together.ts'

const outcomes: Record<string, number> = {
  'Check-Out': outcomeCame,
  Canceled: outcomeCancelled,
  'No-Show': outcomeNoShow,
}

const categoryColumns = [
  ['meal', 'meal'],
  ['segment', 'market_segment'],
  ['channel', 'distribution_channel'],
  ['guarantee', 'deposit_type'],
  ['roomType', 'reserved_room_type'],
  ['agency', 'agent'],
  ['company', 'company'],
  ['customerKind', 'customer_type'],
] as const satisfies readonly (readonly [RiskCategory, DemandColumn])[]

/** What is read of a file; a file that lacks one of them can't be used. */
export const riskFileColumns = [
  'hotel',
  'lead_time',
  'arrival_date_year',
  'arrival_date_month',
  'arrival_date_day_of_month',
  'stays_in_weekend_nights',
  'stays_in_week_nights',
  'adults',
  'children',
  'babies',
  'adr',
  'previous_cancellations',
  'previous_bookings_not_canceled',
  'reservation_status',
  'reservation_status_date',
  ...categoryColumns.map(([, column]) => column),
] as const satisfies readonly DemandColumn[]

export type FileRow = (column: DemandColumn) => string

/** A row that can't be read: its place from 0, and the column that is wrong. */
export type UnreadRow = { row: number; column: DemandColumn }

/** The bookings of the rows, without those that have no arrival, lead time or known status; these are told. */
export function madeFromFile(rows: readonly FileRow[]): { made: MadeBookings; unread: UnreadRow[] } {
  const unread: UnreadRow[] = []
  const readable = rows.filter((cell, row) => {
    const column = firstFault(cell)
    if (column) unread.push({ row, column })
    return !column
  })
  const made = createMade(readable.length)
  const coders = categoryColumns.map(([name]) => createCoder(made.words[name]))
  for (const [row, cell] of readable.entries()) setRow(made, row, cell, coders)
  countTogether(made)
  return { made, unread }
}

function firstFault(cell: FileRow): DemandColumn | null {
  if (arrivalOf(cell) === null) return 'arrival_date_year'
  if (!/^\d{1,4}$/.test(cell('lead_time'))) return 'lead_time'
  if (!Object.hasOwn(outcomes, cell('reservation_status'))) return 'reservation_status'
  if (!isBusinessDate(cell('reservation_status_date'))) return 'reservation_status_date'
  return null
}

function arrivalOf(cell: FileRow): number | null {
  const month = String(months.get(cell('arrival_date_month')) ?? 0).padStart(2, '0')
  const date = `${cell('arrival_date_year')}-${month}-${cell('arrival_date_day_of_month').padStart(2, '0')}`
  return isBusinessDate(date) ? toDayNumber(date) : null
}

function setRow(
  made: MadeBookings,
  row: number,
  cell: FileRow,
  coders: readonly ((word: string) => number)[],
): void {
  const number = (column: DemandColumn) => numberOf(cell(column))
  const arrival = arrivalOf(cell) as number
  const nights = number('stays_in_weekend_nights') + number('stays_in_week_nights')
  made.id[row] = row + 1
  setDays(made, row, { arrival, createdOn: arrival - number('lead_time'), nights })
  const outcome = outcomes[cell('reservation_status')] as number
  made.outcome[row] = outcome
  if (outcome === outcomeCancelled)
    made.cancelledOn[row] = toDayNumber(businessDateOf(cell('reservation_status_date')))
  const { numbers } = made
  numbers.adults[row] = number('adults')
  numbers.children[row] = number('children') + number('babies')
  numbers.rate[row] = number('adr')
  numbers.earlierStays[row] = number('previous_bookings_not_canceled')
  numbers.earlierCancellations[row] = number('previous_cancellations')
  for (const [at, [name, column]] of categoryColumns.entries()) {
    const word = cell(column)
    made.codes[name][row] = (coders[at] as (word: string) => number)(word === 'NULL' ? '' : word)
  }
}

/** NaN, “not known”, for NA and anything else that is no number. */
function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text)
}
