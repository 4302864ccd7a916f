import type { RawDatabase } from './dialect/sqlite/connection.ts'

/** Whether the log keeps who approved an act. */
export function keepsApprovals(raw: RawDatabase): boolean {
  return hasColumn(raw, 'approved_by')
}

function hasColumn(raw: RawDatabase, name: string): boolean {
  return raw.prepare("select 1 from pragma_table_info('changes') where name = ?").get(name) !== undefined
}

/** Whether the log keeps personal values apart; doctor and restoring read stores from before that, too. */
export function keepsPersonalApart(raw: RawDatabase): boolean {
  return hasColumn(raw, 'erased')
}

/** Where a chain begins that a migration wrote: the earlier log's newest sequence and hash, and its first hash. */
export type ChangeOrigin = { seq: number; hash: string; firstHash: string }

/** Undefined where the log began in this form. */
export function readChangeOrigin(raw: RawDatabase): ChangeOrigin | undefined {
  if (!keepsPersonalApart(raw)) return undefined
  return raw.prepare('select seq, hash, first_hash as firstHash from change_origin').get() as
    | ChangeOrigin
    | undefined
}
