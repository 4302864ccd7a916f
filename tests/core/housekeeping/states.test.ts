import { describe, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/index.ts'
import { usualSettings } from '#shared/domain/housekeeping/settings.ts'
import type { RoomId } from '#shared/values/index.ts'
import { writeStays } from '#tests/support/stays.ts'
import { type BookingHotel, eachBookingHotel } from '../booking/hotel.ts'

const t = eachBookingHotel()

const roomOf = async (number: string) => {
  const room = (await t.must('room.list', {})).find((one) => one.number === number)
  if (!room) throw new Error(`no room ${number}`)
  return room
}
const states = async () =>
  Object.fromEntries((await t.must('room.list', {})).map((room) => [room.number, room.housekeeping]))
type State = InputOf<'housekeeping.setRooms'>['rooms'][number]['state']
const set = async (...steps: [string, State][]) => {
  const rooms = await Promise.all(
    steps.map(async ([number, state]) => {
      const { id, version } = await roomOf(number)
      return { id, version, state }
    }),
  )
  return t.call('housekeeping.setRooms', { rooms })
}
const undo = async (operation: string) => {
  const { rows } = await t.must('change.list', { operation })
  return t.call('change.undo', { change: rows[0]?.command ?? 0 })
}

describe('states of rooms', () => {
  test('are set together and undone together', async () => {
    expect(await set(['101', 'dirty'], ['102', 'pickup'], ['103', 'clean'])).toMatchObject({
      ok: true,
      output: { rooms: [{ version: 2 }, { version: 2 }, { version: 1 }] },
    })
    expect(await states()).toMatchObject({ '101': 'dirty', '102': 'pickup', '103': 'clean' })
    const { rows } = await t.must('change.list', { operation: 'housekeeping.setRooms' })
    expect(rows).toMatchObject([
      { entity: 'room', label: '102', before: { housekeeping: 'clean' }, after: { housekeeping: 'pickup' } },
      { entity: 'room', label: '101', before: { housekeeping: 'clean' }, after: { housekeeping: 'dirty' } },
    ])
    expect(await undo('housekeeping.setRooms')).toMatchObject({ ok: true })
    expect(await states()).toMatchObject({ '101': 'clean', '102': 'clean' })
  })

  test('undo names who set the room again since', async () => {
    await set(['101', 'dirty'])
    const { rows } = await t.must('change.list', { operation: 'housekeeping.setRooms' })
    await set(['101', 'pickup'])
    expect(await t.call('change.undo', { change: rows[0]?.command ?? 0 })).toMatchObject({
      refusal: { code: 'CHANGED_SINCE' },
    })
  })

  test('are all set or none', async () => {
    const { id, version } = await roomOf('101')
    const wrong: [object, object][] = [
      [{ id: 99, version: 1 }, { refusal: { code: 'ROOM_UNKNOWN', params: { id: 99 } } }],
      [{ id: t.rooms['102'], version: 7 }, { fault: { code: 'CONFLICT' } }],
    ]
    for (const [other, answer] of wrong) {
      const rooms = [
        { id, version, state: 'dirty' as const },
        { ...other, state: 'dirty' as const },
      ]
      expect(await t.call('housekeeping.setRooms', { rooms } as never)).toMatchObject(answer)
    }
    expect(await states()).toMatchObject({ '101': 'clean' })
    await t.must('room.save', { ...(await roomOf('103')), active: false })
    expect(await set(['103', 'dirty'])).toMatchObject({ refusal: { code: 'ROOM_UNKNOWN' } })
  })

  test('are inspected by who may inspect', async () => {
    const { id, version } = await roomOf('101')
    const rooms = [{ id, version, state: 'inspected' as const }]
    expect(await t.deskAs('clerk').call('housekeeping.setRooms', { rooms })).toMatchObject({
      refusal: { code: 'RIGHT_NEEDED', params: { needed: 'housekeeping-supervise' } },
    })
    expect(await t.deskAs('manager').call('housekeeping.setRooms', { rooms })).toMatchObject({ ok: true })
    expect(await states()).toMatchObject({ '101': 'inspected' })
  })
})

describe('rules', () => {
  test('are the usual ones until they are changed, and a change is undone', async () => {
    expect(await t.must('housekeeping.settings', {})).toEqual({ ...usualSettings, version: 0 })
    const changed = { ...usualSettings, stayOverState: 'pickup' as const, linenEvery: 2 }
    await t.must('housekeeping.saveSettings', { ...changed, version: 0 } as never)
    expect(await t.must('housekeeping.settings', {})).toEqual({ ...changed, version: 1 })
    expect(await t.call('housekeeping.saveSettings', { ...changed, version: 0 } as never)).toMatchObject({
      fault: { code: 'CONFLICT' },
    })
    expect(await undo('housekeeping.saveSettings')).toMatchObject({ ok: true })
    expect(await t.must('housekeeping.settings', {})).toMatchObject({ linenEvery: 3 })
    expect(
      await t.deskAs('clerk').call('housekeeping.saveSettings', { ...changed, version: 0 } as never),
    ).toMatchObject({ fault: { code: 'NOT_PERMITTED' } })
  })
})

describe('closures', () => {
  const close = (number: keyof BookingHotel['rooms'], from: string, to: string, over: object = {}) =>
    t.call('housekeeping.closeRoom', {
      roomId: t.rooms[number],
      kind: 'out-of-order',
      from: `2026-03-${from}`,
      to: `2026-03-${to}`,
      reason: 'Leak',
      ...over,
    })
  const left = async (date: string) => {
    const types = await t.must('room.availability', {
      arrival: `2026-03-${date}`,
      departure: `2026-03-${String(Number(date) + 1).padStart(2, '0')}`,
    })
    return types.find(({ roomTypeId }) => roomTypeId === t.std)?.left
  }
  const free = async (arrival: string, departure: string) =>
    (
      await t.must('room.free', {
        arrival: `2026-03-${arrival}`,
        departure: `2026-03-${departure}`,
        roomTypeId: t.std,
      })
    ).map(({ number, outOfService }) => (outOfService ? `${number} oos` : number))

  test('out of order takes nights, and gives them back when shortened, reopened or undone', async () => {
    const made = await close('101', '10', '14')
    expect(made).toMatchObject({ ok: true, output: { version: 1 } })
    const id = made.ok ? made.output.id : (0 as never)
    expect([await left('09'), await left('10'), await left('13'), await left('14')]).toEqual([3, 2, 2, 3])
    expect(await free('13', '15')).toEqual(['102', '103'])
    await t.must('housekeeping.changeClosure', { id, version: 1, to: '2026-03-12' })
    expect([await left('11'), await left('12')]).toEqual([2, 3])
    expect(await t.must('housekeeping.closures', {})).toMatchObject([
      {
        roomNumber: '101',
        kind: 'out-of-order',
        from: '2026-03-10',
        to: '2026-03-12',
        reason: 'Leak',
        madeBy: 'Ada Min',
        version: 2,
      },
    ])
    await t.must('housekeeping.changeClosure', { id, version: 2, kind: 'out-of-service' })
    expect(await left('11')).toBe(3)
    expect(await free('11', '12')).toEqual(['102', '103', '101 oos'])
    expect(await undo('housekeeping.changeClosure')).toMatchObject({ ok: true })
    expect(await left('11')).toBe(2)
    await t.must('housekeeping.reopenRoom', { id, version: 4 })
    expect(await left('11')).toBe(3)
    expect(await t.must('housekeeping.closures', {})).toEqual([])
    expect(await undo('housekeeping.reopenRoom')).toMatchObject({ ok: true })
    expect(await left('11')).toBe(2)
  })

  test('reopened, the room is as the rule leaves it', async () => {
    const made = await close('101', '02', '05')
    const id = made.ok ? made.output.id : (0 as never)
    await t.must('housekeeping.reopenRoom', { id, version: 1 })
    expect(await states()).toMatchObject({ '101': 'dirty' })
    expect(await undo('housekeeping.reopenRoom')).toMatchObject({ ok: true })
    expect(await states()).toMatchObject({ '101': 'clean' })
    expect(await left('04')).toBe(2)
  })

  test('are refused where somebody was promised the room, who is named', async () => {
    await t.book({ roomId: t.rooms['101'] })
    for (const kind of ['out-of-order', 'out-of-service'] as const)
      expect(await close('101', '09', '12', { kind })).toMatchObject({
        refusal: {
          code: 'CLOSURE_PROMISED',
          params: { room: '101', night: '2026-03-10', bookings: '10000001' },
        },
      })
    expect(await close('101', '08', '10')).toMatchObject({ ok: true })
    expect(await close('101', '12', '13')).toMatchObject({ ok: true })
  })

  test('are refused where somebody is in the room, also who leaves today', async () => {
    writeStays(t.file, [
      {
        guestId: t.anna,
        arrival: '2026-03-01',
        departure: '2026-03-02',
        status: 'in-house',
        roomId: t.rooms['102'],
        roomTypeId: t.std,
      },
    ])
    expect(await close('102', '02', '04')).toMatchObject({
      refusal: { code: 'CLOSURE_OCCUPIED', params: { room: '102', bookings: '10000001' } },
    })
    expect(await close('102', '03', '04')).toMatchObject({ ok: true })
  })

  test('out of order is refused where the type has no room to spare; out of service is not', async () => {
    for (const guestId of [t.zhang, t.anna, t.li]) await t.book({ guestId })
    expect(await close('101', '09', '12')).toMatchObject({
      refusal: {
        code: 'CLOSURE_SOLD',
        params: { roomType: 'STD', night: '2026-03-10', bookings: '10000003, 10000002, 10000001' },
      },
    })
    expect(await close('101', '09', '12', { kind: 'out-of-service' })).toMatchObject({ ok: true })
  })

  test('keep the room from being assigned on their nights alone', async () => {
    await close('101', '10', '11', { kind: 'out-of-service' })
    await close('102', '10', '11')
    const book = (roomId: RoomId, arrival: string, departure: string) =>
      t.call('booking.create', t.draft({ roomId, arrival, departure }))
    expect(await book(t.rooms['101'], '2026-03-09', '2026-03-11')).toMatchObject({
      refusal: { code: 'ROOM_OUT_OF_SERVICE', params: { room: '101' } },
    })
    expect(await book(t.rooms['102'], '2026-03-09', '2026-03-11')).toMatchObject({
      refusal: { code: 'ROOM_TAKEN', params: { room: '102', confirmationNo: 'OOO' } },
    })
    for (const room of ['101', '102'] as const)
      expect(await book(t.rooms[room], '2026-03-11', '2026-03-12')).toMatchObject({ ok: true })
  })

  test.each<[string, string, string, object, string]>([
    ['that end before they begin', '12', '12', {}, 'CLOSURE_DATES'],
    ['that began yesterday', '01', '04', {}, 'NIGHT_IN_PAST'],
    ['of no room', '10', '11', { roomId: 99 }, 'ROOM_UNKNOWN'],
    ['of years', '10', '11', { to: '2028-01-01' }, 'CLOSURE_TOO_LONG'],
    ['on top of another', '11', '15', {}, 'CLOSURE_OVERLAPS'],
  ])('%s are refused', async (_what, from, to, over, code) => {
    await close('101', '10', '12')
    expect(await close('101', from, to, over)).toMatchObject({ refusal: { code } })
  })

  test('that are gone or were changed meanwhile are not changed', async () => {
    const made = await close('101', '10', '12')
    const id = made.ok ? made.output.id : (0 as never)
    expect(await t.call('housekeeping.changeClosure', { id: 99 as never, version: 1 })).toMatchObject({
      refusal: { code: 'CLOSURE_UNKNOWN' },
    })
    expect(await t.call('housekeeping.reopenRoom', { id: 99 as never, version: 1 })).toMatchObject({
      refusal: { code: 'CLOSURE_UNKNOWN' },
    })
    expect(await t.call('housekeeping.reopenRoom', { id, version: 2 })).toMatchObject({
      fault: { code: 'CONFLICT' },
    })
    expect(
      await t.call('housekeeping.closeRoom', {
        roomId: t.rooms['102'],
        kind: 'out-of-order',
        from: '2026-03-10',
        to: '2026-03-11',
        reason: ' ',
      }),
    ).toMatchObject({ fault: { code: 'INVALID_INPUT' } })
  })
})

test('rooms inspected are in the report once a day, with or without a visit; what was undone is not', async () => {
  const inspected = async (by: string) => {
    const parameters = { from: '2026-03-02', to: '2026-03-02', by }
    const { tables } = await t.must('report.run', { name: 'housekeeping', parameters })
    return tables[0].rows.map((row) => [row[by], row.roomsInspected, row.roomsGiven])
  }
  expect(await inspected('day')).toEqual([])
  await set(['101', 'inspected'], ['202', 'inspected'])
  await set(['101', 'dirty'])
  await set(['101', 'inspected'])
  expect(await inspected('day')).toEqual([['2026-03-02', 2, 0]])
  expect(await inspected('floor')).toEqual([
    [1, 1, 0],
    [2, 1, 0],
  ])
  expect(await inspected('attendant')).toEqual([[null, 2, 0]])
  expect(await inspected('work')).toEqual([[null, 2, 0]])
  await set(['103', 'inspected'])
  expect(await inspected('day')).toEqual([['2026-03-02', 3, 0]])
  await undo('housekeeping.setRooms')
  expect(await inspected('day')).toEqual([['2026-03-02', 2, 0]])
})
