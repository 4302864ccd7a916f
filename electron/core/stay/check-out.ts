import type { Writer } from '#db/handles.ts'
import { readFoliosOf } from '#db/queries/folio/read.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import type { RefusalOf } from '#shared/contract/index.ts'
import { planCheckOut, questionOfCheckOut } from '#shared/domain/stay/check-out.ts'
import type { CheckOutQuestion } from '#shared/domain/stay/stay.ts'
import type { BookingId } from '#shared/values/index.ts'
import { closeSettled } from '../folio/public.ts'
import { roomAfter } from '../housekeeping/public.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { type Change, done, type Outcome } from '../kernel/outcome.ts'
import { registerEvent } from '../registration/public.ts'
import { editStay } from './edit-stay.ts'
import { readCheckOutFacts } from './facts.ts'
import { together } from './together.ts'

type Input = { id: BookingId; version: number; accept: readonly CheckOutQuestion[] }
type Answer = Outcome<{ id: never; version: number }, RefusalOf<'stay.checkOut'>>

/** One guest goes. */
export const checkOut = writes('stay.checkOut', (tx, ctx, input) => checkOutOne(tx, ctx, input))

/** A party goes: all at once, and who can't stays in house. */
export const checkOutTogether = writes('stay.checkOutTogether', async (tx, ctx, { bookings, accept }) =>
  together(tx, bookings, (one) => checkOutOne(tx, ctx, { ...one, accept }), questionOfCheckOut),
)

/** Checks one booking out: the room is to be cleaned, the departure is reported, what is settled is closed. */
async function checkOutOne(tx: Writer, ctx: Context, input: Input): Promise<Answer> {
  const { id, accept } = input
  const { facts } = await readCheckOutFacts(tx, ctx, id, (await loadBooking(tx, id))?.image ?? null)
  const outcome = await editStay<RefusalOf<'stay.checkOut'>>(tx, ctx, input, (booking, stay) =>
    planCheckOut(booking, stay, accept, facts),
  )
  if (!('done' in outcome)) return outcome
  const { roomId } = outcome.stay
  const changes: Change[] = [...outcome.changes]
  if (roomId !== null) changes.push(...(await roomAfter(tx, ctx, roomId, { kind: 'departure' })))
  changes.push(...(await registerEvent(tx, ctx, { bookingId: id, event: 'departure', roomId })))
  for (const folio of await readFoliosOf(tx, id)) {
    if (folio.status === 'open') changes.push(...(await closeSettled(tx, ctx, folio.id)))
  }
  return done(outcome.output, changes)
}
