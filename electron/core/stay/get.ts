import type { Reader } from '#db/handles.ts'
import { readUserNames } from '#db/queries/change/labels.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { loadRoom } from '#db/repositories/room/repository.ts'
import { loadStay } from '#db/repositories/stay/stays.ts'
import { allowedStayActs } from '#shared/domain/stay/acts.ts'
import { ownDatesWithin } from '#shared/domain/stay/own-dates.ts'
import { plannedMove } from '#shared/domain/stay/planned-move.ts'
import { noStay } from '#shared/domain/stay/stay.ts'
import { type GuestId, type RoomId, refuse } from '#shared/values/index.ts'
import { roomOfDay } from '../booking/public.ts'
import { openOf } from '../house/public.ts'
import { reads } from '../kernel/handler.ts'
import { feedbackView } from './feedback.ts'

/** What is on record of a stay. */
export const getStay = reads('stay.get', async (db, { id }, ctx) => {
  const booking = await loadBooking(db, id)
  if (!booking) return refuse('BOOKING_UNKNOWN', { id })
  const found = await loadStay(db, id)
  const stay = found?.image ?? noStay
  const planned = await roomOfDay(db, id, booking.image, ctx.businessDate)
  const nameOf = await readUserNames(db)
  const who = (login: string | null) => (login === null ? null : nameOf(login))
  const moves = booking.image.status === 'in-house' && stay.roomId !== null && planned !== stay.roomId
  const later =
    booking.image.status === 'in-house' ? plannedMove(booking.image.nights, ctx.businessDate) : null
  const { checkedInAt, checkedInOn, checkedOutAt, checkedOutOn, arrivedAt } = stay
  return {
    id,
    roomNumber: await numberOf(db, stay.roomId ?? planned),
    moveTo: moves && planned !== null ? { id: planned, number: (await numberOf(db, planned)) ?? '' } : null,
    plannedMove: later && { ...later, number: (await numberOf(db, later.roomId)) ?? '' },
    arrivedAt,
    checkedInAt,
    checkedInOn,
    checkedInBy: who(stay.checkedInBy),
    checkedOutAt,
    checkedOutOn,
    checkedOutBy: who(stay.checkedOutBy),
    keysOut: (await openOf(db, id)).keys,
    doNotDisturb: stay.doNotDisturb,
    incognito: stay.incognito,
    signed: stay.signature !== null,
    feedback: feedbackView(stay, nameOf),
    version: found?.version ?? 0,
    persons: Object.entries(stay.persons).flatMap(([guest, own]) => {
      const dates = ownDatesWithin(own, booking.image)
      return dates ? [{ guestId: Number(guest) as GuestId, ...dates }] : []
    }),
    allowed: allowedStayActs(booking.image, stay, ctx.businessDate),
  }
})

async function numberOf(db: Reader, id: RoomId | null): Promise<string | null> {
  return id === null ? null : ((await loadRoom(db, id))?.image.number ?? null)
}
