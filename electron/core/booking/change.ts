import type { Writer } from '#db/handles.ts'
import { readRequestsOf, requestImage, updateRequest } from '#db/repositories/request/repository.ts'
import type { OutputOf, RefusalOf } from '#shared/contract/index.ts'
import type { BookingChange } from '#shared/domain/booking/change.ts'
import { planChange } from '#shared/domain/booking/plan.ts'
import { dueAfterMove } from '#shared/domain/request/image.ts'
import type { BookingId, BusinessDate } from '#shared/values/index.ts'
import { edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { type Change, changeOf, type Outcome } from '../kernel/outcome.ts'
import { bookingAggregate } from './booking-aggregate.ts'
import { factsFor } from './facts.ts'

type Target = { id: BookingId; version: number }
type ChangeName =
  | 'booking.changeDates'
  | 'booking.changeRoomType'
  | 'booking.assignRoom'
  | 'booking.changeRate'
  | 'booking.changeGuests'
  | 'booking.changeDetails'
  | 'booking.confirm'
  | 'booking.cancel'
  | 'booking.reinstate'

/** Every command on a booking is one change through the planner that the preview uses. */
async function changed<N extends ChangeName>(
  tx: Writer,
  ctx: Context,
  target: Target,
  change: BookingChange,
): Promise<Outcome<OutputOf<N>, RefusalOf<N>>> {
  const outcome = await edit(tx, ctx, bookingAggregate, target.id, target.version, async (image) =>
    planChange(image, change, await factsFor(tx, ctx.businessDate, target.id, image, change)),
  )
  return outcome as Outcome<OutputOf<N>, RefusalOf<N>>
}

export const changeDates = writes('booking.changeDates', async (tx, ctx, input) => {
  const { id, version, reason: _why, ...dates } = input
  const outcome = await changed<'booking.changeDates'>(tx, ctx, { id, version }, { kind: 'dates', ...dates })
  if (!('done' in outcome)) return outcome
  return { ...outcome, changes: [...outcome.changes, ...(await requestsMoved(tx, id, outcome.changes))] }
})

/** Open requests go with the stay: the crib for the day of arrival is for the new day. */
async function requestsMoved(tx: Writer, id: BookingId, changes: readonly Change[]): Promise<Change[]> {
  const [moved] = changes
  const { arrival: from } = (moved?.before ?? {}) as { arrival?: BusinessDate }
  if (!moved) return []
  const booking = await bookingAggregate.load(tx, id)
  if (!booking) return []
  const { arrival, departure } = booking.image
  const found: Change[] = []
  for (const row of await readRequestsOf(tx, id)) {
    const before = requestImage(row)
    const dueOn = dueAfterMove(before, { arrival: from ?? arrival }, { arrival, departure })
    if (dueOn === before.dueOn) continue
    const after = { ...before, dueOn }
    await updateRequest(tx, row.id, after)
    found.push(...changeOf('request', row.id, before, after, id))
  }
  return found
}

export const changeRoomType = writes(
  'booking.changeRoomType',
  (tx, ctx, { id, version, roomTypeId, keepCharge }) =>
    changed<'booking.changeRoomType'>(
      tx,
      ctx,
      { id, version },
      { kind: 'room-type', roomTypeId, keepCharge },
    ),
)

export const assignRoom = writes('booking.assignRoom', (tx, ctx, { id, version, roomId, from }) =>
  changed<'booking.assignRoom'>(tx, ctx, { id, version }, { kind: 'room', roomId, from }),
)

export const changeRate = writes('booking.changeRate', (tx, ctx, { id, version, ratePlanId, rates }) =>
  changed<'booking.changeRate'>(tx, ctx, { id, version }, { kind: 'rate', ratePlanId, rates }),
)

export const changeGuests = writes('booking.changeGuests', (tx, ctx, input) => {
  const { id, version, reason: _why, ...guests } = input
  return changed<'booking.changeGuests'>(tx, ctx, { id, version }, { kind: 'guests', ...guests })
})

export const changeDetails = writes('booking.changeDetails', (tx, ctx, input) => {
  const { id, version, reason: _why, ...details } = input
  return changed<'booking.changeDetails'>(tx, ctx, { id, version }, { kind: 'details', ...details })
})

export const confirmBooking = writes('booking.confirm', (tx, ctx, { id, version }) =>
  changed<'booking.confirm'>(tx, ctx, { id, version }, { kind: 'confirm' }),
)

export const cancelBooking = writes('booking.cancel', (tx, ctx, { id, version, reason }) =>
  changed<'booking.cancel'>(tx, ctx, { id, version }, { kind: 'cancel', reason }),
)

export const reinstateBooking = writes('booking.reinstate', (tx, ctx, { id, version }) =>
  changed<'booking.reinstate'>(tx, ctx, { id, version }, { kind: 'reinstate' }),
)
