import { afterEach, beforeEach, describe, expect, test } from 'vitest'
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

const stay = { arrival: '2026-03-10', departure: '2026-03-12' }
const roomOf = async (number: string) => {
  const room = (await t.must('room.list', {})).find((one) => one.number === number)
  if (!room) throw new Error(`no room ${number}`)
  return room
}

describe('rooms and types', () => {
  test('are listed in their order, types with the rooms in use', async () => {
    expect((await t.must('room.list', {})).map((room) => room.number)).toEqual([
      '101',
      '102',
      '103',
      '201',
      '202',
    ])
    await t.must('room.save', { ...(await roomOf('202')), active: false })
    expect(await t.must('room.listTypes', {})).toMatchObject([
      { code: 'DLX', rooms: 1, maxPersons: 3, overbooking: 0, active: true, version: 1 },
      { code: 'STD', rooms: 3 },
    ])
  })

  test('stand in the order of their numbers, however long these are', async () => {
    for (const number of ['1001', '3A', '3'])
      await t.must('room.save', { number, roomTypeId: t.std, floor: 1 })
    const numbers = (await t.must('room.list', {})).map((room) => room.number)
    expect(numbers).toEqual(['3', '3A', '101', '102', '103', '201', '202', '1001'])
  })

  test('have numbers and codes of their own', async () => {
    const { std: roomTypeId } = t
    expect(await t.call('room.save', { number: '101', roomTypeId, floor: 1 })).toMatchObject({
      refusal: { code: 'NUMBER_TAKEN', params: { number: '101' } },
    })
    expect(await t.call('room.save', { number: '999', roomTypeId: 55 as never, floor: 1 })).toMatchObject({
      refusal: { code: 'ROOM_TYPE_UNKNOWN', params: { id: 55 } },
    })
    expect(await t.call('room.save', { ...(await roomOf('101')), id: 77 as never })).toMatchObject({
      refusal: { code: 'ROOM_UNKNOWN' },
    })
    const type = { code: 'STD', nameEn: 'S', nameZh: '标', maxPersons: 2, baseRateMinor: 1 }
    expect(await t.call('room.saveType', type)).toMatchObject({
      refusal: { code: 'CODE_TAKEN', params: { code: 'STD' } },
    })
    expect(await t.call('room.saveType', { ...type, id: roomTypeId })).toMatchObject({
      fault: { code: 'CONFLICT' },
    })
  })

  test('that somebody is to sleep in stay as they are', async () => {
    await t.book({ roomId: t.rooms['101'] })
    const room = await roomOf('101')
    for (const change of [{ active: false }, { outOfService: true }, { roomTypeId: t.dlx }]) {
      expect(await t.call('room.save', { ...room, ...change })).toMatchObject({
        refusal: { code: 'ROOM_IN_USE', params: { number: '101', night: '2026-03-10' } },
      })
    }
    await t.must('room.save', { ...room, housekeeping: 'dirty', features: ['quiet', 'quiet'] })
    expect(await roomOf('101')).toMatchObject({ housekeeping: 'dirty', features: ['quiet'], version: 2 })
  })

  test('are undone, unless something stands on them', async () => {
    const made = await t.call('room.save', { number: '301', roomTypeId: t.std, floor: 3 })
    const roomId = made.ok ? made.output.id : (0 as never)
    const id = await t.book({ roomId })
    const change = made.ok ? (made.change ?? 0) : 0
    expect(await t.call('change.undo', { change })).toMatchObject({
      refusal: { code: 'STANDS_ON', params: { why: 'on', what: 'booking' } },
    })
    await t.must('booking.assignRoom', { id, version: 1, roomId: null })
    await t.must('change.undo', { change })
    expect((await t.must('room.list', {})).some((room) => room.number === '301')).toBe(false)
    const type = await t.must('change.list', { entity: 'room-type', entityId: t.std })
    expect(await t.call('change.undo', { change: type.rows[0]?.seq ?? 0 })).toMatchObject({
      refusal: { code: 'STANDS_ON', params: { why: 'on', what: 'room' } },
    })
  })
})

