import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { examine } from '#core/doctor/examine.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { InputOf } from '#shared/contract/index.ts'
import type { BookingId } from '#shared/values/index.ts'
import { writeStays } from '#tests/support/stays.ts'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'

let t: BookingHotel
let bookingId: BookingId
beforeEach(async () => {
  t = await openBookingHotel()
  bookingId = await t.book({ arrival: '2026-03-02', departure: '2026-03-05', roomId: t.rooms['101'] })
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const undo = async (change: number | undefined) => t.call('change.undo', { change: change ?? 0 })

describe('a parcel', () => {
  const open = async () => (await t.must('house.parcels', {})).rows

  test('is kept for its guest, given out against a name, and that is undone', async () => {
    const { id } = await t.must('house.addParcel', { bookingId, keptIn: 'Safe 2', fromName: 'SF Express' })
    expect(await open()).toMatchObject([{ id, pieces: 1, keptIn: 'Safe 2', guestName: '张伟' }])
    await t.must('house.changeParcel', { id, version: 1, keptIn: 'Shelf A', pieces: 2 })
    expect(await t.call('house.markParcel', { id, version: 2, action: 'given' })).toMatchObject({
      refusal: { code: 'GIVEN_TO_NEEDED' },
    })
    const given = await t.call('house.markParcel', { id, version: 2, action: 'given', givenTo: 'Zhang Wei' })
    expect((await t.must('house.parcels', { view: 'closed' })).rows).toMatchObject([
      { status: 'given', givenTo: 'Zhang Wei', statusBy: 'Ada Min' },
    ])
    expect(await t.call('house.markParcel', { id, version: 3, action: 'returned' })).toMatchObject({
      refusal: { code: 'STATUS_NOT_POSSIBLE' },
    })
    await undo(given.ok ? given.change : 0)
    expect(await open()).toMatchObject([{ givenTo: '', pieces: 2 }])
  })

  test.each([
    [{ bookingId: null }, 'PARCEL_FOR'],
    [{ bookingId: 99 }, 'BOOKING_UNKNOWN'],
    [{ note: '4111 1111 1111 1111' }, 'CARD_NUMBER'],
  ] as [object, string][])('is refused with %j: %s', async (over, code) => {
    expect(await t.call('house.addParcel', { bookingId, keptIn: 'Desk', ...over })).toMatchObject({
      refusal: { code },
    })
  })
})

describe('lost property', () => {
  const found = { keptIn: 'Cupboard 3', what: 'Black umbrella', roomId: null, foundAt: 'Lobby' }
  const add = (over: Partial<InputOf<'house.addFoundItem'>> = {}) =>
    t.call('house.addFoundItem', { ...found, ...over })
  const open = async () => (await t.must('house.foundItems', {})).rows

  test('is seen to again after three months, and the room’s last guest is offered', async () => {
    const [stay] = writeStays(t.file, [
      { guestId: t.anna, arrival: '2026-02-20', departure: '2026-02-23', roomId: t.rooms['102'] },
    ])
    const asked = { roomId: t.rooms['102'], date: '2026-03-01' } as const
    expect(await t.must('house.lastGuests', asked)).toMatchObject([
      { bookingId: stay, guestName: 'Anna Müller', arrival: '2026-02-20' },
    ])
    expect(await t.must('house.lastGuests', { ...asked, date: '2026-02-19' })).toEqual([])
    await add({ bookingId: stay as BookingId, roomId: t.rooms['102'], foundOn: '2026-02-23', finder: 'Mei' })
    expect(await open()).toMatchObject([
      { foundRoom: '102', followOn: '2026-05-23', guestName: 'Anna Müller', finder: 'Mei' },
    ])
  })

  test('is given to somebody against something, or goes to the police', async () => {
    await add()
    const id = (await open())[0]!.id
    const mark = (over: object) => t.call('house.markFoundItem', { id, version: 1, action: 'given', ...over })
    expect(await mark({})).toMatchObject({ refusal: { code: 'GIVEN_TO_NEEDED' } })
    expect(await mark({ givenTo: 'Anna' })).toMatchObject({ refusal: { code: 'PROOF_NEEDED' } })
    expect(await mark({ givenTo: 'Anna', proof: 'Passport seen' })).toMatchObject({ ok: true })
    const reopened = await t.call('house.markFoundItem', { id, version: 2, action: 'reopen' })
    expect(await open()).toMatchObject([{ givenTo: '', proof: '' }])
    await undo(reopened.ok ? reopened.change : 0)
    expect((await t.must('house.foundItems', { view: 'closed', text: 'umb' })).rows).toMatchObject([
      { status: 'given', proof: 'Passport seen' },
    ])
  })

  test.each([
    [{ foundOn: '2026-03-03' }, 'FOUND_FUTURE', { businessDate: '2026-03-02' }],
    [{ bookingId: 1, foundOn: '2026-03-01' }, 'FOUND_BEFORE_STAY', { arrival: '2026-03-02' }],
    [{ followOn: '2026-03-01' }, 'FOLLOW_BEFORE_FOUND', { foundOn: '2026-03-02' }],
    [{ foundAt: '' }, 'FOUND_WHERE', {}],
    [{ roomId: 99 }, 'ROOM_UNKNOWN', { id: 99 }],
    [{ bookingId: 99 }, 'BOOKING_UNKNOWN', { id: 99 }],
    [{ what: 'card 4111 1111 1111 1111' }, 'CARD_NUMBER', {}],
  ] as [object, string, object][])('is refused with %j: %s', async (over, code, params) => {
    expect(await add(over)).toMatchObject({ refusal: { code, params } })
    expect(await open()).toEqual([])
  })

  test('is given another guest and date later, by the same rules', async () => {
    await add()
    const id = (await open())[0]!.id
    const change = (version: number, over: object) =>
      t.call('house.changeFoundItem', { id, version, ...over })
    await change(1, { bookingId, roomId: t.rooms['101'] })
    expect(await change(2, { foundOn: '2026-03-01' })).toMatchObject({
      refusal: { code: 'FOUND_BEFORE_STAY' },
    })
    expect(await change(2, { roomId: 99 })).toMatchObject({ refusal: { code: 'ROOM_UNKNOWN' } })
    await change(2, { bookingId: null, foundOn: '2026-03-01' })
    expect(await open()).toMatchObject([{ foundOn: '2026-03-01', foundRoom: '101', confirmationNo: null }])
  })
})

describe('luggage', () => {
  const open = async () => (await t.must('house.luggage', {})).rows

  test('gets the next tag, by when it is fetched, and the tag is free again then', async () => {
    const first = await t.must('house.addLuggage', { bookingId, pieces: 3, keptIn: 'Room A', tagNo: 70 })
    const second = await t.must('house.addLuggage', {
      forName: 'Li Na',
      keptIn: 'Room B',
      dueOn: '2026-03-02',
      dueTime: '18:00',
    })
    expect([first.tagNo, second.tagNo]).toEqual([70, 71])
    expect((await open()).map(({ tagNo }) => tagNo)).toEqual([71, 70])
    expect((await t.must('house.luggage', { text: '70' })).rows).toHaveLength(1)
    const taken = { keptIn: 'Room C', tagNo: 70 }
    expect(await t.call('house.addLuggage', { bookingId, ...taken })).toMatchObject({
      refusal: { code: 'TAG_TAKEN', params: { tagNo: 70 } },
    })
    const given = await t.call('house.markLuggage', { id: first.id, version: 1, action: 'given' })
    await t.must('house.addLuggage', { bookingId, ...taken })
    expect(await t.call('house.markLuggage', { id: first.id, version: 2, action: 'reopen' })).toMatchObject({
      refusal: { code: 'TAG_TAKEN' },
    })
    expect(await undo(given.ok ? given.change : 0)).toMatchObject({ refusal: { code: 'STANDS_ON' } })
    await t.must('house.changeLuggage', { id: second.id, version: 1, keptIn: 'Room D', dueTime: null })
  })

  test.each([
    [{ bookingId: null }, 'LUGGAGE_FOR'],
    [{ dueOn: '2026-03-01' }, 'LUGGAGE_PAST'],
    [{ bookingId: 99 }, 'BOOKING_UNKNOWN'],
  ] as [object, string][])('is refused with %j: %s', async (over, code) => {
    expect(await t.call('house.addLuggage', { bookingId, keptIn: 'Room A', ...over })).toMatchObject({
      refusal: { code },
    })
  })
})

test('each thing of the house is in the log as doctor finds it', async () => {
  await t.must('house.addParcel', { bookingId, keptIn: 'Desk' })
  await t.must('house.addFoundItem', { what: 'Scarf', keptIn: 'Desk', foundAt: 'Bar' })
  await t.must('house.addLuggage', { bookingId, keptIn: 'Desk' })
  await t.must('house.giveKeys', { bookingId, keys: 1 })
  await t.must('house.addMessage', { bookingId, text: 'Hello' })
  await t.must('house.addWakeCall', { bookingId, from: '2026-03-03', callAt: '06:00' })
  const raw = openRaw(t.file, { readonly: false })
  expect((await examine({ rawReader: raw }, () => 0)).findings).toEqual([])
  const tables = ['parcels', 'found_items', 'luggage', 'key_logs', 'guest_messages', 'wake_calls']
  for (const table of tables) raw.exec(`update ${table} set created_by = 'nobody'`)
  expect((await examine({ rawReader: raw }, () => 0)).findings).toHaveLength(tables.length)
  raw.close()
})
