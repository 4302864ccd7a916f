import type { Source } from './source.ts'

/** Nights that count as occupied: of guests in house and gone, and from the source's business date (@today) on also what is confirmed. */
export function countedSql(row: string): string {
  return `(${row}.status in ('in-house', 'checked-out') or (${row}.status = 'confirmed' and ${row}.night >= @today))`
}

/** The newest change that a source has. */
export function lastSeqOf({ seq }: Source): number {
  return seq ?? Number.MAX_SAFE_INTEGER
}
