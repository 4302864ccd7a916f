import Sqlite from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Connection, Reader } from '../../handles.ts'
import type { Database } from '../../schema/database.ts'
import { handleOf } from '../building.ts'

export type RawDatabase = Sqlite.Database

/** How many compiled statements a connection keeps ready. */
const keptStatements = 400

export type ConnectionOptions = { readonly: boolean; nativeBinding?: string }

/**
 * Opens a connection with the settings every connection has. FULL is asserted after a read, because this
 * driver falls back to NORMAL after the first statement, and NORMAL can lose an acknowledged booking.
 */
export function openRaw(file: string, options: ConnectionOptions): RawDatabase {
  const raw = new Sqlite(file, {
    readonly: options.readonly,
    timeout: 5000,
    ...(options.nativeBinding ? { nativeBinding: options.nativeBinding } : {}),
  })
  try {
    raw.pragma('mmap_size = 0')
    raw.pragma('trusted_schema = OFF')
    raw.pragma('cell_size_check = ON')
    raw.pragma('foreign_keys = ON')
    raw.pragma('cache_size = -16000')
    if (options.readonly) {
      raw.pragma('query_only = ON')
    } else {
      raw.pragma('journal_mode = WAL')
      raw.pragma('secure_delete = ON')
    }
    raw.prepare('select count(*) from sqlite_master').get()
    raw.pragma('synchronous = FULL')
    if (raw.pragma('synchronous', { simple: true }) !== 2)
      throw new Error('the store does not keep synchronous=FULL')
    return raw
  } catch (error) {
    raw.close()
    throw error
  }
}

/**
 * What goes with a transaction. `mayWrite` throws when nothing may be written, before a transaction and again before
 * its commit, so that a job is held to it too; `afterCommit` must not throw.
 */
export type Around = { mayWrite?: () => void; afterCommit?: () => void }

/** A handle over an open connection. Statements are kept prepared by their text. */
export function handleOver(raw: RawDatabase, around: Around = {}): Connection {
  return handleOn(new RawConnection(raw), around)
}

/**
 * A handle that reads what is committed. It reads on the writing connection while no transaction is open there: that one still
 * holds in memory what it has read, where a reading connection reads everything from the file again after each commit of another.
 */
export function readerOver(raw: RawDatabase, rawWriter: RawDatabase): Reader {
  return handleOn(new ReadConnection(raw, rawWriter), {})
}

function handleOn(connection: StoreConnection, around: Around): Connection {
  return handleOf(new Kysely<Database>({ dialect: new RawDialect(connection, around) }))
}

class RawDialect implements Dialect {
  readonly #connection: StoreConnection
  readonly #around: Around

  constructor(connection: StoreConnection, around: Around) {
    this.#connection = connection
    this.#around = around
  }

  createDriver = () => new RawDriver(this.#connection, this.#around)
  createQueryCompiler = () => new SqliteQueryCompiler()
  createAdapter = () => new SqliteAdapter()
  createIntrospector = (db: Kysely<unknown>) => new SqliteIntrospector(db)
}

class RawDriver implements Driver {
  readonly #connection: StoreConnection
  readonly #around: Around

  constructor(connection: StoreConnection, around: Around) {
    this.#connection = connection
    this.#around = around
  }

  async init() {}
  // The connection is synchronous and the application queues its writers (run-command), so there is nothing to wait for.
  acquireConnection = async () => this.#connection
  async releaseConnection() {}
  async destroy() {}

  // IMMEDIATE: a transaction that read first and writes later can't fail half-way on a lock.
  beginTransaction = async (connection: DatabaseConnection) => {
    this.#around.mayWrite?.()
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  commitTransaction = async (connection: DatabaseConnection) => {
    this.#around.mayWrite?.()
    await connection.executeQuery(CompiledQuery.raw('commit'))
    this.#around.afterCommit?.()
  }

  rollbackTransaction = async (connection: DatabaseConnection) => {
    if (this.#connection.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }
}

type StoreConnection = DatabaseConnection & { readonly inTransaction: boolean }

class RawConnection implements StoreConnection {
  readonly #raw: RawDatabase
  readonly #kept = new Map<string, Sqlite.Statement>()

  constructor(raw: RawDatabase) {
    this.#raw = raw
  }

  get inTransaction(): boolean {
    return this.#raw.inTransaction
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return execute(this.statement(query.sql), query.parameters)
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    // Prepared on its own: a kept statement that is being stepped through can't be run a second time.
    for (const row of this.#raw.prepare(query.sql).iterate(query.parameters)) yield { rows: [row as R] }
  }

  statement(text: string): Sqlite.Statement {
    const kept = this.#kept.get(text)
    if (kept) {
      this.#kept.delete(text)
      this.#kept.set(text, kept)
      return kept
    }
    const statement = this.#raw.prepare(text)
    this.#kept.set(text, statement)
    if (this.#kept.size > keptStatements) {
      const oldest = this.#kept.keys().next().value
      if (oldest !== undefined) this.#kept.delete(oldest)
    }
    return statement
  }
}

function execute<R>(statement: Sqlite.Statement, parameters: readonly unknown[]): QueryResult<R> {
  if (statement.reader) return { rows: statement.all(parameters) as R[] }
  const { changes, lastInsertRowid } = statement.run(parameters)
  return { numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid), rows: [] }
}

class ReadConnection implements StoreConnection {
  readonly #own: RawConnection
  readonly #writer: RawConnection
  /** Texts that only the reading connection knows: files of derived data are attached to it alone. */
  readonly #ownTexts = new Set<string>()
  readonly inTransaction = false

  constructor(raw: RawDatabase, rawWriter: RawDatabase) {
    this.#own = new RawConnection(raw)
    this.#writer = new RawConnection(rawWriter)
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    // What is not committed is read by nobody
    const there = this.#writer.inTransaction ? null : this.#readingThere(query.sql)
    return execute(there ?? this.#own.statement(query.sql), query.parameters)
  }

  // A connection that is stepped through does nothing else meanwhile
  streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    return this.#own.streamQuery(query)
  }

  /**
   * The statement that reads on the writing connection. What would write is turned away by the reading one; what a pragma tells is
   * of its connection (data_version changes with commits of the others alone).
   */
  #readingThere(text: string): Sqlite.Statement | null {
    if (this.#ownTexts.has(text) || text.startsWith('pragma')) return null
    try {
      const statement = this.#writer.statement(text)
      if (statement.readonly) return statement
    } catch {
      // The reading connection knows it, or says what is wrong with it
    }
    if (this.#ownTexts.size >= keptStatements) this.#ownTexts.clear()
    this.#ownTexts.add(text)
    return null
  }
}
