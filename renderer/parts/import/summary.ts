import type { ImportSummary } from '#shared/contract/import.ts'
import type { FindingKind } from '#shared/domain/import/row.ts'
import { isKey, type Key } from '#shared/i18n/index.ts'

export type Reason = { kind: FindingKind; reason: string; rows: number }

/** Why rows were rejected or noted, rejected first, the most frequent first. */
export function reasonsOf({ rejected, notes }: Pick<ImportSummary, 'rejected' | 'notes'>): Reason[] {
  const sorted = (counts: Record<string, number>, kind: Reason['kind']) =>
    Object.entries(counts)
      .map(([reason, rows]) => ({ kind, reason, rows }))
      .sort((a, b) => b.rows - a.rows || a.reason.localeCompare(b.reason))
  return [...sorted(rejected, 'rejected'), ...sorted(notes, 'noted')]
}

/** All counts together. */
export function totalOf(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, rows) => sum + rows, 0)
}

const order = [
  'checked-out',
  'in-house',
  'confirmed',
  'waitlisted',
  'enquiry',
  'cancelled',
  'no-show',
  'unknown',
]

/** Each status with what the file says and what was imported, in the order in which a stay goes. */
export function statusesOf({ byStatus, byStatusRead }: Pick<ImportSummary, 'byStatus' | 'byStatusRead'>) {
  const names = [...new Set([...Object.keys(byStatusRead), ...Object.keys(byStatus)])]
  return names
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((status) => ({ status, read: byStatusRead[status] ?? 0, kept: byStatus[status] ?? 0 }))
}

/** A reason in words; one that an older program noted is shown as its code. */
export function reasonWords(reason: string, t: (key: Key) => string): string {
  const key = `import.reason.${reason}`
  return isKey(key) ? t(key) : reason
}

/** A field in words; a fact of the source is shown as it is called. */
export function fieldWords(field: string, t: (key: Key) => string): string {
  const key = `import.field.${field}`
  return isKey(key) ? t(key) : field
}

/** A status in words; `unknown` are the rows that were rejected before they had one. */
export function statusWords(status: string, t: (key: Key) => string): string {
  const key = status === 'unknown' ? 'import.report.noStatus' : `shell.mark.${status}`
  return isKey(key) ? t(key) : status
}

/** The summary that a finished job carries; null for anything else. */
export function summaryOf(result: unknown): ImportSummary | null {
  const known = typeof result === 'object' && result !== null && 'byStatusRead' in result
  return known ? (result as ImportSummary) : null
}

/** Which findings are shown. */
export type FindingFilter = { kind: 'all' | FindingKind; reason: string | null }

/** Rejected rows are looked at first, then what an import changes of bookings on file. */
export function firstFilter({
  rejected,
  compared,
}: Pick<ImportSummary, 'rejected' | 'compared'>): FindingFilter {
  if (totalOf(rejected) > 0) return { kind: 'rejected', reason: null }
  return { kind: compared && compared.changed > 0 ? 'changed' : 'all', reason: null }
}

/** The kinds of findings that a report has: without an earlier import of the same system, nothing was compared. */
export function kindsOf({ compared }: Pick<ImportSummary, 'compared'>): FindingFilter['kind'][] {
  const ofComparison: FindingKind[] = compared ? ['changed', 'new', 'same', 'gone'] : []
  return ['rejected', ...ofComparison, 'noted', 'all']
}

/** How many findings pass a filter. */
export function countOf(
  summary: Pick<ImportSummary, 'rejected' | 'notes' | 'compared'>,
  { kind, reason }: FindingFilter,
): number {
  const { rejected, notes, compared = { new: 0, changed: 0, same: 0, gone: 0 } } = summary
  if (kind !== 'all' && kind !== 'rejected' && kind !== 'noted') return compared[kind]
  if (reason !== null) return (kind === 'rejected' ? rejected[reason] : notes[reason]) ?? 0
  if (kind === 'rejected') return totalOf(rejected)
  return totalOf(notes) + (kind === 'noted' ? 0 : totalOf(rejected) + totalOf(compared))
}
