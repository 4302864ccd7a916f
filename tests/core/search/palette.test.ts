import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeStays } from '#tests/support/stays.ts'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'

let t: BookingHotel
beforeAll(async () => {
  t = await openBookingHotel()
  writeStays(t.file, [
    {
      guestId: t.zhang,
      arrival: '2026-03-01',
      departure: '2026-03-02',
      status: 'in-house',
      roomId: t.rooms['101'],
    },
    {
      guestId: t.anna,
      arrival: '2026-03-02',
      departure: '2026-03-05',
      status: 'in-house',
      roomId: t.rooms['202'],
    },
    ...Array.from({ length: 7 }, () => ({ guestId: t.li, arrival: '2025-03-01', departure: '2025-03-02' })),
  ])
})
afterAll(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

test('guests by name, with the room they are in', async () => {
  expect(await t.must('search.palette', { text: 'zw' })).toEqual({
    guests: [
      {
        id: t.zhang,
        name: '张伟',
        latinName: 'Zhang Wei',
        hint: '',
        tier: null,
        inHouseRoom: '101',
        similar: false,
      },
    ],
    bookings: [],
    rooms: [],
    papers: [],
  })
})

test('whom their name finds is told by their telephone, else by what was found', async () => {
  await t.must('guest.create', {
    nativeName: '吴磊',
    familyName: 'Wu',
    givenName: 'Lei',
    contacts: [
      { kind: 'mobile', value: '13800138000', primary: true },
      { kind: 'email', value: 'boss@example.com', primary: true },
    ],
  })
  const hintOf = async (text: string) =>
    (await t.must('search.palette', { text })).guests.map(({ hint }) => hint)
  for (const name of ['吴磊', 'wu lei', 'Lei']) expect(await hintOf(name), name).toEqual(['+8613800138000'])
  expect(await hintOf('boss')).toEqual(['boss@example.com'])
})

test('bookings by the beginning of their confirmation number, five of them, the newest first', async () => {
  const { bookings, guests } = await t.must('search.palette', { text: '1000000' })
  expect(bookings.map(({ confirmationNo }) => confirmationNo)).toEqual([
    '10000009',
    '10000008',
    '10000007',
    '10000006',
    '10000005',
  ])
  expect(bookings[0]).toMatchObject({ guestName: '李娜', status: 'checked-out', arrival: '2025-03-01' })
  expect(guests).toEqual([])
  expect((await t.must('search.palette', { text: '10000002' })).bookings).toMatchObject([
    { guestName: 'Anna Müller' },
  ])
  expect((await t.must('search.palette', { text: '10' })).bookings).toEqual([])
  expect((await t.must('search.palette', { text: '1 0 0' })).bookings).toHaveLength(5)
})

test('rooms by the beginning of their number, with who is in them, also on the day they leave', async () => {
  const { rooms } = await t.must('search.palette', { text: '10' })
  expect(rooms).toMatchObject([
    { number: '101', guestName: '张伟', booking: 1, state: 'occupied' },
    { number: '102', guestName: null, booking: null, state: 'vacant' },
    { number: '103', guestName: null, booking: null },
  ])
  const found = await t.must('search.palette', { text: '202' })
  expect(found.rooms).toMatchObject([{ number: '202', guestName: 'Anna Müller' }])
  expect(found.guests).toMatchObject([{ id: t.anna, hint: '202', inHouseRoom: '202' }])
})

test('a room given to an arrival of today is due in, unless somebody is still in it', async () => {
  const today = { arrival: '2026-03-02', departure: '2026-03-03' } as const
  const due = await t.book({ ...today, guestId: t.li, roomId: t.rooms['102'] })
  await t.book({ ...today, roomId: t.rooms['101'] })
  await t.book({ arrival: '2026-03-03', departure: '2026-03-04', roomId: t.rooms['103'] })
  const { rooms } = await t.must('search.palette', { text: '10' })
  expect(rooms).toMatchObject([
    { number: '101', state: 'occupied', booking: 1 },
    { number: '102', state: 'due-in', booking: due, guestName: '李娜' },
    { number: '103', state: 'vacant', booking: null },
  ])
})

test.each(['', ' '])('nothing for nothing typed: “%s”', async (text) => {
  expect(await t.must('search.palette', { text })).toEqual({
    guests: [],
    bookings: [],
    rooms: [],
    papers: [],
  })
})

test.each(['"', '" OR *', "'; --", '%', '😀', 'x'.repeat(80)])('typed syntax is text: %s', async (text) => {
  expect(await t.call('search.palette', { text })).toMatchObject({ ok: true })
})
