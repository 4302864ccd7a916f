import type { BulkKeys } from '#db/dialect/sqlite/bulk.ts'
import type { Note, Rejection, RowFinding } from '#shared/domain/import/row.ts'
import { findCardNumber } from '#shared/domain/privacy/privacy.ts'
import { createBreather } from '../jobs/breather.ts'
import type { JobHandle } from '../jobs/jobs.ts'
import { digestOf } from './digest.ts'
import { otherHotel } from './earlier.ts'
import type { Reading } from './rules.ts'
import type { FileTrouble } from './source/survey.ts'
import type { Table, TableRow } from './source/table.ts'
import type { Tally } from './tally.ts'
import type { BookingWriter } from './write-bookings.ts'

export type RowsToRead = {
  table: Table
  reading: Reading
  writer: BookingWriter
  tally: Tally
  /** Rows seen before, by their digest. */
  seen: BulkKeys
  /** The hotels whose bookings earlier imports brought; empty while none has. */
  hotels: readonly string[]
  /** Rows that the file has, as far as known, for the progress; 0 when nothing is known. */
  total: number
}

/** How often progress is told, in milliseconds. */
const progressEvery = 100
/** Values of the filter's column that a refusal names. */
const mostChoices = 20

/** Reads all rows, each into exactly one of filtered out, rejected, imported. Gives way to queries and to a cancel. */
export async function readRows(
  work: RowsToRead,
  handle: JobHandle,
): Promise<{ hotel: string | null } | 'cancelled' | FileTrouble> {
  const { table, reading, tally } = work
  const breathe = createBreather()
  const choices = new Set<string>()
  const hotels = new Set<string>()
  let told = performance.now()
  let done = 0
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
      if (single && row.cells.length === table.headings.length)
        hotels.add((row.cells[single.at] ?? '').trim())
      if (single && hotels.size > 1) return unknownFilter('hotel', single.column, '', hotels)
      const [hotel] = hotels
      if (hotel !== undefined && work.hotels.length > 0 && !work.hotels.includes(hotel))
        return otherHotel(work.hotels, hotel)
      readRow(work, row)
    }
  }
  handle.progress(done, done)
  const { where } = reading
  return where && tally.counts.rows === 0
    ? unknownFilter('row', where.column, where.value, choices)
    : { hotel: [...hotels][0] ?? null }
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

function readRow({ table, reading, writer, tally, seen }: RowsToRead, row: TableRow): void {
  const answer = reading.rule(row.cells)
  tally.read(answer.status)
  const card = cardIn(row, table.headings)
  const refusal =
    card ??
    controlIn(row, table.headings) ??
    brokenIn(row, table.headings, reading) ??
    ('rejected' in answer ? answer.rejected : null)
  const written = refusal || 'rejected' in answer ? null : writer.write(row.line, answer.booking)
  if (!written || 'rejected' in answer) {
    if (refusal) tally.rejected(row, refusal)
  } else if ('rejected' in written) {
    tally.rejected(row, written.rejected)
  } else {
    const key = digestOf(row.text)
    const notes: RowFinding<Note>[] = [...answer.notes, ...written.notes]
    if (!seen.add(key, row.line))
      notes.push({ reason: 'duplicateRow', field: '', value: String(seen.get(key) ?? '') })
    tally.imported(row, answer.booking.status, notes)
  }
}

/** An error (#DIV/0!) or a formula without a result in a column that is read: what was meant is not in the file. */
function brokenIn(
  { cells, broken }: TableRow,
  headings: readonly string[],
  { fields }: Reading,
): RowFinding<Rejection> | null {
  for (const [index, reason] of broken ?? []) {
    const heading = headings[index] ?? ''
    if (fields.has(heading)) return { reason, field: heading, value: cells[index] ?? '' }
  }
  return null
}

/** A control character that strayed into a cell, mapped or not: what else of the row went astray can't be told. */
function controlIn(row: TableRow, headings: readonly string[]): RowFinding<Rejection> | null {
  if (!control.test(row.text)) return null
  const index = row.cells.findIndex((cell) => control.test(cell))
  return index < 0 ? null : { reason: 'text', field: headings[index] ?? '', value: row.cells[index] ?? '' }
}

const control = /[\u0000-\u0008\u000b\u000e-\u001f]/

/** A card number in any cell, mapped or not, keeps the row out: it must not come in by another door either. */
function cardIn(row: TableRow, headings: readonly string[]): RowFinding<Rejection> | null {
  if (!findCardNumber(row.text)) return null
  for (const [index, cell] of row.cells.entries()) {
    const card = findCardNumber(cell)
    if (card)
      return { reason: 'cardNumber', field: headings[index] ?? '', value: `${card.brand} …${card.last4}` }
  }
  return null
}
