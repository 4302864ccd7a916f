import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { BookingChange, OutputOf } from '#shared/contract/index.ts'
import type { BookingId } from '#shared/values/index.ts'
import { type BookingHotel, openBookingHotel, sumsThatDiffer } from './hotel.ts'
import * as steps from './steps.ts'

const { date } = steps

let t: BookingHotel
beforeEach(async () => {
  t = await openBookingHotel()
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  expect(sumsThatDiffer(t)).toEqual([])
  await t.close()
})

const change = (id: BookingId, what: BookingChange) => steps.change(t, id, what)
const movedIn = (id: BookingId, arrival: string) => steps.movedIn(t, id, arrival)

describe('changing dates', () => {
  test('keeps the rates of nights that stay, prices new ones by the plan, and keeps the room', async () => {
    const rates = [{ night: date('2026-03-11'), rateMinor: 45_000 }]
    const id = await t.book({ roomId: t.rooms['101'], rates, reason: 'agreed' })
    const after = await change(id, {
      kind: 'dates',
      arrival: date('2026-03-11'),
      departure: date('2026-03-13'),
      keepRates: true,
    })
    expect(after).toMatchObject({
      nights: [
        { night: '2026-03-11', rateMinor: 45_000, roomNumber: '101' },
        { night: '2026-03-12', rateMinor: 50_000, roomNumber: '101' },
      ],
    })
    const anew = await change(id, {
      kind: 'dates',
      arrival: date('2026-03-11'),
      departure: date('2026-03-13'),
      keepRates: false,
    })
    expect(anew).toMatchObject({ totalMinor: 100_000 })
  })

  test('keeps a guest who should have left, over the nights since', async () => {
    const id = await t.book({ arrival: '2026-03-02', departure: '2026-03-03', roomId: t.rooms['101'] })
    steps.overdue(t, id, '2026-02-26', '2026-02-28')
    const after = await change(id, {
      kind: 'dates',
      arrival: date('2026-02-26'),
      departure: date('2026-03-04'),
      keepRates: true,
    })
    expect(after).toMatchObject({ status: 'in-house', totalMinor: 300_000, nights: { length: 6 } })
  })

  test('is refused where the new nights are not to be had, and frees the ones it left', async () => {
    const id = await t.book({ roomId: t.rooms['101'] })
    await t.book({ arrival: '2026-03-12', departure: '2026-03-14', roomId: t.rooms['101'] })
    const longer = {
      kind: 'dates',
      arrival: date('2026-03-10'),
      departure: date('2026-03-13'),
      keepRates: true,
    } as const
    expect(await change(id, longer)).toMatchObject({
      refusal: { code: 'ROOM_TAKEN', params: { night: '2026-03-12' } },
    })
    await t.book({ arrival: '2026-03-12', departure: '2026-03-13' })
    await t.book({ arrival: '2026-03-12', departure: '2026-03-13' })
    await change(id, { kind: 'room', roomId: null })
    expect(await change(id, longer)).toMatchObject({
      refusal: { code: 'NOT_AVAILABLE', params: { night: '2026-03-12', roomType: 'STD', left: 0 } },
    })
    await change(id, { ...longer, arrival: date('2026-03-11'), departure: date('2026-03-12') })
    const [, std] = await t.must('room.availability', { arrival: '2026-03-10', departure: '2026-03-12' })
    expect(std?.nights.map((night) => night.left)).toEqual([3, 2])
  })

  test('takes the requests along that were due on arrival, and undo takes them back', async () => {
    const id = await t.book({ departure: '2026-03-13' })
    await t.must('request.create', { bookingId: id, kind: 'crib' })
    await t.must('request.create', { bookingId: id, kind: 'quiet', dueOn: '2026-03-13' })
    const reply = await t.call('booking.changeDates', {
      id,
      version: 1,
      arrival: '2026-03-08',
      departure: '2026-03-10',
    })
    const due = async () => (await t.must('booking.get', { id })).requests.map((request) => request.dueOn)
    expect(await due()).toEqual(['2026-03-08', '2026-03-10'])
    await t.must('change.undo', { change: reply.ok ? (reply.change ?? 0) : 0 })
    expect(await due()).toEqual(['2026-03-10', '2026-03-13'])
  })

  test('of a guest in house keeps what was slept', async () => {
    const id = await t.book({ arrival: '2026-03-02', departure: '2026-03-05' })
    movedIn(id, '2026-02-28')
    const to = (arrival: string, departure: string, keepRates = true) =>
      change(id, { kind: 'dates', arrival: date(arrival), departure: date(departure), keepRates })
    expect(await to('2026-02-27', '2026-03-05')).toMatchObject({ refusal: { code: 'NIGHT_IN_PAST' } })
    expect(await to('2026-03-02', '2026-03-05')).toMatchObject({ refusal: { code: 'NIGHT_IN_PAST' } })
    expect(await to('2026-02-28', '2026-03-01')).toMatchObject({ refusal: { code: 'NIGHT_IN_PAST' } })
    const after = await to('2026-02-28', '2026-03-03', false)
    expect(after).toMatchObject({
      derived: ['stay-over'],
      nights: [
        { night: '2026-02-28', rateMinor: 40_000 },
        { night: '2026-03-01', rateMinor: 40_000 },
        { night: '2026-03-02', rateMinor: 50_000 },
      ],
    })
    expect(await to('2026-02-28', '2026-03-02')).toMatchObject({ derived: ['due-out'] })
  })
})

