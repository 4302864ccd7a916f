import { sql } from 'kysely'
import type { BookingInRole } from '#shared/domain/booking/in-role.ts'
import type { GuestId } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

const rolesOfGuest = preparedSql(
  (at: { guestId: GuestId }) => sql<BookingInRole>`
    select b.id, 'guest' as role, b.arrival, b.departure, b.status, b.created_on as createdOn, b.segment,
      b.total_minor as totalMinor, p.kind as planKind, p.qualifies, b.channel, b.guarantee,
      b.company_id as companyId, b.confirmation_no as confirmationNo
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
export async function readRoles(db: Reader, guestId: GuestId): Promise<BookingInRole[]> {
  return rolesOfGuest.all(db, { guestId })
}
