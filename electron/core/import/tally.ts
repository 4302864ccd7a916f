import type { Fault, FindingKind, Note, RowFinding } from '#shared/domain/import/row.ts'
import type { FindingSink } from './findings.ts'
import type { TableRow } from './source/table.ts'

/** Counts what became of each row, and hands the findings on. */
export type Tally = {
  counts: TallyCounts
  skip: () => void
  /** A row that passed the filter, with the status it states. */
  read: (status: string | null) => void
  imported: (row: TableRow, status: string, notes: readonly RowFinding<Note>[]) => void
  rejected: (row: TableRow, faults: readonly Fault[]) => void
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
}

/** A status that can't be read is counted under this word, so that the statuses read add up to the rows. */
const unreadable = 'unknown'

export function createTally(findings: FindingSink): Tally {
  const counts: TallyCounts = {
    rows: 0,
    filteredOut: 0,
    imported: 0,
    rejected: {},
    notes: {},
    byStatus: {},
    byStatusRead: {},
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

function count(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1
}
