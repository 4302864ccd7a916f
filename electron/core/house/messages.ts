import { messages } from '#db/repositories/house/records.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import { changeMessage, markMessage, newMessage } from '#shared/domain/house/message.ts'
import { isRefused } from '#shared/values/index.ts'
import { create, edit } from '../kernel/aggregate.ts'
import { reads, writes } from '../kernel/handler.ts'
import { messageAggregate } from './aggregates.ts'
import { guestToCome } from './booking-of.ts'
import { readList } from './lists.ts'

export const addMessage = writes('house.addMessage', async (tx, ctx, { bookingId, ...fields }) => {
  const booking = await guestToCome(tx, bookingId)
  if (isRefused(booking)) return booking
  const image = newMessage(bookingId, fields, ctx)
  return create(tx, ctx, messageAggregate, await nextId(tx, 'guest_messages'), image)
})

export const editMessage = writes('house.changeMessage', (tx, ctx, { id, version, ...fields }) =>
  edit(tx, ctx, messageAggregate, id, version, (image) => changeMessage(image, fields)),
)

export const tickMessage = writes('house.markMessage', (tx, ctx, { id, version, action }) =>
  edit(tx, ctx, messageAggregate, id, version, (image) => markMessage(image, action, ctx)),
)

export const listMessages = reads('house.messages', (db, input, ctx) => readList(db, ctx, messages, input))
