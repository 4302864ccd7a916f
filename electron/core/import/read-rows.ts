import type { BulkKeys } from '#db/dialect/bulk.ts'
import type { Note, Rejection, RowFinding } from '#shared/domain/import.ts'
import { findCardNumber } from '#shared/domain/privacy.ts'
import { createBreather } from '../breather.ts'
import type { JobHandle } from '../jobs.ts'
import { digestOf } from './digest.ts'
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
  /** Rows that the file has, as far as known: for the progress. */
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
): Promise<'read' | 'cancelled' | FileTrouble> {
  const { table, reading, tally } = work
  const breathe = createBreather()
  const choices = new Set<string>()
  let told = performance.now()
  let done = 0
  for await (const batch of table.rows) {
    for (const row of batch) {
      done++
      const pause = breathe()
      if (pause) {
        if (performance.now() - told > progressEvery) {
          told = performance.now()
          handle.progress(done, Math.max(done, work.total))
        }
        await pause
        if (handle.cancelled) return 'cancelled'
      }
      const at = reading.where?.at ?? reading.single?.at
      if (at !== undefined && choices.size < mostChoices) choices.add((row.cells[at] ?? '').trim())
      if (reading.single && choices.size > 1) return unknownFilter(reading, choices)
      if (reading.where && (row.cells[reading.where.at] ?? '').trim() !== reading.where.value) tally.skip()
      else readRow(work, row)
    }
  }
  handle.progress(done, done)
  return reading.where && tally.counts.rows === 0 ? unknownFilter(reading, choices) : 'read'
}

/** The filter names no row, or none is given where the file holds several hotels: the values to choose from. */
function unknownFilter({ where, single }: Reading, choices: Set<string>): FileTrouble {
  const column = where?.column ?? single?.column ?? ''
  return {
    code: 'WHERE_UNKNOWN',
    params: {
      where: where ? `${where.column}=${where.value}` : '',
      choices: [...choices].map((value) => `${column}=${value}`).join(', '),
    },
  }
}

function readRow({ table, reading, writer, tally, seen }: RowsToRead, row: TableRow): void {
  const answer = reading.rule(row.cells)
  tally.read(answer.status)
  const card = cardIn(row, table.headings)
  const refusal = card ?? ('rejected' in answer ? answer.rejected : null)
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

/** A card number in any cell, mapped or not, keeps the row out: it must not come in by another door either. */
function cardIn(row: TableRow, headings: readonly string[]): RowFinding<Rejection> | null {
  if (!/\d[^,;\t|]{11,}\d/.test(row.text) || !findCardNumber(row.text)) return null
  for (const [index, cell] of row.cells.entries()) {
    const card = findCardNumber(cell)
    if (card)
      return { reason: 'cardNumber', field: headings[index] ?? '', value: `${card.brand} …${card.last4}` }
  }
  return null
}
