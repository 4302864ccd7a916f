import { hash, randomFillSync } from 'node:crypto'
import type { ChangesTable } from './schema/change.ts'

/** What of a row can be erased without breaking the chain. */
export type Sealed = Pick<
  ChangesTable,
  'salt' | 'personal_before' | 'personal_after' | 'reason' | 'request_id'
>
type Hashed = Omit<ChangesTable, 'hash'>

/**
 * SHA-256 over the previous hash and the row's columns in the order of the table, as they are when it is erased: `reason`
 * and `request_id` as null, and at the end the digest of what was erased, where there was anything. Who
 * approved it stands with what it undoes: a row that nobody approved is hashed as it was before approvals were kept.
 */
export function chainHash(previous: string, row: Hashed): string {
  const digest = sealedDigest(row)
  return sha256(
    JSON.stringify([
      ...openColumns(previous, row),
      null,
      null,
      ...undoesOf(row),
      ...(digest === null ? [] : [digest]),
    ]),
  )
}

/** The hash of a row of a log from before personal values were kept apart (formats 1 to 5). */
export function earlierChainHash(previous: string, row: Hashed): string {
  return sha256(JSON.stringify([...openColumns(previous, row), row.reason, row.request_id, row.undoes]))
}

/** A log from before approvals were kept has no such column. */
function undoesOf({ undoes, approved_by: approver }: Hashed) {
  return [(approver ?? null) === null ? undoes : [undoes, approver]]
}

function openColumns(previous: string, row: Hashed): (string | number | null)[] {
  return [
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
  ]
}

/**
 * SHA-256 over a row's salt and its personal values: what stands for them in the row's hash. The salt is random and goes
 * with the values when they are erased, so that they can't be guessed from the digest. Null where there is nothing; of an
 * erased row, the digest that was left in it.
 */
export function sealedDigest(row: Sealed & Pick<ChangesTable, 'erased'>): string | null {
  const sealed = [row.salt, row.personal_before, row.personal_after, row.reason, row.request_id]
  if (sealed.every((value) => value === null)) return row.erased
  return sha256(JSON.stringify(row.erased === null ? sealed : [row.erased, ...sealed]))
}

const saltBytes = 16
const pool = Buffer.alloc(saltBytes * 256)
let used = pool.length

/** 128 random bits as text; drawn for many rows at once. */
export function newSalt(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += saltBytes
  return pool.toString('base64url', used - saltBytes, used)
}

function sha256(text: string): string {
  return hash('sha256', text, 'base64url')
}
