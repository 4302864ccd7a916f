import { type RawBuilder, sql } from 'kysely'
import type { GuestNames } from '#shared/domain/name/name.ts'
import type { BookingId, BusinessDate, GuestId } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import type { Flag } from '../../schema/flag.ts'

export type InHouseRow = GuestNames & {
  bookingId: BookingId
  confirmationNo: string
  guestId: GuestId
  roomNumber: string | null
  floor: number | null
  arrival: BusinessDate
  departure: BusinessDate
  adults: number
  children: number
  infants: number
  needsHelp: Flag
  doNotDisturb: Flag
  incognito: Flag
  messages: number
  parcels: number
  stayVersion: number
}

// A stay knows its room; who was in house before stays were kept is in that of the night
const inHouse = preparedSql(
  (at: { on: BusinessDate }) => sql<InHouseRow>`
    select b.id as bookingId, b.confirmation_no as confirmationNo, g.id as guestId, g.native_name as nativeName,
      g.family_name as familyName, g.given_name as givenName, r.number as roomNumber, r.floor, b.arrival, b.departure,
      b.adults, b.children, b.infants,
      (exists (select 1 from requests q where q.booking_id = b.id and q.kind = 'accessible' and q.status <> 'declined')
        or exists (select 1 from guest_preferences p where p.category = 'room-feature' and p.value = 'accessible'
          and (p.guest_id = b.guest_id
            or p.guest_id in (select guest_id from booking_companions where booking_id = b.id)))) as needsHelp,
      coalesce(s.do_not_disturb, 0) as doNotDisturb, coalesce(s.incognito, 0) as incognito,
      (select count(*) from guest_messages m where m.booking_id = b.id and m.status = 'open') as messages,
      (select count(*) from parcels p where p.booking_id = b.id and p.status = 'open') as parcels,
      coalesce(s.version, 0) as stayVersion
    from bookings b join guests g on g.id = b.guest_id left join stays s on s.booking_id = b.id
    left join rooms r on r.id = coalesce(s.room_id, (
      select n.room_id from room_nights n where n.booking_id = b.id and n.room_id is not null
      order by n.night > ${at.on}, case when n.night > ${at.on} then n.night end, n.night desc limit 1))
    where b.status = 'in-house' order by r.floor is null, r.floor, length(r.number), r.number, b.id`,
)

/** Everybody who is in house, by floor and room; who has no room comes last. */
export async function readInHouse(db: Reader, on: BusinessDate): Promise<InHouseRow[]> {
  return inHouse.all(db, { on })
}

const hidden = preparedSql(
  () => sql<{ bookingId: BookingId; guestId: GuestId }>`
    with here as (select b.id, b.guest_id from stays s join bookings b on b.id = s.booking_id
      where s.incognito = 1 and b.status = 'in-house')
    select id as bookingId, guest_id as guestId from here
    union select c.booking_id, c.guest_id from booking_companions c where c.booking_id in (select id from here)
    order by bookingId, guestId`,
)

/** Guests in house who are incognito, and who is in the room with them. */
export async function readIncognito(db: Reader): Promise<{ bookingId: BookingId; guestId: GuestId }[]> {
  return hidden.all(db, {})
}

export type CompanionRow = GuestNames & { bookingId: BookingId; guestId: GuestId }

/**
 * Whether who stays along with a booking `b`, of own dates `p` or none, is there on a day. Who leaves then may still be in the
 * room, and dates that the stay has nothing of any more are the whole stay: a list for a fire names one too many, never one too few.
 */
export function staysOn(day: RawBuilder<string>): RawBuilder<boolean> {
  return sql<boolean>`(p.guest_id is null or (p.from_date <= ${day} and p.to_date >= ${day})
    or p.from_date >= b.departure or p.to_date <= b.arrival)`
}

const companions = preparedSql(
  (at: { on: BusinessDate }) => sql<CompanionRow>`
    select c.booking_id as bookingId, g.id as guestId, g.native_name as nativeName, g.family_name as familyName,
      g.given_name as givenName
    from bookings b join booking_companions c on c.booking_id = b.id join guests g on g.id = c.guest_id
    left join stay_persons p on p.booking_id = c.booking_id and p.guest_id = c.guest_id
    where b.status = 'in-house' and ${staysOn(sql`${at.on}`)}
    order by c.booking_id, g.id`,
)

/** Who is in the rooms with them. */
export async function readCompanionsInHouse(db: Reader, on: BusinessDate): Promise<CompanionRow[]> {
  return companions.all(db, { on })
}
