import { sql } from 'kysely'
import type { GuestNames } from '#shared/domain/name/name.ts'
import type { BookingId, BusinessDate, GuestId, RoomId } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import { roomIdOfBooking } from '../booking/day-use.ts'
import { isLatestNight, isUnrecorded } from './unrecorded.ts'

export type PersonRow = GuestNames & {
  id: GuestId
  unnamed: number
  /** Texts of the alerts that block the act, the first of them. */
  alert: string | null
  /** Another booking in which the person is in house. */
  elsewhere: BookingId | null
}

const personsOf = preparedSql(
  (at: { id: BookingId; blocks: string }) => sql<PersonRow>`
    with staying (guest_id, n) as (
      select guest_id, 0 from bookings where id = ${at.id}
      union all select guest_id, 1 from booking_companions where booking_id = ${at.id}
    )
    select g.id, g.native_name as nativeName, g.family_name as familyName, g.given_name as givenName, g.unnamed,
      (select a.text from guest_alerts a where a.guest_id = g.id and a.blocks = ${at.blocks} order by a.id limit 1) as alert,
      coalesce(
        (select b.id from bookings b where b.guest_id = g.id and b.status = 'in-house' and b.id <> ${at.id} limit 1),
        (select b.id from booking_companions c join bookings b on b.id = c.booking_id
          where c.guest_id = g.id and b.status = 'in-house' and b.id <> ${at.id} limit 1)
      ) as elsewhere
    from staying s join guests g on g.id = s.guest_id order by s.n, g.id`,
)

/** Who is to sleep in the room, the guest first. `blocks`: whose alerts are asked for, of check-in or check-out. */
export async function readPersons(
  db: Reader,
  id: BookingId,
  blocks: 'check-in' | 'check-out',
): Promise<PersonRow[]> {
  return personsOf.all(db, { id, blocks })
}

export type OccupantRow = GuestNames & { id: BookingId; guestId: GuestId; confirmationNo: string }

const names =
  sql.raw(`b.id, b.guest_id as guestId, b.confirmation_no as confirmationNo, g.native_name as nativeName,
  g.family_name as familyName, g.given_name as givenName`)

const recorded = preparedSql(
  (at: { roomId: RoomId; except: BookingId | 0 }) => sql<OccupantRow>`
    select ${names} from stays s join bookings b on b.id = s.booking_id join guests g on g.id = b.guest_id
    where s.room_id = ${at.roomId} and s.checked_in_at is not null and s.checked_out_at is null
      and b.status = 'in-house' and b.id <> ${at.except}`,
)
/**
 * Who was in house before stays were kept is in the room of the latest night that has begun, unless somebody came to it since:
 * nights further back than the last one that was slept are not looked at.
 */
const unrecorded = preparedSql(
  (at: {
    roomId: RoomId
    except: BookingId | 0
    today: BusinessDate
    since: BusinessDate
  }) => sql<OccupantRow>`
    with n (booking_id, night) as (
      select b.id, n.night from room_nights n join bookings b on b.id = n.booking_id
      where n.room_id = ${at.roomId} and n.live = 1 and n.night <= ${at.today} and n.night >= ${at.since}
        and b.status in ('in-house', 'checked-out') and b.id <> ${at.except}
      order by n.night desc limit 1)
    select ${names} from n join bookings b on b.id = n.booking_id join guests g on g.id = b.guest_id
    where ${isUnrecorded} and ${isLatestNight(at.today)}`,
)

/** Who is in a room now, another booking than `except`. `since`: a guest's last night lies no longer back. */
export async function readOccupant(
  db: Reader,
  roomId: RoomId,
  except: BookingId | 0,
  { today, since }: { today: BusinessDate; since: BusinessDate },
): Promise<OccupantRow | undefined> {
  return (
    (await recorded.first(db, { roomId, except })) ??
    (await unrecorded.first(db, { roomId, except, today, since }))
  )
}

const roomOfBooking = preparedSql(
  (at: { id: BookingId }) => sql<{ number: string }>`
    select r.number from bookings b left join stays s on s.booking_id = b.id
    join rooms r on r.id = coalesce(s.room_id, ${roomIdOfBooking}) where b.id = ${at.id}`,
)

/** The number of the room in which a booking is; null without one. */
export async function readRoomNumberOf(db: Reader, id: BookingId): Promise<string | null> {
  return (await roomOfBooking.first(db, { id }))?.number ?? null
}

export type MoneyOfStay = {
  balanceMinor: number
  heldMinor: number
  slip: string | null
  holds: number
  holdsMinor: number
}

const moneyOf = preparedSql(
  (at: { id: BookingId }) => sql<MoneyOfStay>`
    select
      (select coalesce(sum(w.balance_minor), 0) from folios f join folio_balances w on w.folio_id = f.id
        where f.booking_id = ${at.id} and f.status = 'open') as balanceMinor,
      (select coalesce(sum(d.held_minor), 0) from deposits d where d.booking_id = ${at.id} and d.held_minor > 0) as heldMinor,
      (select d.slip_no from deposits d where d.booking_id = ${at.id} and d.held_minor > 0 order by d.id limit 1) as slip,
      (select count(*) from folios f join holds h on h.folio_id = f.id
        where f.booking_id = ${at.id} and h.status = 'held') as holds,
      (select coalesce(sum(h.amount_minor), 0) from folios f join holds h on h.folio_id = f.id
        where f.booking_id = ${at.id} and h.status = 'held') as holdsMinor`,
)

/** What the open folios of a booking owe, and what is held for it, minor units. */
export async function readMoneyOf(db: Reader, id: BookingId): Promise<MoneyOfStay> {
  return (
    (await moneyOf.first(db, { id })) ?? {
      balanceMinor: 0,
      heldMinor: 0,
      slip: null,
      holds: 0,
      holdsMinor: 0,
    }
  )
}

const postedSince = preparedSql(
  (at: { id: BookingId; moment: string }) => sql<{ some: number }>`
    select exists (
      select 1 from folio_lines l join postings p on p.id = l.posting_id
      where l.booking_id = ${at.id} and p.moment >= ${at.moment} and l.negates is null
        and not exists (select 1 from folio_lines n where n.negates = l.id)
    ) as some`,
)

/** Whether something that still counts was posted for a booking since a moment. */
export async function hasPostedSince(db: Reader, id: BookingId, moment: string): Promise<boolean> {
  return (await postedSince.first(db, { id, moment }))?.some === 1
}

const lastCommand = preparedSql(
  (at: { id: BookingId; operation: string; together: string }) => sql<{ seq: number }>`
    select seq from changes where booking_id = ${at.id} and operation in (${at.operation}, ${at.together})
    order by seq desc limit 1`,
)

/** The latest change of a booking by one of two operations; null when there is none. */
export async function readLastChangeBy(
  db: Reader,
  id: BookingId,
  operation: string,
  together: string,
): Promise<number | null> {
  return (await lastCommand.first(db, { id, operation, together }))?.seq ?? null
}

const hadRoom = preparedSql(
  (at: { roomId: RoomId; on: BusinessDate; moment: string; except: BookingId }) => sql<{ some: number }>`
    select exists (
      select 1 from stays where checked_in_on = ${at.on} and room_id = ${at.roomId} and checked_in_at >= ${at.moment}
        and booking_id <> ${at.except}
    ) as some`,
)

/** Whether somebody else was checked into a room on a business date, since a moment. */
export async function hadRoomSince(
  db: Reader,
  at: { roomId: RoomId; on: BusinessDate; moment: string; except: BookingId },
): Promise<boolean> {
  return (await hadRoom.first(db, at))?.some === 1
}
