import type { BulkKeys } from '#db/dialect/sqlite/bulk.ts'
import type { Writer } from '#db/handles.ts'
import type { BookingUnderNumber } from '#db/queries/import/known-bookings.ts'
import type { Fault, ImportedBooking, ImportField, Note, RowFinding } from '#shared/domain/import/row.ts'
import { isSameStay, type SourceRecord } from '#shared/domain/import/source-record.ts'
import type { GuestId, ImportBatchId } from '#shared/values/index.ts'
import type { FirstRows } from './first-rows.ts'
import type { ReadRow } from './read-row.ts'
import type { SourceSystem } from './source-system.ts'
import type { Tally } from './tally.ts'
import type { BookingUpdater, Updated } from './update-bookings.ts'
import type { WriteParts } from './write-parts.ts'

export type ComparerParts = {
  parts: WriteParts
  tx: Writer
  system: SourceSystem
  /** The fields that the file has columns for. */
  stated: ReadonlySet<ImportField>
  filter: string
  tally: Tally
  updater: BookingUpdater
  /** The first bookings, for a dry run to show. */
  first: FirstRows | null
  /** Brings a row in as bookings of its own. */
  insert: (row: ReadRow, isNew: boolean) => void
  /** Brings in rooms that came to a row of which others are on file; answers with what is wrong with them. */
  insertRooms: (row: ReadRow, guest: GuestId) => RowFinding<Note>[]
}

export type Known = BookingUnderNumber & { record: SourceRecord; isRecorded: boolean }
/** One room of a row. */
export type Entry = { booking: ImportedBooking; record: SourceRecord }
/** A row until all of its number are known. */
export type Waiting = ReadRow & { number: string; entries: Entry[] }

/** What becomes of a row that was compared. */
export type Outcomes = {
  /** Lays its rooms over the bookings that they mean; `added`: rooms that none is on file of. */
  update: (row: ReadRow, pairs: ReadonlyMap<Entry, Known>, added: readonly Entry[]) => Promise<void>
  /** Brought in as new, unless the very same stay came from a system that nobody named. */
  bringIn: (row: Waiting, known: readonly Known[]) => void
}

export function createOutcomes(
  { system, tally, updater, first, insert, insertRooms }: ComparerParts,
  own: ReadonlySet<ImportBatchId>,
  matched: BulkKeys,
): Outcomes {
  return {
    update: async (row, pairs, added) => {
      const all: Updated[] = []
      const [room, ...party] = added.map(({ booking }) => booking)
      const tell = (updated: Updated) => {
        all.push(updated)
        if (all.length < pairs.size) return
        const more = room ? insertRooms({ ...row, booking: room, party }, updated.guestId) : []
        const whole = together(all, added.length)
        const notes = [...row.notes, ...more]
        tally.compared(row.row, whole, notes)
        first?.add(row, notes, whole.changes.length > 0 ? 'changed' : 'same', whole.changes)
      }
      for (const { id } of pairs.values()) matched.add(String(id), 1)
      for (const [{ booking, record }, known] of pairs)
        await updater.update({ id: known.id, base: baseOf(known), now: record, booking }, tell)
    },
    bringIn: (row, known) => {
      const same = known.find(
        ({ batch, record }) =>
          !own.has(batch) && row.entries.some((entry) => isSameStay(record, entry.record)),
      )
      if (same && !(system.isNamed && system.namedOthers.has(same.batch))) {
        const fault: Fault = { reason: 'confirmationOnFile', field: 'confirmationNo', value: row.number }
        tally.rejected(row.row, [fault])
        return
      }
      if (same || known.some(({ batch }) => own.has(batch)))
        row.notes.push({ reason: 'confirmationOther', field: 'confirmationNo', value: row.number })
      insert(row, own.size > 0)
    },
  }
}

/** What became of the rooms of a row; what was changed alike in several is told once. */
function together(all: readonly Updated[], added: number): Updated {
  const distinct = <T extends object>(list: readonly T[]) => [
    ...new Map(list.map((one) => [JSON.stringify(one), one])).values(),
  ]
  const more = { field: 'rooms', from: String(all.length), to: String(all.length + added) }
  return {
    status: all[0]?.status ?? 'confirmed',
    guestId: all[0]?.guestId ?? (0 as GuestId),
    changes: [...distinct(all.flatMap(({ changes }) => changes)), ...(added > 0 ? [more] : [])],
    kept: distinct(all.flatMap(({ kept }) => kept)),
    withoutRoom: all.find(({ withoutRoom }) => withoutRoom !== null)?.withoutRoom ?? null,
  }
}

/** Of a booking whose source was not kept, only who the guest was is known to be the source's word. */
function baseOf({ isRecorded, record }: Known): SourceRecord {
  const { guest = '', guestId = 0 } = record
  return isRecorded ? record : { guest, guestId }
}
