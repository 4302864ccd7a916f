import { type RawBuilder, sql } from 'kysely'
import type { GuestNames } from '#shared/domain/name/name.ts'
import type { Department } from '#shared/domain/request/request.ts'
import { parseSearch } from '#shared/domain/search/query.ts'
import type { BookingId, BusinessDate, GuestId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import { guestsMatching } from '../../dialect/sqlite/guest-search.ts'
import type { Reader } from '../../handles.ts'
import type { HouseRow, HouseTable } from '../../schema/house.ts'
import { roomOn } from '../booking/list.ts'
import { isToBeWoken } from './open.ts'

/** Whose a thing of the house is; all null where it belongs to no booking. */
export type Whose = { [K in keyof GuestNames]: string | null } & {
  guestId: GuestId | null
  confirmationNo: string | null
  roomNumber: string | null
}

export type HouseFilter = {
  view: 'open' | 'closed' | 'any'
  /** One of them. */
  id?: number | undefined
  bookingId?: BookingId | undefined
  text: string
  businessDate: BusinessDate
  limit: number
}

/** How a list of the house is read: what its open ones are sorted by, and the columns whose text is found. */
type Way = { order: RawBuilder<unknown>; texts: readonly string[] }

const ways: Record<HouseTable, Way> = {
  traces: { order: sql`t.due_on, t.due_time is null, t.due_time, t.id`, texts: ['text'] },
  guest_messages: { order: sql`t.id`, texts: ['for_name', 'from_name', 'phone', 'text'] },
  wake_calls: { order: sql`t.call_on, t.call_at, t.id`, texts: ['note'] },
  parcels: {
    order: sql`t.id`,
    texts: ['kept_in', 'for_name', 'from_name', 'tracking_no', 'note', 'given_to'],
  },
  found_items: {
    order: sql`t.follow_on, t.id`,
    texts: ['found_at', 'kept_in', 'what', 'finder', 'note', 'given_to'],
  },
  key_logs: { order: sql`t.id`, texts: ['to_name', 'note'] },
  luggage: {
    order: sql`t.due_on is null, t.due_on, t.due_time is null, t.due_time, t.id`,
    texts: ['kept_in', 'for_name', 'note', 'given_to', 'tag_no'],
  },
}

/** Things of one kind with whose they are: the open ones in their order, or the closed ones, the newest first. */
export async function readHouseList<T extends HouseTable>(
  db: Reader,
  table: T,
  { view, id, bookingId, text, businessDate, limit }: HouseFilter,
  and: readonly RawBuilder<boolean>[] = [],
): Promise<(HouseRow<T> & Whose)[]> {
  const { order, texts } = ways[table]
  const all = [
    // Literal, so that the partial index over open ones serves
    ...(view === 'any' ? [] : [sql<boolean>`t.status ${view === 'open' ? sql`=` : sql`<>`} 'open'`]),
    ...(id === undefined ? [] : [sql<boolean>`t.id = ${id}`]),
    ...(bookingId === undefined ? [] : [sql<boolean>`t.booking_id = ${bookingId}`]),
    ...(table === 'wake_calls' && view === 'open' && bookingId === undefined ? [isToBeWoken] : []),
    ...(text.trim() === '' ? [] : [isFound(text.trim(), texts)]),
    ...and,
  ]
  const { rows } = await sql<HouseRow<T> & Whose>`
    select t.*, b.guest_id as guestId, b.confirmation_no as confirmationNo, g.native_name as nativeName,
      g.family_name as familyName, g.given_name as givenName, ${roomOn(sql`${businessDate}`)} as roomNumber
    from ${sql.table(table)} t left join bookings b on b.id = t.booking_id left join guests g on g.id = b.guest_id
    where ${all.length === 0 ? sql`1` : sql.join(all, sql` and `)}
    order by ${view === 'open' ? order : sql`t.status_at desc, t.id desc`} limit ${limit}`.execute(
    readWith(db),
  )
  return rows
}

/** What is typed, in one of the texts, or the guest, the room or the confirmation number that it begins. */
function isFound(text: string, columns: readonly string[]): RawBuilder<boolean> {
  const plain = text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')
  const { match } = parseSearch(text)
  const room = sql`select 1 from rooms r where r.number like ${`${plain}%`} escape '\\'`
  const places = [
    ...columns.map(
      (column) => sql<boolean>`lower(${sql.ref(`t.${column}`)}) like ${`%${plain}%`} escape '\\'`,
    ),
    sql<boolean>`b.confirmation_no like ${`${plain}%`} escape '\\'`,
    sql<boolean>`exists (select 1 from room_nights n join rooms r on r.id = n.room_id
      where n.booking_id = b.id and r.number like ${`${plain}%`} escape '\\')`,
    // Lost property: the room that it was found in, whoever it belongs to
    ...(columns.includes('found_at') ? [sql<boolean>`exists (${room} and r.id = t.room_id)`] : []),
    ...(match === null ? [] : [sql<boolean>`b.guest_id in ${guestsMatching(match)}`]),
  ]
  return sql<boolean>`(${sql.join(places, sql` or `)})`
}

/** The condition of traces of a department, due up to a day. */
export function traceConditions(
  department: Department | undefined,
  until: BusinessDate | undefined,
): RawBuilder<boolean>[] {
  return [
    ...(department === undefined ? [] : [sql<boolean>`t.department = ${department}`]),
    ...(until === undefined ? [] : [sql<boolean>`t.due_on <= ${until}`]),
  ]
}

export type TraceCount = { department: Department; overdue: number; today: number; later: number }

/** Open traces of each department: overdue, due on a day, due later. */
export async function countTraces(db: Reader, on: BusinessDate): Promise<TraceCount[]> {
  const { rows } = await sql<TraceCount>`
    select department, sum(due_on < ${on}) as overdue, sum(due_on = ${on}) as today, sum(due_on > ${on}) as later
    from traces where status = 'open' group by department order by department`.execute(readWith(db))
  return rows
}
