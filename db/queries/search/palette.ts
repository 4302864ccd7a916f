import { type RawBuilder, sql } from 'kysely'
import type { PaperKind } from '#shared/domain/folio/paper.ts'
import {
  addDays,
  type BookingId,
  type BusinessDate,
  type FolioId,
  type GuestId,
  type PaperId,
  type RoomId,
} from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import { foldedLabel, sourceNumber } from '../../dialect/sqlite/ids.ts'
import type { Reader } from '../../handles.ts'

type Names = { native_name: string; family_name: string; given_name: string }

export type BookingHit = Names & {
  id: BookingId
  guest_id: GuestId
  confirmation_no: string
  arrival: BusinessDate
  departure: BusinessDate
  status: string
}

/** Sorts after everything that a number may continue with. */
const last = '\u{10fffd}'

/** Bookings whose confirmation number begins so, the newest first; or whose number was just that in another system. */
export async function readBookingsByNumber(db: Reader, prefix: string, limit: number): Promise<BookingHit[]> {
  const { rows } = await sql<BookingHit>`
    select b.id, b.guest_id, b.confirmation_no, b.arrival, b.departure, b.status, g.native_name, g.family_name, g.given_name
    from (
      select id from (
        select id from bookings where ${begins('confirmation_no', prefix)} order by confirmation_no desc limit ${limit}
      ) union select id from bookings where ${sourceNumber} = ${prefix}
    ) f cross join bookings b join guests g on g.id = b.guest_id
    where b.id = f.id order by b.confirmation_no desc limit ${limit}`.execute(readWith(db))
  return rows
}

export type PaperHit = {
  id: PaperId
  label: string
  kind: PaperKind
  issuedOn: BusinessDate
  grossMinor: number
  folioId: FolioId
  payeeName: string
}

const year = /^(20\d\d)0*([1-9]\d*)$/

/**
 * Papers of a folio whose folded number begins so, the newest first; or which have the year and number that were typed without the prefix
 * of their series.
 */
export async function readPapersByNumber(db: Reader, folded: string, limit: number): Promise<PaperHit[]> {
  const [, of, number] = year.exec(folded) ?? []
  const bare =
    of === undefined
      ? sql``
      : sql`union select id from papers where series_id in (select id from paper_series) and year = ${Number(of)} and number = ${Number(number)}`
  const { rows } = await sql<PaperHit>`
    select p.id, p.label, p.kind, p.issued_on as issuedOn, p.gross_minor as grossMinor, p.folio_id as folioId, p.payee_name as payeeName
    from (
      select id from (select id from papers where ${foldedLabel} >= ${folded} and ${foldedLabel} < ${folded + last}
        order by ${foldedLabel} desc limit ${limit}) ${bare}
    ) f cross join papers p
    where p.id = f.id and p.folio_id is not null order by p.id desc limit ${limit}`.execute(readWith(db))
  return rows
}

export type RoomHit = Partial<{ [K in keyof Names]: Names[K] | null }> & {
  id: RoomId
  number: string
  booking: BookingId | null
  guest_id: GuestId | null
  inHouse: 0 | 1 | null
}

/**
 * Rooms whose number begins so, with who is in them, or else who is due in today: the one of that very number first.
 * Of both, the columns beside `max` are those of anyone who is in the room still.
 */
export async function readRoomsByNumber(
  db: Reader,
  prefix: string,
  businessDate: BusinessDate,
  limit: number,
): Promise<RoomHit[]> {
  const { rows } = await sql<RoomHit>`
    select f.id, f.number, o.booking, o.guest_id, o.inHouse, o.native_name, o.family_name, o.given_name
    from (
      select id, number from rooms where ${begins('number', prefix)} and active = 1 order by number limit ${limit}
    ) f left join (
      select n.room_id, max(b.status = 'in-house') as inHouse, b.id as booking, b.guest_id, g.native_name, g.family_name, g.given_name
      from room_nights n cross join bookings b cross join guests g
      where n.live = 1 and n.room_id in (select id from rooms where ${begins('number', prefix)})
        and n.night in (${addDays(businessDate, -1)}, ${businessDate})
        and b.id = n.booking_id and g.id = b.guest_id
        and (b.status = 'in-house' or (b.status = 'confirmed' and b.arrival = ${businessDate}))
      group by n.room_id
    ) o on o.room_id = f.id order by f.number`.execute(readWith(db))
  return rows
}

function begins(column: string, prefix: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} >= ${prefix} and ${sql.ref(column)} < ${prefix + last}`
}
