import type { Insertable, Selectable } from 'kysely'
import { writeWith } from '../dialect/building.ts'
import { prepared } from '../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../handles.ts'
import type { Database } from '../schema/database.ts'

/** Tables whose rows have an id and a version; the rest of a row is its image's. */
export type ImageTable = {
  [T in keyof Database]: Database[T] extends { id: unknown; version: unknown } ? T : never
}[keyof Database]

export type Row<T extends keyof Database> = Selectable<Database[T]>
/** What a row has beside what is drawn and counted by the store. */
export type Columns<T extends keyof Database> = Omit<Insertable<Database[T]>, 'id' | 'version'>

/** Things that are loaded and saved as images. */
export type ImageStore<I> = {
  load: (db: Reader, id: number) => Promise<{ image: I; version: number } | null>
  /** `before` null inserts under that id at version 1, `after` null deletes; otherwise the version goes up by one. */
  save: (tx: Writer, id: number, before: I | null, after: I | null) => Promise<void>
}

/** The things of one table, a row each. */
export function imageStore<T extends ImageTable, I>(
  table: T,
  imageOf: (row: Row<T>) => I,
  columnsOf: (image: I) => Columns<T>,
): ImageStore<I> {
  // The builder's types can't follow a table that is a parameter: one of the tables stands for all
  const name = table as ImageTable as 'close_settings'
  const rowById = prepared((db, at: { id: number }) =>
    db.selectFrom(name).selectAll().where('id', '=', at.id),
  )
  return {
    load: async (db, id) => {
      const row = await rowById.first(db, { id })
      return row ? { image: imageOf(row as unknown as Row<T>), version: row.version } : null
    },
    save: async (tx, id, before, after) => {
      const db = writeWith(tx)
      if (!after) {
        await db.deleteFrom(name).where('id', '=', id).execute()
        return
      }
      const columns = columnsOf(after) as object as Columns<typeof name>
      if (before)
        await db
          .updateTable(name)
          .set((row) => ({ ...columns, version: row('version', '+', 1) }))
          .where('id', '=', id)
          .execute()
      else
        await db
          .insertInto(name)
          .values({ id, ...columns, version: 1 })
          .execute()
    },
  }
}
