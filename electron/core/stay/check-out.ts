import type { Writer } from '#db/handles.ts'
import { readFoliosOf } from '#db/queries/folio/read.ts'
import { loadStay } from '#db/repositories/stay/stays.ts'
import type { RefusalOf } from '#shared/contract/index.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { planCheckOut, questionOfCheckOut } from '#shared/domain/stay/check-out.ts'
import type { CheckOutQuestion } from '#shared/domain/stay/stay.ts'
import type { BookingId } from '#shared/values/index.ts'
import { bookingAggregate } from '../booking/public.ts'
import { closeSettled } from '../folio/public.ts'
import { roomAfter } from '../housekeeping/public.ts'
import { edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { type Change, done, type Outcome } from '../kernel/outcome.ts'
import { registerEvent } from '../registration/public.ts'
import { eachOf } from './check-in.ts'
import { readCheckOutFacts } from './facts.ts'
import { putStay } from './stay-aggregate.ts'

type Input = { id: BookingId; version: number; accept: readonly CheckOutQuestion[] }
type Answer = Outcome<{ id: never; version: number }, RefusalOf<'stay.checkOut'>>

/** One guest goes. */
export const checkOut = writes('stay.checkOut', (tx, ctx, input) => checkOutOne(tx, ctx, input))

/** A party goes: all at once, and who can't stays in house. */
export const checkOutTogether = writes('stay.checkOutTogether', async (tx, ctx, { bookings, accept }) =>
  eachOf(tx, bookings, (one) => checkOutOne(tx, ctx, { ...one, accept }), questionOfCheckOut),
)

/** Checks one booking out; all that can refuse it does so before anything is written. */
async function checkOutOne(tx: Writer, ctx: Context, { id, version, accept }: Input): Promise<Answer> {
  const stay = await loadStay(tx, id)
  const facts = await readCheckOutFacts(tx, ctx, id)
  let planned: ReturnType<typeof planCheckOut> | null = null
  const outcome = await edit<BookingImage, RefusalOf<'stay.checkOut'>>(
    tx,
    ctx,
    bookingAggregate as never,
    id,
    version,
    (image) => {
      planned = planCheckOut(image, stay?.image ?? null, accept, facts)
      return planned.ok ? { ok: true, value: planned.value.booking } : planned
    },
  )
  if (!('done' in outcome)) return outcome as Answer
  const result = planned as ReturnType<typeof planCheckOut> | null
  if (!result?.ok) throw new Error(`booking ${id} was checked out without a plan`)
  const changes: Change[] = [
    ...outcome.changes,
    ...(await putStay(tx, id, stay?.image ?? null, result.value.stay)),
  ]
  const { roomId } = result.value.stay
  if (roomId !== null) changes.push(...(await roomAfter(tx, ctx, roomId, { kind: 'departure' })))
  changes.push(
    ...(await registerEvent(tx, ctx, {
      bookingId: id,
      event: 'departure',
      ...(roomId === null ? {} : { roomId }),
    })),
  )
  for (const folio of await readFoliosOf(tx, id)) {
    if (folio.status === 'open') changes.push(...(await closeSettled(tx, ctx, folio.id)))
  }
  return done(outcome.output, changes)
}