describe('availability', () => {
  test('is physical rooms + overbooking − sold, by type and night', async () => {
    const std = (await t.must('room.listTypes', {})).find((type) => type.code === 'STD')
    if (std) {
      const { rooms: _rooms, baseRateMinor, ...fields } = std
      await t.must('room.saveType', { ...fields, baseRateMinor: baseRateMinor ?? 0, overbooking: 2 })
    }
    await t.book()
    await t.book({ departure: '2026-03-11' })
    const found = await t.must('room.availability', stay)
    expect(found).toEqual([
      { roomTypeId: t.dlx, left: 2, nights: expect.any(Array) },
      {
        roomTypeId: t.std,
        left: 3,
        nights: [
          { night: '2026-03-10', physical: 3, outOfOrder: 0, overbooking: 2, sold: 2, left: 3 },
          { night: '2026-03-11', physical: 3, outOfOrder: 0, overbooking: 2, sold: 1, left: 4 },
        ],
      },
    ])
  })

  test('of a type without rooms is its overbooking, and day use asks for no night', async () => {
    await t.must('room.saveType', {
      code: 'VIR',
      nameEn: 'Virtual',
      nameZh: '虚拟',
      maxPersons: 2,
      baseRateMinor: 1,
      overbooking: 1,
    })
    const found = await t.must('room.availability', { arrival: '2026-03-10', departure: '2026-03-10' })
    expect(found.map((type) => [type.left, type.nights])).toEqual([
      [2, []],
      [3, []],
      [1, []],
    ])
  })

  test('leaves out a type that is not in use any more', async () => {
    const retired = {
      code: 'OLD',
      nameEn: 'Old',
      nameZh: '旧',
      maxPersons: 2,
      baseRateMinor: 1,
      active: false,
    }
    await t.must('room.saveType', retired)
    const found = await t.must('room.availability', stay)
    expect(found.map(({ roomTypeId }) => roomTypeId)).toEqual([t.dlx, t.std])
  })

  test('of dates that make no stay is refused', async () => {
    expect(await t.call('room.availability', { ...stay, departure: '2026-03-09' })).toMatchObject({
      refusal: { code: 'DEPARTURE_BEFORE_ARRIVAL' },
    })
    expect(await t.call('room.free', { ...stay, departure: '2028-03-09' })).toMatchObject({
      refusal: { code: 'STAY_TOO_LONG' },
    })
  })
})

describe('free rooms', () => {
  const numbers = async (over: object = {}) =>
    (await t.must('room.free', { ...stay, roomTypeId: t.std, ...over })).map((room) => room.number)

  test('are those nobody has, one’s own among them', async () => {
    const bookingId = await t.book({ roomId: t.rooms['102'] })
    expect(await numbers()).toEqual(['101', '103'])
    expect(await numbers({ bookingId })).toEqual(['101', '102', '103'])
    expect(await numbers({ arrival: '2026-03-12', departure: '2026-03-13' })).toEqual(['101', '102', '103'])
    expect(await numbers({ roomTypeId: undefined, text: '20' })).toEqual(['201', '202'])
    await t.must('room.save', { number: 'Gb1', roomTypeId: t.std, floor: 0 })
    for (const text of ['gB', 'Gb']) expect(await numbers({ text })).toEqual(['Gb1'])
  })

  test('come by what they meet of the guest’s wishes, then clean first; out of service last', async () => {
    await t.must('room.save', { ...(await roomOf('101')), outOfService: true })
    await t.must('room.save', { ...(await roomOf('102')), housekeeping: 'dirty' })
    await t.must('room.save', {
      ...(await roomOf('103')),
      housekeeping: 'dirty',
      features: ['high-floor', 'quiet'],
    })
    await t.must('guest.setPreference', { guestId: t.zhang, version: 1, group: 'floor', value: 'high' })
    expect(await numbers({ guestId: t.zhang })).toEqual(['103', '102', '101'])
    const bookingId = await t.book()
    await t.must('request.create', { bookingId, kind: 'quiet' })
    const [best] = await t.must('room.free', { ...stay, roomTypeId: t.std, bookingId })
    expect(best).toMatchObject({ number: '103', meets: ['high-floor', 'quiet'] })
  })

  test('say how often the guest stayed in each and on its floor, and come by it when nothing else tells them apart', async () => {
    const room = { roomTypeId: t.std }
    const past = [
      await t.book({ ...room, arrival: '2026-03-10', departure: '2026-03-12', roomId: t.rooms['103'] }),
      await t.book({ ...room, arrival: '2026-03-20', departure: '2026-03-21', roomId: t.rooms['103'] }),
      await t.book({ ...room, arrival: '2026-03-24', departure: '2026-03-26', roomId: t.rooms['102'] }),
    ]
    await t.book({
      ...room,
      guestId: t.anna,
      arrival: '2026-03-24',
      departure: '2026-03-25',
      roomId: t.rooms['101'],
    })
    const free = async (over: object) =>
      (await t.must('room.free', { arrival: '2026-04-01', departure: '2026-04-03', ...over })).map(
        ({ number, stays, floorStays }) => [number, stays, floorStays],
      )
    expect(await free({ ...room, guestId: t.zhang })).toEqual([
      ['101', 0, 0],
      ['102', 0, 0],
      ['103', 0, 0],
    ])
    const raw = openRaw(t.file, { readonly: false })
    for (const id of past) raw.prepare("update bookings set status = 'checked-out' where id = ?").run(id)
    raw.close()
    expect(await free({ ...room, guestId: t.zhang })).toEqual([
      ['103', 2, 3],
      ['102', 1, 3],
      ['101', 0, 3],
    ])
    const bookingId = await t.book({ arrival: '2026-04-01', departure: '2026-04-03' })
    const [best, , , other] = await free({ bookingId })
    expect([best, other]).toEqual([
      ['103', 2, 3],
      ['201', 0, 0],
    ])
    expect(await free({ ...room })).toContainEqual(['103', 0, 0])
  })
})
