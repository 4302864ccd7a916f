import { parseBusinessDate } from '#shared/values/index.ts'
import { keepChanges, stayAsWritten, stayButErased, stayButErasedApproved } from '../../change-guards.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { keepsApprovals, keepsPersonalApart } from '../../log-format.ts'
import { error, type Finding, namedOfAKind } from './finding.ts'

/**
 * Anyone who is on file came there by a change: a log from which rows were cut together with its head is whole in itself,
 * and only what it no longer tells of gives it away. An import's unnamed guests are under its own row.
 */
export function examineLogged(raw: RawDatabase): Finding[] {
  const without = (table: string, entity: string, what: string, where = '1') =>
    raw
      .prepare(
        `select ${what} from ${table} t where ${where}
           and not exists (select 1 from changes where entity = '${entity}' and entity_id = t.id) limit ?`,
      )
      .all(namedOfAKind) as Finding['params'][]
  const guards = {
    changes_keep: keepChanges,
    changes_stay: stayOf(raw),
  }
  const triggers = Object.entries(guards).flatMap(([name, text]) => {
    const there = raw.prepare('select sql from sqlite_master where name = ?').pluck().get(name)
    return oneLine(there) === oneLine(text) ? [] : [name]
  })
  return [
    ...triggers.map((name) => error('TRIGGER_MISSING', { name })),
    ...without('guests', 'guest', 'id as guest', 'unnamed = 0').map((row) => error('GUEST_UNLOGGED', row)),
    ...without('bookings', 'booking', 'confirmation_no as confirmationNo').map((row) =>
      error('BOOKING_UNLOGGED', row),
    ),
    ...without('requests', 'request', 'id as request').map((row) => error('REQUEST_UNLOGGED', row)),
    ...examineSourceRecords(raw),
  ]
}

/** The guard that a store of this form has over its log. */
function stayOf(raw: RawDatabase): string {
  if (!keepsPersonalApart(raw)) return stayAsWritten
  return keepsApprovals(raw) ? stayButErasedApproved : stayButErased
}

/**
 * What a source stated of a booking is compared with its next export: it can be read, and its import stands. A store of
 * a version before has no such records.
 */
function examineSourceRecords(raw: RawDatabase): Finding[] {
  if (!raw.prepare("select 1 from sqlite_master where name = 'source_records'").get()) return []
  const odd = raw
    .prepare(
      `select r.booking_id as booking, r.batch_id as batch from source_records r
       where not json_valid(r.said)
         or r.batch_id in (select id from import_batches where taken_back_at is not null) limit ?`,
    )
    .all(namedOfAKind) as { booking: number; batch: number }[]
  return odd.map((row) => error('SOURCE_RECORD', row))
}

function oneLine(sql: unknown): string {
  return String(sql).replace(/\s+/g, ' ').trim().toLowerCase()
}

/** Every guest with a name can be found; nobody can be found who is not there. */
export function examineSearch(raw: RawDatabase): Finding[] {
  const missing = raw
    .prepare('select id from guests where unnamed = 0 and id not in (select rowid from guest_search) limit ?')
    .all(namedOfAKind) as { id: number }[]
  const leftOver = raw
    .prepare('select rowid as id from guest_search where rowid not in (select id from guests) limit ?')
    .all(namedOfAKind) as { id: number }[]
  return [
    ...missing.map((row) => error('SEARCH_MISSING', { guest: row.id })),
    ...leftOver.map((row) => error('SEARCH_LEFT_OVER', { guest: row.id })),
  ]
}

export function examineSettings(raw: RawDatabase): Finding[] {
  const settings = raw.prepare('select business_date as businessDate from settings').get() as
    | { businessDate: string }
    | undefined
  if (!settings) return [{ severity: 'warning', code: 'SETTINGS', params: { why: 'not set up' } }]
  const { businessDate } = settings
  return parseBusinessDate(businessDate) ? [] : [error('BUSINESS_DATE', { date: businessDate })]
}
