import type { Selectable } from 'kysely'
import type { Database } from '../../schema/database.ts'
import type { RawDatabase } from './connection.ts'

export type BulkTable = Exclude<keyof Database, 'guest_search' | 'change_head' | 'change_origin' | 'receipts'>
export type BulkRow<T extends BulkTable> = Selectable<Database[T]>
type BulkInserts = { [T in BulkTable]: (row: BulkRow<T>) => void }

/**
 * The open transaction as prepared statements: an import or a demo writes millions of rows, and a statement
 * built for each would take ten times as long as the row itself.
 */
export type BulkAccess = {
  /** `into.bookings(row)`: every column named, ids given (see `nextId`). Synchronous. */
  into: BulkInserts
  /** The next free id of a table; counts on by itself from the greatest id on file or in the change log (an id is never given twice). */
  nextId: (table: BulkTable) => number
  /** Tokens of a guest's search row; its row number is the guest's id. */
  searchTokens: (guestId: number, tokens: string) => void
  /** True when no row is in the table. */
  isEmpty: (table: BulkTable) => boolean
  readHead: () => { seq: number; hash: string }
  writeHead: (head: { seq: number; hash: string }) => void
  /** One row of a question asked again and again, by a statement kept ready. */
  ask: <R>(sql: string) => (...values: (string | number | null)[]) => R | undefined
  /** Keys with a number each, on disk and deleted after the job: what a file has had before, in flat memory. */
  keys: (name: string) => BulkKeys
  /** Texts to come back to, on disk and deleted after the job. */
  pile: (name: string) => BulkPile
  /** Takes the plain indexes down for the time of `body`, builds them after it, each in one sorted pass, and measures them for the query planner. */
  withoutIndexes: <T>(body: () => Promise<T>) => Promise<T>
  /** The same for the search index: gathered in memory (64 MB), written in few runs, left as one. */
  withSearchInOneRun: <T>(body: () => Promise<T>) => Promise<T>
  /** Gives back what the job reserved; called when the transaction has ended either way. */
  release: () => void
}

export type BulkKeys = {
  get: (key: string) => number | undefined
  /** Keeps the first number given for a key; false when the key was there. */
  add: (key: string, value: number) => boolean
}

export type BulkPile = {
  add: (id: number, text: string) => void
  /** The texts behind a place, by id and in the order in which they were added. */
  after: (place: BulkPiled | null, limit: number) => BulkPiled[]
}
export type BulkPiled = { id: number; position: number; text: string }

const searchMemory = 64 * 1024 * 1024
/** What FTS5 has when nobody says otherwise. */
const usualSearch = { hashsize: 1024 * 1024, automerge: 4 }

/** Tables whose rows the change log names, by the word it has for them. */
const entities: Partial<Record<BulkTable, string>> = {
  guests: 'guest',
  bookings: 'booking',
  requests: 'request',
  room_types: 'room-type',
  rooms: 'room',
  rate_plans: 'rate-plan',
  accounts: 'account',
  programmes: 'programme',
  memberships: 'membership',
  leaving_cases: 'leaving-case',
  playbooks: 'playbook',
  guest_judgements: 'guest-judgement',
  guest_kinds: 'guest-kind',
  import_batches: 'import-batch',
  traces: 'trace',
  guest_messages: 'guest-message',
  wake_calls: 'wake-call',
  parcels: 'parcel',
  found_items: 'found-item',
  key_logs: 'key-log',
  luggage: 'luggage',
}

/** Pages kept in memory while rows come in bulk (the default is 32 MB). */
const bulkCacheKb = 64_000

