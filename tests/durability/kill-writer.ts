import { writeSync } from 'node:fs'
import { addDays, businessDateOf } from '#shared/values/index.ts'
import { must, openHotel, type SmallHotel } from './hotel.ts'

// Writes without a pause until it is killed, and says on standard output what was acknowledged, after the reply.
const [file = '', hotelText = '', cycleText = '0'] = process.argv.slice(2)
const hotel = JSON.parse(hotelText) as SmallHotel
const cycle = Number(cycleText)
const { desk } = await openHotel(file)
const first = businessDateOf('2026-03-10')

const acknowledged = (fact: unknown) => writeSync(1, `${JSON.stringify(fact)}\n`)
const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T

for (let n = 0; ; n += 1) {
  const arrival = addDays(first, (cycle * 13 + n * 7) % 900)
  const guestId = pick(hotel.guests, n)
  const input = {
    guestId,
    arrival,
    departure: addDays(arrival, 1 + (n % 3)),
    roomTypeId: pick(hotel.types, 0),
    ratePlanId: hotel.plan,
  }
  const reply = await desk.call('booking.create', input)
  if (!reply.ok) continue
  const { id, version } = reply.output as { id: number; version: number }
  acknowledged({ change: reply.change, booking: id, arrival, departure: input.departure, version })
  const departure = addDays(arrival, 2 + (n % 2))
  const moved = await desk.call('booking.changeDates', { id, version, arrival, departure })
  // The same departure again changes nothing: the version answered says which it was.
  if (moved.ok)
    acknowledged({ change: moved.change, booking: id, arrival, departure, ...(moved.output as object) })
  const { guest } = await must(desk, 'guest.profile', { id: guestId })
  const noted = await desk.call('guest.saveNote', {
    guestId,
    version: guest.version,
    text: `cycle ${cycle} note ${n}`,
  })
  if (noted.ok) acknowledged({ change: noted.change, guest: guestId, note: `cycle ${cycle} note ${n}` })
}
