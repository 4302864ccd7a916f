/**
 * A row of several rooms: as many bookings, in one party. Totals are split to the last minor unit and persons as evenly
 * as they go; what is said of one room (rate, nights) is said of each.
 */
import { type CountField, readCountText } from './counts.ts'
import { type GenericRow, readCount } from './generic-row.ts'
import { isPlaceholder } from './placeholder.ts'
import type { ImportedBooking, ImportedStatus } from './row.ts'
import { readIdentifier } from './side-fields.ts'

/** The most rooms that one row may book. */
const mostRooms = 200

/** How many rooms the row says it is for, apart from its room-nights. */
export function readRooms(row: GenericRow, status: ImportedStatus | null): number {
  const cancelled = status === 'cancelled'
  if (!cancelled && states(row, 'cancelledRooms') && readCount(row, 'cancelledRooms', 0) > 0)
    row.reject('roomsCancelled', 'cancelledRooms')
  // Merged over several rows, the count is that of the rows: each is a room of its own.
  if (!states(row, 'rooms') || row.isShared('rooms')) return 1
  const rooms = readCount(row, 'rooms', 1)
  if (rooms > mostRooms) row.reject('roomsTooMany', 'rooms')
  else if (readCountText(row.cell('rooms'), 'rooms') === 0 && !cancelled) row.reject('roomsNone', 'rooms')
  else if (rooms > 1) row.note('partyOfRow', 'rooms')
  return Math.min(mostRooms, Math.max(1, rooms))
}

/**
 * The rooms as the room-nights have it too: six of a stay of two nights are three rooms where no column counts rooms.
 * What fits neither is noted.
 */
export function roomsByNights(row: GenericRow, rooms: number, nights: number): number {
  if (!states(row, 'roomNights') || row.isShared('roomNights') || nights === 0) return rooms
  const roomNights = readCount(row, 'roomNights', nights)
  // Some systems count the nights of one room there.
  if (roomNights === nights * rooms || roomNights === nights) return rooms
  const implied = roomNights / nights
  if (!states(row, 'rooms') && Number.isInteger(implied) && implied > 1 && implied <= mostRooms) {
    row.note('partyOfRow', 'roomNights')
    return implied
  }
  row.note('nightsDiffer', 'roomNights')
  return rooms
}

/** Whether a cell counts anything; “-” does not. */
function states(row: GenericRow, field: CountField): boolean {
  const text = row.cell(field)
  return text !== '' && (/\p{N}/u.test(text) || !isPlaceholder(text))
}

/** A sum in as many parts; the first ones carry the units that don't divide. */
export function splitEvenly(sum: number, parts: number): number[] {
  const each = Math.floor(sum / Math.max(1, parts))
  return Array.from({ length: parts }, (_, index) => each + (index < sum - each * parts ? 1 : 0))
}

type Persons = Pick<ImportedBooking, 'adults' | 'children' | 'infants'>

/** The persons of each room. Fewer adults than rooms can only be those of one room: nobody books a room for no one. */
export function splitPersons({ adults, children, infants }: Persons, rooms: number): Persons[] {
  const perRoom = adults < rooms
  const split = (count: number) =>
    perRoom ? Array.from({ length: rooms }, () => count) : splitEvenly(count, rooms)
  const [a, c, i] = [split(adults), split(children), split(infants)]
  return a.map((count, index) => ({ adults: count, children: c[index] ?? 0, infants: i[index] ?? 0 }))
}

/** The room numbers of a party: one for each room where as many are named, else none, and the text is kept. */
export function roomNumbers(row: GenericRow, rooms: number): string[] {
  const text = readIdentifier(row, 'room', rooms === 1 ? 20 : 20 * rooms)
  if (rooms === 1) return [text]
  const numbers = text.split(/[,，、;；/+&\s]+/).filter((number) => number !== '')
  if (
    numbers.length === rooms &&
    new Set(numbers).size === rooms &&
    numbers.every(({ length }) => length <= 20)
  )
    return numbers
  if (text !== '') {
    row.source.room = text
    row.note('valueKept', 'room')
  }
  return Array.from({ length: rooms }, () => '')
}
