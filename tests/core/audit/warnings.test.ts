import { afterEach, beforeEach, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { closeAtAnyTime, closeDay } from '#tests/support/close.ts'
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
  expect(await warnings()).toEqual([['unsent', 1, ['registration 201']]])
  const { rows } = await t.must('registration.list', {})
  await t.must('registration.mark', { rows: rows.map(({ id, version }) => ({ id, version })), as: 'sent' })
  expect(await warnings()).toEqual([])
  await t.must('housekeeping.noteSeen', { roomId: t.rooms['101'], persons: 2 })
  expect(await warnings()).toEqual([['discrepancy', 1, ['housekeeping 101']]])
  await t.must('housekeeping.noteSeen', { roomId: t.rooms['101'], persons: 0 })
  expect(await warnings()).toEqual([])
})

test('a shift that is open and a folio over its limit warn, and the day is closed all the same', async () => {
  await t.must('chart.load', { chart: 'cn-general' })
  await closeAtAnyTime(t)
  await t.must('shift.open', { floatMinor: 50_000 })
  const id = await t.book({ arrival: '2026-03-02', departure: '2026-03-04', roomId: t.rooms['101'] })
  const version = await t.version(id)
  await t.must('stay.checkIn', { id, version, accept: ['not-registered'] })
  await t.must('folio.postRoom', { bookingId: id, nights: ['2026-03-02' as never] })
  const folio = await t.must('folio.openForBooking', { bookingId: id })
  const { version: at, share, noPost } = await t.must('folio.get', { id: folio.id })
  const terms = { noPost, share, shareFrom: null, shareTo: null, creditLimitMinor: 10_000 }
  await t.must('folio.setTerms', { id: folio.id, version: at, ...terms })
  expect(await warnings()).toMatchObject([
    ['open-shift', 1, [expect.stringContaining('cashier')]],
    ['over-limit', 1, [expect.stringContaining('folio')]],
    ['unsent', 1, ['registration 101']],
  ])
  expect(await closeDay(t)).toBe('2026-03-03')
})
