import { afterEach, beforeEach, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'

let t: BookingHotel
beforeEach(async () => {
  t = await openBookingHotel()
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const warnings = async () =>
  (await t.must('audit.day', {})).warnings
    .filter(({ kind }) => kind !== 'no-chart')
    .map(({ kind, total, items }) => [kind, total, items.map(({ to, label }) => `${to} ${label}`)])

test('guests who are not registered, registrations not sent and rooms seen otherwise warn, and go when they are settled', async () => {
  const anna = t.anna
  const bookingId = await t.book({
    arrival: '2026-03-02',
    departure: '2026-03-04',
    roomId: t.rooms['201'],
    roomTypeId: t.dlx,
    companions: [anna],
    adults: 2,
  })
  expect(await warnings()).toEqual([])
  // As somebody who came before registrations were kept: two guests of one room
  const raw = openRaw(t.file, { readonly: false })
  raw.exec(`update bookings set status = 'in-house' where id = ${bookingId}`)
  raw.close()
  expect(await warnings()).toEqual([['unregistered', 1, ['registration 201']]])
  await t.must('registration.record', { bookingId })
  expect(await warnings()).toEqual([['unsent', 2, ['registration 201', 'registration 201']]])
  const { rows } = await t.must('registration.list', {})
  await t.must('registration.mark', { rows: rows.map(({ id, version }) => ({ id, version })), as: 'sent' })
  expect(await warnings()).toEqual([])
  await t.must('housekeeping.noteSeen', { roomId: t.rooms['101'], persons: 2 })
  expect(await warnings()).toEqual([['discrepancy', 1, ['housekeeping 101']]])
  await t.must('housekeeping.noteSeen', { roomId: t.rooms['101'], persons: 0 })
  expect(await warnings()).toEqual([])
})
