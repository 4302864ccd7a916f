import {
  type Compilable,
  type CompiledQuery,
  DummyDriver,
  type Insertable,
  Kysely,
  type QueryResult,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Updateable,
} from 'kysely'
import type { Reader } from '../../handles.ts'
import type { Database } from '../../schema/database.ts'
import { readWith } from '../building.ts'

/** Builds queries and runs none. */
const builder = new Kysely<Database>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** Where a value comes in when the query runs. */
class Hole {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

const holes = new Proxy({}, { get: (_target, name) => new Hole(String(name)) })

export type Prepared<P, R> = {
  all: (db: Reader, values: P) => Promise<R[]>
  first: (db: Reader, values: P) => Promise<R | undefined>
  run: (db: Reader, values: P) => Promise<QueryResult<R>>
  /** The text, for tests of its plan. */
  text: () => string
}

/**
 * A query built once and run with other values each time: on the hot paths, building a query costs more than
 * running it. `at.name` stands for the value of that name; it must not decide the query's shape.
 */
export function prepared<P extends object, R>(
  build: (db: Kysely<Database>, at: P) => Compilable<R>,
): Prepared<P, R> {
  let kept: CompiledQuery<R> | null = null
  const query = () => {
    kept ??= build(builder, holes as P).compile()
    return kept
  }
  const run = (db: Reader, values: P): Promise<QueryResult<R>> => {
    const compiled = query()
    const parameters = compiled.parameters.map((value) =>
      value instanceof Hole ? (values as Record<string, unknown>)[value.name] : value,
    )
    return readWith(db).executeQuery({ ...compiled, parameters })
  }
  return {
    run,
    all: async (db, values) => (await run(db, values)).rows,
    first: async (db, values) => (await run(db, values)).rows[0],
    text: () => query().sql,
  }
}

/** The text and the values of a query, for a connection that runs it by itself. */
export function compiled<R>(query: RawBuilder<R>): Pick<CompiledQuery<R>, 'sql' | 'parameters'> {
  return query.compile(builder)
}

/** The same for a query written out as SQL. */
export function preparedSql<P extends object, R>(text: (at: P) => RawBuilder<R>): Prepared<P, R> {
  return prepared((db, at) => ({ compile: () => text(at).compile(db) as CompiledQuery<R> }))
}

/** Rows that go into one statement; each count up to it is a text of its own, kept prepared. */
const rowsAtOnce = 16

type Conflict = { columns: readonly string[]; where?: string; set: readonly string[] }

/** What a row has beside the named columns would not be written: such a row does not compile. */
type NoColumnBut<C extends string, R> = { [K in Exclude<keyof R, C>]: never }

/**
 * Inserts rows of the named columns, up to 16 with one statement. With `orUpdate`, a row whose key is there is
 * updated instead.
 */
export function preparedInsert<
  T extends keyof Database & string,
  const C extends keyof Insertable<Database[T]> & string,
>(
  table: T,
  columns: readonly C[],
  orUpdate?: Conflict,
): <R extends Insertable<Database[T]>>(
  db: Reader,
  rows: readonly (R & NoColumnBut<C, R>)[],
) => Promise<void> {
  const byCount = new Map<number, CompiledQuery>()
  const compiledFor = (count: number) => {
    const known = byCount.get(count)
    if (known) return known
    const rows = Array.from({ length: count }, () => Object.fromEntries(columns.map((name) => [name, null])))
    let query = builder.insertInto(table).values(rows as never)
    if (orUpdate) {
      query = query.onConflict((conflict) => {
        const on = conflict.columns(orUpdate.columns as never)
        return (orUpdate.where ? on.where(orUpdate.where as never, 'is not', null) : on).doUpdateSet(((eb: {
          ref: (name: string) => unknown
        }) => Object.fromEntries(orUpdate.set.map((name) => [name, eb.ref(`excluded.${name}`)]))) as never)
      }) as typeof query
    }
    const made = query.compile()
    byCount.set(count, made)
    return made
  }
  return async (db, rows) => {
    for (let at = 0; at < rows.length; at += rowsAtOnce) {
      const some = rows.slice(at, at + rowsAtOnce)
      const parameters = some.flatMap((row) =>
        columns.map((name) => (row as Record<string, unknown>)[name] ?? null),
      )
      await readWith(db).executeQuery({ ...compiledFor(some.length), parameters })
    }
  }
}

/**
 * Writes the named columns of the row with an id and raises its version by one. Each set of columns is a text of its own, kept
 * prepared: an entity has a few that occur.
 */
export function preparedUpdate<T extends keyof Database & string>(
  table: T,
  key: keyof Database[T] & string,
): (db: Reader, id: number, columns: Updateable<Database[T]>) => Promise<void> {
  const byNames = new Map<string, Prepared<Record<string, unknown>, unknown>>()
  const queryFor = (names: readonly string[]) => {
    const text = names.join()
    const known = byNames.get(text)
    if (known) return known
    const made = prepared<Record<string, unknown>, unknown>((db, at) => {
      const set = Object.fromEntries(names.map((name) => [name, at[name]]))
      // The builder's types can't follow a table that is a parameter: one of the tables stands for all
      return (db as Kysely<Database>)
        .updateTable(table as 'bookings')
        .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
        .where(key as 'id', '=', at[idHole] as never)
    })
    byNames.set(text, made)
    return made
  }
  return async (db, id, columns) => {
    await queryFor(Object.keys(columns)).run(db, { ...columns, [idHole]: id })
  }
}

/** No column is called so. */
const idHole = ' id'

/** Lengths of lists that `in (…)` is built for: a shorter list is filled up with its last value. */
const listLengths = [1, 2, 3, 4, 8, 16, 32, 64, 128, 256, 512]

/**
 * A query over a list of values (`in`), prepared for a few lengths, so that its text stays one of a handful.
 * The list must not be empty, and not longer than 512.
 */
export function preparedOverList<V, P extends object, R>(
  build: (db: Kysely<Database>, list: V[], at: P) => Compilable<R>,
): { all: (db: Reader, list: readonly V[], values: P) => Promise<R[]>; text: (length: number) => string } {
  const byLength = new Map<number, Prepared<object, R>>()
  const queryFor = (length: number) => {
    const known = byLength.get(length)
    if (known) return known
    const list = Array.from({ length }, (_, at) => new Hole(`list ${at}`)) as V[]
    const made = prepared<object, R>((db, at) => build(db, list, at as P))
    byLength.set(length, made)
    return made
  }
  const lengthFor = (count: number) => {
    const length = listLengths.find((one) => one >= count)
    if (length === undefined || count === 0) throw new RangeError(`a list of ${count}`)
    return length
  }
  return {
    all: (db, list, values) => {
      const length = lengthFor(list.length)
      const named = { ...values } as Record<string, unknown>
      for (let at = 0; at < length; at++) named[`list ${at}`] = list[Math.min(at, list.length - 1)]
      return queryFor(length).all(db, named)
    },
    text: (length) => queryFor(lengthFor(length)).text(),
  }
}
