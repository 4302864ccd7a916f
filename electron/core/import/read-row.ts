import type { ImportedBooking, Note, RowFinding } from '#shared/domain/import/row.ts'
import type { TableRow } from './source/table.ts'

/** A row that was read, on its way into the store: one booking, or a party of several rooms. */
export type ReadRow = {
  row: TableRow
  booking: ImportedBooking
  party: readonly ImportedBooking[]
  notes: RowFinding<Note>[]
}
