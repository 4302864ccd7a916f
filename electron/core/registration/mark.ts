import { readLeavers } from '#db/queries/registration/list.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { registrations } from '#db/repositories/registration/registrations.ts'
import { markFailed, markSent } from '#shared/domain/registration/registration.ts'
import { refuse } from '#shared/values/index.ts'
import { writes } from '../kernel/handler.ts'
import { type Change, changeOf, conflict, done } from '../kernel/outcome.ts'
import { currentReader } from './current.ts'
import { registerEvent } from './events.ts'

/** Notes what was sent, with what is on file now as what was sent; or what was refused, and why. */
export const markRegistrations = writes('registration.mark', async (tx, ctx, input) => {
  const current = currentReader(tx, ctx)
  const changes: Change[] = []
  for (const { id, version } of input.rows) {
    const found = await registrations.load(tx, id)
    if (!found) return refuse('REGISTRATION_UNKNOWN', { id })
    if (found.version !== version) return conflict('registration', id)
    const { image } = found
    // What was taken back is sent as it was
    const now = image.withdrawn ? null : await current(image)
    const kept = now ?? image
    const { data, guestVersion, registrantVersion } = kept
    const next =
      input.as === 'sent'
        ? markSent(image, { data, guestVersion, registrantVersion }, ctx)
        : markFailed(image, input.failure, ctx)
    if (!next.ok) return next
    await registrations.save(tx, id, image, next.value)
    changes.push(...changeOf('registration', id, image, next.value, image.bookingId))
  }
  return done({ marked: input.rows.length }, changes)
})

/** Registers who is in the house and was not registered when they arrived, or who left before the others. */
export const recordRegistrations = writes('registration.record', async (tx, ctx, { bookingId, event }) => {
  const booking = await loadBooking(tx, bookingId)
  if (!booking) return refuse('BOOKING_UNKNOWN', { id: bookingId })
  if (booking.image.status !== 'in-house') return refuse('NOT_IN_HOUSE', { status: booking.image.status })
  const gone = event === 'departure' ? await readLeavers(tx, ctx.businessDate) : null
  const guestIds = gone?.filter((one) => one.bookingId === bookingId).map(({ guestId }) => guestId)
  const changes = await registerEvent(tx, ctx, { bookingId, event, ...(guestIds ? { guestIds } : {}) })
  if (changes.length === 0) return refuse('REGISTRATION_RECORDED')
  return done({ recorded: changes.length }, changes)
})
