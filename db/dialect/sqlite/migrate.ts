import { rmSync } from 'node:fs'
import type { Kysely } from 'kysely'
import type { Connection } from '../../handles.ts'
import type { migrations } from '../../migrations/index.ts'
import { inTransaction } from '../../transaction.ts'
import { writeWith } from '../building.ts'
import { applicationId, makePrivate } from '../place.ts'
import type { RawDatabase } from './connection.ts'
import { type StoreTrouble, trouble } from './store-trouble.ts'

export type Steps = typeof migrations

/** The version that a store had before its migration, and the copy that was made then. */
export type MigratedFrom = { version: number; copy: string }

/**
 * Brings a store to the version that `steps` lead to, and answers what it was before; null when nothing was migrated.
 * A store of a newer program, or one that is not whole before or after, is refused.
 */
export async function migrateStore(
  raw: RawDatabase,
  db: Connection,
  { file, path }: { file: string; path: string },
  steps: Steps,
): Promise<MigratedFrom | null | { trouble: StoreTrouble }> {
  const found = Number(raw.pragma('user_version', { simple: true }))
  const known = steps.length
  if (found > known) return trouble('STORE_NEWER', file, { found, known })
  if (isUnversioned(raw, found)) return trouble('STORE_DAMAGED', file)
  const migratedFrom = found < known ? await migrate(raw, db, path, found, steps) : null
  if (migratedFrom === 'damaged' || isHeadBroken(raw)) return trouble('STORE_DAMAGED', file)
  return migratedFrom
}

/** Tables without a version were not left so by this program: treated as a new store, every step would fail on them. */
function isUnversioned(raw: RawDatabase, found: number): boolean {
  return found < 0 || (found === 0 && raw.prepare('select 1 from sqlite_master limit 1').get() !== undefined)
}

/**
 * Each migration is one transaction with its version in it: a crash leaves the store at a whole version. Foreign keys
 * are not enforced meanwhile, because a table that is made again is dropped in between, and its children would go with it
 * (on delete cascade); instead every reference is looked at before the commit, and a broken one is no migration.
 */
async function migrate(raw: RawDatabase, db: Connection, path: string, found: number, steps: Steps) {
  let copy = ''
  if (found > 0) {
    if (raw.pragma('integrity_check(1)', { simple: true }) !== 'ok') return 'damaged' as const
    copy = `${path}.before-${steps.length}`
    rmSync(copy, { force: true })
    makePrivate(copy)
    raw.prepare('vacuum into ?').run(copy)
  } else {
    raw.pragma(`application_id = ${applicationId}`)
    // Into the file itself: a process that is killed before its first checkpoint would leave a file without our mark.
    raw.pragma('wal_checkpoint(TRUNCATE)')
  }
  // Only outside a transaction: inside one the pragma does nothing.
  raw.pragma('foreign_keys = OFF')
  // A step may edit the schema's own text (0006); nothing else may.
  raw.unsafeMode(true)
  try {
    for (const migration of steps.slice(found)) {
      await inTransaction(db, async (tx) => {
        await migration.up(writeWith(tx) as unknown as Kysely<unknown>)
        const [broken] = raw.pragma('foreign_key_check') as { table: string; parent: string }[]
        if (broken)
          throw new Error(`${migration.name} breaks a reference: ${broken.table} → ${broken.parent}`)
        raw.pragma(`user_version = ${migration.number}`)
      })
    }
  } finally {
    raw.unsafeMode(false)
    raw.pragma('foreign_keys = ON')
  }
  return found > 0 ? { version: found, copy } : null
}

/** The head names the newest change row; another newest row means that commits were lost or rows were cut off. */
function isHeadBroken(raw: RawDatabase): boolean {
  // A table that is not there, at this version, was lost with the page that named it.
  const tables = raw.prepare("select count(*) from sqlite_master where name in ('changes', 'change_head')")
  if (tables.pluck().get() !== 2) return true
  const head = raw.prepare('select seq, hash from change_head').get() as
    | { seq: number; hash: string }
    | undefined
  const last = raw.prepare('select seq, hash from changes order by seq desc limit 1').get() as typeof head
  return (head?.seq ?? 0) !== (last?.seq ?? 0) || (head?.hash ?? '') !== (last?.hash ?? '')
}
