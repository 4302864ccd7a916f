import { afterEach, beforeEach, expect, test } from 'vitest'
import { openOf } from '#core/house/public.ts'
import type { BookingId, GuestId } from '#shared/values/index.ts'
import { writeStays } from '#tests/support/stays.ts'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'

let t: BookingHotel
let here: BookingId[]
beforeEach(async () => {
  t = await openBookingHotel()
  const stay = { arrival: '2026-03-01', departure: '2026-03-04', status: 'in-house' }
  here = writeStays(t.file, [
    { ...stay, guestId: t.zhang, roomId: t.rooms['201'], companions: [t.li] },
    { ...stay, guestId: t.anna, roomId: t.rooms['101'] },
  ]) as BookingId[]
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const flag = (name: 'house.setIncognito' | 'house.setDoNotDisturb', version: number, active: boolean) =>
  t.call(name, { bookingId: here[0]!, version, active })

test('everybody in house is listed by floor and room, with those along and who needs help', async () => {
  await t.must('request.create', { bookingId: here[1]!, kind: 'accessible', dueOn: '2026-03-02' })
  const { rows, rooms, persons } = await t.must('house.guests', {})
  expect(rows).toMatchObject([
    { roomNumber: '101', floor: 1, guestName: 'Anna Müller', needsHelp: true, companions: [] },
    { roomNumber: '201', floor: 2, guestName: '张伟', needsHelp: false, companions: [{ guestName: '李娜' }] },
  ])
  expect([rooms, persons]).toEqual([2, 3])
})

test('the list is a page in both languages, and that it was taken out is in the log', async () => {
  for (const language of ['en', 'zh'] as const) {
    const file = await t.must('house.paper', { of: 'guests', format: 'html', language, size: 'letter' })
    const html = Buffer.from(file.content, 'base64').toString()
    expect(html).toContain(language === 'en' ? 'Zhang Wei' : '张伟')
    expect(html).toContain('215.9mm 279.4mm')
  }
  const { rows } = await t.must('change.list', { entity: 'report' })
  expect(rows.map(({ operation }) => operation)).toEqual(['house.paper', 'house.paper'])
})

test('a message and a tag are printed; the message says when', async () => {
  const { id } = await t.must('house.addMessage', { bookingId: here[0]!, text: 'Call <home>' })
  const slip = await t.must('house.paper', { of: 'message', id, format: 'html', language: 'en' })
  expect(Buffer.from(slip.content, 'base64').toString()).toContain('Call &lt;home&gt;')
  expect((await t.must('house.messages', {})).rows).toMatchObject([
    { printedAt: expect.stringMatching(/Z$/) },
  ])
  const luggage = await t.must('house.addLuggage', { bookingId: here[0]!, keptIn: 'Rack 4', tagNo: 77 })
  const tag = await t.must('house.paper', { of: 'luggage', id: luggage.id, format: 'html', language: 'zh' })
  expect(Buffer.from(tag.content, 'base64').toString().split('>77<')).toHaveLength(3)
  const none = { format: 'html', language: 'en', id: 99 } as const
  expect(await t.call('house.paper', { of: 'message', ...none })).toMatchObject({
    refusal: { code: 'MESSAGE_UNKNOWN' },
  })
  expect(await t.call('house.paper', { of: 'luggage', ...none })).toMatchObject({
    refusal: { code: 'LUGGAGE_UNKNOWN' },
  })
})

test('do not disturb and incognito are set, shown and undone, of a guest in house alone', async () => {
  const set = await flag('house.setIncognito', 0, true)
  expect(set).toMatchObject({ ok: true, output: { version: 1 } })
  await flag('house.setDoNotDisturb', 1, true)
  const row = async () =>
    (await t.must('house.guests', {})).rows.find(({ bookingId }) => bookingId === here[0])
  expect(await row()).toMatchObject({ incognito: true, doNotDisturb: true, stayVersion: 2 })
  expect(await flag('house.setIncognito', 1, false)).toMatchObject({
    fault: { code: 'CONFLICT', entity: 'stay' },
  })
  await flag('house.setIncognito', 2, false)
  expect(await row()).toMatchObject({ incognito: false })
  const booked = await t.book()
  expect(await t.call('house.setIncognito', { bookingId: booked, version: 0, active: true })).toMatchObject({
    refusal: { code: 'NOT_IN_HOUSE', params: { status: 'confirmed' } },
  })
})

test('a guest’s card has the present stay before the next, with what waits', async () => {
  await t.book({ roomId: t.rooms['102'] })
  await t.must('house.addParcel', { bookingId: here[0]!, keptIn: 'Desk' })
  expect(await t.must('house.guestCard', { guestId: t.zhang })).toMatchObject({
    guestName: '张伟',
    stays: 0,
    lastStay: null,
    stay: { bookingId: here[0], status: 'in-house', roomNumber: '201', parcels: 1, messages: 0 },
  })
  expect(await t.must('house.guestCard', { guestId: t.li })).toMatchObject({ stay: { bookingId: here[0] } })
  expect(await t.call('house.guestCard', { guestId: 99 as never })).toMatchObject({
    refusal: { code: 'GUEST_UNKNOWN' },
  })
})

test('a check-out closes the card of the stay, for who stays along too, and its reversal opens it again', async () => {
  const people: GuestId[] = []
  for (const nativeName of ['王芳', '赵敏']) people.push((await t.must('guest.create', { nativeName })).id)
  const [guestId, along] = people as [GuestId, GuestId]
  const stay = { arrival: '2026-03-02', departure: '2026-03-04', roomId: t.rooms['102'], adults: 2 }
  const id = await t.book({ ...stay, guestId, companions: [along] })
  await t.must('stay.checkIn', { id, version: await t.version(id), keys: 1, accept: ['not-registered'] })
  const cards = async () =>
    Promise.all(
      people.map(async (one) => (await t.must('house.guestCard', { guestId: one })).stay?.bookingId),
    )
  expect(await cards()).toEqual([id, id])
  await t.must('stay.checkOut', { id, version: await t.version(id), accept: ['early-departure'] })
  expect(await cards()).toEqual([undefined, undefined])
  expect(await t.must('house.guestCard', { guestId })).toMatchObject({
    stays: 1,
    lastStay: { arrival: '2026-03-02', departure: '2026-03-02' },
  })
  // A key that is not back stays on the log of keys
  expect((await t.must('house.keys', {})).rows).toMatchObject([{ bookingId: id, keys: 1, returned: 0 }])
  await t.must('stay.reverseCheckOut', { id, version: await t.version(id) })
  expect(await cards()).toEqual([id, id])
})

test('what is open of a booking is counted for check-in and check-out', async () => {
  const bookingId = here[0]!
  await t.must('house.giveKeys', { bookingId, keys: 2 })
  await t.must('house.addMessage', { bookingId, text: 'Hello' })
  await t.must('house.addTrace', { department: 'concierge', from: '2026-03-02', text: 'Taxi' })
  const none = { wakeCalls: 0, parcels: 0, foundItems: 0, luggage: 0 }
  expect(await t.must('house.openOfBooking', { bookingId })).toEqual({
    ...none,
    messages: 1,
    keys: 2,
    traces: 0,
  })
  expect(await t.must('house.counts', {})).toEqual({ ...none, messages: 1, keys: 2, traces: 1 })
  await t.app.store.exclusively(async (tx) => {
    expect(await openOf(tx, bookingId)).toMatchObject({ keys: 2 })
  })
})