/** Prepared inserts on the connection of the open write transaction. */
export function bulkAccess(raw: RawDatabase): BulkAccess {
  const usualCache = Number(raw.pragma('cache_size', { simple: true }))
  raw.pragma(`cache_size = -${bulkCacheKb}`)
  const inserts = new Map<string, (row: object) => void>()
  const counters = new Map<string, number>()
  /** Ids of the log from before its indexes were taken off: without them each look would read all of it. */
  let logged: ReadonlyMap<string, number> | null = null
  const keyTables = new Set<string>()
  const tokens = lazily(() => raw.prepare('insert into guest_search (rowid, tokens) values (?, ?)'))

  const into = new Proxy({} as BulkInserts, {
    get: (_target, table: string) => {
      const known = inserts.get(table) ?? inserter(raw, table)
      inserts.set(table, known)
      return known
    },
  })
  return {
    into,
    nextId: (table) => {
      const last = counters.get(table) ?? greatestId(raw, table, logged)
      counters.set(table, last + 1)
      return last + 1
    },
    searchTokens: (guestId, text) => {
      tokens().run(guestId, text)
    },
    isEmpty: (table) => raw.prepare(`select 1 from ${table} limit 1`).get() === undefined,
    readHead: () =>
      (raw.prepare('select seq, hash from change_head where id = 1').get() as
        | { seq: number; hash: string }
        | undefined) ?? { seq: 0, hash: '' },
    writeHead: ({ seq, hash }) => {
      raw
        .prepare(
          'insert into change_head (id, seq, hash) values (1, ?, ?) on conflict (id) do update set seq = excluded.seq, hash = excluded.hash',
        )
        .run(seq, hash)
    },
    ask: <R>(sql: string) => {
      const statement = raw.prepare(sql)
      return (...values) => statement.get(values) as R | undefined
    },
    keys: (name) => {
      keyTables.add(name)
      return keysIn(raw, name)
    },
    pile: (name) => {
      keyTables.add(name)
      return pileIn(raw, name)
    },
    withoutIndexes: async (body) => {
      logged = greatestLogged(raw)
      const taken = plainIndexes(raw)
      for (const { name } of taken) raw.exec(`drop index ${name}`)
      const result = await body()
      for (const { sql } of taken) {
        raw.exec(sql)
        // One index is seconds' effort at millions of rows: anything that waits gets a turn between two.
        await new Promise(setImmediate)
      }
      // Within this transaction, whose new indexes make every connection read the schema again: the ways chosen for
      // an empty store take minutes in a full one. All rows, because a look at a few takes a kind of millions for a rare one.
      // The limit is no limit: with one, SQLite keeps no samples of values (sqlite_stat4). Where it has some, it plans a
      // statement again at each other value it is asked with, which takes several times as long as the answer.
      raw.pragma('analysis_limit = 2000000000')
      raw.exec('analyze')
      raw.pragma('analysis_limit = 0')
      return result
    },
    withSearchInOneRun: async (body) => {
      // The numbers are in the text: a bound one would be a float, which FTS5 refuses.
      const configure = (name: string, value: number) =>
        raw.exec(`insert into guest_search (guest_search, rank) values ('${name}', ${value})`)
      configure('hashsize', searchMemory)
      configure('automerge', 0)
      const result = await body()
      raw.exec("insert into guest_search (guest_search) values ('optimize')")
      configure('hashsize', usualSearch.hashsize)
      configure('automerge', usualSearch.automerge)
      return result
    },
    release: () => {
      for (const name of keyTables) raw.exec(`drop table if exists temp.bulk_${name}`)
      raw.pragma(`cache_size = ${usualCache}`)
    },
  }
}

function keysIn(raw: RawDatabase, name: string): BulkKeys {
  raw.exec(
    `create temp table if not exists bulk_${name} (key text primary key, value integer not null) strict, without rowid`,
  )
  const find = raw.prepare(`select value from temp.bulk_${name} where key = ?`).pluck()
  const insert = raw.prepare(`insert or ignore into temp.bulk_${name} (key, value) values (?, ?)`)
  return {
    get: (key) => find.get(key) as number | undefined,
    add: (key, value) => insert.run(key, value).changes === 1,
  }
}

function pileIn(raw: RawDatabase, name: string): BulkPile {
  const table = `temp.bulk_${name}`
  raw.exec(
    `create temp table if not exists bulk_${name} (id integer not null, position integer not null, text text not null, primary key (id, position)) strict, without rowid`,
  )
  const insert = raw.prepare(
    `insert into ${table} (id, position, text) select ?, coalesce(max(position), 0) + 1, ? from ${table} where id = ?`,
  )
  const page = raw.prepare(
    `select id, position, text from ${table} where (id, position) > (?, ?) order by id, position limit ?`,
  )
  return {
    add: (id, text) => {
      insert.run(id, text, id)
    },
    after: (place, limit) => page.all(place?.id ?? 0, place?.position ?? 0, limit) as BulkPiled[],
  }
}

/** Columns as the store itself names them, so that an added column is never forgotten silently: it has no value and throws. */
function inserter(raw: RawDatabase, table: string): (row: object) => void {
  const columns = (raw.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
  if (columns.length === 0) throw new Error(`no table ${table}`)
  const statement = raw.prepare(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  )
  const values: unknown[] = new Array(columns.length)
  return (row) => {
    const named = row as Record<string, unknown>
    for (let at = 0; at < columns.length; at++) values[at] = named[columns[at] as string]
    statement.run(values)
  }
}

/** The greatest id on file or in the log; `logged`: what the log had, where that was looked up. */
function greatestId(raw: RawDatabase, table: BulkTable, logged: ReadonlyMap<string, number> | null): number {
  const onFile = Number(raw.prepare(`select coalesce(max(id), 0) from ${table}`).pluck().get())
  const entity = entities[table]
  if (!entity) return onFile
  const inLog = logged
    ? (logged.get(entity) ?? 0)
    : raw.prepare('select coalesce(max(entity_id), 0) from changes where entity = ?').pluck().get(entity)
  return Math.max(onFile, Number(inLog))
}

function greatestLogged(raw: RawDatabase): ReadonlyMap<string, number> {
  const rows = raw.prepare('select entity, max(entity_id) from changes group by entity').raw().all()
  return new Map(rows as [string, number][])
}

/** Indexes that only make reading fast; unique ones guard the rows while they come in. */
function plainIndexes(raw: RawDatabase): { name: string; sql: string }[] {
  return raw
    .prepare(
      `select name, sql from sqlite_master where type = 'index' and sql is not null and sql not like 'create unique%' order by name`,
    )
    .all() as { name: string; sql: string }[]
}

/** What is made when it is first asked for, and kept. */
export function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
