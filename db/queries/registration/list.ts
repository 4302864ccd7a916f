import { sql } from 'kysely'
import type { BookingId, BusinessDate, GuestId, RegistrationId, RoomId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'
import type { RegistrationRow } from '../../schema/registration.ts'
import { staysOn } from '../house/guests.ts'

/** A registration with whose it is and where. */
export type ListedRegistration = RegistrationRow & {
  confirmation_no: string
  nativeName: string
  familyName: string
  givenName: string
  guest_version_now: number
  registrant_version_now: number | null
  room_number: string | null
}

function listed(db: Reader) {
  return readWith(db)
    .selectFrom('registrations as r')
    .innerJoin('bookings as b', 'b.id', 'r.booking_id')
    .innerJoin('guests as g', 'g.id', 'r.guest_id')
    .leftJoin('registrants as p', 'p.id', 'r.guest_id')
    .leftJoin('rooms as m', 'm.id', 'r.room_id')
    .selectAll('r')
    .select([
      'b.confirmation_no',
      'g.native_name as nativeName',
      'g.family_name as familyName',
      'g.given_name as givenName',
      'g.version as guest_version_now',
      'p.version as registrant_version_now',
      'm.number as room_number',
    ])
}

/** Still to be sent, and whatever was sent since a day of guests who were written since. The oldest first. */
export async function readOpenRegistrations(
  db: Reader,
  { since, limit }: { since: BusinessDate; limit: number },
): Promise<ListedRegistration[]> {
  // A literal, so that the partial index over what is open serves
  const open = await listed(db).where(sql<boolean>`r.state <> 'sent'`).orderBy('r.id').limit(limit).execute()
  const stale = await listed(db)
    .where('r.business_date', '>=', since)
    .where('r.state', '=', 'sent')
    .where(sql<boolean>`(g.version <> r.guest_version or coalesce(p.version, 0) <> r.registrant_version)`)
    .orderBy('r.id')
    .limit(limit)
    .execute()
  return [...open, ...stale]
}

/** Everything of one business date, in the order in which it was registered. */
export async function readRegistrationsOn(
  db: Reader,
  date: BusinessDate,
  limit: number,
): Promise<ListedRegistration[]> {
  return listed(db).where('r.business_date', '=', date).orderBy('r.id').limit(limit).execute()
}

export async function readRegistrationsByIds(
  db: Reader,
  ids: readonly RegistrationId[],
): Promise<ListedRegistration[]> {
  return listed(db).where('r.id', 'in', ids).execute()
}

export type InHouse = {
  bookingId: BookingId
  confirmationNo: string
  guestId: GuestId
  nativeName: string
  familyName: string
  givenName: string
  birthDate: BusinessDate | null
  roomNumber: string | null
  roomId: RoomId | null
  registered: 0 | 1
}

/**
 * Everyone in the house by booking and guest, and whether each was registered as arrived. Companions are there by their own
 * dates, and not once they are registered as gone: on the day they leave that may be before or after.
 */
export async function readInHousePersons(db: Reader, date: BusinessDate): Promise<InHouse[]> {
  const { rows } = await sql<InHouse>`
    with inside as (
      select b.id, b.confirmation_no, b.guest_id from bookings b where b.status = 'in-house'
      union all select b.id, b.confirmation_no, c.guest_id from bookings b
        join booking_companions c on c.booking_id = b.id
        left join stay_persons p on p.booking_id = c.booking_id and p.guest_id = c.guest_id
        where b.status = 'in-house' and ${staysOn(sql`${date}`)}
          and coalesce((select r.event from registrations r where r.booking_id = c.booking_id and r.guest_id = c.guest_id
            and r.withdrawn = 0 order by r.id desc limit 1), '') <> 'departure'
    )
    select i.id as bookingId, i.confirmation_no as confirmationNo, g.id as guestId, g.native_name as nativeName,
      g.family_name as familyName, g.given_name as givenName, g.birth_date as birthDate,
      m.number as roomNumber, m.id as roomId,
      exists (select 1 from registrations r where r.booking_id = i.id and r.guest_id = i.guest_id and r.withdrawn = 0) as registered
    from inside i join guests g on g.id = i.guest_id
      left join rooms m on m.id = coalesce((select s.room_id from stays s where s.booking_id = i.id),
        (select n.room_id from room_nights n where n.booking_id = i.id and n.night <= ${date} order by n.night desc limit 1))
    order by i.id, g.id`.execute(readWith(db))
  return rows
}

export type Leaver = Omit<InHouse, 'birthDate' | 'registered'>

/** Who stays along in a room that is in house, by own dates that end by a day before the booking's, and is not registered as gone. */
export async function readLeavers(db: Reader, date: BusinessDate): Promise<Leaver[]> {
  const { rows } = await sql<Leaver>`
    select b.id as bookingId, b.confirmation_no as confirmationNo, g.id as guestId, g.native_name as nativeName,
      g.family_name as familyName, g.given_name as givenName, m.number as roomNumber, m.id as roomId
    from bookings b join stay_persons p on p.booking_id = b.id
      join booking_companions c on c.booking_id = b.id and c.guest_id = p.guest_id
      join guests g on g.id = p.guest_id
      left join rooms m on m.id = coalesce((select s.room_id from stays s where s.booking_id = b.id),
        (select n.room_id from room_nights n where n.booking_id = b.id and n.night <= ${date} order by n.night desc limit 1))
    where b.status = 'in-house' and p.to_date <= ${date} and p.to_date > b.arrival and p.to_date < b.departure
      and coalesce((select r.event from registrations r where r.booking_id = b.id and r.guest_id = p.guest_id
        and r.withdrawn = 0 order by r.id desc limit 1), 'departure') <> 'departure'
    order by b.id, g.id`.execute(readWith(db))
  return rows
}

/** What is still to be sent to the authorities or was not taken by them: each registration with its room. */
export async function readUnsent(db: Reader): Promise<{ id: RegistrationId; roomNumber: string | null }[]> {
  return (
    readWith(db)
      .selectFrom('registrations as r')
      .leftJoin('rooms as m', 'm.id', 'r.room_id')
      .select(['r.id', 'm.number as roomNumber'])
      // A literal, so that the partial index over what is open serves
      .where(sql<boolean>`r.state <> 'sent'`)
      .orderBy('r.id')
      .execute()
  )
}
