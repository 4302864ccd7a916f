import type { Writer } from '#db/handles.ts'
import { readBookingsUnder, type UnseenBooking } from '#db/queries/import/known-bookings.ts'
import { matchRows, recordOf, type SourceRecord, saysTheSame } from '#shared/domain/import/source-record.ts'
import type { BusinessDate, ImportBatchId } from '#shared/values/index.ts'
import { createBreather } from '../jobs/public.ts'
import { digestOf } from './digest.ts'
import { listMissing } from './list-missing.ts'
import type { ReadRow } from './read-row.ts'
import { recordOnFile } from './record-on-file.ts'
import { type ComparerParts, createOutcomes, type Entry, type Known, type Waiting } from './row-outcomes.ts'

/** Compares rows with what earlier imports of the same system brought, by the number that the system gave. */
export type RowComparer = {
  /** Whether an earlier import of the same system is on file: a row is new only beside one. */
  isComparing: boolean
  /** Answers whether the row means a booking on file, or waits to be compared; if not, it is a new one. */
  take: (row: ReadRow) => Promise<boolean>
  /** A row that was left out: the booking under its number is in the file all the same. */
  passOver: (number: string) => void
  /** Compares the rows that wait, and lists the bookings that the file does not have any more. */
  finish: () => Promise<void>
}

/** Rows that wait in memory until all of a number are known; then they are compared as they are. */
const mostWaiting = 20_000

export function createComparer(input: ComparerParts, language: string): RowComparer {
  const { parts, tx, system, stated, tally, updater } = input
  const own = new Set(system.batches.map(({ id }) => id))
  const matched = parts.bulk.keys('bookings_matched')
  const inFile = parts.bulk.keys('numbers_passed')
  const span: Span = { from: null, to: null }
  let waiting: Waiting[] = []
  const knownUnder = (number: string) => readKnown(tx, number, parts.batchId)
  /** Bookings of this system under the number that no row was found to mean yet. */
  const left = (known: readonly Known[]) =>
    known.filter(({ id, batch }) => own.has(batch) && matched.get(String(id)) === undefined)

  const { update, bringIn } = createOutcomes(input, own, matched)

  async function compareWaiting(): Promise<void> {
    const breathe = createBreather()
    const groups = Map.groupBy(waiting, ({ number }) => number)
    waiting = []
    const isNew: [Waiting, Known[]][] = []
    for (const [number, rows] of groups) {
      const known = await knownUnder(number)
      const pairs = matchRows(
        rows.flatMap(({ entries }) => entries),
        left(known),
      )
      for (const row of rows) {
        const ofRow = new Map([...pairs].filter(([entry]) => row.entries.includes(entry)))
        const added = row.entries.filter((entry) => !pairs.has(entry))
        if (ofRow.size > 0) await update(row, ofRow, added)
        else isNew.push([row, known])
      }
      await breathe()
    }
    // A room that one booking leaves may be another's by the same file.
    await updater.finish()
    for (const [row, known] of isNew) bringIn(row, known)
  }

  return {
    isComparing: own.size > 0,
    take: async (row) => {
      const { booking, party } = row
      widen(span, booking.arrival)
      const number = String(booking.source.confirmationNo ?? '')
      const known = number === '' ? [] : await knownUnder(number)
      if (known.length === 0 && (booking.room === '' || own.size === 0)) return false
      const entries = [booking, ...party].map((one) => ({
        booking: one,
        record: recordOf(one, stated, digestOf),
      }))
      const exact = matchExactly(entries, left(known))
      if (exact) await update(row, exact, [])
      else waiting.push({ ...row, number, entries })
      if (waiting.length >= mostWaiting) await compareWaiting()
      return true
    },
    passOver: (number) => {
      if (number !== '') inFile.add(number, 1)
    },
    finish: async () => {
      await compareWaiting()
      if (span.from === null || span.to === null) return
      const batches = system.batches.filter(({ filter }) => filter === input.filter).map(({ id }) => id)
      const isInFile = ({ id, number }: UnseenBooking) =>
        matched.get(String(id)) !== undefined || inFile.get(number) !== undefined
      await listMissing(tx, { batches, from: span.from, to: span.to }, isInFile, tally.gone, language)
    },
  }
}

/** The booking of each room, where the source states of all of them what it stated before; else null. */
function matchExactly(entries: readonly Entry[], onFile: readonly Known[]): Map<Entry, Known> | null {
  const pairs = new Map<Entry, Known>()
  const free = onFile.filter(({ isRecorded }) => isRecorded)
  for (const entry of entries) {
    const at = free.findIndex(({ record }) => saysTheSame(record, entry.record))
    const [found] = at < 0 ? [] : free.splice(at, 1)
    if (!found) return null
    pairs.set(entry, found)
  }
  return pairs
}

/** The arrivals of a file, from the first to the last. */
type Span = { from: BusinessDate | null; to: BusinessDate | null }

function widen(span: Span, arrival: BusinessDate): void {
  if (span.from === null || arrival < span.from) span.from = arrival
  if (span.to === null || arrival > span.to) span.to = arrival
}

async function readKnown(tx: Writer, number: string, except: ImportBatchId): Promise<Known[]> {
  const known: Known[] = []
  for (const row of await readBookingsUnder(tx, number, except)) {
    const said = row.said === null ? null : (JSON.parse(row.said) as SourceRecord)
    known.push({ ...row, isRecorded: said !== null, record: said ?? (await recordOnFile(tx, row.id)) })
  }
  return known
}
