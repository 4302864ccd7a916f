import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BookingChange } from '#shared/contract/index.ts'
import type { BookingId } from '#shared/values/index.ts'
import { type BookingHotel, openBookingHotel } from './hotel.ts'
import * as steps from './steps.ts'

const { date } = steps

let t: BookingHotel
beforeEach(async () => {
  t = await openBookingHotel()
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const change = (id: BookingId, what: BookingChange) => steps.change(t, id, what)
const movedIn = (id: BookingId, arrival: string, status?: string) => steps.movedIn(t, id, arrival, status)

describe('cancelling', () => {
  test('frees the nights, notes day and reason, and reinstating takes them again', async () => {
    const id = await t.book({ roomId: t.rooms['101'] })
    expect(await change(id, { kind: 'cancel' })).toMatchObject({
      status: 'cancelled',
      cancelledOn: '2026-03-02',
      cancelReason: 'plans',
      allowed: ['reinstate'],
    })
    const other = await t.book({ roomId: t.rooms['101'] })
    expect(await change(id, { kind: 'reinstate' })).toMatchObject({ refusal: { code: 'ROOM_TAKEN' } })
    await change(other, { kind: 'room', roomId: t.rooms['102'] })
    expect(await change(id, { kind: 'reinstate' })).toMatchObject({
      status: 'confirmed',
      cancelledOn: null,
      cancelReason: null,
      nights: [{ roomNumber: '101' }, { roomNumber: '101' }],
    })
    expect(await change(id, { kind: 'reinstate' })).toMatchObject({ refusal: { code: 'NOT_CANCELLED' } })
  })

  test('says before what is left once the nights are given up', async () => {
    const id = await t.book()
    const left = async (what: BookingChange) => {
      const { nights } = await t.must('booking.previewChange', { id, change: what as never })
      return nights.map((night) => night.leftAfter)
    }
    const held = await left({ kind: 'guests', adults: 1 })
    expect(await left({ kind: 'cancel' })).toEqual(held.map((count) => Number(count) + 1))
    const shorter = { arrival: date('2026-03-10'), departure: date('2026-03-11'), keepRates: true }
    expect(await left({ kind: 'dates', ...shorter })).toEqual([held[0], Number(held[1]) + 1])
    await change(id, { kind: 'cancel' })
    expect(await left({ kind: 'reinstate' })).toEqual(held)
  })

  test('taken back, gives again what was cancelled: a place on the waiting list takes no nights', async () => {
    for (let at = 0; at < 3; at++) await t.book()
    const id = await t.book({ status: 'waitlisted' })
    await change(id, { kind: 'cancel' })
    expect(await change(id, { kind: 'reinstate' })).toMatchObject({ status: 'waitlisted', cancelledOn: null })
    await change(id, { kind: 'cancel' })
    expect(await change(id, { kind: 'reinstate' })).toMatchObject({ status: 'waitlisted' })
  })

  test('ends it: nothing else may be changed then', async () => {
    const id = await t.book()
    await change(id, { kind: 'cancel' })
    for (const what of [
      { kind: 'dates', arrival: date('2026-03-11'), departure: date('2026-03-12'), keepRates: true },
      { kind: 'room-type', roomTypeId: t.dlx, keepCharge: false },
      { kind: 'room', roomId: t.rooms['101'] },
      { kind: 'rate', rates: [] },
      { kind: 'guests', adults: 2 },
      { kind: 'details', comment: 'x' },
      { kind: 'confirm' },
      { kind: 'cancel' },
    ] as BookingChange[]) {
      expect(await change(id, what)).toMatchObject({ refusal: { code: 'BOOKING_ENDED' } })
    }
  })

  test('needs a reason, and a guest who has not arrived', async () => {
    const id = await t.book({ arrival: '2026-03-02', departure: '2026-03-04' })
    expect(await t.desk.call('booking.cancel', { id, version: 1 })).toMatchObject({
      fault: { code: 'INVALID_INPUT', issues: [{ path: ['reason'], code: 'invalid.required' }] },
    })
    movedIn(id, '2026-03-02')
    expect(await change(id, { kind: 'cancel' })).toMatchObject({ refusal: { code: 'BOOKING_IN_HOUSE' } })
  })

  test('of a booking whose days have passed is not taken back', async () => {
    const id = await t.book({ arrival: '2026-03-02', departure: '2026-03-04' })
    await change(id, { kind: 'cancel' })
    movedIn(id, '2026-03-01', 'cancelled')
    expect(await change(id, { kind: 'reinstate' })).toMatchObject({ refusal: { code: 'NIGHT_IN_PAST' } })
  })
})

describe('the road of a change', () => {
  test('is closed to who read another version, and to what is not there', async () => {
    const id = await t.book()
    await change(id, { kind: 'details', comment: 'a' })
    expect(await t.call('booking.changeDetails', { id, version: 1, comment: 'b' })).toMatchObject({
      fault: { code: 'CONFLICT', entity: 'booking', id },
    })
    expect(
      await t.call('booking.changeDetails', { id: 99 as never, version: 1, comment: 'b' }),
    ).toMatchObject({
      refusal: { code: 'BOOKING_UNKNOWN' },
    })
    expect(
      await t.call('booking.previewChange', { id: 99 as never, change: { kind: 'cancel' } }),
    ).toMatchObject({ refusal: { code: 'BOOKING_UNKNOWN' } })
  })

  test('is written from what to what, with who and why, and undone from the last back to the first', async () => {
    const id = await t.book({ roomId: t.rooms['101'] })
    const first = await t.must('booking.get', { id })
    await change(id, {
      kind: 'dates',
      arrival: date('2026-03-11'),
      departure: date('2026-03-14'),
      keepRates: true,
    })
    await change(id, { kind: 'room-type', roomTypeId: t.dlx, keepCharge: true })
    await change(id, { kind: 'guests', companions: [t.li], adults: 2 })
    await change(id, { kind: 'cancel' })
    const { rows } = await t.must('booking.changes', { id })
    expect(rows.map((row) => row.operation)).toEqual([
      'booking.cancel',
      'booking.changeGuests',
      'booking.changeRoomType',
      'booking.changeDates',
      'booking.create',
    ])
    expect(rows[0]).toMatchObject({ actor: 'admin', reason: 'plans', label: '10000001', undoable: true })
    expect(rows[3]?.before).toMatchObject({
      arrival: '2026-03-10',
      nights: { '2026-03-10': { rateMinor: 50_000 } },
    })
    for (const row of rows.slice(0, 4)) await t.must('change.undo', { change: row.seq })
    expect(await t.must('booking.get', { id })).toEqual({ ...first, version: 9 })
  })

  test('undo of a cancellation is refused when the nights were sold since', async () => {
    const id = await t.book()
    const reply = await t.call('booking.cancel', { id, version: 1, reason: 'plans' })
    for (let at = 0; at < 3; at++) await t.book()
    expect(await t.call('change.undo', { change: reply.ok ? (reply.change ?? 0) : 0 })).toMatchObject({
      refusal: { code: 'NOT_AVAILABLE', params: { night: '2026-03-10', roomType: 'STD', left: 0 } },
    })
  })
})

describe('lists of the day', () => {
  test('show today who is late, and no other day', async () => {
    const late = await t.book({ arrival: '2026-03-02', departure: '2026-03-04' })
    movedIn(late, '2026-02-27', 'confirmed')
    const cancelled = await t.book({ arrival: '2026-03-02', departure: '2026-03-04' })
    movedIn(cancelled, '2026-02-27', 'cancelled')
    expect(await t.must('booking.list', { view: 'due-in' })).toMatchObject({ total: 1, rows: [{ id: late }] })
    expect(await t.must('booking.list', { view: 'due-in', date: '2026-03-02' })).toMatchObject({ total: 1 })
    expect(await t.must('booking.list', { view: 'due-in', date: '2026-03-01' })).toMatchObject({ total: 0 })
    expect(await t.must('booking.list', { view: 'due-in', date: '2026-03-03' })).toMatchObject({ total: 0 })
  })

  test('show who is due in, in house and due out, by name and page by page', async () => {
    const today = { arrival: '2026-03-02', departure: '2026-03-03' }
    const zhang = await t.book({ ...today, roomId: t.rooms['101'] })
    const anna = await t.book({ ...today, guestId: t.anna })
    const gone = await t.book({ ...today, guestId: t.li })
    movedIn(gone, '2026-03-01')
    await t.must('request.create', { bookingId: zhang, kind: 'quiet' })
    const first = await t.must('booking.list', { view: 'due-in', limit: 1 })
    expect(first).toMatchObject({
      total: 2,
      rows: [{ id: anna, guestName: 'Anna Müller', guestLatinName: 'Anna Müller', role: 'guest' }],
    })
    const second = await t.must('booking.list', { view: 'due-in', limit: 1, after: first.next ?? '' })
    expect(second).toMatchObject({
      next: null,
      rows: [
        {
          id: zhang,
          guestName: '张伟',
          guestLatinName: 'Zhang Wei',
          roomNumber: '101',
          openRequests: 1,
          requests: 1,
          nights: 1,
          roomRevenueMinor: 50_000,
        },
      ],
    })
    expect(await t.must('booking.list', { view: 'in-house' })).toMatchObject({ rows: [{ id: gone }] })
    expect(await t.must('booking.list', { view: 'due-out' })).toMatchObject({ total: 0 })
    expect(await t.must('booking.list', { view: 'due-out', date: '2026-03-03' })).toMatchObject({
      rows: [{ id: gone }],
    })
    expect(await t.must('booking.list', { view: 'created' })).toMatchObject({ total: 3 })
    expect(await t.call('booking.list', { view: 'created', after: 'nonsense' })).toMatchObject({
      fault: { code: 'INVALID_INPUT' },
    })
  })
})
