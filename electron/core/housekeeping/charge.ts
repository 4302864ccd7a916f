import { readInRoom } from '#db/queries/housekeeping/closures.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import { readStates } from '#db/repositories/housekeeping/states.ts'
import { refuse } from '#shared/values/index.ts'
import { openFolioOf, postCharge } from '../folio/public.ts'
import { reads, writes } from '../kernel/handler.ts'
import { done } from '../kernel/outcome.ts'

/** What may be charged from a room: codes of charges with their prices, by code. A housekeeper reads no more of the chart. */
export const chargeItems = reads('housekeeping.chargeItems', async (db) =>
  [...(await readChart(db)).codes.values()]
    .filter(({ kind, role, active }) => active && kind === 'charge' && role === null)
    .map(({ id, code, nameEn, nameZh, priceMinor }) => ({ id, code, nameEn, nameZh, priceMinor }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
)

/** Minibar or damage as told on the telephone: on the folio of who is in the room, which is opened where there is none. */
export const chargeRoom = writes('housekeeping.chargeRoom', async (tx, ctx, { roomId, bookingId, items }) => {
  const [room] = await readStates(tx, [roomId])
  if (!room) return refuse('ROOM_UNKNOWN', { id: roomId })
  const guests = await readInRoom(tx, roomId)
  const guest = bookingId === null ? guests[0] : guests.find((one) => one.bookingId === bookingId)
  if (!guest) return refuse('NOBODY_IN_ROOM', { room: room.number })
  if (bookingId === null && guests.length > 1)
    return refuse('SEVERAL_IN_ROOM', {
      room: room.number,
      bookings: guests.map(({ confirmationNo }) => confirmationNo).join(', '),
    })
  const folio = await openFolioOf(tx, ctx, guest.bookingId, null)
  if (!('done' in folio)) return folio
  const posted = await postCharge(tx, ctx, {
    folioId: folio.output.id,
    window: 1,
    items: items.map(({ codeId, quantity, unitMinor, text }) => ({
      codeId,
      quantity: quantity * 1000,
      unitMinor,
      text,
    })),
    overLimit: false,
  })
  if (!('done' in posted)) return posted
  return done(
    { postingId: posted.output.postingId, bookingId: guest.bookingId, confirmationNo: guest.confirmationNo },
    [...folio.changes, ...posted.changes],
  )
})
