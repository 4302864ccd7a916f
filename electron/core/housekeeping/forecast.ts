import { readForecast } from '#db/queries/housekeeping/forecast.ts'
import { byWant } from '#shared/domain/housekeeping/forecast.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import { reads } from '../kernel/handler.ts'
import { readRows } from './board.ts'
import { housekeepingSettings } from './settings.ts'

/** What must be ready by when for whom: today with what is ready now, later days as far as they are booked. */
export const forecast = reads('housekeeping.forecast', async (db, { date = null }, ctx) => {
  const day = date ?? ctx.businessDate
  const found = await readForecast(db, day, ctx.businessDate)
  const isToday = day === ctx.businessDate
  const rooms = isToday ? await readRows(db, day, await housekeepingSettings.read(db)) : []
  const ready = new Set(rooms.filter((room) => room.ready && !room.outOfService).map(({ id }) => id))
  const promised = new Set(found.map(({ roomId }) => roomId))
  const free = rooms.filter(({ id }) => ready.has(id) && !promised.has(id))
  return {
    date: day,
    rows: found.toSorted(byWant).map((row) => {
      const { bookingId, guestId, arrival, departure, expectedTime, arrivedAt, persons, tier } = row
      const stay = { bookingId, guestId, ...bothNames(row), arrival, departure, expectedTime, arrivedAt }
      const { roomTypeCode, roomId, roomNumber, state } = row
      const room = { roomTypeCode, roomId, roomNumber, state, ready: roomId !== null && ready.has(roomId) }
      return { ...stay, persons, tier, ...room, leaves: row.leaves === 1 }
    }),
    free: [...Map.groupBy(free, ({ roomTypeCode }) => roomTypeCode)]
      .map(([roomTypeCode, of]) => ({ roomTypeCode, rooms: of.length }))
      .toSorted((a, b) => (a.roomTypeCode < b.roomTypeCode ? -1 : 1)),
  }
})
