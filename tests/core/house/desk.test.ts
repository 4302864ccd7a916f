import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CommandName, InputOf } from '#shared/contract/index.ts'
import type { BookingId } from '#shared/values/index.ts'
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

/** Does it, takes it back, and does it again. */
async function undoable<N extends CommandName>(name: N, input: InputOf<N>): Promise<void> {
  const reply = await t.call(name, input)
  expect(reply).toMatchObject({ ok: true })
  const undo = await t.call('change.undo', { change: (reply.ok && reply.change) || 0 })
  expect(undo).toMatchObject({ ok: true })
  await t.must('change.undo', { change: (undo.ok && undo.change) || 0 })
}

describe('a message', () => {
  const text = 'Call your office'
  const open = async (input: InputOf<'house.messages'> = {}) => (await t.must('house.messages', input)).rows

  test('waits for its guest, is changed, and ticked when given', async () => {
    const { id } = await t.must('house.addMessage', { bookingId, text, fromName: 'Ms Wang', phone: '138' })
    expect(await open()).toMatchObject([
      { id, roomNumber: '101', guestName: '张伟', fromName: 'Ms Wang', printedAt: null, status: 'open' },
    ])
    await undoable('house.changeMessage', { id, version: 1, text: 'Call her' })
    await undoable('house.markMessage', { id, version: 4, action: 'given' })
    expect(await open()).toEqual([])
    expect(await open({ view: 'closed', text: 'call her' })).toMatchObject([{ statusBy: 'Ada Min' }])
    expect(await t.call('house.changeMessage', { id, version: 7, text })).toMatchObject({
      refusal: { code: 'STATUS_NOT_POSSIBLE' },
    })
    await t.must('house.markMessage', { id, version: 7, action: 'reopen' })
    expect(await open({ bookingId })).toHaveLength(1)
  })

  test.each([
    [{ bookingId: 99 }, 'BOOKING_UNKNOWN'],
    [{ text: 'pay by 4111 1111 1111 1111' }, 'CARD_NUMBER'],
  ] as [object, string][])('is refused with %j: %s', async (over, code) => {
    expect(await t.call('house.addMessage', { bookingId, text, ...over })).toMatchObject({
      refusal: { code },
    })
  })

  test('is not taken for somebody who has left or will not come', async () => {
    const gone = await t.book()
    await t.must('booking.cancel', { id: gone, version: 1, reason: 'plans' })
    expect(await t.call('house.addMessage', { bookingId: gone, text })).toMatchObject({
      refusal: { code: 'BOOKING_ENDED', params: { status: 'cancelled' } },
    })
  })
})

