import { keyLogs } from '#db/repositories/house/records.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import { changeKeyLog, markKeyLog, newKeyLog } from '#shared/domain/house/keys.ts'
import { isRefused } from '#shared/values/index.ts'
import { create, edit } from '../kernel/aggregate.ts'
import { reads, writes } from '../kernel/handler.ts'
import { keyLogAggregate } from './aggregates.ts'
import { bookingFor } from './booking-of.ts'
import { readList } from './lists.ts'

export const giveKeys = writes('house.giveKeys', async (tx, ctx, { bookingId, ...fields }) => {
  const booking = await bookingFor(tx, bookingId)
  if (isRefused(booking)) return booking
  const image = newKeyLog(bookingId, fields, ctx)
  if (!image.ok) return image
  return create(tx, ctx, keyLogAggregate, await nextId(tx, 'key_logs'), image.value)
})

export const editKeys = writes('house.changeKeys', (tx, ctx, { id, version, ...fields }) =>
  edit(tx, ctx, keyLogAggregate, id, version, (image) => changeKeyLog(image, fields)),
)

export const takeKeysBack = writes('house.markKeys', (tx, ctx, { id, version, action, keys }) =>
  edit(tx, ctx, keyLogAggregate, id, version, (image) => markKeyLog(image, action, keys, ctx)),
)

export const listKeys = reads('house.keys', (db, input, ctx) => readList(db, ctx, keyLogs, input))
