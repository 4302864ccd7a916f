import type { BulkKeys } from '#db/dialect/sqlite/bulk.ts'
import type { Fault, Note, RowFinding } from '#shared/domain/import/row.ts'
import { findCardNumber } from '#shared/domain/privacy/card-number.ts'
import type { GuestId } from '#shared/values/index.ts'
import { createBreather } from '../jobs/public.ts'
import type { JobHandle } from '../kernel/jobs.ts'
import type { RowComparer } from './compare-rows.ts'
import { digestOf } from './digest.ts'
import { otherHotel } from './earlier.ts'
import type { FirstRows } from './first-rows.ts'
import { faultsOfMerged, notesOfSheet } from './merged-rows.ts'
import type { ReadRow } from './read-row.ts'
import type { Reading } from './rules.ts'
import type { FileTrouble } from './source/survey.ts'
import type { Table, TableRow } from './source/table.ts'
import type { Tally } from './tally.ts'
import type { BookingWriter } from './write-bookings.ts'

export type RowsToRead = {
  table: Table
  reading: Reading
  writer: BookingWriter
  /** Compares rows with earlier imports of the same system; null where there is nothing to compare. */
  comparer: RowComparer | null
  /** The first bookings, for a dry run to show. */
  first: FirstRows | null
  tally: Tally
  /** Rows seen before, by their digest. */
  seen: BulkKeys
  /** The hotels whose bookings earlier imports brought; empty while none has. */
  hotels: readonly string[]
  /** Rows that a workbook hides are passed over like those that the filter does not pick. */
  skipHidden: boolean
  /** Rows that the file has, as far as known, for the progress; 0 when nothing is known. */
  total: number
}

/** How often progress is reported, in milliseconds. */
const progressEvery = 100
/** Values of the filter's column that a refusal names. */
const mostChoices = 20

/** `hidden`: rows that the workbook hides, among those that the filter picks. */
export type RowsRead = { hotel: string | null; hidden: number }

/** Reads all rows, each into exactly one of filtered out, rejected, imported. Gives way to queries and to a cancel. */
export async function readRows(
  work: RowsToRead,
  handle: JobHandle,
): Promise<RowsRead | 'cancelled' | FileTrouble> {
  const { table, reading, tally } = work
  const breathe = createBreather()
  const choices = new Set<string>()
  const hotels = new Set<string>()
  let told = performance.now()
  let done = 0
  let hidden = 0
  for await (const batch of table.rows) {
    for (const row of batch) {
      done++
      const pause = breathe()
      if (pause) {
        if (performance.now() - told > progressEvery) {
          told = performance.now()
          handle.progress(done, work.total === 0 ? 0 : Math.max(done, work.total))
        }
        await pause
        if (handle.cancelled) return 'cancelled'
      }
      const { where, single } = reading
      if (where && !picked(row, where, choices)) {
        tally.skip()
        continue
      }
      if (row.hidden) hidden++
      if (row.hidden && work.skipHidden) {
        tally.skip()
        continue
      }
      if (single && row.cells.length === table.headings.length)
        hotels.add((row.cells[single.at] ?? '').trim())
      if (single && hotels.size > 1) return unknownFilter('hotel', single.column, '', hotels)
      const [hotel] = hotels
      if (hotel !== undefined && work.hotels.length > 0 && !work.hotels.includes(hotel))
        return otherHotel(work.hotels, hotel)
      const comparing = readRow(work, row)
      if (comparing) await comparing
    }
  }
  if (handle.cancelled) return 'cancelled'
  await work.comparer?.finish()
  handle.progress(done, done)
  const { where } = reading
  return where && tally.counts.rows === 0
    ? unknownFilter('row', where.column, where.value, choices)
    : { hotel: [...hotels][0] ?? null, hidden }
}

/** Whether the filter picks the row; what else it could pick is kept for the words of a refusal. */
function picked(row: TableRow, where: { at: number; value: string }, choices: Set<string>): boolean {
  const value = (row.cells[where.at] ?? '').trim()
  if (choices.size < mostChoices) choices.add(value)
  return value === where.value
}

/** The filter names no row, or none is given where the file holds several hotels: the values to choose from. */
function unknownFilter(
  why: 'hotel' | 'row',
  column: string,
  value: string,
  choices: Set<string>,
): FileTrouble {
  return {
    code: 'WHERE_UNKNOWN',
    params: {
      why,
      where: value === '' ? '' : `${column}=${value}`,
      choices: [...choices].map((choice) => `${column}=${choice}`).join(', '),
    },
  }
}

/** Awaited only where rows are compared: of a file of millions each turn costs. */
function readRow(work: RowsToRead, row: TableRow): Promise<void> | undefined {
  const { table, reading, tally, comparer } = work
  const beside = brokenBeside(row, table.headings, reading)
  const answer = reading.rule(withoutBroken(row.cells, beside), row)
  tally.read(answer.status)
  const faults = faultsOf(row, table.headings, reading, 'rejected' in answer ? answer.rejected : [])
  if (faults.length > 0 || 'rejected' in answer) {
    tally.rejected(row, faults)
    comparer?.passOver(numberIn(row, table.headings, reading))
    return undefined
  }
  const notes = [...beside.values(), ...answer.notes, ...notesOfSheet(row, table.headings, reading)]
  const read: ReadRow = { row, booking: answer.booking, party: answer.party ?? [], notes }
  if (comparer)
    return comparer.take(read).then((isTaken) => {
      if (!isTaken) insertRow(work, read, comparer.isComparing)
    })
  insertRow(work, read, false)
  return undefined
}