describe('changing the room type', () => {
  test('charges anew and takes a room of the old type off', async () => {
    const id = await t.book({ roomId: t.rooms['101'] })
    expect(await change(id, { kind: 'room-type', roomTypeId: t.dlx, keepCharge: false })).toMatchObject({
      roomTypeId: t.dlx,
      chargedRoomTypeId: t.dlx,
      totalMinor: 160_000,
      nights: [{ roomTypeId: t.dlx, roomNumber: null }, {}],
    })
  })

  test('as an upgrade keeps what is charged', async () => {
    const id = await t.book()
    expect(await change(id, { kind: 'room-type', roomTypeId: t.dlx, keepCharge: true })).toMatchObject({
      roomTypeId: t.dlx,
      chargedRoomTypeId: t.std,
      totalMinor: 100_000,
    })
    expect(
      await change(id, {
        kind: 'dates',
        arrival: date('2026-03-10'),
        departure: date('2026-03-13'),
        keepRates: true,
      }),
    ).toMatchObject({ totalMinor: 150_000, nights: [{}, {}, { roomTypeId: t.dlx, rateMinor: 50_000 }] })
  })

  test('to the one it has already changes nothing and is not logged: agreed rates stand', async () => {
    const rates = [{ night: date('2026-03-10'), rateMinor: 39_000 }]
    const id = await t.book({ rates, roomId: t.rooms['101'], reason: 'agreed' })
    const logged = async () => (await t.must('change.list', { entity: 'booking', entityId: id })).rows.length
    const [before, count] = [await t.must('booking.get', { id }), await logged()]
    const same = { kind: 'room-type', roomTypeId: t.std, keepCharge: false } as const
    expect(await t.must('booking.previewChange', { id, change: same })).toMatchObject({
      facts: [],
      nights: [{ change: 'same' }, { change: 'same' }],
    })
    expect(await change(id, same)).toEqual(before)
    expect(await logged()).toBe(count)
    // Nor does an upgrade that is taken back price again what was agreed
    await change(id, { kind: 'room-type', roomTypeId: t.dlx, keepCharge: true })
    expect(await change(id, { ...same, roomTypeId: t.std })).toMatchObject({ totalMinor: 89_000 })
  })

  test('is refused where the persons do not fit or nothing is left', async () => {
    const family = await t.book({ roomTypeId: t.dlx, adults: 3 })
    expect(await change(family, { kind: 'room-type', roomTypeId: t.std, keepCharge: false })).toMatchObject({
      refusal: { code: 'TOO_MANY_PERSONS' },
    })
    await t.book({ roomTypeId: t.dlx })
    const id = await t.book()
    expect(await change(id, { kind: 'room-type', roomTypeId: t.dlx, keepCharge: false })).toMatchObject({
      refusal: { code: 'NOT_AVAILABLE', params: { roomType: 'DLX' } },
    })
  })

  test('of a guest in house leaves the nights slept as they were', async () => {
    const id = await t.book({ arrival: '2026-03-02', departure: '2026-03-04' })
    movedIn(id, '2026-03-01')
    expect(await change(id, { kind: 'room-type', roomTypeId: t.dlx, keepCharge: false })).toMatchObject({
      nights: [
        { night: '2026-03-01', roomTypeId: t.std, rateMinor: 40_000 },
        { night: '2026-03-02', roomTypeId: t.dlx, rateMinor: 80_000 },
        { roomTypeId: t.dlx },
      ],
    })
  })
})

