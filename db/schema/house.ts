import type { Generated, Selectable } from 'kysely'
import type { KeyLogImage } from '#shared/domain/house/keys.ts'
import type { FoundItemImage } from '#shared/domain/house/lost-item.ts'
import type { LuggageImage } from '#shared/domain/house/luggage.ts'
import type { MessageImage } from '#shared/domain/house/message.ts'
import type { ParcelImage } from '#shared/domain/house/parcel.ts'
import type { TraceImage } from '#shared/domain/house/trace.ts'
import type { WakeCallImage } from '#shared/domain/house/wake-call.ts'
import type {
  BookingId,
  BusinessDate,
  FoundItemId,
  GuestMessageId,
  KeyLogId,
  LuggageId,
  ParcelId,
  RoomId,
  TraceId,
  WakeCallId,
} from '#shared/values/index.ts'

/** What every table of the house has. */
type HouseRecord<I> = {
  id: Generated<I>
  booking_id: BookingId | null
  status: string
  created_at: string
  created_by: string
  status_at: string
  status_by: string
  version: number
}

export type TraceTable = HouseRecord<TraceId> & {
  department: string
  due_on: BusinessDate
  due_time: string | null
  text: string
}

export type MessageTable = HouseRecord<GuestMessageId> & {
  printed_at: string | null
  for_name: string
  from_name: string
  phone: string
  text: string
}

export type WakeCallTable = HouseRecord<WakeCallId> & {
  call_on: BusinessDate
  call_at: string
  tries: number
  note: string
}

export type ParcelTable = HouseRecord<ParcelId> & {
  pieces: number
  kept_in: string
  for_name: string
  from_name: string
  tracking_no: string
  note: string
  given_to: string
}

export type FoundItemTable = HouseRecord<FoundItemId> & {
  found_on: BusinessDate
  room_id: RoomId | null
  follow_on: BusinessDate
  found_at: string
  kept_in: string
  what: string
  finder: string
  note: string
  given_to: string
  proof: string
}

export type KeyLogTable = HouseRecord<KeyLogId> & {
  keys: number
  returned: number
  to_name: string
  note: string
}

export type LuggageTable = HouseRecord<LuggageId> & {
  tag_no: number
  pieces: number
  due_on: BusinessDate | null
  due_time: string | null
  kept_in: string
  for_name: string
  note: string
  given_to: string
}

export type HouseTables = {
  traces: TraceTable
  guest_messages: MessageTable
  wake_calls: WakeCallTable
  parcels: ParcelTable
  found_items: FoundItemTable
  key_logs: KeyLogTable
  luggage: LuggageTable
}
export type HouseTable = keyof HouseTables
export type HouseRow<T extends HouseTable> = Selectable<HouseTables[T]> & { id: number; version: number }

const recordFields = {
  bookingId: 'booking_id',
  status: 'status',
  createdAt: 'created_at',
  createdBy: 'created_by',
  statusAt: 'status_at',
  statusBy: 'status_by',
} as const

/** The column of each field of an image: what is somebody's own stands last, as in the log. */
type ColumnsOf<I, T extends HouseTable> = Readonly<Record<keyof I & string, keyof HouseTables[T] & string>>

export const traceColumns: ColumnsOf<TraceImage, 'traces'> = {
  ...recordFields,
  department: 'department',
  dueOn: 'due_on',
  dueTime: 'due_time',
  text: 'text',
}

export const messageColumns: ColumnsOf<MessageImage, 'guest_messages'> = {
  ...recordFields,
  printedAt: 'printed_at',
  forName: 'for_name',
  fromName: 'from_name',
  phone: 'phone',
  text: 'text',
}

export const wakeCallColumns: ColumnsOf<WakeCallImage, 'wake_calls'> = {
  ...recordFields,
  callOn: 'call_on',
  callAt: 'call_at',
  tries: 'tries',
  note: 'note',
}

export const parcelColumns: ColumnsOf<ParcelImage, 'parcels'> = {
  ...recordFields,
  pieces: 'pieces',
  keptIn: 'kept_in',
  forName: 'for_name',
  fromName: 'from_name',
  trackingNo: 'tracking_no',
  note: 'note',
  givenTo: 'given_to',
}

export const lostItemColumns: ColumnsOf<FoundItemImage, 'found_items'> = {
  ...recordFields,
  foundOn: 'found_on',
  roomId: 'room_id',
  followOn: 'follow_on',
  foundAt: 'found_at',
  keptIn: 'kept_in',
  what: 'what',
  finder: 'finder',
  note: 'note',
  givenTo: 'given_to',
  proof: 'proof',
}

export const keyLogColumns: ColumnsOf<KeyLogImage, 'key_logs'> = {
  ...recordFields,
  keys: 'keys',
  returned: 'returned',
  toName: 'to_name',
  note: 'note',
}

export const luggageColumns: ColumnsOf<LuggageImage, 'luggage'> = {
  ...recordFields,
  tagNo: 'tag_no',
  pieces: 'pieces',
  dueOn: 'due_on',
  dueTime: 'due_time',
  keptIn: 'kept_in',
  forName: 'for_name',
  note: 'note',
  givenTo: 'given_to',
}
