import type { FirstBooking } from '#shared/contract/import.ts'
import type { Note, RowFinding } from '#shared/domain/import/row.ts'
import { latinName } from '#shared/domain/name/name.ts'
import { withoutCards } from '#shared/domain/privacy/card-number.ts'
import type { ReadRow } from './read-row.ts'

/** The first bookings of a file as they would be, each beside its row. */
export type FirstRows = {
  add: (
    row: ReadRow,
    notes: readonly RowFinding<Note>[],
    outcome: FirstBooking['outcome'],
    changes: FirstBooking['changes'],
  ) => void
  /** In the order of the file. */
  list: () => FirstBooking[]
}

const mostRows = 20
const longestCell = 80

/** Rows that are compared with bookings on file come late: what is kept is the first of the file, not of the work. */
export function createFirstRows(): FirstRows {
  let rows: FirstBooking[] = []
  return {
    add: (read, notes, outcome, changes) => {
      if (rows.length === mostRows && read.row.line > (rows.at(-1)?.line ?? 0)) return
      rows = [...rows, bookingOf(read, notes, outcome, changes)]
        .sort((a, b) => a.line - b.line)
        .slice(0, mostRows)
    },
    list: () => rows,
  }
}

function bookingOf(
  { row, booking, party }: ReadRow,
  notes: readonly RowFinding<Note>[],
  outcome: FirstBooking['outcome'],
  changes: FirstBooking['changes'],
): FirstBooking {
  const { guest, rates } = booking
  const [first = null] = rates
  return {
    line: row.line,
    cells: row.cells.map((cell) => withoutCards(cell.slice(0, longestCell))),
    guest: guest.nativeName || latinName(guest),
    guestLatinName: latinName(guest),
    arrival: booking.arrival,
    departure: booking.departure,
    nights: rates.length,
    rooms: party.length + 1,
    roomType: booking.roomType,
    room: booking.room,
    rateMinor: rates.every((rate) => rate === first) ? first : null,
    totalMinor: rates.reduce((sum, rate) => sum + rate, 0),
    status: booking.status,
    outcome,
    changes,
    notes: [...new Set(notes.map(({ reason }) => reason))],
  }
}
