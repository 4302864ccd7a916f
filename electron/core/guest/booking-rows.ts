import type { Reader } from '#db/handles.ts'
import { type BookingKey, type GuestBooking, readGuestBookings } from '#db/queries/guest/bookings.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { BookingRole, BookingStatus } from '#shared/domain/booking/booking.ts'
import type { BookingInRole } from '#shared/domain/booking/in-role.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import { type BookingId, type BusinessDate, type GuestId, nightsBetween } from '#shared/values/index.ts'

type BookingRows = OutputOf<'guest.bookings'>

/** A page of a guest's bookings in any role (readRoles), latest arrival first, with the key of the next page. */
export async function guestBookingPage(
  db: Reader,
  guestId: GuestId,
  roles: readonly BookingInRole[],
  after: string | undefined,
  limit: number,
): Promise<BookingRows> {
  const { rows, more } = await readGuestBookings(db, guestId, roles, keyOf(after), limit)
  const last = rows.at(-1)
  return { rows: rows.map(bookingView), next: more && last ? `${last.arrival}:${last.id}` : null }
}

function bookingView(row: GuestBooking & { role: BookingRole }): BookingRows['rows'][number] {
  const names = { nativeName: row.native_name, familyName: row.family_name, givenName: row.given_name }
  return {
    id: row.id,
    confirmationNo: row.confirmation_no,
    guestId: row.guest_id,
    ...bothNames(names),
    role: row.role,
    status: row.status as BookingStatus,
    arrival: row.arrival,
    departure: row.departure,
    nights: nightsBetween(row.arrival, row.departure),
    roomTypeCode: row.room_type,
    roomNumber: row.room,
    ratePlanCode: row.rate_plan,
    adults: row.adults,
    children: row.children,
    infants: row.infants,
    roomRevenueMinor: row.revenue,
    createdOn: row.created_on,
    cancelledOn: row.cancelled_on,
    channel: row.channel,
    changes: row.changes,
    requests: row.requests,
  }
}

/** The contract has checked its form. */
function keyOf(after: string | undefined): BookingKey | null {
  if (after === undefined) return null
  const [arrival, id] = after.split(':')
  return { arrival: arrival as BusinessDate, id: Number(id) as BookingId }
}
