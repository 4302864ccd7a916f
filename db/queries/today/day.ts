import { sql } from 'kysely'
import type { GuestNames } from '#shared/domain/name/name.ts'
import type { DayPerson } from '#shared/domain/today/day-people.ts'
import type { BookingId, BusinessDate, GuestId, RoomId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import { listedIn } from '../../dialect/sqlite/ids.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import { dueDays, roomIdOn } from '../booking/list.ts'
import { staysOn } from '../house/guests.ts'

export type DayPersonRow = DayPerson &
  GuestNames & {
    id: BookingId
    guestId: GuestId
    sortKey: string
    confirmationNo: string
    roomNumber: string | null
  }

type Found = Omit<DayPersonRow, 'isVip' | 'isRoomTaken' | 'staysAlong'> & {
  isVip: number
  /** Where the guest is, or is to be: who is in house may not have moved yet. */
  roomId: RoomId | null
}

/** The tag by which a hotel marks its VIPs, in either language. */
const vipTags = sql`('vip', '贵宾')`

/** What of a guest `g` is asked about: names, alerts, birthday, membership. */
const ofGuest = sql`g.sort_key as sortKey, g.native_name as nativeName, g.family_name as familyName, g.given_name as givenName,
  g.birth_date as birthDate, (select count(*) from guest_alerts a where a.guest_id = g.id) as alerts,
  exists (select 1 from guest_tags k where k.guest_id = g.id and lower(k.tag) in ${vipTags}) as isVip,
  (select min(m.joined_on) from memberships m where m.guest_id = g.id) as joinedOn`

type At = { date: BusinessDate; days: string }

/** Who is in house, and who is due in, be it since days. */
const ofToday = (at: At) => sql`select id from bookings where status = 'in-house'
  union select id from bookings where status = 'confirmed' and arrival in (select value from json_each(${at.days}))`

const people = preparedSql(
  (at: At) => sql<Found>`
    select b.id, b.guest_id as guestId, b.confirmation_no as confirmationNo, b.status, b.arrival, b.departure, b.channel,
      b.guarantee, b.hold_until as holdUntil, s.arrived_at as arrivedAt, s.checked_in_on as checkedInOn,
      s.checked_out_on as checkedOutOn, r.id as roomId, r.number as roomNumber, r.housekeeping,
      (select m.number from room_nights n join rooms m on m.id = n.room_id where n.booking_id = b.id and n.night = ${at.date}
        and b.status = 'in-house' and n.room_id <> s.room_id) as movesTo,
      ${ofGuest}
    from bookings b join guests g on g.id = b.guest_id left join stays s on s.booking_id = b.id
      left join rooms r on r.id = coalesce(iif(b.status = 'confirmed', null, s.room_id), ${roomIdOn(sql`${at.date}`)})
    where b.id in (${ofToday(at)}
      union select id from bookings where status = 'no-show' and arrival in (select value from json_each(${at.days}))
        and (departure > ${at.date} or arrival >= ${at.date})
      union select booking_id from stays where checked_in_on = ${at.date}
      union select booking_id from stays where checked_out_on = ${at.date})
    order by g.sort_key, b.id`,
)

type FoundAlong = GuestNames &
  Pick<DayPerson, 'alerts' | 'birthDate' | 'joinedOn'> & {
    id: BookingId
    guestId: GuestId
    sortKey: string
    isVip: number
  }

const along = preparedSql(
  (at: At) => sql<FoundAlong>`
    select b.id, g.id as guestId, ${ofGuest}
    from bookings b join booking_companions c on c.booking_id = b.id and c.guest_id <> b.guest_id
      join guests g on g.id = c.guest_id
      left join stay_persons p on p.booking_id = c.booking_id and p.guest_id = c.guest_id
    where b.id in (${ofToday(at)}) and ${staysOn(sql`${at.date}`)}
    order by g.sort_key, b.id`,
)

/** Everybody whom the business date is about: the guests of its bookings by name, then who stays along with them. */
export async function readDayPeople(db: Reader, date: BusinessDate): Promise<DayPersonRow[]> {
  const at = { date, days: JSON.stringify(dueDays({ date, businessDate: date })) }
  const found = await people.all(db, at)
  const inRoom = new Map<RoomId, BookingId>()
  for (const { id, status, roomId } of found)
    if (status === 'in-house' && roomId !== null) inRoom.set(roomId, id)
  const guests = found.map(({ roomId, ...row }): DayPersonRow => {
    const taker = roomId === null ? undefined : inRoom.get(roomId)
    const isRoomTaken = taker !== undefined && taker !== row.id
    return { ...row, isVip: row.isVip === 1, isRoomTaken, staysAlong: false }
  })
  const bookings = new Map(guests.map((row) => [row.id, row]))
  const others = (await along.all(db, at)).flatMap((row): DayPersonRow[] => {
    const booking = bookings.get(row.id)
    return booking ? [{ ...booking, ...row, isVip: row.isVip === 1, staysAlong: true }] : []
  })
  return [...guests, ...others]
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
