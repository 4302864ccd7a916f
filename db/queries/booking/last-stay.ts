import { sql } from 'kysely'
import type { Department, RequestKind } from '#shared/domain/request/request.ts'
import type {
  AccountId,
  BookingId,
  BusinessDate,
  GuestId,
  RatePlanId,
  RoomId,
  RoomTypeId,
} from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

export type LastStayRow = {
  id: BookingId
  confirmationNo: string
  arrival: BusinessDate
  departure: BusinessDate
  chargedRoomTypeId: RoomTypeId
  ratePlanId: RatePlanId | null
  roomId: RoomId | null
  adults: number
  children: number
  infants: number
  companyId: AccountId | null
  agencyId: AccountId | null
}

const lastStay = preparedSql(
  (at: { guestId: GuestId }) => sql<LastStayRow>`
    select id, confirmation_no as confirmationNo, arrival, departure, charged_room_type_id as chargedRoomTypeId,
      rate_plan_id as ratePlanId, last_room_id as roomId, adults, children, infants, company_id as companyId,
      agency_id as agencyId
    from bookings where guest_id = ${at.guestId} and status in ('in-house', 'checked-out')
    order by arrival desc, departure desc, id desc limit 1`,
)

/** The guest's newest stay, the present one too; null for who never stayed. */
export async function readLastStay(db: Reader, guestId: GuestId): Promise<LastStayRow | null> {
  return (await lastStay.first(db, { guestId })) ?? null
}

const wishes = preparedSql(
  (at: { id: BookingId }) => sql<{ kind: RequestKind; text: string; department: Department }>`
    select kind, text, department from requests where booking_id = ${at.id} and status <> 'declined' order by id`,
)

/** What was asked for a stay and not declined. */
export async function readWishesOfStay(db: Reader, id: BookingId) {
  return wishes.all(db, { id })
}
