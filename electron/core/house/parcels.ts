import { parcels } from '#db/repositories/house/records.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import { changeParcel, markParcel, newParcel } from '#shared/domain/house/parcel.ts'
import { isRefused } from '#shared/values/index.ts'
import { create, edit } from '../kernel/aggregate.ts'
import { reads, writes } from '../kernel/handler.ts'
import { parcelAggregate } from './aggregates.ts'
import { bookingFor } from './booking-of.ts'
import { readList } from './lists.ts'

export const addParcel = writes('house.addParcel', async (tx, ctx, { bookingId, ...fields }) => {
  const booking = await bookingFor(tx, bookingId)
  if (isRefused(booking)) return booking
  const image = newParcel(bookingId, fields, ctx)
  if (!image.ok) return image
  return create(tx, ctx, parcelAggregate, await nextId(tx, 'parcels'), image.value)
})

export const editParcel = writes('house.changeParcel', (tx, ctx, { id, version, ...fields }) =>
  edit(tx, ctx, parcelAggregate, id, version, (image) => changeParcel(image, fields)),
)

export const giveParcel = writes('house.markParcel', (tx, ctx, { id, version, action, givenTo }) =>
  edit(tx, ctx, parcelAggregate, id, version, (image) => markParcel(image, action, givenTo, ctx)),
)

export const listParcels = reads('house.parcels', (db, input, ctx) => readList(db, ctx, parcels, input))
