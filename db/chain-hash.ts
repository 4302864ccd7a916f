import { hash } from 'node:crypto'
import type { ChangesTable } from './schema/change.ts'

/** SHA-256 over the previous hash and the row's columns in the order of the table. */
export function chainHash(previous: string, row: Omit<ChangesTable, 'hash'>): string {
  const text = JSON.stringify([
    previous,
    row.seq,
    row.command,
    row.moment,
    row.business_date,
    row.actor,
    row.workstation,
    row.operation,
    row.entity,
    row.entity_id,
    row.booking_id,
    row.before,
    row.after,
    row.reason,
    row.request_id,
    row.undoes,
  ])
  return hash('sha256', text, 'base64url')
}
