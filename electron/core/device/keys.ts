import { randomUUID } from 'node:crypto'
import type { Reader } from '#db/handles.ts'
import { dayUses } from '#db/repositories/booking/day-uses.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { loadRoom } from '#db/repositories/room/repository.ts'
import { loadStay } from '#db/repositories/stay/stays.ts'
import { type BookingId, isRefused, refuse } from '#shared/values/index.ts'
import { roomOfDay } from '../booking/public.ts'
import { noteKeysGiven } from '../house/public.ts'
import type { Context } from '../kernel/context.ts'
import { works, writesAfter } from '../kernel/handler.ts'
import { hotelClock } from '../kernel/hotel-clock.ts'
import { done } from '../kernel/outcome.ts'
import { stayTerms } from '../stay/public.ts'
import { deviceOf } from './desk.ts'

/** Makes keys before its turn, because the clerk lays one card after the other; what was made is then on the log of keys. */
export const encodeKeys = writesAfter(
  'device.encodeKeys',
  async (db, { bookingId, keys }, ctx, requestId) => {
    const encoder = await deviceOf(db, ctx, 'encoder')
    if (typeof encoder !== 'string') return encoder
    const door = await doorOf(db, ctx, bookingId)
    if (isRefused(door)) return door
    // The call's own id: asked again after a lost answer, the encoder makes no second key
    const made = await ctx.devices.encode(encoder, { ...door, keys, job: requestId ?? randomUUID() })
    return isRefused(made) ? made : { ...door, ...made }
  },
  async (tx, ctx, { bookingId }, encoded) => {
    if (isRefused(encoded)) return encoded
    const { room, until, made, trouble } = encoded
    const noted = made > 0 ? await noteKeysGiven(tx, ctx, bookingId, made) : []
    return done({ room, until, made, trouble }, noted)
  },
)

/** Which door a guest's key opens, from now until the hour by which rooms are left. */
async function doorOf(db: Reader, ctx: Context, bookingId: BookingId) {
  const booking = await loadBooking(db, bookingId)
  if (!booking) return refuse('BOOKING_UNKNOWN', { id: bookingId })
  const { status, arrival, departure } = booking.image
  // Before, another guest may be in the room
  if (status !== 'in-house') return refuse('NOT_IN_HOUSE', { status })
  const stay = await loadStay(db, bookingId)
  const roomId = stay?.image.roomId ?? (await roomOfDay(db, bookingId, booking.image, ctx.businessDate))
  const room = roomId === null ? null : await loadRoom(db, roomId)
  if (!room) return refuse('NO_ROOM_YET', { night: ctx.businessDate })
  const { date, time } = hotelClock(ctx)
  const { departBy } = await stayTerms.read(db)
  // Who stays on past that hour has a key for the day
  const hours = arrival === departure ? (await dayUses.load(db, bookingId))?.image : null
  const last = `${departure}T${hours?.to ?? departBy}`
  const from = `${date}T${time}`
  return { room: room.image.number, from, until: last > from ? last : `${date}T23:59` }
}

export const readKey = works('device.readKey', async (ctx) => {
  const encoder = await deviceOf(ctx.store.reader, ctx, 'encoder')
  return typeof encoder === 'string' ? ctx.devices.readKey(encoder) : encoder
})

export const eraseKey = works('device.eraseKey', async (ctx) => {
  const encoder = await deviceOf(ctx.store.reader, ctx, 'encoder')
  if (typeof encoder !== 'string') return encoder
  const erased = await ctx.devices.eraseKey(encoder)
  return isRefused(erased) ? erased : {}
})
