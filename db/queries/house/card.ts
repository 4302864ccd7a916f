import { sql } from 'kysely'
import type { GuestNames } from '#shared/domain/name/name.ts'
import type { BookingId, BusinessDate, GuestId } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import type { Flag } from '../../schema/flag.ts'
import { roomOn } from '../booking/list.ts'
import { tierOfGuest } from '../booking/view.ts'

export type CardGuest = GuestNames & {
  guestId: GuestId
  tier: string | null
  stays: number
  nights: number
  /** JSON of [arrival, departure]. */
  lastStay: string | null
  /** JSON of alerts and of preferences. */
  alerts: string
  preferences: string
}

const guest = preparedSql(
  (at: { id: GuestId }) => sql<CardGuest>`
    select g.id as guestId, g.native_name as nativeName, g.family_name as familyName, g.given_name as givenName,
      ${tierOfGuest} as tier,
      (select count(*) from bookings b where b.guest_id = g.id and b.status = 'checked-out') as stays,
      (select count(*) from bookings b join room_nights n on n.booking_id = b.id
        where b.guest_id = g.id and b.status = 'checked-out') as nights,
      (select json_array(b.arrival, b.departure) from bookings b where b.guest_id = g.id and b.status = 'checked-out'
        order by b.departure desc, b.id desc limit 1) as lastStay,
      (select json_group_array(json_object('area', area, 'text', text, 'blocks', json(iif(blocks <> 'none', 'true', 'false'))) order by blocks = 'none', id)
        from guest_alerts where guest_id = g.id) as alerts,
      (select json_group_array(json_object('group', category, 'value', value) order by id)
        from guest_preferences where guest_id = g.id) as preferences
    from guests g where g.id = ${at.id}`,
)

/** A guest at a glance; undefined when there is none. */
export async function readCardGuest(db: Reader, id: GuestId): Promise<CardGuest | undefined> {
  return guest.first(db, { id })
}

export type CardStay = {
  bookingId: BookingId
  confirmationNo: string
  status: 'in-house' | 'confirmed' | 'enquiry' | 'waitlisted'
  arrival: BusinessDate
  departure: BusinessDate
  expectedTime: string | null
  roomNumber: string | null
  openRequests: number
  doNotDisturb: Flag
  incognito: Flag
  messages: number
  parcels: number
  traces: number
}

// A companion has no booking of their own: they are where the guest is
const stay = preparedSql(
  (at: { id: GuestId; on: BusinessDate }) => sql<CardStay>`
    select b.id as bookingId, b.confirmation_no as confirmationNo, b.status, b.arrival, b.departure,
      b.expected_time as expectedTime,
      coalesce((select number from rooms where id = s.room_id), ${roomOn(sql`${at.on}`)}) as roomNumber,
      b.open_requests as openRequests, coalesce(s.do_not_disturb, 0) as doNotDisturb, coalesce(s.incognito, 0) as incognito,
      (select count(*) from guest_messages t where t.booking_id = b.id and t.status = 'open') as messages,
      (select count(*) from parcels t where t.booking_id = b.id and t.status = 'open') as parcels,
      (select count(*) from traces t where t.booking_id = b.id and t.status = 'open') as traces
    from bookings b left join stays s on s.booking_id = b.id
    where b.id in (select id from bookings where guest_id = ${at.id}
        union all select booking_id from booking_companions where guest_id = ${at.id})
      and (b.status = 'in-house' or (b.status in ('confirmed', 'enquiry', 'waitlisted') and b.departure >= ${at.on}))
    order by b.status <> 'in-house', b.arrival, b.id limit 1`,
)

/** Where a guest is now, or the next stay that is booked. */
export async function readCardStay(db: Reader, id: GuestId, on: BusinessDate): Promise<CardStay | undefined> {
  return stay.first(db, { id, on })
}
