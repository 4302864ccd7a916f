import { type LostWork, namedLosses, type StoreFacts } from '#shared/domain/backup/facts.ts'
import { type RetentionRule, retention } from '#shared/domain/backup/retention.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { keepsPersonalApart, readChangeOrigin } from '../../log-format.ts'

/** Reads a store's facts. Its rows are counted, which takes about a second on a million guests. */
export function factsOf(raw: RawDatabase): StoreFacts {
  const count = (table: string) => raw.prepare(`select count(*) from ${table}`).pluck().get() as number
  const hotel = raw.prepare('select hotel_name, time_zone, business_date from settings').get() as
    | { hotel_name: string; time_zone: string; business_date: string }
    | undefined
  const last = raw.prepare('select seq, hash, moment from changes order by seq desc limit 1').get() as
    | StoreFacts['lastChange']
    | undefined
  return {
    store: storeOf(raw),
    hotelName: hotel?.hotel_name ?? '',
    timeZone: hotel?.time_zone ?? 'UTC',
    businessDate: hotel?.business_date ?? '',
    format: Number(raw.pragma('user_version', { simple: true })),
    guests: count('guests'),
    bookings: count('bookings'),
    changes: count('changes'),
    lastChange: last ?? { seq: 0, hash: '', moment: '' },
  }
}

/** How long the hotel keeps copies; the usual rule in a store of a program that had no setting for it. */
export function readRule(raw: RawDatabase): RetentionRule {
  const there = raw.prepare("select 1 from sqlite_master where name = 'backup_settings'").get()
  const chosen =
    there &&
    raw
      .prepare('select keep_days as days, keep_weeks as weeks, keep_months as months from backup_settings')
      .get()
  return (chosen as RetentionRule | undefined) ?? retention
}

/** What a store is known by: the hash of its first change, which stays the same when a migration hashes the log again. */
function storeOf(raw: RawDatabase): string {
  return readChangeOrigin(raw)?.firstHash ?? hashAt(raw, 1) ?? ''
}

/**
 * What is in the log of `present` and not in that of `copy`. A hash stands for all changes before it, so that both logs
 * are the same up to one place: found by halving, also where the store was restored to an older copy before and went on.
 */
export function lostBy(present: RawDatabase, copy: RawDatabase): LostWork {
  const common = lastCommon(present, copy)
  const between = present
    .prepare(
      'select count(*) as changes, min(moment) as first, max(moment) as last from changes where seq > ?',
    )
    .get(common) as Omit<LostWork, 'operations' | 'rows'>
  const operations = present
    .prepare(
      'select operation, count(*) as changes from changes where seq > ? group by operation order by changes desc, operation',
    )
    .all(common) as LostWork['operations']
  const rows = present
    .prepare('select seq, moment, actor, operation from changes where seq > ? order by seq limit ?')
    .all(common, namedLosses) as LostWork['rows']
  return { ...between, operations, rows }
}

function lastCommon(present: RawDatabase, copy: RawDatabase): number {
  const at = keepsPersonalApart(present) === keepsPersonalApart(copy) ? hashAt : writtenAt
  let same = 0
  let different = Math.min(newestSeq(present), newestSeq(copy)) + 1
  while (different - same > 1) {
    const middle = Math.floor((same + different) / 2)
    const here = at(present, middle)
    if (here !== null && here === at(copy, middle)) same = middle
    else different = middle
  }
  return same
}

/** A migration hashed one of the logs again: what was done then, to the millisecond, is the same in both. */
function writtenAt(raw: RawDatabase, seq: number): string | null {
  const row = raw
    .prepare('select moment, actor, workstation, operation, entity, entity_id from changes where seq = ?')
    .raw()
    .get(seq)
  return row === undefined ? null : JSON.stringify(row)
}

function newestSeq(raw: RawDatabase): number {
  return raw.prepare('select coalesce(max(seq), 0) from changes').pluck().get() as number
}

function hashAt(raw: RawDatabase, seq: number): string | null {
  return (
    (raw.prepare('select hash from changes where seq = ?').pluck().get(seq) as string | undefined) ?? null
  )
}
