/** What the house keeps of its guests' days, each loaded and saved as an image: a column for each field. */
import type { Image } from '#shared/domain/change/change.ts'
import type { KeyLogImage } from '#shared/domain/house/keys.ts'
import type { FoundItemImage } from '#shared/domain/house/lost-item.ts'
import type { LuggageImage } from '#shared/domain/house/luggage.ts'
import type { MessageImage } from '#shared/domain/house/message.ts'
import type { ParcelImage } from '#shared/domain/house/parcel.ts'
import type { TraceImage } from '#shared/domain/house/trace.ts'
import type { WakeCallImage } from '#shared/domain/house/wake-call.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import { preparedInsert } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'
import {
  type HouseRow,
  type HouseTable,
  keyLogColumns,
  lostItemColumns,
  luggageColumns,
  messageColumns,
  parcelColumns,
  traceColumns,
  wakeCallColumns,
} from '../../schema/house.ts'

export type HouseStore<T extends HouseTable, I extends Image> = {
  table: T
  imageOf: (row: Partial<HouseRow<T>>) => I
  columnsOf: (image: I) => Omit<HouseRow<T>, 'id' | 'version'>
  load: (db: Reader, id: number) => Promise<{ image: I; version: number } | null>
  /** `before` null inserts under that id at version 1, `after` null deletes; otherwise the version goes up by one. */
  save: (tx: Writer, id: number, before: I | null, after: I | null) => Promise<void>
}

function houseStore<T extends HouseTable, I extends Image>(
  table: T,
  columns: Readonly<Record<string, string>>,
): HouseStore<T, I> {
  const fields = Object.entries(columns)
  // The builder's types can't follow a table that is a parameter: one of the tables stands for all
  const name = table as 'traces'
  const insert = preparedInsert(name, ['id', ...fields.map(([, column]) => column), 'version'] as never[])
  const imageOf = (row: object) =>
    Object.fromEntries(fields.map(([field, column]) => [field, (row as Image)[column] ?? null])) as I
  const columnsOf = (image: I) =>
    Object.fromEntries(fields.map(([field, column]) => [column, image[field] ?? null]))
  return {
    table,
    imageOf,
    columnsOf: columnsOf as never,
    load: async (db, id) => {
      const row = await readWith(db)
        .selectFrom(name)
        .selectAll()
        .where('id', '=', id as never)
        .executeTakeFirst()
      return row ? { image: imageOf(row), version: row.version } : null
    },
    save: async (tx, id, before, after) => {
      const db = writeWith(tx)
      if (!after)
        await db
          .deleteFrom(name)
          .where('id', '=', id as never)
          .execute()
      else if (!before) await insert(tx, [{ id, ...columnsOf(after), version: 1 } as never])
      else
        await db
          .updateTable(name)
          .set((row) => ({ ...columnsOf(after), version: row('version', '+', 1) }))
          .where('id', '=', id as never)
          .execute()
    },
  }
}

export const traces = houseStore<'traces', TraceImage>('traces', traceColumns)
export const messages = houseStore<'guest_messages', MessageImage>('guest_messages', messageColumns)
export const wakeCalls = houseStore<'wake_calls', WakeCallImage>('wake_calls', wakeCallColumns)
export const parcels = houseStore<'parcels', ParcelImage>('parcels', parcelColumns)
export const lostItems = houseStore<'found_items', FoundItemImage>('found_items', lostItemColumns)
export const keyLogs = houseStore<'key_logs', KeyLogImage>('key_logs', keyLogColumns)
export const luggage = houseStore<'luggage', LuggageImage>('luggage', luggageColumns)
