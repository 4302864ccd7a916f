import { readCommandOf } from '#db/queries/change/changes.ts'
import { readLastChangeBy } from '#db/queries/stay/check-in.ts'
import { loadStay } from '#db/repositories/stay/stays.ts'
import type { RefusalOf } from '#shared/contract/index.ts'
import { noStay } from '#shared/domain/stay/stay.ts'
import { isRefused, ok, refuse } from '#shared/values/index.ts'
import { takeBack } from '../change/public.ts'
import { writes } from '../kernel/handler.ts'
import { done } from '../kernel/outcome.ts'
import { withdrawRegistrations, withdrawStay } from '../registration/public.ts'
import { editStay } from './edit-stay.ts'
import { checkNothingPosted } from './stay-aggregate.ts'
import { readBookingAt } from './together.ts'

/** Not come after all: due in again, in the room it has, while nothing was posted since. */
export const reverseCheckIn = writes('stay.reverseCheckIn', async (tx, ctx, input) => {
  const { id } = input
  const outcome = await editStay<RefusalOf<'stay.reverseCheckIn'>>(tx, ctx, input, async (booking, stay) => {
    const { status } = booking
    if (status !== 'in-house' || !stay) return refuse('NOT_IN_HOUSE', { status })
    if (stay.checkedInOn !== ctx.businessDate) return refuse('NOT_TODAY', { on: stay.checkedInOn ?? '' })
    const posted = await checkNothingPosted(tx, id, stay)
    if (posted) return posted
    const { doNotDisturb, incognito, persons, signature, signedAt, arrivedAt } = stay
    return ok({
      booking: { ...booking, status: 'confirmed' },
      stay: { ...noStay, doNotDisturb, incognito, persons, signature, signedAt, arrivedAt },
    })
  })
  if (!('done' in outcome)) return outcome
  const withdrawn = await withdrawStay(tx, ctx, id)
  return done(outcome.output, [...outcome.changes, ...withdrawn])
})

/** Not gone after all, on the same business date: what the check-out did to this booking is taken back. */
export const reverseCheckOut = writes('stay.reverseCheckOut', async (tx, ctx, { id, version }) => {
  const booking = await readBookingAt(tx, id, version)
  if (!('image' in booking)) return booking
  const { status } = booking.image
  const stay = await loadStay(tx, id)
  if (status !== 'checked-out' || !stay) return refuse('NOT_CHECKED_OUT', { status })
  if (stay.image.checkedOutOn !== ctx.businessDate)
    return refuse('NOT_TODAY', { on: stay.image.checkedOutOn ?? '' })
  const last = await readLastChangeBy(tx, id, 'stay.checkOut', 'stay.checkOutTogether')
  const rows = last === null ? [] : (await readCommandOf(tx, last)).filter((row) => row.booking_id === id)
  // A departure that was sent meanwhile is taken back at the authorities, and stands in nobody's way
  const told = rows.filter(({ entity }) => entity === 'registration').map((row) => row.entity_id)
  const changes = await takeBack(
    tx,
    ctx,
    rows.filter(({ entity }) => entity !== 'registration'),
  )
  if (isRefused(changes)) return changes as never
  const withdrawn = await withdrawRegistrations(tx, ctx, id, told)
  return done({ id: id as never, version: version + 1 }, [...changes, ...withdrawn])
})
