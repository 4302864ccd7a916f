import { sql } from 'kysely'
import type { GuestNames } from '#shared/domain/name/name.ts'
import type { Housekeeping } from '#shared/domain/room/room.ts'
import type { DayPerson } from '#shared/domain/today/day-people.ts'
import type { BookingId, BusinessDate, GuestId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import { listedIn } from '../../dialect/sqlite/ids.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import { dueDays, roomOn } from '../booking/list.ts'

export type DayPersonRow = DayPerson &
  GuestNames & { id: BookingId; guestId: GuestId; confirmationNo: string; roomNumber: string | null }

type Found = Omit<DayPersonRow, 'isVip'> & { isVip: number }

/** The tag by which a hotel marks its VIPs, in either language. */
const vipTags = sql`('vip', '贵宾')`

const people = preparedSql(
  (at: { date: BusinessDate; days: string }) => sql<Found>`
    select b.id, b.guest_id as guestId, b.confirmation_no as confirmationNo, b.status, b.arrival, b.departure, b.channel,
      b.hold_until as holdUntil, g.native_name as nativeName, g.family_name as familyName, g.given_name as givenName,
      g.birth_date as birthDate, s.arrived_at as arrivedAt, s.checked_in_on as checkedInOn,
      s.checked_out_on as checkedOutOn, ${roomOn(sql`${at.date}`)} as roomNumber,
      (select r.housekeeping from room_nights n join rooms r on r.id = n.room_id
        where n.booking_id = b.id and n.night = ${at.date}) as housekeeping,
      (select count(*) from guest_alerts a where a.guest_id = b.guest_id) as alerts,
      exists (select 1 from guest_tags k where k.guest_id = b.guest_id and lower(k.tag) in ${vipTags}) as isVip,
      (select min(m.joined_on) from memberships m where m.guest_id = b.guest_id) as joinedOn
    from bookings b join guests g on g.id = b.guest_id left join stays s on s.booking_id = b.id
    where b.id in (
      select id from bookings where status = 'in-house'
      union select id from bookings where status = 'confirmed' and arrival in (select value from json_each(${at.days}))
      union select id from bookings where status = 'no-show' and arrival in (select value from json_each(${at.days}))
      union select booking_id from stays where checked_in_on = ${at.date}
      union select booking_id from stays where checked_out_on = ${at.date})
    order by g.sort_key, b.id`,
)

/** Everybody whom the business date is about, by name. */
export async function readDayPeople(db: Reader, date: BusinessDate): Promise<DayPersonRow[]> {
  const days = JSON.stringify(dueDays({ date, businessDate: date }))
  const rows = await people.all(db, { date, days })
  return rows.map((row) => ({
    ...row,
    housekeeping: row.housekeeping as Housekeeping | null,
    isVip: row.isVip === 1,
  }))
}

type Alert = { guestId: GuestId; text: string; blocks: number }

const alertsOf = preparedSql(
  (at: { ids: string }) => sql<Alert>`
    select guest_id as guestId, text, blocks <> 'none' as blocks from guest_alerts
    where guest_id in ${listedIn(at.ids)} order by blocks = 'none', id`,
)

/** The alerts of guests; what stops an act first. */
export async function readDayAlerts(db: Reader, ids: readonly GuestId[]) {
  return Map.groupBy(await alertsOf.all(db, { ids: JSON.stringify(ids) }), ({ guestId }) => guestId)
}

const tickedShown = 20

/** Open notes of the shifts, oldest first; then those that were ticked off last. */
export async function readShiftNotes(db: Reader) {
  const all = readWith(db).selectFrom('shift_notes').selectAll()
  const open = await all.where('ticked_at', 'is', null).orderBy('id').execute()
  const ticked = await all
    .where('ticked_at', 'is not', null)
    .orderBy('ticked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(tickedShown)
    .execute()
  return [...open, ...ticked]
}
