import type { Writer } from '#db/handles.ts'
import { keyLogs } from '#db/repositories/house/records.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import {
  changeKeyLog,
  type KeyFields,
  type KeyLogImage,
  markKeyLog,
  newKeyLog,
} from '#shared/domain/house/keys.ts'
import { type BookingId, isRefused } from '#shared/values/index.ts'
import { create, edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { reads, writes } from '../kernel/handler.ts'
import type { Change } from '../kernel/outcome.ts'
import { keyLogAggregate } from './aggregates.ts'
import { bookingFor } from './booking-of.ts'
import { readList } from './lists.ts'

export const giveKeys = writes('house.giveKeys', async (tx, ctx, { bookingId, ...fields }) => {
  const booking = await bookingFor(tx, bookingId)
  return isRefused(booking) ? booking : note(tx, ctx, bookingId, fields)
})

/** Keys that were made for the guest of a booking, as the log of keys has those that are given by hand. */
export async function noteKeysGiven(
  tx: Writer,
  ctx: Context,
  bookingId: BookingId,
  keys: number,
): Promise<Change[]> {
  const noted = await note(tx, ctx, bookingId, { keys, toName: '', note: '' })
  return 'done' in noted ? noted.changes : []
}

async function note(tx: Writer, ctx: Context, bookingId: BookingId | null, fields: KeyFields) {
  const image = newKeyLog(bookingId, fields, ctx)
  if (!image.ok) return image
  return create<KeyLogImage, 'KEY_FOR'>(tx, ctx, keyLogAggregate, await nextId(tx, 'key_logs'), image.value)
}

export const editKeys = writes('house.changeKeys', (tx, ctx, { id, version, ...fields }) =>
  edit(tx, ctx, keyLogAggregate, id, version, (image) => changeKeyLog(image, fields)),
)

export const takeKeysBack = writes('house.markKeys', (tx, ctx, { id, version, action, keys }) =>
  edit(tx, ctx, keyLogAggregate, id, version, (image) => markKeyLog(image, action, keys, ctx)),
)

export const listKeys = reads('house.keys', (db, input, ctx) => readList(db, ctx, keyLogs, input))
