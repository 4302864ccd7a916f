import type { Reader } from '#db/handles.ts'
import { type ChangeRow, readChangesOfBookings, readChangesOfThings } from '#db/queries/change/changes.ts'
import { readFormer } from '#db/queries/change/former.ts'
import { readGuestNames, readLabels } from '#db/queries/change/labels.ts'
import { readRoles } from '#db/queries/guest/roles.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import {
  type BookingImage,
  type BookingRole,
  companionIds,
  nightDates,
  totalOf,
} from '#shared/domain/booking/booking.ts'
import { distinctIds } from '#shared/domain/booking/named.ts'
import { wholeBooking } from '#shared/domain/booking/whole.ts'
import type { GuestImage } from '#shared/domain/guest/image.ts'
import { wholeGuest } from '#shared/domain/guest/whole.ts'
import { bothNames, type GuestNames } from '#shared/domain/name/name.ts'
import { type BookingId, type GuestId, nightsBetween } from '#shared/values/index.ts'
import { isAfter, thenOfEach } from '../change/public.ts'
import { type RequestThen, requestsThen } from '../request/public.ts'

type Row = OutputOf<'guest.asOf'>['bookings'][number]

/** Of somebody who books for a whole company the latest so many are looked at. */
const mostBookings = 1000

type BookingThen = { id: BookingId; image: BookingImage; version: number; role: BookingRole }

/** What of bookings a guest's page shows of then. */
export type BookingsThen = {
  rows: Row[]
  /** Of the guest's own bookings, with the booking that each is for. */
  requests: (RequestThen & { booking: BookingImage })[]
  leftOut: number
  unreadable: number[]
  /** Changes of these bookings and what belongs to them, and those made since of bookings that are the guest's by now. */
  changes: ChangeRow[]
}

/** The bookings that a guest had a part in then, the latest arrival first, also those that are another guest's by now or are deleted. */
export async function bookingsThen(db: Reader, guestId: GuestId, at: string): Promise<BookingsThen> {
  const { ids, leftOut } = await candidates(db, guestId)
  const changes = await readChangesOfBookings(db, ids)
  const { images, unreadable } = thenOfEach(
    changes.filter(({ entity }) => entity === 'booking'),
    at,
  )
  const bookings = [...images].flatMap(([id, { image, version }]): BookingThen[] => {
    const whole = wholeBooking(image as Partial<BookingImage>)
    const role = roleIn(whole, guestId)
    return role ? [{ id: id as BookingId, image: whole, version, role }] : []
  })
  bookings.sort((a, b) => b.image.arrival.localeCompare(a.image.arrival) || b.id - a.id)
  const all = new Set<number>(bookings.map(({ id }) => id))
  const asked = requestsThen(changes, at)
  const own = new Map(bookings.flatMap(({ id, image, role }) => (role === 'guest' ? [[id, image]] : [])))
  return {
    rows: await rowsOf(db, at, bookings, asked.requests),
    requests: asked.requests.flatMap((request) => {
      const booking = own.get(request.image.bookingId)
      return booking ? [{ ...request, booking }] : []
    }),
    leftOut,
    unreadable: [...unreadable, ...asked.unreadable, ...unknown(changes)],
    changes: changes.filter((row) => all.has(row.booking_id ?? 0) || isAfter(row, at)),
  }
}

/** Bookings that the guest has a part in, the latest arrivals of them, and those that the guest had a part in before. */
async function candidates(db: Reader, guestId: GuestId): Promise<{ ids: number[]; leftOut: number }> {
  const roles = await readRoles(db, guestId)
  const latest = distinctIds<BookingId>(
    roles.sort((a, b) => b.arrival.localeCompare(a.arrival)).map(({ id }) => id),
  )
  const former = (await readFormer(db, guestId)).bookings as BookingId[]
  const all = distinctIds<BookingId>([...former, ...latest])
  return { ids: all.slice(0, mostBookings), leftOut: Math.max(0, all.length - mostBookings) }
}

/** Changes that are on a damaged page: nobody knows what they are of. */
function unknown(changes: readonly ChangeRow[]): number[] {
  return changes.flatMap(({ entity, seq }) => (entity === '' ? [seq] : []))
}

function roleIn(image: BookingImage, guestId: GuestId): BookingRole | null {
  if (image.guestId === guestId) return 'guest'
  if (image.bookerId === guestId) return 'booker'
  return companionIds(image).includes(guestId) ? 'companion' : null
}

async function rowsOf(
  db: Reader,
  at: string,
  bookings: readonly BookingThen[],
  requests: readonly RequestThen[],
): Promise<Row[]> {
  const names = await namesThen(db, at, distinctIds<GuestId>(bookings.map(({ image }) => image.guestId)))
  const codes = await readLabels(
    db,
    bookings.flatMap(({ image }) => [
      `room-type:${image.roomTypeId}`,
      `rate-plan:${image.ratePlanId}`,
      `room:${lastRoom(image)}`,
    ]),
  )
  const asked = Map.groupBy(requests, ({ image }) => image.bookingId)
  return bookings.map(({ id, image, version, role }) => ({
    id,
    confirmationNo: image.confirmationNo,
    guestId: image.guestId,
    ...bothNames(names.get(image.guestId) ?? nobody),
    role,
    status: image.status,
    arrival: image.arrival,
    departure: image.departure,
    nights: nightsBetween(image.arrival, image.departure),
    roomTypeCode: codes.get(`room-type:${image.roomTypeId}`) ?? '',
    roomNumber: codes.get(`room:${lastRoom(image)}`) ?? null,
    ratePlanCode: codes.get(`rate-plan:${image.ratePlanId}`) ?? null,
    adults: image.adults,
    children: image.children,
    infants: image.infants,
    roomRevenueMinor: totalOf(image.nights),
    createdOn: image.createdOn,
    cancelledOn: image.cancelledOn,
    channel: image.channel,
    changes: version - 1,
    requests: asked.get(id)?.length ?? 0,
  }))
}

const nobody: GuestNames = { nativeName: '', familyName: '', givenName: '' }

/** What guests were called then; of whom the log has nothing, what they are called now. */
async function namesThen(db: Reader, at: string, ids: readonly GuestId[]): Promise<Map<GuestId, GuestNames>> {
  const names = await readGuestNames(db, ids)
  const rows = ids.length > 0 ? await readChangesOfThings(db, 'guest', ids) : []
  for (const [id, { image }] of thenOfEach(rows, at).images)
    names.set(id as GuestId, wholeGuest(image as Partial<GuestImage>))
  return names
}

/** The room of the last night, as long as it has one. */
function lastRoom(image: BookingImage): number | null {
  const last = nightDates(image).at(-1)
  return (last && image.nights[last]?.roomId) ?? null
}
