import type { Writer } from '#db/handles.ts'
import { type ChangeRow, readChangesSince, readCommandOf } from '#db/queries/change/changes.ts'
import { imagesOf } from '#db/queries/change/images.ts'
import { hadRoomSince, readLastChangeBy } from '#db/queries/stay/check-in.ts'
import { loadRoom } from '#db/repositories/room/repository.ts'
import { loadStay } from '#db/repositories/stay/stays.ts'
import type { RefusalOf } from '#shared/contract/index.ts'
import { noStay, type StayImage } from '#shared/domain/stay/stay.ts'
import { type BookingId, isRefused, ok, type RoomId, refuse } from '#shared/values/index.ts'
import { takeBack } from '../change/public.ts'
import type { Context } from '../kernel/context.ts'
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
  const all = last === null ? [] : await readCommandOf(tx, last)
  const room = all.find((row) => row.entity === 'room' && row.entity_id === stay.image.roomId)
  const used = room !== undefined && (await isUsedSince(tx, ctx, id, stay.image, room))
  const rows = all.filter((row) => row.booking_id === id || (row === room && !used))
  // A departure that was sent meanwhile is taken back at the authorities, and stands in nobody's way
  const told = rows.filter(({ entity }) => entity === 'registration').map((row) => row.entity_id)
  const changes = await takeBack(
    tx,
    ctx,
    rows.filter(({ entity }) => entity !== 'registration'),
  )
  if (isRefused(changes)) return changes as never
  const withdrawn = await withdrawRegistrations(tx, ctx, id, told)
  const left = used ? await loadRoom(tx, room.entity_id as RoomId) : null
  const roomLeft = left && { number: left.image.number, housekeeping: left.image.housekeeping }
  return done({ id, version: version + 1, roomLeft }, [...changes, ...withdrawn])
})

/**
 * Whether somebody saw to the room since the departure, or another guest had it: it is as they left it then. Else nothing
 * happened in it, and it is as it was before.
 */
async function isUsedSince(
  tx: Writer,
  { businessDate }: Context,
  id: BookingId,
  { checkedOutAt }: StayImage,
  room: ChangeRow,
): Promise<boolean> {
  const since = await readChangesSince(tx, 'room', room.entity_id, room.seq)
  const done = new Set<number>()
  for (const { undoes, command } of since.filter((row) => imagesOf(row)?.after?.housekeeping !== undefined)) {
    // What was done and undone is as if it had not been
    if (undoes === null || !done.delete(undoes)) done.add(command)
  }
  if (done.size > 0) return true
  return hadRoomSince(tx, {
    roomId: room.entity_id as RoomId,
    on: businessDate,
    moment: checkedOutAt ?? '',
    except: id,
  })
}
