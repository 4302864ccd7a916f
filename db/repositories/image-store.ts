import type { Insertable, Selectable } from 'kysely'
import { prepared, preparedInsert, preparedUpdate } from '../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../handles.ts'
import type { Database } from '../schema/database.ts'

/** What a row's key is called: its own id, or that of the booking it is of. */
type Key = 'id' | 'booking_id'

/** Tables whose rows have a key and a version; the rest of a row is its image's. */
export type ImageTable<K extends Key = 'id'> = {
  [T in keyof Database]: Database[T] extends { [key in K | 'version']: unknown } ? T : never
}[keyof Database]

export type Row<T extends keyof Database> = Selectable<Database[T]>
/** What a row has beside what is drawn and counted by the store. */
export type Columns<T extends keyof Database, K extends Key = 'id'> = Omit<
  Insertable<Database[T]>,
  K | 'version'
>

/** Things that are loaded and saved as images. */
export type ImageStore<I> = {
  load: (db: Reader, id: number) => Promise<{ image: I; version: number } | null>
  /** `before` null inserts under that id at version 1, `after` null deletes; otherwise the version goes up by one. */
  save: (tx: Writer, id: number, before: I | null, after: I | null) => Promise<void>
}

/** The things of one table, a row each, under `key`. */
export function imageStore<T extends ImageTable<K>, I, K extends Key = 'id'>(
  table: T,
  imageOf: (row: Row<T>) => I,
  columnsOf: (image: I) => Columns<T, K>,
  key: K = 'id' as K,
): ImageStore<I> {
  // The builder's types can't follow a table that is a parameter: one of the tables stands for all
  const name = table as ImageTable as 'close_settings'
  const of = key as 'id'
  const rowById = prepared((db, at: { id: number }) => db.selectFrom(name).selectAll().where(of, '=', at.id))
  const remove = prepared((db, at: { id: number }) => db.deleteFrom(name).where(of, '=', at.id))
  const update = preparedUpdate(name, of)
  let insert: ((tx: Writer, rows: readonly never[]) => Promise<void>) | null = null
  return {
    load: async (db, id) => {
      const row = await rowById.first(db, { id })
      return row ? { image: imageOf(row as unknown as Row<T>), version: row.version } : null
    },
    save: async (tx, id, before, after) => {
      if (!after) {
        await remove.run(tx, { id })
        return
      }
      const columns = columnsOf(after)
      if (before) {
        await update(tx, id, columns)
        return
      }
      // An image has the same columns each time
      insert ??= preparedInsert(name, [of, ...Object.keys(columns), 'version'] as never[])
      await insert(tx, [{ [of]: id, ...columns, version: 1 } as never])
    },
  }
}