describe('a wake-up call', () => {
  const open = async () => (await t.must('house.wakeCalls', {})).rows
  const call = { from: '2026-03-03', callAt: '06:30' } as const

  test('of each day of the stay is one of its own, by time', async () => {
    await t.must('house.addWakeCall', { bookingId, ...call, to: '2026-03-05' })
    const other = await t.book({ arrival: '2026-03-02', guestId: t.anna })
    await t.must('house.addWakeCall', { bookingId: other, ...call, callAt: '05:10' })
    expect((await open()).map(({ callOn, callAt }) => `${callOn} ${callAt}`)).toEqual([
      '2026-03-03 05:10',
      '2026-03-03 06:30',
      '2026-03-04 06:30',
      '2026-03-05 06:30',
    ])
  })

  test('is on the list while its guest is there that day: not after a departure, and again when that is taken back', async () => {
    await t.must('house.addWakeCall', { bookingId, ...call, to: '2026-03-04' })
    const counted = async () => [(await open()).length, (await t.must('house.counts', {})).wakeCalls]
    const act = async (name: CommandName, more: object) =>
      t.must(name, { id: bookingId, version: await t.version(bookingId), ...more } as never)
    await act('stay.checkIn', { accept: ['not-registered'] })
    expect(await counted()).toEqual([2, 2])
    await act('booking.changeDates', { kind: 'dates', arrival: '2026-03-02', departure: '2026-03-03' })
    expect(await counted()).toEqual([1, 1])
    await act('stay.checkOut', { accept: ['early-departure'] })
    expect(await counted()).toEqual([0, 0])
    expect((await t.must('house.wakeCalls', { bookingId })).rows).toHaveLength(2)
    await act('stay.reverseCheckOut', {})
    expect(await counted()).toEqual([1, 1])
  })

  test('is tried, answered or given up, each with the number of tries', async () => {
    const { ids } = await t.must('house.addWakeCall', { bookingId, ...call, to: '2026-03-04' })
    const [first, second] = ids as [(typeof ids)[0], (typeof ids)[0]]
    await undoable('house.markWakeCall', { id: first, version: 1, action: 'try' })
    await undoable('house.markWakeCall', { id: first, version: 4, action: 'done' })
    await t.must('house.markWakeCall', { id: second, version: 1, action: 'no-answer' })
    expect(await open()).toEqual([])
    expect((await t.must('house.wakeCalls', { view: 'closed' })).rows).toMatchObject([
      { status: 'no-answer', tries: 1 },
      { status: 'done', tries: 2 },
    ])
    expect(await t.call('house.markWakeCall', { id: second, version: 2, action: 'try' })).toMatchObject({
      refusal: { code: 'STATUS_NOT_POSSIBLE' },
    })
    await t.must('house.markWakeCall', { id: second, version: 2, action: 'reopen' })
    await t.must('house.markWakeCall', { id: second, version: 3, action: 'cancel' })
  })

  test.each([
    [{ from: '2026-03-02', callAt: '11:59' }, 'WAKE_PAST', { time: '11:59', today: '2026-03-02' }],
    [{ from: '2026-03-01' }, 'WAKE_PAST', { date: '2026-03-01' }],
    [{ from: '2026-03-06' }, 'WAKE_OUTSIDE_STAY', { departure: '2026-03-05' }],
    [{ to: '2026-03-06' }, 'WAKE_OUTSIDE_STAY', { date: '2026-03-06' }],
    [{ to: '2026-03-02' }, 'WAKE_DATES', { from: '2026-03-03', to: '2026-03-02' }],
    [{ bookingId: 99 }, 'BOOKING_UNKNOWN', {}],
  ] as [object, string, object][])('is refused with %j: %s', async (over, code, params) => {
    expect(await t.call('house.addWakeCall', { bookingId, ...call, ...over })).toMatchObject({
      refusal: { code, params },
    })
    expect(await open()).toEqual([])
  })

  test('is moved, but not to a time that has passed; its note is changed then all the same', async () => {
    const { ids } = await t.must('house.addWakeCall', { bookingId, ...call })
    const id = ids[0]!
    await undoable('house.changeWakeCall', { id, version: 1, callAt: '07:00' })
    const past = await t.call('house.changeWakeCall', {
      id,
      version: 4,
      callOn: '2026-03-02',
      callAt: '06:00',
    })
    expect(past).toMatchObject({ refusal: { code: 'WAKE_PAST' } })
    await t.must('house.changeWakeCall', { id, version: 4, note: 'tea with it' })
    expect(await open()).toMatchObject([{ callAt: '07:00', note: 'tea with it' }])
  })
})

describe('keys given', () => {
  const open = async () => (await t.must('house.keys', {})).rows

  test('come back one by one; with the last the entry is closed', async () => {
    const { id } = await t.must('house.giveKeys', { bookingId, keys: 3, toName: 'Wife' })
    await undoable('house.markKeys', { id, version: 1, action: 'back', keys: 1 })
    expect(await open()).toMatchObject([{ keys: 3, returned: 1, toName: 'Wife' }])
    expect(await t.call('house.markKeys', { id, version: 4, action: 'back', keys: 3 })).toMatchObject({
      refusal: { code: 'KEYS_ABOVE', params: { keys: 2, back: 3 } },
    })
    expect(await t.call('house.changeKeys', { id, version: 4, keys: 0 })).toMatchObject({
      fault: { code: 'INVALID_INPUT' },
    })
    await undoable('house.markKeys', { id, version: 4, action: 'back' })
    expect(await open()).toEqual([])
    await t.must('house.markKeys', { id, version: 7, action: 'reopen' })
    expect(await open()).toMatchObject([{ returned: 0 }])
    await t.must('house.changeKeys', { id, version: 8, keys: 2 })
  })

  test('are of somebody: a booking’s guest, or a name', async () => {
    expect(await t.call('house.giveKeys', { keys: 1 })).toMatchObject({ refusal: { code: 'KEY_FOR' } })
    await t.must('house.giveKeys', { keys: 1, toName: 'Lift engineer' })
    expect(await open()).toMatchObject([{ confirmationNo: null, toName: 'Lift engineer' }])
  })
})
