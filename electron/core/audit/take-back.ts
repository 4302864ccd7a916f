import type { Reader } from '#db/handles.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { loadRoom } from '#db/repositories/room/repository.ts'
import { planTakeBack, withoutRooms } from '#shared/domain/audit/no-show.ts'
import { type BookingImage, nightDates } from '#shared/domain/booking/booking.ts'
import { type BookingId, isRefused, ok, type Refusal, type Result, refuse } from '#shared/values/index.ts'
import { bookingAggregate, checkTaken } from '../booking/public.ts'
import { chargedFeeOf, takeOffFee } from '../folio/public.ts'
import { edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { reads, writes } from '../kernel/handler.ts'
import { type Change, done } from '../kernel/outcome.ts'

/** The booking awaited again, in its room where nobody has it meanwhile: one that was let to another is no reason to turn a guest away. */
async function planAwaited(
  db: Reader,
  ctx: Context,
  id: BookingId,
  image: BookingImage,
): Promise<Result<BookingImage, 'NOT_NO_SHOW' | 'STAY_OVER'>> {
  const planned = planTakeBack(image, ctx.businessDate)
  if (!planned.ok) return planned
  const taken = await checkTaken(db, id, image, planned.value)
  return taken && taken.refusal.code !== 'NOT_AVAILABLE' ? ok(withoutRooms(planned.value)) : planned
}

/** A no-show is awaited again; its fee goes where it was posted on the same business date. */
export const takeBackNoShow = writes('audit.takeBackNoShow', async (tx, ctx, { id, version }) => {
  const back = await edit(tx, ctx, bookingAggregate, id, version, (image) => planAwaited(tx, ctx, id, image))
  if (!('done' in back)) return back
  const fee = await takeOffFee(tx, ctx, id, 'no-show')
  if (fee && isRefused(fee)) return fee as never
  const changes: Change[] = [...back.changes, ...(fee?.changes ?? [])]
  return done({ id, version: back.output.version, feeStands: fee?.stands ?? false }, changes)
})

/** What taking a no-show back gives, before it is done. */
export const reviewTakeBack = reads('audit.reviewTakeBack', async (db, { id }, ctx) => {
  const booking = await loadBooking(db, id)
  if (!booking) return refuse('BOOKING_UNKNOWN', { id })
  const { image } = booking
  const planned = await planAwaited(db, ctx, id, image)
  const after = planned.ok ? planned.value : image
  const taken = planned.ok ? await checkTaken(db, id, image, after) : null
  const refusal: Refusal | null = planned.ok ? (taken?.refusal ?? null) : planned.refusal
  const left = Object.keys(image.nights).length - Object.keys(after.nights).length
  return {
    arrival: after.arrival,
    departure: after.departure,
    nights: Object.keys(after.nights).length,
    nightsGone: left,
    totalMinor: Object.values(after.nights).reduce((sum, { rateMinor }) => sum + rateMinor, 0),
    room: await roomOf(db, image, after),
    fee: await chargedFeeOf(db, ctx, id, 'no-show'),
    refusal,
  }
})

/** The room that the first night had, and whether the guest has it again. */
async function roomOf(db: Reader, before: BookingImage, after: BookingImage) {
  const first = nightDates(after)[0] ?? ''
  const roomId = before.nights[first]?.roomId ?? null
  const room = roomId === null ? null : await loadRoom(db, roomId)
  return room && { number: room.image.number, kept: after.nights[first]?.roomId === roomId }
}
