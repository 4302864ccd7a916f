import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BookingChange, InputOf, OutputOf } from '#shared/contract/index.ts'
import type { BookingId } from '#shared/values/index.ts'
import { type BookingHotel, openBookingHotel, sumsThatDiffer } from './hotel.ts'
import { date, overdue, write } from './steps.ts'

let t: BookingHotel
beforeEach(async () => {
  t = await openBookingHotel()
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  expect(sumsThatDiffer(t)).toEqual([])
  await t.close()
})

type Way = OutputOf<'booking.findWays'>['ways'][number]
const stay = (arrival: string, departure: string) => ({ arrival: date(arrival), departure: date(departure) })
const dates = (arrival: string, departure: string): BookingChange => ({
  kind: 'dates',
  ...stay(arrival, departure),
  keepRates: true,
})
const find = (id: BookingId, change: BookingChange) => t.must('booking.findWays', { id, change })
const kinds = (ways: readonly Way[]) => ways.map(({ kind }) => kind)
const roomsOf = async (id: BookingId) =>
  (await t.must('booking.get', { id })).nights.map(
    ({ night, roomNumber }) => `${night.slice(8)}:${roomNumber}`,
  )

/** As the screen does after what was done and taken back in between. */
const readAgain = (way: Way) =>
  Promise.all(way.changes.map(async (one) => ({ ...one, version: await t.version(one.id) })))

/** Does a way as the screen does, sees that it did what was shown, and takes it back with one undo. */
async function doAndUndo(way: Way, reason?: string): Promise<Record<number, string[]>> {
  const ids = way.changes.map(({ id }) => id)
  const before = await Promise.all(ids.map((id) => t.must('booking.get', { id })))
  const input = { changes: await readAgain(way), ...(reason ? { reason } : {}) }
  const reply = await t.deskAs('clerk').call('booking.changeTogether', input)
  expect(reply).toMatchObject({ ok: true })
  const done: Record<number, string[]> = {}
  for (const [at, id] of ids.entries()) {
    done[id] = await roomsOf(id)
    const { totalMinor } = await t.must('booking.get', { id })
    expect(totalMinor).toBe(way.effects[at]?.effect.totalAfterMinor)
  }
  await t.must('change.undo', { change: reply.ok ? (reply.change ?? 0) : 0 })
  for (const [at, id] of ids.entries()) {
    expect(await t.must('booking.get', { id })).toEqual({ ...before[at], version: expect.any(Number) })
  }
  return done
}

describe('a longer stay whose room is promised to another', () => {
  let here: BookingId
  let coming: BookingId
  beforeEach(async () => {
    here = await t.book({ ...stay('2026-03-02', '2026-03-03'), roomId: t.rooms['101'] })
    overdue(t, here, '2026-03-01', '2026-03-03')
    coming = await t.book({ ...stay('2026-03-03', '2026-03-06'), guestId: t.li, roomId: t.rooms['101'] })
  })
  const longer = dates('2026-03-01', '2026-03-05')

  test('names whom, and offers to move the other or this guest, each as one act with one undo', async () => {
    const { holders, ways } = await find(here, longer)
    expect(holders).toEqual([
      {
        id: coming,
        guestId: t.li,
        confirmationNo: '10000002',
        guestName: '李娜',
        guestLatinName: 'Li Na',
        status: 'confirmed',
        ...stay('2026-03-03', '2026-03-06'),
        roomNumber: '101',
      },
    ])
    expect(kinds(ways)).toEqual(['move-other', 'move-this'])
    const [other, self] = ways as [Way, Way]
    expect(other).toMatchObject({
      room: '102',
      effects: [{ confirmationNo: '10000002' }, { confirmationNo: '10000001' }],
    })
    expect(other.effects.map(({ effect }) => effect.reasonFor)).toEqual([null, null])
    expect(await doAndUndo(other)).toEqual({
      [coming]: ['03:102', '04:102', '05:102'],
      [here]: ['01:101', '02:101', '03:101', '04:101'],
    })
    expect(self).toMatchObject({ room: '102', effects: [{ effect: { reasonFor: 'move' } }] })
    expect(await t.call('booking.changeTogether', { changes: await readAgain(self) })).toMatchObject({
      refusal: { code: 'REASON_NEEDED', params: { why: 'move' } },
    })
    expect(await doAndUndo(self, 'promised')).toEqual({ [here]: ['01:101', '02:101', '03:102', '04:102'] })
  })

  test('moves nobody where there is no room to move to, and offers another type with its room', async () => {
    await t.book({ ...stay('2026-03-03', '2026-03-06'), roomId: t.rooms['102'] })
    await t.book({ ...stay('2026-03-03', '2026-03-06'), roomId: t.rooms['103'] })
    const { holders, ways } = await find(here, longer)
    expect(holders.map(({ id }) => id)).toEqual([coming])
    expect(kinds(ways)).toEqual(['other-type', 'waitlist'])
    expect(ways[0]).toMatchObject({
      roomTypeId: t.dlx,
      room: '201',
      effects: [{ effect: { reasonFor: 'move' } }],
    })
    expect(await doAndUndo(ways[0] as Way, 'sold out')).toEqual({
      [here]: ['01:101', '02:201', '03:201', '04:201'],
    })
  })

  test('of two in the way moves this guest alone; a room out of order is nobody’s', async () => {
    await t.must('booking.changeDates', { id: coming, version: 1, ...stay('2026-03-03', '2026-03-04') })
    await t.book({ ...stay('2026-03-04', '2026-03-06'), guestId: t.anna, roomId: t.rooms['101'] })
    const { holders, ways } = await find(here, longer)
    expect(holders).toHaveLength(2)
    expect(kinds(ways)).toEqual(['move-this'])
  })

  test('is nobody’s to do who read another version of the other booking', async () => {
    const { ways } = await find(here, longer)
    await t.must('booking.changeDetails', { id: coming, version: 1, comment: 'late' })
    expect(await t.call('booking.changeTogether', { changes: ways[0]?.changes ?? [] })).toMatchObject({
      fault: { code: 'CONFLICT', entity: 'booking', id: coming },
    })
    expect(await roomsOf(coming)).toEqual(['03:101', '04:101', '05:101'])
    expect(await roomsOf(here)).toHaveLength(2)
  })
})

