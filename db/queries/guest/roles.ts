import { sql } from 'kysely'
import type { BookingId, BusinessDate, GuestId } from '#shared/values/index.ts'
import type { Reader, Writer } from '../../dialect/sqlite/connection.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'

/** What somebody is in a booking. */
export type BookingRole = 'guest' | 'booker' | 'companion'

/** A booking as figures, loyalty and the order of a list reckon with it: what the index of a guest's bookings holds. */
export type InRole = {
  id: BookingId
  role: BookingRole
  arrival: BusinessDate
  departure: BusinessDate
  status: string
  created_on: BusinessDate
  segment: string
  total_minor: number
  /** Of the rate plan on file; null without one (an import). */
  kind: string | null
  /** From here on only of the guest's own bookings. */
  qualifies: number | null
  channel: string | null
  guarantee: string | null
  company_id: number | null
  confirmation_no: string | null
}

const rolesOfGuest = preparedSql(
  (at: { guestId: GuestId }) => sql<InRole>`
    select b.id, 'guest' as role, b.arrival, b.departure, b.status, b.created_on, b.segment, b.total_minor, p.kind,
      p.qualifies, b.channel, b.guarantee, b.company_id, b.confirmation_no
    from bookings b left join rate_plans p on p.id = b.rate_plan_id where b.guest_id = ${at.guestId}
    union all
    select b.id, 'booker', b.arrival, b.departure, b.status, b.created_on, b.segment, b.total_minor, p.kind,
      null, null, null, null, null
    from bookings b left join rate_plans p on p.id = b.rate_plan_id where b.booker_id = ${at.guestId}
    union all
    select b.id, 'companion', b.arrival, b.departure, b.status, b.created_on, b.segment, b.total_minor, null,
      null, null, null, null, null
    from booking_companions c cross join bookings b where c.guest_id = ${at.guestId} and b.id = c.booking_id`,
)

/**
 * All bookings that a guest has a part in, once for each part: a guest who booked for themselves has two. In one
 * statement, because a profile needs them four times over: for figures, years, loyalty and the list.
 */
export async function readRoles(db: Reader | Writer, guestId: GuestId): Promise<InRole[]> {
  return rolesOfGuest.all(db, { guestId })
}

/** Complimentary and house-use rooms are given, not sold; a booking without a rate plan on file was sold. */
export function isSold({ kind, segment }: InRole): boolean {
  return (kind ?? 'sold') === 'sold' && segment !== 'complimentary'
}
