import type { Writer } from '#db/handles.ts'
import { loadStay } from '#db/repositories/stay/stays.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import type { StayImage } from '#shared/domain/stay/stay.ts'
import { type BookingId, ok, type Result } from '#shared/values/index.ts'
import { bookingAggregate, type Facts } from '../booking/public.ts'
import { type Edited, edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import type { NotDone } from '../kernel/outcome.ts'
import { putStay } from './stay-aggregate.ts'

type Planned = { booking: BookingImage; stay: StayImage }

/** What an act did to a booking and its stay. */
export type EditedStay = Edited<BookingImage> & { stay: StayImage }

/** One edit of a booking together with its stay: nothing is written before the plan has answered, so that a refusal leaves nothing. */
export async function editStay<C extends string>(
  tx: Writer,
  ctx: Context,
  { id, version }: { id: BookingId; version: number },
  plan: (
    booking: BookingImage,
    stay: StayImage | null,
    facts: Facts,
  ) => Result<Planned, C> | Promise<Result<Planned, C>>,
  readFacts?: (booking: BookingImage) => Promise<Facts>,
): Promise<EditedStay | NotDone<C>> {
  const before = (await loadStay(tx, id))?.image ?? null
  const made: { stay?: StayImage } = {}
  const outcome = await edit(
    tx,
    ctx,
    bookingAggregate,
    id,
    version,
    async (booking, facts): Promise<Result<BookingImage, C>> => {
      const planned = await plan(booking, before, facts)
      if (!planned.ok) return planned
      made.stay = planned.value.stay
      return ok(planned.value.booking)
    },
    readFacts,
  )
  if (!('done' in outcome)) return outcome
  if (!made.stay) throw new Error(`booking ${id} was edited without a plan of its stay`)
  const changes = [...outcome.changes, ...(await putStay(tx, id, before, made.stay))]
  return { ...outcome, changes, stay: made.stay }
}