describe('assigning a room', () => {
  test('for all nights, from a night on, and off again', async () => {
    const id = await t.book({ departure: '2026-03-13' })
    const numbers = (booking: object) =>
      (booking as OutputOf<'booking.get'>).nights.map((night) => night.roomNumber)
    expect(numbers(await change(id, { kind: 'room', roomId: t.rooms['101'] }))).toEqual(['101', '101', '101'])
    expect(
      numbers(await change(id, { kind: 'room', roomId: t.rooms['102'], from: date('2026-03-12') })),
    ).toEqual(['101', '101', '102'])
    expect(numbers(await change(id, { kind: 'room', roomId: null, from: date('2026-03-11') }))).toEqual([
      '101',
      null,
      null,
    ])
  })

  test('is refused for what can’t be given', async () => {
    const id = await t.book()
    await t.book({ arrival: '2026-03-11', departure: '2026-03-12', roomId: t.rooms['102'] })
    const room = (roomId: number, from?: string) =>
      change(id, { kind: 'room', roomId: roomId as never, ...(from ? { from: date(from) } : {}) })
    expect(await room(t.rooms['102'])).toEqual({
      refusal: {
        code: 'ROOM_TAKEN',
        params: { room: '102', night: '2026-03-11', confirmationNo: '10000002' },
      },
    })
    expect(await room(t.rooms['201'])).toMatchObject({ refusal: { code: 'ROOM_WRONG_TYPE' } })
    expect(await room(55)).toMatchObject({ refusal: { code: 'ROOM_UNKNOWN' } })
    expect(await room(t.rooms['101'], '2026-03-12')).toMatchObject({
      refusal: { code: 'NIGHT_OUTSIDE_STAY' },
    })
    expect(await room(t.rooms['101'], '2026-03-09')).toMatchObject({
      refusal: { code: 'NIGHT_OUTSIDE_STAY' },
    })
  })

  test('of a guest in house moves from today on, never for a night slept', async () => {
    const id = await t.book({ arrival: '2026-03-02', departure: '2026-03-04' })
    movedIn(id, '2026-03-01')
    expect(
      await change(id, { kind: 'room', roomId: t.rooms['101'], from: date('2026-03-01') }),
    ).toMatchObject({
      refusal: { code: 'NIGHT_IN_PAST', params: { night: '2026-03-01' } },
    })
    expect(await change(id, { kind: 'room', roomId: t.rooms['101'] })).toMatchObject({
      nights: [{ roomNumber: null }, { roomNumber: '101' }, { roomNumber: '101' }],
    })
  })

  test('of a room out of order names the block', async () => {
    const id = await t.book()
    const raw = openRaw(t.file, { readonly: false })
    raw.exec(`insert into closures (id, room_id, from_night, to_night, reason) values (1, ${t.rooms['101']}, '2026-03-11', '2026-03-12', 'leak');
      insert into room_nights (closure_id, night, room_type_id, room_id, rate_minor, live)
      values (1, '2026-03-11', ${t.std}, ${t.rooms['101']}, 0, 1)`)
    raw.close()
    expect(await change(id, { kind: 'room', roomId: t.rooms['101'] })).toMatchObject({
      refusal: { code: 'ROOM_TAKEN', params: { confirmationNo: 'OOO' } },
    })
    const [, std] = await t.must('room.availability', { arrival: '2026-03-11', departure: '2026-03-12' })
    expect(std?.nights).toEqual([
      { night: '2026-03-11', physical: 3, outOfOrder: 1, overbooking: 0, sold: 1, left: 1 },
    ])
  })
})

