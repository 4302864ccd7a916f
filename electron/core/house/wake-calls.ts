import type { Writer } from '#db/handles.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { wakeCalls } from '#db/repositories/house/records.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import {
  changeWakeCall,
  markWakeCall,
  planWakeCalls,
  type WakeCallImage,
} from '#shared/domain/house/wake-call.ts'
import { isRefused, type WakeCallId } from '#shared/values/index.ts'
import { edit } from '../kernel/aggregate.ts'
import { reads, writes } from '../kernel/handler.ts'
import { wakeCallAggregate } from './aggregates.ts'
import { clockOf, guestToCome } from './booking-of.ts'
import { createEach } from './create-each.ts'
import { readList } from './lists.ts'

export const addWakeCall = writes('house.addWakeCall', async (tx, ctx, input) => {
  const { bookingId, callAt, note, from, to = from } = input
  const stay = await guestToCome(tx, bookingId)
  if (isRefused(stay)) return stay
  const planned = planWakeCalls({ bookingId, callAt, note }, { from, to }, stay, clockOf(ctx), ctx)
  if (!planned.ok) return planned
  return createEach<WakeCallImage, WakeCallId>(
    tx,
    wakeCallAggregate,
    await nextId(tx, 'wake_calls'),
    planned.value,
  )
})

export const editWakeCall = writes('house.changeWakeCall', (tx, ctx, { id, version, ...fields }) =>
  edit(tx, ctx, wakeCallAggregate, id, version, async (image) =>
    changeWakeCall(image, fields, await stayOf(tx, image), clockOf(ctx)),
  ),
)

async function stayOf(tx: Writer, { bookingId }: WakeCallImage) {
  const booking = bookingId === null ? null : await loadBooking(tx, bookingId)
  if (!booking) throw new Error(`a wake-up call without its booking ${bookingId}`)
  return booking.image
}

export const tickWakeCall = writes('house.markWakeCall', (tx, ctx, { id, version, action }) =>
  edit(tx, ctx, wakeCallAggregate, id, version, (image) => markWakeCall(image, action, ctx)),
)

export const listWakeCalls = reads('house.wakeCalls', (db, input, ctx) => readList(db, ctx, wakeCalls, input))
