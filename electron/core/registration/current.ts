import type { Reader } from '#db/handles.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import type { RegistrationImage } from '#shared/domain/registration/registration.ts'
import type { BookingId } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { type PersonsToRegister, personsOfBooking } from './persons.ts'

/** What is on file by now of the guest of a registration. */
export type Current = Pick<RegistrationImage, 'data' | 'guestVersion' | 'registrantVersion'> &
  Pick<PersonsToRegister['persons'][number], 'class' | 'missing'>

/** Reads what is on file of whom registrations are about; a booking is read once, however many of its guests are asked for. */
export function currentReader(
  db: Reader,
  ctx: Pick<Context, 'businessDate' | 'hotel' | 'moment'>,
): (of: Pick<RegistrationImage, 'bookingId' | 'guestId'>) => Promise<Current | null> {
  const bookings = new Map<BookingId, PersonsToRegister | null>()
  return async ({ bookingId, guestId }) => {
    let found = bookings.get(bookingId)
    if (found === undefined) {
      const booking = await loadBooking(db, bookingId)
      found = booking && (await personsOfBooking(db, ctx, bookingId, booking.image))
      bookings.set(bookingId, found)
    }
    const person = found?.persons.find((one) => one.guestId === guestId)
    if (!person) return null
    return {
      data: person.data,
      guestVersion: person.guestVersion,
      registrantVersion: person.registrant?.version ?? 0,
      class: person.class,
      missing: person.missing,
    }
  }
}
