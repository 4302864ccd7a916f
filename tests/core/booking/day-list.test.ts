import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { InputOf } from '#shared/contract/index.ts'
import type { BookingId } from '#shared/values/index.ts'
import { type BookingHotel, openBookingHotel } from './hotel.ts'

let t: BookingHotel
beforeEach(async () => {
  t = await openBookingHotel()
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const today = { arrival: '2026-03-02', departure: '2026-03-04' }
type Asked = Omit<InputOf<'booking.list'>, 'view'>
const dueIn = (input: Asked = {}) => t.must('booking.list', { view: 'due-in', ...input })

describe('the lists of the day', () => {
  test('are sorted by room, page by page, with who has none last', async () => {
    const none = await t.book(today)
    const dlx = { ...today, roomTypeId: t.dlx }
    const far = await t.book({ ...dlx, guestId: t.anna, roomId: t.rooms['201'] })
    const near = await t.book({ ...today, guestId: t.li, roomId: t.rooms['103'] })
    expect((await dueIn({ sort: 'room' })).rows.map(({ id }) => id)).toEqual([near, far, none])
    const seen: BookingId[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof dueIn>> = await dueIn({
        sort: 'room',
        limit: 1,
        ...(after ? { after } : {}),
      })
      expect(page.total).toBe(3)
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next
    } while (after)
    expect(seen).toEqual([near, far, none])
    expect((await dueIn()).rows.map(({ id }) => id)).toEqual([near, far, none])
  })

  test('are sorted by the expected time, with who said none last', async () => {
    const none = await t.book(today)
    const late = await t.book({ ...today, guestId: t.anna, expectedTime: '21:30' })
    const early = await t.book({ ...today, guestId: t.li, expectedTime: '09:15' })
    const { rows } = await dueIn({ sort: 'time' })
    expect(rows.map(({ id, expectedTime }) => [id, expectedTime])).toEqual([
      [early, '09:15'],
      [late, '21:30'],
      [none, null],
    ])
  })

  test.each([
    ['zhangw', ['zhang']],
    ['张', ['zhang']],
    ['zw', ['zhang']],
    ['muller', ['anna']],
    ['103', ['anna']],
    ['nobody', []],
    ['', ['anna', 'zhang']],
  ])('found by %j: %j', async (text, names) => {
    const zhang = await t.book(today)
    const anna = await t.book({ ...today, guestId: t.anna, roomId: t.rooms['103'] })
    const { rows, found, total } = await dueIn({ text })
    expect(rows.map(({ id }) => (id === zhang ? 'zhang' : id === anna ? 'anna' : id))).toEqual(names)
    expect({ found, total }).toEqual({ found: names.length, total: 2 })
  })

  test('are found by the confirmation number', async () => {
    const id = await t.book(today)
    await t.book({ ...today, guestId: t.anna })
    const { confirmationNo } = await t.must('booking.get', { id })
    expect((await dueIn({ text: confirmationNo })).rows.map((row) => row.id)).toEqual([id])
  })

  test('say of a room what the store knows of it', async () => {
    await t.book({ ...today, roomId: t.rooms['101'] })
    const room = async () => (await dueIn()).rows[0]?.room
    const kept = await room()
    expect(kept).toMatchObject({ outOfService: false, outOfOrder: false, claim: 'free', by: null })
    const [first] = await t.must('room.list', {})
    await t.must('room.save', {
      id: t.rooms['101'],
      version: first?.version,
      number: '101',
      roomTypeId: t.std,
      floor: 1,
      housekeeping: 'dirty',
    })
    expect(await room()).toMatchObject({ housekeeping: 'dirty', outOfService: false, claim: 'free' })
  })

  test('say of an arrival’s room who is in it still, and of that departure who waits for it', async () => {
    const stay = await nightBefore('in-house')
    const arrival = await t.book({ ...today, guestId: t.anna, roomId: t.rooms['101'] })
    const other = await t.book({ ...today, guestId: t.li, roomId: t.rooms['103'] })
    const claims = async (view: 'due-in' | 'due-out' | 'in-house') =>
      (await t.must('booking.list', { view })).rows.map(({ id, room }) => [id, room?.claim, room?.by?.id])
    expect(await claims('due-in')).toEqual([
      [other, 'free', undefined],
      [arrival, 'occupied', stay],
    ])
    expect(await claims('due-out')).toEqual([[stay, 'awaited', arrival]])
    expect(await claims('in-house')).toEqual([[stay, 'awaited', arrival]])
    expect((await dueIn()).rows[1]?.room?.by).toEqual({
      id: stay,
      guestId: t.zhang,
      guestName: '张伟',
      guestLatinName: 'Zhang Wei',
      inHouse: true,
      arrival: '2026-03-01',
      departure: '2026-03-02',
    })
  })

  test('say of a room that two arrivals have it, one of them late', async () => {
    const late = await nightBefore('confirmed')
    const arrival = await t.book({ ...today, guestId: t.anna, roomId: t.rooms['101'] })
    const { rows } = await dueIn()
    expect(rows.map(({ id, room }) => [id, room?.claim, room?.by?.id])).toEqual([
      [arrival, 'twice', late],
      [late, 'twice', arrival],
    ])
    expect(rows[0]?.room?.by).toMatchObject({ inHouse: false })
  })

  test('say nothing of rooms on another date', async () => {
    await t.book({ ...today, arrival: '2026-03-03', roomId: t.rooms['101'] })
    expect((await dueIn({ date: '2026-03-03' })).rows).toMatchObject([{ roomNumber: '101', room: null }])
    expect((await t.must('booking.list', { view: 'created' })).rows).toMatchObject([{ room: null }])
  })
})

/** A booking of 101 for the night before the business date that is still of this status. */
async function nightBefore(status: 'in-house' | 'confirmed'): Promise<BookingId> {
  const id = await t.book({ arrival: '2026-03-02', departure: '2026-03-03', roomId: t.rooms['101'] })
  const raw = openRaw(t.file, { readonly: false })
  try {
    raw
      .prepare(
        `update bookings set status = ?, arrival = '2026-03-01', departure = '2026-03-02' where id = ?`,
      )
      .run(status, id)
    raw.prepare(`update room_nights set night = '2026-03-01' where booking_id = ?`).run(id)
  } finally {
    raw.close()
  }
  return id
}
