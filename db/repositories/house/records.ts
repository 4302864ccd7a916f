/** What the house keeps of its guests' days, each loaded and saved as an image: a column for each field. */
import type { Image } from '#shared/domain/change/change.ts'
import type { KeyLogImage } from '#shared/domain/house/keys.ts'
import type { FoundItemImage } from '#shared/domain/house/lost-item.ts'
import type { LuggageImage } from '#shared/domain/house/luggage.ts'
import type { MessageImage } from '#shared/domain/house/message.ts'
import type { ParcelImage } from '#shared/domain/house/parcel.ts'
import type { TraceImage } from '#shared/domain/house/trace.ts'
import type { WakeCallImage } from '#shared/domain/house/wake-call.ts'
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
import { type ImageStore, imageStore } from '../image-store.ts'

export type HouseStore<T extends HouseTable, I extends Image> = ImageStore<I> & {
  table: T
  imageOf: (row: Partial<HouseRow<T>>) => I
  columnsOf: (image: I) => Omit<HouseRow<T>, 'id' | 'version'>
}

function houseStore<T extends HouseTable, I extends Image>(
  table: T,
  columns: Readonly<Record<string, string>>,
): HouseStore<T, I> {
  const fields = Object.entries(columns)
  const imageOf = (row: object) =>
    Object.fromEntries(fields.map(([field, column]) => [field, (row as Image)[column] ?? null])) as I
  const columnsOf = (image: I) =>
    Object.fromEntries(fields.map(([field, column]) => [column, image[field] ?? null])) as never
  return { table, imageOf, columnsOf, ...imageStore<HouseTable, I>(table, imageOf, columnsOf) }
}

export const traces = houseStore<'traces', TraceImage>('traces', traceColumns)
export const messages = houseStore<'guest_messages', MessageImage>('guest_messages', messageColumns)
export const wakeCalls = houseStore<'wake_calls', WakeCallImage>('wake_calls', wakeCallColumns)
export const parcels = houseStore<'parcels', ParcelImage>('parcels', parcelColumns)
export const lostItems = houseStore<'found_items', FoundItemImage>('found_items', lostItemColumns)
export const keyLogs = houseStore<'key_logs', KeyLogImage>('key_logs', keyLogColumns)
export const luggage = houseStore<'luggage', LuggageImage>('luggage', luggageColumns)