test('a room chosen for one guest that another has: the other may move', async () => {
  const coming = await t.book({ guestId: t.li, roomId: t.rooms['101'] })
  const id = await t.book()
  const { ways } = await find(id, { kind: 'room', roomId: t.rooms['101'] })
  expect(kinds(ways)).toEqual(['move-other'])
  expect(await doAndUndo(ways[0] as Way)).toEqual({
    [coming]: ['10:102', '11:102'],
    [id]: ['10:101', '11:101'],
  })
})

test('a cancelled booking whose room was given away comes back in another', async () => {
  const id = await t.book({ roomId: t.rooms['101'] })
  await t.must('booking.cancel', { id, version: 1, reason: 'plans' })
  await t.book({ guestId: t.li, roomId: t.rooms['101'] })
  const { ways } = await find(id, { kind: 'reinstate' })
  expect(kinds(ways)).toEqual(['move-other', 'move-this'])
  expect(await doAndUndo(ways[1] as Way)).toEqual({ [id]: ['10:102', '11:102'] })
})

describe('a type that is sold out', () => {
  const fill = async (arrival: string, departure: string) => {
    for (let at = 0; at < 3; at++) await t.book({ ...stay(arrival, departure), guestId: t.li })
  }

  test('offers other types, other dates and the waiting list, each with its effect', async () => {
    const id = await t.book(stay('2026-03-10', '2026-03-12'))
    await fill('2026-03-12', '2026-03-13')
    const { holders, ways } = await find(id, dates('2026-03-10', '2026-03-13'))
    expect(holders).toEqual([])
    expect(kinds(ways)).toEqual(['other-type', 'other-dates', 'other-dates', 'other-dates', 'waitlist'])
    const [type, near] = ways as [Way, Way]
    expect(type).toMatchObject({ roomTypeId: t.dlx, effects: [{ effect: { totalAfterMinor: 240_000 } }] })
    await doAndUndo(type)
    expect(near).toMatchObject(stay('2026-03-09', '2026-03-12'))
    await doAndUndo(near)
    const wait = ways.at(-1) as Way
    expect(wait).toMatchObject({
      ...stay('2026-03-12', '2026-03-13'),
      changes: [],
      effects: [{ effect: { nightsAfter: 1, totalAfterMinor: 50_000 } }],
    })
    const made = await t.must('booking.create', wait.create as InputOf<'booking.create'>)
    expect(await t.must('booking.get', { id: made.id })).toMatchObject({
      status: 'waitlisted',
      guest: { id: t.zhang },
      ...stay('2026-03-12', '2026-03-13'),
    })
  })

  test('for another room type: other dates in it, and a place on its waiting list beside the booking', async () => {
    const id = await t.book(stay('2026-03-10', '2026-03-12'))
    for (let at = 0; at < 2; at++)
      await t.book({ ...stay('2026-03-11', '2026-03-12'), guestId: t.li, roomTypeId: t.dlx })
    const type = { kind: 'room-type' as const, roomTypeId: t.dlx, keepCharge: false }
    const { ways } = await find(id, type)
    expect(kinds(ways)).toEqual(['other-dates', 'other-dates', 'other-dates', 'waitlist'])
    const [near] = ways as [Way]
    expect(near).toMatchObject({
      ...stay('2026-03-09', '2026-03-11'),
      effects: [{ effect: { totalAfterMinor: 160_000 } }],
    })
    await doAndUndo(near)
    const wait = ways.at(-1) as Way
    expect(wait).toMatchObject({
      roomTypeId: t.dlx,
      effects: [{ effect: { nightsAfter: 2, totalAfterMinor: 160_000 } }],
    })
    const made = await t.must('booking.create', wait.create as InputOf<'booking.create'>)
    expect(await t.must('booking.get', { id: made.id })).toMatchObject({
      status: 'waitlisted',
      roomTypeId: t.dlx,
      ...stay('2026-03-10', '2026-03-12'),
    })
    // An upgrade at no charge is nothing to be booked.
    expect(kinds((await find(id, { ...type, keepCharge: true })).ways)).not.toContain('waitlist')
  })

  test('for an enquiry that is to be confirmed: another type or other dates at once, or the waiting list', async () => {
    const id = await t.book({ status: 'enquiry' })
    await fill('2026-03-10', '2026-03-11')
    const { ways } = await find(id, { kind: 'confirm' })
    expect(kinds(ways)).toEqual(['other-type', 'other-dates', 'other-dates', 'other-dates', 'waitlist'])
    const wait = ways.at(-1) as Way
    expect(wait).toMatchObject({
      create: null,
      effects: [{ effect: { facts: [{ field: 'status', before: 'enquiry', after: 'waitlisted' }] } }],
    })
    await doAndUndo(wait)
    const reply = await t.call('booking.changeTogether', { changes: await readAgain(ways[1] as Way) })
    expect(reply).toMatchObject({ ok: true })
    expect(await t.must('booking.get', { id })).toMatchObject({
      status: 'confirmed',
      ...stay('2026-03-11', '2026-03-13'),
    })
    // What waits already has no other place to wait.
    const waiting = await t.book({ status: 'waitlisted' })
    expect(kinds((await find(waiting, { kind: 'confirm' })).ways)).not.toContain('waitlist')
  })
})

