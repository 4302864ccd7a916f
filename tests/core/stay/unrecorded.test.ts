import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { BookingId } from '#shared/values/index.ts'
import { writeStays } from '#tests/support/stays.ts'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'

// Guests who were in house when the hotel's bookings were imported: nobody kept their coming
const today = '2026-03-02'
let t: BookingHotel
let id: BookingId
const write = (departure: string, over: object = {}) =>
  writeStays(t.file, [
    {
      guestId: t.anna,
      arrival: '2026-03-01',
      departure,
      status: 'in-house',
      roomId: t.rooms['101'],
      companions: [t.li],
      ...over,
    },
  ])[0] as BookingId
beforeEach(async () => {
  t = await openBookingHotel()
  id = write(today)
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const offered = async (over: object = {}) =>
  (
    await t.must('room.free', {
      arrival: today,
      departure: '2026-03-03',
      roomTypeId: t.std,
      ...over,
    } as never)
  ).map(({ number, occupied }) => [number, occupied])
const toFree = [
  ['102', false],
  ['103', false],
  ['101', true],
]
const checkIn = async (roomId = t.rooms['101']) => {
  const other = await t.book({ arrival: today, departure: '2026-03-04', roomId })
  const version = await t.version(other)
  return t.call('stay.checkIn', { id: other, version, accept: ['not-registered', 'room-not-ready'] })
}
const keeps: [string, () => Promise<unknown>][] = [
  ['nothing', async () => null],
  ['a flag', () => t.must('house.setDoNotDisturb', { bookingId: id, version: 0, active: true })],
  ['words', () => t.must('stay.noteFeedback', { id, version: 0, mark: 4, text: 'Quiet' })],
  [
    'own dates',
    async () => {
      const persons = [{ guestId: t.li, dates: { from: '2026-03-01', to: today } }]
      await t.must('stay.setPersons', { id, version: await t.version(id), persons } as never)
    },
  ],
]

describe.each(keeps)('of whom the program has kept %s', (_what, keep) => {
  test('the room is named as occupied, and nobody comes into it', async () => {
    await keep()
    expect(await offered()).toEqual(toFree)
    expect(await offered({ arrival: '2026-03-03', departure: '2026-03-04' })).toEqual([
      ['101', false],
      ['102', false],
      ['103', false],
    ])
    expect(await offered({ bookingId: id })).toContainEqual(['101', false])
    expect(await checkIn()).toMatchObject({ refusal: { code: 'ROOM_OCCUPIED' } })
  })

  test('a move takes the guest to the other room', async () => {
    id = write('2026-03-04', { roomId: t.rooms['103'] })
    await keep()
    const move = { id, version: await t.version(id), roomId: t.rooms['102'], reason: 'Noise' }
    expect(await t.call('stay.moveRoom', move)).toMatchObject({ ok: true })
    const { rows } = await t.must('house.guests', {})
    expect(rows.map(({ roomNumber }) => roomNumber)).toEqual(['101', '102'])
    expect(await offered({ bookingId: id })).toContainEqual(['103', false])
    expect(await checkIn(t.rooms['103'])).toMatchObject({ ok: true })
    expect(await t.must('stay.get', { id })).toMatchObject({ checkedInOn: '2026-03-01' })
  })

  test('the check-out leaves the room to be cleaned, and is taken back', async () => {
    await keep()
    const out = { id, version: await t.version(id), accept: [] }
    expect(await t.call('stay.checkOut', out)).toMatchObject({ ok: true })
    expect((await t.must('room.list', {})).find(({ number }) => number === '101')).toMatchObject({
      housekeeping: 'dirty',
    })
    expect((await offered()).map(([, occupied]) => occupied)).toEqual([false, false, false])
    const version = await t.version(id)
    expect(await t.call('stay.reverseCheckOut', { id, version })).toMatchObject({ ok: true })
    expect((await offered()).at(-1)).toEqual(['101', true])
  })
})

test('who changed rooms before is in the room of the latest night that has begun alone', async () => {
  const raw = openRaw(t.file, { readonly: false })
  raw.exec(`update bookings set departure = '2026-03-03', last_room_id = ${t.rooms['102']} where id = ${id};
    insert into room_nights (booking_id, night, room_type_id, room_id, rate_minor, live)
    values (${id}, '${today}', ${t.std}, ${t.rooms['102']}, 50000, 1)`)
  raw.close()
  expect(await offered({ bookingId: await t.book() })).toEqual([
    ['101', false],
    ['103', false],
  ])
  expect(await checkIn()).toMatchObject({ ok: true })
})
