import { parseBusinessDate } from '#shared/values/index.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { chainHash } from '../../repositories/change/repository.ts'
import type { ChangesTable } from '../../schema/change.ts'
import { error, type Finding, namedOfAKind } from './finding.ts'

export type { Finding } from './finding.ts'

/** The file's own structure, page by page, and every reference between tables. */
export function examineIntegrity(raw: RawDatabase): Finding[] {
  const rows = raw.pragma(`integrity_check(${namedOfAKind})`) as { integrity_check: string }[]
  const broken = rows.filter((row) => row.integrity_check !== 'ok')
  const keys = raw.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
  return [
    ...broken.map((row): Finding => error('INTEGRITY', { detail: row.integrity_check })),
    ...keys
      .slice(0, namedOfAKind)
      .map((row) => error('FOREIGN_KEY', { table: row.table, row: row.rowid ?? 0, parent: row.parent })),
  ]
}

/**
 * Walks the whole log in its order and computes every hash anew. An edited row breaks its own hash; a missing one
 * leaves a gap in the sequence; a moved one stands where the hash before it is another's.
 */
export function examineChain(raw: RawDatabase, progress: (done: number, total: number) => void): Finding[] {
  const findings: Finding[] = []
  const total = (raw.prepare('select count(*) as n from changes').get() as { n: number }).n
  let previous = { seq: 0, hash: '' }
  let done = 0
  for (const row of raw.prepare('select * from changes order by seq').iterate() as Iterable<ChangesTable>) {
    if (findings.length < namedOfAKind) findings.push(...troubleWithRow(previous, row))
    previous = { seq: row.seq, hash: row.hash }
    done += 1
    if (done % 5000 === 0) progress(done, total)
  }
  const head = raw.prepare('select seq, hash from change_head').get() as typeof previous | undefined
  if ((head?.seq ?? 0) !== previous.seq || (head?.hash ?? '') !== previous.hash) {
    findings.push(error('CHANGE_HEAD', { expected: head?.seq ?? 0, found: previous.seq }))
  }
  return findings
}

function troubleWithRow(previous: { seq: number; hash: string }, row: ChangesTable): Finding[] {
  const gap = row.seq !== previous.seq + 1
  const missing = gap ? [error('CHANGE_MISSING', { from: previous.seq + 1, to: row.seq - 1 })] : []
  const { hash, ...rest } = row
  if (chainHash(previous.hash, rest) === hash || gap) return missing
  return [
    error(row.command > row.seq ? 'CHANGE_MISPLACED' : 'CHANGE_EDITED', {
      seq: row.seq,
      operation: row.operation,
      moment: row.moment,
    }),
  ]
}

/**
 * Whoever is on file came there by a change: a log from which rows were cut together with its head is whole in itself,
 * and only what it no longer tells of gives it away. An import's unnamed guests stand under its own row.
 */
export function examineLogged(raw: RawDatabase): Finding[] {
  const without = (table: string, entity: string, what: string, where = '1') =>
    raw
      .prepare(
        `select ${what} from ${table} t where ${where}
           and not exists (select 1 from changes where entity = '${entity}' and entity_id = t.id) limit ?`,
      )
      .all(namedOfAKind) as Finding['params'][]
  const triggers = ['changes_keep', 'changes_stay'].filter(
    (name) => !isGuarding(raw.prepare('select sql from sqlite_master where name = ?').pluck().get(name)),
  )
  return [
    ...triggers.map((name) => error('TRIGGER_MISSING', { name })),
    ...without('guests', 'guest', 'id as guest', 'unnamed = 0').map((row) => error('GUEST_UNLOGGED', row)),
    ...without('bookings', 'booking', 'confirmation_no as confirmationNo').map((row) =>
      error('BOOKING_UNLOGGED', row),
    ),
    ...without('requests', 'request', 'id as request').map((row) => error('REQUEST_UNLOGGED', row)),
  ]
}

function isGuarding(sql: unknown): boolean {
  return /^create trigger \w+ before (delete|update) on changes begin select raise\(abort/i.test(String(sql))
}

/** Every booking has just the nights of [arrival, departure), they take inventory as its status says, and it holds their sum. */
export function examineNights(raw: RawDatabase): Finding[] {
  const counts = raw
    .prepare(
      `select b.confirmation_no as confirmationNo, count(n.id) as nights,
         cast(julianday(b.departure) - julianday(b.arrival) as integer) as expected
       from bookings b left join room_nights n on n.booking_id = b.id and n.night >= b.arrival and n.night < b.departure
       group by b.id having nights <> expected limit ?`,
    )
    .all(namedOfAKind) as { confirmationNo: string; nights: number; expected: number }[]
  const live = raw
    .prepare(
      `select distinct b.confirmation_no as confirmationNo, b.status as status
       from room_nights n join bookings b on b.id = n.booking_id
       where n.live <> (b.status in ('confirmed', 'in-house', 'checked-out')) or n.night < b.arrival or n.night >= b.departure limit ?`,
    )
    .all(namedOfAKind) as { confirmationNo: string; status: string }[]
  const sums = raw
    .prepare(
      `select confirmation_no as confirmationNo from bookings b
       where total_minor <> coalesce((select sum(rate_minor) from room_nights where booking_id = b.id), 0)
         or last_room_id is not (select room_id from room_nights where booking_id = b.id order by night desc limit 1)
         or open_requests <> (select count(*) from requests where booking_id = b.id and status in ('open', 'acknowledged')) limit ?`,
    )
    .all(namedOfAKind) as { confirmationNo: string }[]
  // Asked of the rows themselves: the index that keeps a room from being let twice may be gone.
  const twice = raw
    .prepare(
      `select coalesce(r.number, n.room_id) as room, n.night as night
       from room_nights n left join rooms r on r.id = n.room_id
       where n.live = 1 and n.room_id is not null group by n.room_id, n.night having count(*) > 1 limit ?`,
    )
    .all(namedOfAKind) as { room: string; night: string }[]
  return [
    ...twice.map((row) => error('NIGHT_TWICE', row)),
    ...counts.map((row) => error('NIGHTS_DIFFER', row)),
    ...live.map((row) => error('NIGHTS_LIVE', row)),
    ...sums.map((row) => error('SUMS_DIFFER', row)),
  ]
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
