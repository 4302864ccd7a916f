import type { Writer } from '#db/handles.ts'
import { readLastGuests, readRoomNumbers } from '#db/queries/house/things.ts'
import { lostItems } from '#db/repositories/house/records.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import { loadRoom } from '#db/repositories/room/repository.ts'
import { changeFoundItem, markFoundItem, newFoundItem } from '#shared/domain/house/lost-item.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import { isRefused, type Refused, type RoomId, refuse } from '#shared/values/index.ts'
import { create, edit } from '../kernel/aggregate.ts'
import { reads, writes } from '../kernel/handler.ts'
import { lostItemAggregate } from './aggregates.ts'
import { bookingFor } from './booking-of.ts'
import { readList } from './lists.ts'

export const addFoundItem = writes('house.addFoundItem', async (tx, ctx, { bookingId, ...fields }) => {
  const booking = await bookingFor(tx, bookingId)
  if (isRefused(booking)) return booking
  const wrong = await refusalOfRoom(tx, fields.roomId)
  if (wrong) return wrong
  const foundOn = fields.foundOn ?? ctx.businessDate
  const image = newFoundItem(bookingId, { ...fields, foundOn }, booking, ctx)
  if (!image.ok) return image
  return create(tx, ctx, lostItemAggregate, await nextId(tx, 'found_items'), image.value)
})

export const editFoundItem = writes('house.changeFoundItem', (tx, ctx, { id, version, ...fields }) =>
  edit(tx, ctx, lostItemAggregate, id, version, async (image) => {
    const bookingId = fields.bookingId === undefined ? image.bookingId : fields.bookingId
    const booking = await bookingFor(tx, bookingId)
    if (isRefused(booking)) return booking
    const wrong = await refusalOfRoom(tx, fields.roomId ?? null)
    return wrong ?? changeFoundItem(image, fields, booking, ctx.businessDate)
  }),
)

async function refusalOfRoom(tx: Writer, id: RoomId | null): Promise<Refused<'ROOM_UNKNOWN'> | null> {
  return id === null || (await loadRoom(tx, id)) ? null : refuse('ROOM_UNKNOWN', { id })
}

export const giveFoundItem = writes('house.markFoundItem', (tx, ctx, { id, version, action, ...end }) =>
  edit(tx, ctx, lostItemAggregate, id, version, (image) => markFoundItem(image, action, end, ctx)),
)

export const listFoundItems = reads('house.foundItems', async (db, input, ctx) => {
  const { rows, more } = await readList(db, ctx, lostItems, input)
  const numbers = await readRoomNumbers(db)
  const roomOf = (id: RoomId | null) => (id === null ? null : (numbers.get(id) ?? null))
  return { rows: rows.map((row) => ({ ...row, foundRoom: roomOf(row.roomId) })), more }
})

export const lastGuests = reads('house.lastGuests', async (db, { roomId, date }) =>
  (await readLastGuests(db, roomId, date)).map(({ nativeName, familyName, givenName, ...rest }) => ({
    ...rest,
    ...bothNames({ nativeName, familyName, givenName }),
  })),
)
