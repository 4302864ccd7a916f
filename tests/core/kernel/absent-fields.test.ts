import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'

let t: BookingHotel
beforeAll(async () => {
  t = await openBookingHotel()
})
afterAll(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

/** IPC keeps a field that is undefined, where JSON drops it: both leave what is on file, and the log says nothing. */
test('a field that comes as undefined changes nothing, raises no version and is not logged', async () => {
  const { version } = await t.must('hotel.settings', {})
  await t.must('hotel.updateSettings', { version, phone: '0571 1234' })
  const booking = await t.book()
  const { id: request } = await t.must('request.create', { bookingId: booking, kind: 'quiet', text: 'rear' })
  const { seq } = (await t.must('change.list', { limit: 1 })).rows[0] ?? {}
  const nothing = [
    ['hotel.updateSettings', { version: version + 1, phone: undefined }],
    ['guest.update', { id: t.zhang, version: 1, nativeName: undefined, birthDate: undefined }],
    ['booking.changeDetails', { id: booking, version: 1, comment: undefined, agencyId: undefined }],
    ['booking.changeGuests', { id: booking, version: 1, bookerId: undefined, companions: undefined }],
    ['request.update', { id: request, version: 1, text: undefined, dueTime: undefined }],
  ] as const
  for (const [operation, input] of nothing) {
    expect(await t.call(operation, input as never), operation).toMatchObject({
      ok: true,
      output: { version: input.version },
    })
  }
  expect((await t.must('change.list', { limit: 1 })).rows[0]?.seq).toBe(seq)
  expect((await t.must('hotel.settings', {})).phone).toBe('0571 1234')
})
