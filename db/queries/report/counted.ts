import type { Source } from './source.ts'

/** Nights that count as occupied: of guests in house and gone, and from the source's business date (@today) on also what is confirmed. */
export function countedSql(row: string): string {
  return `(${row}.status in ('in-house', 'checked-out') or (${row}.status = 'confirmed' and ${row}.night >= @today))`
}

/** The newest change that a source has. */
export function lastSeqOf({ seq }: Source): number {
  return seq ?? Number.MAX_SAFE_INTEGER
}

/**
 * The date from which a booking was off the books: its cancellation, or the arrival of those who did not come. Lists of other systems
 * have cancellations without a date: those count as called off on the day they were made, or they would be on the books for ever.
 */
export function lossDateSql(row: string): string {
  return `case ${row}.status when 'cancelled' then coalesce(${row}.cancelled_on, ${row}.created_on) when 'no-show' then ${row}.arrival end`
}
