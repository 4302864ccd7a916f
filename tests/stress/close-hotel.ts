/** The evening of a small house: guests in house, one due to come whose hold is over, an enquiry that expired. */
import { join } from 'node:path'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { addDays, type BookingId, type BusinessDate } from '#shared/values/index.ts'
import { openTestApp, testBusinessDate } from '#tests/support/app.ts'
import { checkIn, closingHotel } from '#tests/support/close.ts'

/** Makes it and answers with its file. */
export async function makeEvening(folder: string): Promise<string> {
  const file = join(folder, 'evening.keyrack')
  const app = await openTestApp({ file })
  const hotel = await closingHotel(app)
  const today = testBusinessDate as BusinessDate
  const { version, ...settings } = await app.must('audit.settings', {})
  await app.must('audit.saveSettings', { ...settings, version, heldArrivals: 'no-show' })
  const draft = {
    guestId: hotel.guests.smith as never,
    arrival: today,
    departure: addDays(today, 2),
    roomTypeId: hotel.types.DLX as never,
    ratePlanId: hotel.plan,
  }
  for (let n = 0; n < 5; n++) {
    const { id } = await app.must('booking.create', {
      ...draft,
      guestId: Object.values(hotel.guests)[n + 2] as never,
    })
    await checkIn(app, [id as BookingId])
  }
  const { arrivals } = await app.must('audit.day', {})
  await checkIn(
    app,
    arrivals.map(({ id }) => id),
  )
  await app.must('booking.create', { ...draft, holdUntil: '11:00', guestId: hotel.guests.tanaka as never })
  await app.must('booking.create', { ...draft, status: 'enquiry', guestId: hotel.guests.anna as never })
  await app.close()
  wholeFile(file)
  return file
}

/** What is in the log beside the file goes into it, so that a copy of the file is a copy of the store. */
function wholeFile(file: string): void {
  const raw = openRaw(file, { readonly: false })
  raw.pragma('wal_checkpoint(TRUNCATE)')
  raw.close()
}
