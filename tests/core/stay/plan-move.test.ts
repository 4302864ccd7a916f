import { describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import type { InputOf } from '#shared/contract/index.ts'
import type { BookingId, BusinessDate, RoomId } from '#shared/values/index.ts'
import { closeAtAnyTime, closeDay } from '../../support/close.ts'
import { eachBookingHotel } from '../booking/hotel.ts'

const today = '2026-03-02' as BusinessDate
const tomorrow = '2026-03-03' as BusinessDate
const then = '2026-03-04' as BusinessDate
const t = eachBookingHotel()

/** A guest of three nights in a standard room, in house. */
async function inHouse(): Promise<BookingId> {
  const id = await t.book({ arrival: today, departure: '2026-03-05' as never, roomId: t.rooms['101'] })
  await t.must('stay.checkIn', { id, version: await t.version(id), accept: ['not-registered'] })
  return id
}

type More = Partial<InputOf<'stay.planMove'>>
const plan = async (id: BookingId, more: More = {}) =>
  t.call('stay.planMove', {
    id,
    version: await t.version(id),
    from: tomorrow,
    roomId: t.rooms['201'] as RoomId,
    reason: 'The suite is free then',
    ...more,
  })
const nightsOf = async (id: BookingId) =>
  (await t.must('booking.get', { id })).nights.map(({ roomNumber, rateMinor }) => [roomNumber, rateMinor])
const leftOf = async (arrival: BusinessDate): Promise<Record<number, number>> => {
  const types = await t.must('room.availability', { arrival, departure: '2026-03-05' as never })
  return Object.fromEntries(types.map(({ roomTypeId, nights }) => [roomTypeId, nights[0]?.left ?? 0]))
}
const refused = (code: string) => ({ ok: false, refusal: { code } })

describe('a move that is planned for a later night', () => {
  test('takes the nights of the other type from then on, at the charge that was agreed, and is undone as one', async () => {
    const id = await inHouse()
    const [tonight, later] = [await leftOf(today), await leftOf(tomorrow)]
    const reply = await plan(id, { oldRoom: 'pickup', tell: ['housekeeping', 'concierge'] })
    expect(reply).toMatchObject({ ok: true })
    expect(await nightsOf(id)).toEqual([
      ['101', 50_000],
      ['201', 50_000],
      ['201', 50_000],
    ])
    expect(await leftOf(today)).toEqual(tonight)
    expect(await leftOf(tomorrow)).toEqual({
      ...later,
      [t.std]: (later[t.std] ?? 0) + 1,
      [t.dlx]: (later[t.dlx] ?? 0) - 1,
    })
    expect(await t.must('stay.get', { id })).toMatchObject({
      roomNumber: '101',
      moveTo: null,
      plannedMove: { on: tomorrow, number: '201' },
    })
    const { rows } = await t.must('house.traces', {})
    expect(rows.map(({ department, dueOn, text }) => [department, dueOn, /101.*201/.test(text)])).toEqual([
      ['housekeeping', tomorrow, true],
      ['concierge', tomorrow, true],
    ])
    expect(rows[0]?.text).toMatch(/leave 101 as pickup/i)
    await t.must('change.undo', { change: (reply as { change: number }).change })
    expect((await nightsOf(id)).map(([room]) => room)).toEqual(['101', '101', '101'])
    expect(await leftOf(tomorrow)).toEqual(later)
    expect((await t.must('house.traces', {})).rows).toEqual([])
  })

  test('is charged by the new type from then on, where that was agreed', async () => {
    const id = await inHouse()
    await plan(id, { keepCharge: false })
    const nights = await nightsOf(id)
    expect(nights[0]).toEqual(['101', 50_000])
    expect(nights[1]?.[1]).toBeGreaterThan(50_000)
    expect(nights[2]).toEqual(nights[1])
    // A longer stay goes on in the room of the last night, at its price
    const { version } = await t.must('booking.get', { id })
    await t.must('booking.changeDates', { id, version, arrival: today, departure: '2026-03-06' as never })
    expect((await nightsOf(id)).at(-1)).toEqual(nights[1])
  })

  test('is due on its day: Today names it, the guest moves, and the old room is left as said', async () => {
    await closeAtAnyTime(t)
    const id = await inHouse()
    await plan(id)
    expect((await t.must('today.read', {})).counts.moves).toBe(0)
    await closeDay(t as never)
    const { counts, rows } = await t.must('today.read', { view: 'moves' })
    expect(counts.moves).toBe(1)
    expect(rows).toMatchObject([{ id, roomNumber: '101', movesTo: '201' }])
    expect(await t.must('stay.get', { id })).toMatchObject({ moveTo: { number: '201' }, plannedMove: null })
    const moved = await t.call('stay.moveRoom', {
      id,
      version: await t.version(id),
      roomId: t.rooms['201'] as RoomId,
      oldRoom: 'pickup',
    })
    expect(moved).toMatchObject({ ok: true })
    expect((await t.must('today.read', {})).counts.moves).toBe(0)
    const board = (await t.must('housekeeping.board', {})).rooms
    expect(board.find(({ number }) => number === '101')?.state).toBe('pickup')
    await t.must('change.undo', { change: (moved as { change: number }).change })
    expect((await t.must('today.read', {})).counts.moves).toBe(1)
  })

  test('that was not done: the night leaves the room dirty in which the guest slept, not the other', async () => {
    await closeAtAnyTime(t)
    const id = await inHouse()
    await plan(id)
    await closeDay(t as never)
    const board = async () => (await t.must('housekeeping.board', {})).rooms
    const state = async (of: string) => (await board()).find(({ number }) => number === of)?.state
    const old = (await board()).find(({ number }) => number === '101')
    await t.must('housekeeping.setRooms', {
      rooms: [{ id: old?.id as RoomId, version: old?.version ?? 0, state: 'clean' }],
    })
    const other = await state('201')
    expect(other).not.toBe('dirty')
    await closeDay(t as never)
    expect([await state('101'), await state('201')]).toEqual(['dirty', other])
  })

  test('stays planned when the guest moves for the nights before', async () => {
    const id = await inHouse()
    await plan(id, { from: then })
    const version = await t.version(id)
    await t.must('stay.moveRoom', { id, version, roomId: t.rooms['102'] as RoomId, reason: 'Noise' })
    expect((await nightsOf(id)).map(([room]) => room)).toEqual(['102', '102', '201'])
    await t.must('stay.moveRoom', {
      id,
      version: version + 1,
      roomId: t.rooms['103'] as RoomId,
      reason: 'Noise again',
      keepCharge: false,
    })
    expect((await nightsOf(id)).map(([room, rate]) => [room, rate])).toEqual([
      ['103', 50_000],
      ['103', 50_000],
      ['201', 50_000],
    ])
  })

  test.each<[string, string, () => More | Promise<More>]>([
    ['into the room of the night before', 'ROOM_SAME', () => ({ roomId: t.rooms['101'] as RoomId })],
    ['of a night that is over', 'NIGHT_IN_PAST', () => ({ from: '2026-03-01' as never })],
    ['of a night that is not of the stay', 'NIGHT_OUTSIDE_STAY', () => ({ from: '2026-03-05' as never })],
    ['without a reason', 'REASON_NEEDED', () => ({ reason: undefined })],
    ['into a room that is not there', 'ROOM_UNKNOWN', () => ({ roomId: 999 as RoomId })],
    [
      'into a room that somebody has one of these nights',
      'ROOM_TAKEN',
      async () => {
        await t.book({
          guestId: t.anna,
          arrival: then,
          departure: '2026-03-05' as never,
          roomTypeId: t.dlx,
          roomId: t.rooms['201'],
        })
        return {}
      },
    ],
  ])('is refused %s', async (_what, code, more) => {
    const id = await inHouse()
    expect(await plan(id, await more())).toMatchObject(refused(code))
    expect((await nightsOf(id)).map(([room]) => room)).toEqual(['101', '101', '101'])
  })

  test('is of a guest in house', async () => {
    const id = await t.book({ arrival: today, departure: then, roomId: t.rooms['101'] })
    expect(await plan(id)).toMatchObject(refused('NOT_IN_HOUSE'))
  })

  test('leaves images as the log has them', async () => {
    await plan(await inHouse(), { keepCharge: false })
    const raw = openRaw(t.file, { readonly: true })
    expect(examineImages(raw, () => undefined)).toEqual([])
    raw.close()
  })
})
