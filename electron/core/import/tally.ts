import type { Fault, FindingKind, ImportField, Note, RowFinding } from '#shared/domain/import/row.ts'
import type { FindingSink } from './findings.ts'
import type { TableRow } from './source/table.ts'
import type { Updated } from './update-bookings.ts'

/** Counts what became of each row, and hands the findings on. */
export type Tally = {
  counts: TallyCounts
  skip: () => void
  /** A row that passed the filter, with the status it states. */
  read: (status: string | null) => void
  imported: (row: TableRow, status: string, notes: readonly RowFinding<Note>[]) => void
  rejected: (row: TableRow, faults: readonly Fault[]) => void
  /** A row of which the booking is on file from an earlier import. */
  compared: (row: TableRow, updated: Updated, notes: readonly RowFinding<Note>[]) => void
  /** A row that no earlier import brought, where one is compared. */
  isNew: (row: TableRow) => void
  /** A booking of an earlier import that has no row any more. */
  gone: (booking: string) => void
  /** What is recorded about the import as a whole, of no row alone. */
  noted: (finding: RowFinding<Note>) => void
}

export type TallyCounts = {
  rows: number
  filteredOut: number
  imported: number
  /** Rows by reason; a row with several reasons counts under each, so that the sum may exceed the rejected rows. */
  rejected: Record<string, number>
  notes: Record<string, number>
  byStatus: Record<string, number>
  byStatusRead: Record<string, number>
  /** Rows by what an earlier import of the same system makes of them, and the bookings that have no row. */
  compared: { new: number; changed: number; same: number; gone: number }
}

/** A status that can't be read is counted under this word, so that the statuses read add up to the rows. */
const unreadable = 'unknown'

/** `fields`: which column is read as which field, for the findings of bookings on file. */
export function createTally(findings: FindingSink, fields: ReadonlyMap<string, ImportField | ''>): Tally {
  const counts: TallyCounts = {
    rows: 0,
    filteredOut: 0,
    imported: 0,
    rejected: {},
    notes: {},
    byStatus: {},
    byStatusRead: {},
    compared: { new: 0, changed: 0, same: 0, gone: 0 },
  }
  const add = ({ line, text }: TableRow, kind: FindingKind, finding: RowFinding) =>
    findings.add({
      line,
      kind,
      reason: finding.reason,
      field: finding.field,
      value: finding.value,
      row: text,
    })
  return {
    counts,
    skip: () => {
      counts.filteredOut++
    },
    read: (status) => {
      counts.rows++
      count(counts.byStatusRead, status ?? unreadable)
    },
    imported: (row, status, notes) => {
      counts.imported++
      count(counts.byStatus, status)
      for (const note of notes) {
        count(counts.notes, note.reason)
        add(row, 'noted', note)
      }
    },
    compared: (row, { status, changes, kept, withoutRoom }, notes) => {
      counts.imported++
      count(counts.byStatus, status)
      const outcome = changes.length > 0 ? 'changed' : 'same'
      counts.compared[outcome]++
      for (const { field, from, to } of changes)
        add(row, 'changed', { reason: 'changed', field: columnOf(fields, field), value: `${from} → ${to}` })
      if (changes.length === 0) add(row, 'same', { reason: 'same', field: '', value: '' })
      const ofRow = [
        ...notes,
        ...kept.map(({ reason, field, here, file }) => ({
          reason,
          field: columnOf(fields, field),
          value: `${here} ≠ ${file}`,
        })),
        ...(withoutRoom === null
          ? []
          : [{ reason: 'roomDropped' as const, field: columnOf(fields, 'room'), value: withoutRoom }]),
      ]
      for (const reason of new Set(ofRow.map((note) => note.reason))) count(counts.notes, reason)
      for (const note of ofRow) add(row, 'noted', note)
    },
    isNew: (row) => {
      counts.compared.new++
      add(row, 'new', { reason: 'new', field: '', value: '' })
    },
    gone: (booking) => {
      counts.compared.gone++
      add({ line: 0, cells: [], text: '' }, 'gone', { reason: 'gone', field: '', value: booking })
    },
    noted: (finding) => {
      count(counts.notes, finding.reason)
      add({ line: 0, cells: [], text: '' }, 'noted', finding)
    },
    rejected: (row, faults) => {
      for (const reason of new Set(faults.map((fault) => fault.reason))) count(counts.rejected, reason)
      for (const fault of faults) add(row, 'rejected', fault)
    },
  }
}

/** Columns that state a field under another name. */
const others: Readonly<Record<string, ImportField>> = {
  departure: 'nights',
  rate: 'total',
  nativeName: 'familyName',
}

/** The heading of the column that states a field. */
function columnOf(fields: ReadonlyMap<string, ImportField | ''>, field: string): string {
  const of = (wanted: string | undefined) => [...fields].find(([, read]) => read === wanted)?.[0]
  return of(field) ?? of(others[field]) ?? field
}

function count(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1
}