describe('changing the rate', () => {
  test('gives another plan with its meal, and single nights a rate of their own', async () => {
    const id = await t.book()
    expect(await change(id, { kind: 'rate', ratePlanId: t.breakfast, rates: [] })).toMatchObject({
      meal: 'breakfast',
      totalMinor: 112_000,
    })
    expect(
      await change(id, { kind: 'rate', rates: [{ night: date('2026-03-11'), rateMinor: 0 }] }),
    ).toMatchObject({ totalMinor: 56_000 })
    expect(
      await change(id, { kind: 'rate', rates: [{ night: date('2026-03-12'), rateMinor: 0 }] }),
    ).toMatchObject({ refusal: { code: 'NIGHT_OUTSIDE_STAY' } })
    expect(await change(id, { kind: 'rate', ratePlanId: 99 as never, rates: [] })).toMatchObject({
      refusal: { code: 'RATE_PLAN_UNKNOWN' },
    })
  })

  test('never of a night that was slept', async () => {
    const id = await t.book({ arrival: '2026-03-02', departure: '2026-03-04' })
    movedIn(id, '2026-03-01')
    expect(
      await change(id, { kind: 'rate', rates: [{ night: date('2026-03-01'), rateMinor: 1 }] }),
    ).toMatchObject({ refusal: { code: 'NIGHT_IN_PAST' } })
    expect(await change(id, { kind: 'rate', ratePlanId: t.breakfast, rates: [] })).toMatchObject({
      nights: [{ rateMinor: 40_000 }, { rateMinor: 56_000 }, { rateMinor: 56_000 }],
    })
  })
})

describe('changing guests and details', () => {
  test('writes who stays, who booked and how many', async () => {
    const id = await t.book()
    expect(
      await change(id, { kind: 'guests', guestId: t.anna, bookerId: t.zhang, companions: [t.li], adults: 2 }),
    ).toMatchObject({ guest: { id: t.anna }, booker: { id: t.zhang }, companions: [{ id: t.li }], adults: 2 })
    expect(await change(id, { kind: 'guests', companions: [] })).toMatchObject({ companions: [] })
    expect(await change(id, { kind: 'guests', companions: [t.anna] })).toMatchObject({
      refusal: { code: 'GUEST_TWICE' },
    })
    expect(await change(id, { kind: 'guests', bookerId: 77 as never })).toMatchObject({
      refusal: { code: 'GUEST_UNKNOWN' },
    })
    expect(await change(id, { kind: 'guests', children: 1 })).toMatchObject({
      refusal: { code: 'TOO_MANY_PERSONS' },
    })
  })

  test('writes facts, and nothing when nothing differs', async () => {
    const agency = await t.must('account.save', { kind: 'agency', code: 'CT', name: 'City Travel' })
    const id = await t.book()
    const details = {
      kind: 'details',
      agencyId: agency.id,
      channel: 'travel-agent',
      comment: 'late',
      guarantee: 'deposit',
    } as const
    expect(await change(id, details)).toMatchObject({
      version: 2,
      agency: { name: 'City Travel' },
      channel: 'travel-agent',
      comment: 'late',
      guarantee: 'deposit',
    })
    expect(await change(id, details)).toMatchObject({ version: 2 })
    expect(await change(id, { kind: 'details', companyId: agency.id })).toMatchObject({
      refusal: { code: 'ACCOUNT_UNKNOWN' },
    })
  })
})
