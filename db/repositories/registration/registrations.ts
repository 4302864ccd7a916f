import type { RegistrationImage } from '#shared/domain/registration/registration.ts'
import type { BookingId, GuestId, RegistrationId } from '#shared/values/index.ts'
import { prepared } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import { flag } from '../../schema/flag.ts'
import type { RegistrationRow } from '../../schema/registration.ts'
import { imageStore } from '../image-store.ts'

export type Registration = { id: RegistrationId; version: number; image: RegistrationImage }

/** A registration as its image. */
export function registrationImage(row: RegistrationRow): RegistrationImage {
  return {
    bookingId: row.booking_id,
    guestId: row.guest_id,
    event: row.event as RegistrationImage['event'],
    roomId: row.room_id,
    at: row.at,
    businessDate: row.business_date,
    madeBy: row.made_by,
    state: row.state as RegistrationImage['state'],
    stateAt: row.state_at,
    stateBy: row.state_by,
    withdrawn: row.withdrawn === 1,
    guestVersion: row.guest_version,
    registrantVersion: row.registrant_version,
    failure: row.failure,
    data: JSON.parse(row.data) as RegistrationImage['data'],
  }
}

/** An image's columns; the demo writes whole rows in bulk with it. */
export function registrationColumns(image: RegistrationImage): Omit<RegistrationRow, 'id' | 'version'> {
  return {
    booking_id: image.bookingId,
    guest_id: image.guestId,
    event: image.event,
    room_id: image.roomId,
    at: image.at,
    business_date: image.businessDate,
    made_by: image.madeBy,
    state: image.state,
    state_at: image.stateAt,
    state_by: image.stateBy,
    failure: image.failure,
    withdrawn: flag(image.withdrawn),
    data: JSON.stringify(image.data),
    guest_version: image.guestVersion,
    registrant_version: image.registrantVersion,
  }
}

/** Registrations, each by its id. */
export const registrations = imageStore('registrations', registrationImage, registrationColumns)

const registrationsOf = prepared((db, at: { id: BookingId }) =>
  db.selectFrom('registrations').selectAll().where('booking_id', '=', at.id).orderBy('id'),
)
/** Every registration of a booking, the oldest first. */
export async function readRegistrationsOf(db: Reader, bookingId: BookingId): Promise<Registration[]> {
  const rows = await registrationsOf.all(db, { id: bookingId })
  return rows.map((row) => ({ id: row.id, version: row.version, image: registrationImage(row) }))
}

/** What was registered last of each guest of a booking. */
export function latestOfGuests(registrations: readonly Registration[]): Map<GuestId, Registration> {
  return new Map(registrations.map((one) => [one.image.guestId, one]))
}
