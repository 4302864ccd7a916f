import { isTagTaken, readNextTag } from '#db/queries/house/things.ts'
import { luggage } from '#db/repositories/house/records.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import type { RefusalOf } from '#shared/contract/index.ts'
import { changeLuggage, type LuggageImage, markLuggage, newLuggage } from '#shared/domain/house/luggage.ts'
import { isRefused, refuse } from '#shared/values/index.ts'
import { create, edit } from '../kernel/aggregate.ts'
import { reads, writes } from '../kernel/handler.ts'
import { luggageAggregate } from './aggregates.ts'
import { bookingFor } from './booking-of.ts'
import { readList } from './lists.ts'

export const addLuggage = writes('house.addLuggage', async (tx, ctx, { bookingId, ...fields }) => {
  const booking = await bookingFor(tx, bookingId)
  if (isRefused(booking)) return booking
  const tagNo = fields.tagNo ?? (await readNextTag(tx))
  if (await isTagTaken(tx, tagNo)) return refuse('TAG_TAKEN', { tagNo })
  const image = newLuggage(bookingId, tagNo, fields, ctx)
  if (!image.ok) return image
  const id = await nextId(tx, 'luggage')
  const made = await create<LuggageImage, RefusalOf<'house.addLuggage'>>(
    tx,
    ctx,
    luggageAggregate,
    id,
    image.value,
  )
  return 'done' in made ? { ...made, output: { ...made.output, tagNo } } : made
})

export const editLuggage = writes('house.changeLuggage', (tx, ctx, { id, version, ...fields }) =>
  edit(tx, ctx, luggageAggregate, id, version, (image) => changeLuggage(image, fields)),
)

export const giveLuggage = writes('house.markLuggage', (tx, ctx, { id, version, action, givenTo }) =>
  edit(tx, ctx, luggageAggregate, id, version, async (image) => {
    const { tagNo } = image
    if (action === 'reopen' && (await isTagTaken(tx, tagNo, id))) return refuse('TAG_TAKEN', { tagNo })
    return markLuggage(image, action, givenTo, ctx)
  }),
)

export const listLuggage = reads('house.luggage', (db, input, ctx) => readList(db, ctx, luggage, input))
