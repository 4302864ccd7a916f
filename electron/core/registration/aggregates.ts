import { loadBooking } from '#db/repositories/booking/repository.ts'
import { guestExists } from '#db/repositories/guest/repository.ts'
import { loadMinorSheet, readMinorSheets, saveMinorSheet } from '#db/repositories/registration/minors.ts'
import { loadRegistrant, saveRegistrant } from '#db/repositories/registration/registrants.ts'
import { registrations } from '#db/repositories/registration/registrations.ts'
import { loadVisitor, saveVisitor } from '#db/repositories/registration/visitors.ts'
import type { MinorSheetImage } from '#shared/domain/registration/minor.ts'
import type { RegistrantImage, RegistrationImage } from '#shared/domain/registration/registration.ts'
import type { VisitorImage } from '#shared/domain/registration/visitor.ts'
import type { GuestId, MinorSheetId, VisitorId } from '#shared/values/index.ts'
import type { Aggregate } from '../kernel/aggregate.ts'
import { dependentExists } from '../kernel/outcome.ts'

/** What the law asks of a guest beside the profile; its id is the guest's. */
export const registrantAggregate: Aggregate<RegistrantImage> = {
  entity: 'registrant',
  unknown: 'GUEST_UNKNOWN',
  load: (tx, id) => loadRegistrant(tx, id as GuestId),
  save: (tx, id, before, after) => saveRegistrant(tx, id as GuestId, before, after),
  check: async (tx, _ctx, id, _before, after) =>
    after && !(await guestExists(tx, id as GuestId)) ? dependentExists('guest', 'gone') : null,
}

/** One event of a guest's stay for the authorities; it belongs to its booking. */
export const registrationAggregate: Aggregate<RegistrationImage> = {
  entity: 'registration',
  unknown: 'REGISTRATION_UNKNOWN',
  ...registrations,
  check: async (tx, _ctx, _id, before, after) => {
    if (before || !after) return null
    if (!(await loadBooking(tx, after.bookingId))) return dependentExists('booking', 'gone')
    return (await guestExists(tx, after.guestId)) ? null : dependentExists('guest', 'gone')
  },
  bookingOf: (_id, image) => image.bookingId,
}

/** The sheet of a minor; one in a booking. */
export const minorSheetAggregate: Aggregate<MinorSheetImage> = {
  entity: 'minor-sheet',
  unknown: 'MINOR_SHEET_UNKNOWN',
  load: (tx, id) => loadMinorSheet(tx, id as MinorSheetId),
  save: (tx, id, before, after) => saveMinorSheet(tx, id as MinorSheetId, before, after),
  check: async (tx, _ctx, id, before, after) => {
    if (before || !after) return null
    if (!(await loadBooking(tx, after.bookingId))) return dependentExists('booking', 'gone')
    const others = await readMinorSheets(tx, [after.bookingId])
    const twice = others.some((one) => one.id !== id && one.image.guestId === after.guestId)
    return twice ? dependentExists('minor-sheet') : null
  },
  bookingOf: (_id, image) => image.bookingId,
}

/** A visitor of a guest or of a room. */
export const visitorAggregate: Aggregate<VisitorImage> = {
  entity: 'visitor',
  unknown: 'VISITOR_UNKNOWN',
  load: (tx, id) => loadVisitor(tx, id as VisitorId),
  save: (tx, id, before, after) => saveVisitor(tx, id as VisitorId, before, after),
  check: async () => null,
}
