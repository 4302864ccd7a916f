import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BookingId } from '#shared/values/index.ts'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'
import { openDay } from '../booking/steps.ts'

let t: BookingHotel
let bookingId: BookingId
beforeEach(async () => {
  t = await openBookingHotel()
  bookingId = await t.book({
    arrival: '2026-03-02' as never,
    departure: '2026-03-05' as never,
    roomId: t.rooms['101'],
  })
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const waiting = async (id = bookingId) =>
  (await t.must('house.waiting', { bookingId: id })).map(({ thing, text }) => `${thing}: ${text}`)

describe('what waits for a guest', () => {
  test('is one list of all kinds, in the order in which a desk hands it over; what is done is not in it', async () => {
    const today = '2026-03-02' as never
    await t.must('house.giveKeys', { bookingId, keys: 2 })
    await t.must('house.addWakeCall', { bookingId, callAt: '07:00', from: '2026-03-03' as never })
    await t.must('house.addTrace', { bookingId, department: 'concierge', from: today, text: 'Tickets' })
    await t.must('house.addTrace', {
      bookingId,
      department: 'concierge',
      from: '2026-03-04' as never,
      text: 'Later',
    })
    await t.must('house.addLuggage', { bookingId, pieces: 1, keptIn: 'Store', note: 'Skis' })
    await t.must('house.addParcel', {
      bookingId,
      keptIn: 'Shelf 3',
      fromName: 'SF',
      pieces: 2,
      note: 'Books',
    })
    const message = await t.must('house.addMessage', { bookingId, text: 'Call back', fromName: 'Ms Wang' })
    expect(await t.must('house.waiting', { bookingId })).toMatchObject([
      { thing: 'messages', id: message.id, version: 1, text: 'Call back', fromName: 'Ms Wang', own: true },
      { thing: 'parcels', text: 'Books', place: 'Shelf 3', count: 2 },
      { thing: 'luggage', text: 'Skis', tagNo: 1 },
      { thing: 'traces', text: 'Tickets', place: 'concierge', dueOn: today },
      { thing: 'wake-calls', dueOn: '2026-03-03', dueTime: '07:00' },
      { thing: 'keys', count: 2 },
    ])
    await t.must('house.markMessage', { id: message.id, version: 1, action: 'given' })
    expect((await waiting())[0]).toBe('parcels: Books')
    expect(await waiting(99 as BookingId)).toEqual([])
  })

  test('has lost property of the guest, of a stay before, and of the room meanwhile', async () => {
    const before = await t.book({ arrival: '2026-03-20' as never, departure: '2026-03-21' as never })
    const other = await t.book({ guestId: t.anna, arrival: '2026-03-02' as never, roomId: t.rooms['102'] })
    const item = { keptIn: 'Office', foundAt: 'desk' }
    await t.must('house.addFoundItem', { ...item, bookingId, what: 'Own' })
    await openDay(t, '2026-03-20')
    await t.must('house.addFoundItem', { ...item, bookingId: before, what: 'Of another stay' })
    await openDay(t, '2026-03-03')
    await t.must('house.addFoundItem', { ...item, roomId: t.rooms['101'], what: 'In the room' })
    await t.must('house.addFoundItem', { ...item, roomId: t.rooms['102'], what: 'In another room' })
    await t.must('house.addFoundItem', {
      ...item,
      roomId: t.rooms['101'],
      bookingId: other,
      what: 'Of another',
    })
    await t.must('house.addFoundItem', {
      ...item,
      roomId: t.rooms['101'],
      foundOn: '2026-03-01' as never,
      what: 'Before',
    })
    const rows = await t.must('house.waiting', { bookingId })
    expect(rows.map(({ text, own }) => [text, own])).toEqual([
      ['Own', true],
      ['In the room', false],
      ['Of another stay', false],
    ])
    expect(rows[1]).toMatchObject({ place: 'Office', fromName: '101 desk', dueOn: '2026-03-03' })
    // The list in which it is settled finds it by the room
    const found = await t.must('house.foundItems', { text: '102' })
    expect(found.rows.map(({ what }) => what).toSorted()).toEqual(['In another room', 'Of another'])
  })
})

test('who is incognito is known with those along, until they go or it is taken back', async () => {
  await t.must('booking.changeGuests', { id: bookingId, version: 1, companions: [t.li] })
  const version = await t.version(bookingId)
  await t.must('stay.checkIn', { id: bookingId, version, accept: ['not-registered', 'room-not-ready'] })
  const none = { guests: [], bookings: [] }
  expect(await t.must('house.incognito', {})).toEqual(none)
  await t.must('house.setIncognito', { bookingId, version: 1, active: true })
  expect(await t.must('house.incognito', {})).toEqual({ guests: [t.zhang, t.li], bookings: [bookingId] })
  await t.must('house.setIncognito', { bookingId, version: 2, active: false })
  expect(await t.must('house.incognito', {})).toEqual(none)
  await t.must('house.setIncognito', { bookingId, version: 3, active: true })
  await t.must('stay.checkOut', {
    id: bookingId,
    version: await t.version(bookingId),
    accept: ['early-departure', 'owing', 'held'],
  })
  expect(await t.must('house.incognito', {})).toEqual(none)
})