test('a change that nothing stands in has no ways, nor has one that can’t be', async () => {
  const id = await t.book()
  expect(await find(id, dates('2026-03-10', '2026-03-13'))).toEqual({ holders: [], ways: [] })
  expect(await find(id, dates('2026-03-13', '2026-03-12'))).toEqual({ holders: [], ways: [] })
  expect(await t.call('booking.findWays', { id: 99 as never, change: { kind: 'confirm' } })).toMatchObject({
    refusal: { code: 'BOOKING_UNKNOWN' },
  })
})

test('several at once are each held to every rule, and none is done where one is refused', async () => {
  const one = await t.book({ roomId: t.rooms['101'] })
  const two = await t.book({ roomId: t.rooms['102'] })
  await write(t, 'bookings', { status: 'no-show' }, two)
  const room = (id: BookingId, roomId: number) => ({
    id,
    version: 1,
    steps: [{ kind: 'room' as const, roomId: roomId as never }],
  })
  expect(
    await t.call('booking.changeTogether', {
      changes: [room(one, t.rooms['103']), room(two, t.rooms['101'])],
    }),
  ).toMatchObject({ refusal: { code: 'BOOKING_ENDED' } })
  expect(await roomsOf(one)).toEqual(['10:101', '11:101'])
  expect(
    await t.call('booking.changeTogether', {
      changes: [room(one, t.rooms['103']), room(one, t.rooms['102'])],
    }),
  ).toMatchObject({ fault: { code: 'INVALID_INPUT', issues: [{ code: 'invalid.twice' }] } })
  const cancel = { id: one, version: 1, steps: [{ kind: 'cancel' as const }] }
  expect(await t.call('booking.changeTogether', { changes: [cancel], reason: 'x' })).toMatchObject({
    fault: { code: 'INVALID_INPUT' },
  })
})
