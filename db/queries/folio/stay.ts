import { sql } from 'kysely'
import type { BookingId, BusinessDate, GuestId, RatePlanId } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import { stands } from '../../posting-stands.ts'
import { roomIdOfBooking } from '../booking/day-use.ts'

/** What posting needs to know of a booking. */
export type StayFacts = {
  id: BookingId
  confirmationNo: string
  status: string
  arrival: BusinessDate
  departure: BusinessDate
  guestId: GuestId
  adults: number
  children: number
  segment: string
  meal: string
  ratePlanId: RatePlanId | null
  cancelledOn: BusinessDate | null
  /** By the room of the date, else of the last night: empty where none is assigned. */
  roomNo: string
}

const stay = preparedSql(
  (at: { id: BookingId; date: BusinessDate }) => sql<StayFacts>`
    select b.id, b.confirmation_no as confirmationNo, b.status, b.arrival, b.departure, b.guest_id as guestId, b.adults, b.children,
      b.segment, b.meal, b.rate_plan_id as ratePlanId, b.cancelled_on as cancelledOn,
      coalesce((select r.number from room_nights n join rooms r on r.id = n.room_id where n.booking_id = b.id and n.night = ${at.date}),
        (select number from rooms where id = ${roomIdOfBooking}), '') as roomNo
    from bookings b where b.id = ${at.id}`,
)

/** A booking as a posting of a date needs it. */
export async function readStay(db: Reader, id: BookingId, date: BusinessDate): Promise<StayFacts | null> {
  return (await stay.first(db, { id, date })) ?? null
}

export type NightToPost = {
  night: BusinessDate
  rateMinor: number
  roomNo: string
  /** The posting that stands for the night, if any. */
  postedBy: number | null
}

const nights = preparedSql(
  (at: { id: BookingId }) => sql<NightToPost>`
    select n.night, n.rate_minor as rateMinor, coalesce(r.number, '') as roomNo,
      (select p.id from postings p where p.origin = 'room:' || n.booking_id || ':' || n.night and ${stands(sql.ref('p.id'))}) as postedBy
    from room_nights n left join rooms r on r.id = n.room_id where n.booking_id = ${at.id} order by n.night`,
)

/** The nights of a booking with what a night costs and whether it is posted. */
export async function readNightsToPost(db: Reader, id: BookingId): Promise<NightToPost[]> {
  return nights.all(db, { id })
}