/** Brings a row in as a booking of its own. `isNew`: it was compared with an earlier import, and is not there. */
export function insertRow(
  { writer, tally, seen, first }: Pick<RowsToRead, 'writer' | 'tally' | 'seen' | 'first'>,
  read: ReadRow,
  isNew: boolean,
): void {
  const { row, booking, party, notes: before } = read
  const written = writer.write(row.line, booking, party)
  if ('rejected' in written) {
    tally.rejected(row, written.rejected)
    return
  }
  const key = digestOf(row.text)
  const notes: RowFinding<Note>[] = [...before, ...written.notes]
  if (!seen.add(key, row.line))
    notes.push({ reason: 'duplicateRow', field: '', value: String(seen.get(key) ?? '') })
  tally.imported(row, booking.status, notes)
  if (isNew) tally.isNew(row)
  first?.add(read, notes, isNew ? 'new' : null, [])
}

/**
 * Brings in rooms that came to a row of which others are on file, for the guest of those: without a number where somebody
 * has that room.
 */
export function insertRooms(
  writer: BookingWriter,
  { row, booking, party }: ReadRow,
  guest: GuestId,
): RowFinding<Note>[] {
  const rooms = writer.write(row.line, booking, party, guest)
  if ('notes' in rooms) return rooms.notes
  const [first = booking, ...others] = [booking, ...party].map((one) => ({ ...one, room: '' }))
  const again = writer.write(row.line, first, others, guest)
  const dropped = rooms.rejected.map(({ field, value }) => ({ reason: 'roomDropped' as const, field, value }))
  return [...('notes' in again ? again.notes : []), ...dropped]
}

/** The confirmation number of a row that was left out. */
function numberIn({ cells }: TableRow, headings: readonly string[], { fields }: Reading): string {
  const heading = [...fields].find(([, field]) => field === 'confirmationNo')?.[0]
  return heading === undefined ? '' : (cells[headings.indexOf(heading)] ?? '').trim()
}

/**
 * Every fault of a row. What is wrong with a cell as such comes first and says all there is to say of that cell: that
 * #DIV/0! is no number either helps nobody.
 */
function faultsOf(
  row: TableRow,
  headings: readonly string[],
  reading: Reading,
  ofRule: readonly Fault[],
): Fault[] {
  const ofCells = [
    ...cardsIn(row, headings, reading),
    ...controlsIn(row, headings, reading),
    ...brokenIn(row, headings, reading),
    ...faultsOfMerged(row, headings, reading),
  ]
  const fields = new Set(ofCells.map(({ field }) => field))
  const first = ofCells.filter(
    ({ field }, index) => ofCells.findIndex((one) => one.field === field) === index,
  )
  return [...first, ...ofRule.filter(({ field }) => !fields.has(field))]
}

/** An error (#DIV/0!) or a formula without a result in a column of the stay: what was meant is not in the file. */
function brokenIn({ cells, broken }: TableRow, headings: readonly string[], reading: Reading): Fault[] {
  return [...(broken ?? [])].flatMap(([index, reason]) => {
    const field = headings[index] ?? ''
    const isRead = reading.fields.has(field) && !reading.beside.has(field)
    return isRead ? [{ reason, field, value: cells[index] ?? '' }] : []
  })
}

/** The same in a column beside the stay: a note, by the column. */
function brokenBeside(
  { cells, broken }: TableRow,
  headings: readonly string[],
  { fields, beside }: Reading,
): ReadonlyMap<number, RowFinding<Note>> {
  return new Map(
    [...(broken ?? [])].flatMap(([index, reason]) => {
      const field = headings[index] ?? ''
      const finding = { reason, field, value: cells[index] ?? '' }
      return fields.has(field) && beside.has(field) ? [[index, finding] as const] : []
    }),
  )
}

function withoutBroken(cells: readonly string[], broken: ReadonlyMap<number, unknown>): readonly string[] {
  return broken.size === 0 ? cells : cells.map((cell, index) => (broken.has(index) ? '' : cell))
}

/** A control character in a column of the stay: what else of the cell is damaged can't be known. */
function controlsIn({ text, cells }: TableRow, headings: readonly string[], { beside }: Reading): Fault[] {
  if (!control.test(text)) return []
  return cells.flatMap((value, index) => {
    const field = headings[index] ?? ''
    return control.test(value) && !beside.has(field) ? [{ reason: 'text' as const, field, value }] : []
  })
}

const control = /[\u0000-\u0008\u000b\u000e-\u001f]/

/** No card's number has fewer digits. */
const shortestCard = 13

/** A card number in any cell, mapped or not, keeps the row out: it must not come in by another door either. */
function cardsIn({ cells }: TableRow, headings: readonly string[], { orderNumbers }: Reading): Fault[] {
  return cells.flatMap((cell, index) => {
    const heading = headings[index] ?? ''
    const none = cell.length < shortestCard || orderNumbers.has(heading)
    const card = none ? null : findCardNumber(cell)
    const value = card && `${card.brand} …${card.last4}`
    return value ? [{ reason: 'cardNumber' as const, field: heading, value }] : []
  })
}
