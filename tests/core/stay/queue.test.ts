import { expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/index.ts'
import type { Housekeeping } from '#shared/domain/room/room.ts'
import type { BookingId, RoomId } from '#shared/values/index.ts'
import { eachBookingHotel } from '../booking/hotel.ts'

const today = '2026-03-02'
const t = eachBookingHotel()

const due = (over?: Partial<InputOf<'booking.create'>>) =>
  t.book({ arrival: today, departure: '2026-03-04', roomId: t.rooms['101'], ...over })

async function arrive(id: BookingId, waits = true): Promise<void> {
  await t.must('stay.noteArrival', { id, version: await t.version(id), waits })
}

async function checkIn(id: BookingId): Promise<void> {
  const accept: InputOf<'stay.checkIn'>['accept'] = ['not-registered', 'room-not-ready']
  await t.must('stay.checkIn', { id, version: await t.version(id), accept })
}

async function leave(id: BookingId): Promise<void> {
  const accept: InputOf<'stay.checkOut'>['accept'] = ['early-departure', 'owing', 'day-use']
  await t.must('stay.checkOut', { id, version: await t.version(id), accept })
}

async function put(id: RoomId, state: Housekeeping): Promise<void> {
  const version = (await t.must('room.list', {})).find((room) => room.id === id)?.version ?? 0
  await t.must('housekeeping.setRooms', { rooms: [{ id, version, state }] })
}

const queue = () => t.must('stay.queue', {})
const ready = async () => (await queue()).map((row) => [row.roomNumber, row.ready])
/** What the check-in itself has against the room. */
async function isAskedAboutRoom(id: BookingId): Promise<boolean> {
  const { obstacles } = await t.must('stay.reviewCheckIn', { id })
  return obstacles.some(({ code }) =>
    ['NO_ROOM_YET', 'ROOM_OCCUPIED', 'HOURS_TAKEN', 'ROOM_NOT_READY'].includes(code),
  )
}

test('who waits is told when the room is made ready, and is out of the queue once checked in', async () => {
  await put(t.rooms['101'], 'dirty')
  const id = await due()
  expect(await queue()).toEqual([])
  await arrive(id)
  const [row] = await queue()
  expect(row).toMatchObject({ id, guestId: t.zhang, guestName: '张伟', roomNumber: '101', ready: false })
  expect(row?.waitingSince).toBe((await t.must('stay.get', { id })).arrivedAt)
  await put(t.rooms['101'], 'clean')
  expect(await ready()).toEqual([['101', true]])
  await put(t.rooms['101'], 'pickup')
  expect(await ready()).toEqual([['101', false]])
  await put(t.rooms['101'], 'inspected')
  expect(await ready()).toEqual([['101', true]])
  await checkIn(id)
  expect(await queue()).toEqual([])
})

test('the longest first; who waits no more, is cancelled or has moved to another day is not told', async () => {
  const [first, second, third] = [await due(), await due({ roomId: null }), await due({ roomId: null })]
  for (const id of [second, first, third]) await arrive(id)
  expect((await queue()).map(({ id }) => id)).toEqual([second, first, third])
  expect(await ready()).toEqual([
    [null, false],
    ['101', true],
    [null, false],
  ])
  await arrive(second, false)
  await t.must('booking.cancel', { id: first, version: await t.version(first), reason: 'Ill' } as never)
  const dates = { arrival: '2026-03-05', departure: '2026-03-06' } as const
  await t.must('booking.changeDates', { id: third, version: await t.version(third), ...dates } as never)
  expect(await queue()).toEqual([])
})

test('a clean room that must be inspected, or that somebody is in, is not ready', async () => {
  const before = await due()
  await checkIn(before)
  // The nights are planned elsewhere, and the guest has not moved yet
  await t.must('booking.assignRoom', {
    id: before,
    version: await t.version(before),
    roomId: t.rooms['103'],
    reason: 'Noise',
  })
  const next = await due({ guestId: t.li })
  await arrive(next)
  expect(await ready()).toEqual([['101', false]])
  expect(await isAskedAboutRoom(next)).toBe(true)
  expect(await queue()).toMatchObject([{ state: 'occupied' }])
  await arrive(next, false)
  const { version, ...settings } = await t.must('housekeeping.settings', {})
  await t.must('housekeeping.saveSettings', { ...settings, inspectionNeeded: true, version } as never)
  const id = await due({ guestId: t.anna, roomId: t.rooms['102'] })
  await arrive(id)
  await put(t.rooms['102'], 'clean')
  expect(await ready()).toEqual([['102', false]])
  await put(t.rooms['102'], 'inspected')
  expect(await ready()).toEqual([['102', true]])
})

test('hours that another is to have before keep the room from being ready; the guest of hours is told too', async () => {
  const day = { arrival: today, departure: today } as const
  const hours = { from: '15:00', to: '17:00' }
  const id = await t.book({ ...day, dayUse: hours, roomId: t.rooms['101'], guestId: t.anna } as never)
  const later = await t.book({
    ...day,
    dayUse: { from: '18:00', to: '20:00' },
    roomId: t.rooms['101'],
    guestId: t.li,
  } as never)
  await arrive(id)
  await arrive(later)
  for (const one of await queue())
    expect([one.id, one.ready]).toEqual([one.id, !(await isAskedAboutRoom(one.id))])
  expect(await ready()).toEqual([
    ['101', true],
    ['101', false],
  ])
  expect((await queue()).map(({ state }) => state)).toEqual(['clean', 'due-in'])
  await checkIn(id)
  expect(await ready()).toEqual([['101', false]])
  t.advance(8 * 60)
  await leave(id)
  await put(t.rooms['101'], 'clean')
  expect(await ready()).toEqual([['101', true]])
  expect(await isAskedAboutRoom(later)).toBe(false)
})

test('nobody is told who may not check in', async () => {
  await arrive(await due())
  expect(await t.deskAs('housekeeper').call('stay.queue', {})).toMatchObject({
    fault: { code: 'NOT_PERMITTED', needed: 'stay' },
  })
  expect(await t.deskAs('clerk').call('stay.queue', {})).toMatchObject({
    ok: true,
    output: [{ ready: true }],
  })
})
