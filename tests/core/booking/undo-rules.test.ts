import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { GuestId } from '#shared/values/index.ts'
import { type BookingHotel, openBookingHotel } from './hotel.ts'
import { change, date, newestChange, openDay, write } from './steps.ts'

let t: BookingHotel
beforeEach(async () => {
  t = await openBookingHotel()
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const newest = (entity: 'booking' | 'guest' | 'request', id: number) => newestChange(t, entity, id)
const undo = (command: number) => t.call('change.undo', { change: command })
const refusal = (code: string, params?: object) => ({
  ok: false,
  refusal: { code, ...(params ? { params } : {}) },
})

describe('history stays as it is', () => {
  test('nothing of a stay that is over by the calendar comes back on a later day', async () => {
    const id = await t.book({ arrival: date('2026-03-03'), departure: date('2026-03-05') })
    const made = await newest('booking', id)
    const { id: wish } = await t.must('request.create', { bookingId: id, kind: 'quiet' })
    await t.must('request.advance', { id: wish, version: 1, action: 'decline', reason: 'full' })
    const declined = await newest('request', wish)
    await change(t, id, { kind: 'cancel' } as never)
    const cancelled = await newest('booking', id)
    await openDay(t, '2026-04-01')
    expect(await undo(declined)).toMatchObject(refusal('BOOKING_ENDED'))
    expect(await undo(cancelled)).toMatchObject(refusal('NIGHT_IN_PAST', { night: '2026-03-03' }))
    expect(await undo(made)).toMatchObject({ ok: false })
    const { rows } = await t.must('booking.changes', { id })
    expect(rows.filter(({ undoable }) => undoable)).toEqual([])
    expect(await t.must('booking.get', { id })).toMatchObject({ status: 'cancelled' })
  })

  test('a booking made on an earlier day for a day that has come is not undone away', async () => {
    const id = await t.book({ arrival: date('2026-03-03'), departure: date('2026-03-05') })
    await openDay(t, '2026-03-04')
    expect(await undo(await newest('booking', id))).toMatchObject(refusal('NIGHT_IN_PAST'))
    expect(await t.must('booking.get', { id })).toMatchObject({ status: 'confirmed' })
  })

  test('what was done today is taken back today, also of a guest who was to come yesterday', async () => {
    const id = await t.book({ arrival: date('2026-03-03'), departure: date('2026-03-05') })
    await openDay(t, '2026-03-04')
    await change(t, id, { kind: 'cancel' } as never)
    expect(await undo(await newest('booking', id))).toMatchObject({ ok: true })
    expect(await t.must('booking.get', { id })).toMatchObject({ status: 'confirmed' })
  })
})

describe('an undo makes no booking that a command would refuse', () => {
  test('who is in house keeps a room', async () => {
    const id = await t.book({ arrival: date('2026-03-02'), departure: date('2026-03-05') })
    await change(t, id, { kind: 'room', roomId: t.rooms['101'] })
    const assigned = await newest('booking', id)
    await write(t, 'bookings', { status: 'in-house' }, id)
    expect(await undo(assigned)).toMatchObject(refusal('STANDS_ON', { why: 'inHouse' }))
    expect((await t.must('booking.get', { id })).nights.every(({ roomId }) => roomId !== null)).toBe(true)
  })

  test('a room that is out of service, retired or of another type is not given back', async () => {
    const id = await t.book({ roomId: t.rooms['101'] })
    await change(t, id, { kind: 'cancel' } as never)
    const cancelled = await newest('booking', id)
    const room = { id: t.rooms['101'], number: '101', roomTypeId: t.std, floor: 1 }
    await t.must('room.save', { ...room, version: 1, outOfService: true })
    expect(await undo(cancelled)).toMatchObject(refusal('ROOM_OUT_OF_SERVICE'))
    await t.must('room.save', { ...room, version: 2, outOfService: false, roomTypeId: t.dlx })
    expect(await undo(cancelled)).toMatchObject(
      refusal('ROOM_WRONG_TYPE', { room: '101', roomType: 'DLX', wanted: 'STD' }),
    )
    await t.must('room.save', { ...room, version: 3, outOfService: false, active: false })
    expect(await undo(cancelled)).toMatchObject(refusal('ROOM_UNKNOWN'))
  })

  test('nights of two types are never left under one', async () => {
    const id = await t.book({})
    await change(t, id, { kind: 'room-type', roomTypeId: t.dlx, keepCharge: false })
    const upgraded = await newest('booking', id)
    await change(t, id, {
      kind: 'dates',
      arrival: date('2026-03-10'),
      departure: date('2026-03-14'),
      keepRates: true,
    })
    expect(await undo(upgraded)).toMatchObject(refusal('STANDS_ON', { why: 'nights' }))
  })

  test('nobody becomes their own companion, and no room holds more than it takes', async () => {
    const id = await t.book({ companions: [t.li] })
    await change(t, id, { kind: 'guests', companions: [] })
    const alone = await newest('booking', id)
    await change(t, id, { kind: 'guests', guestId: t.li })
    expect(await undo(alone)).toMatchObject(refusal('GUEST_TWICE'))
    await change(t, id, { kind: 'room-type', roomTypeId: t.dlx, keepCharge: false })
    const larger = await newest('booking', id)
    await change(t, id, { kind: 'guests', adults: 3 })
    expect(await undo(larger)).toMatchObject(refusal('TOO_MANY_PERSONS'))
  })

  test('what it names and is no longer on file is told', async () => {
    const { id: gone } = await t.must('guest.create', { nativeName: '过客' })
    const created = await newest('guest', gone)
    const id = await t.book({})
    await change(t, id, { kind: 'guests', guestId: gone as GuestId })
    await change(t, id, { kind: 'guests', guestId: t.zhang })
    const back = await newest('booking', id)
    expect(await undo(created)).toMatchObject({ ok: true })
    expect(await undo(back)).toMatchObject(refusal('STANDS_ON', { why: 'gone', what: 'guest' }))
  })

  test('so is a type of room and an account that it named for a while', async () => {
    const { must } = t
    const type = { code: 'TMP', nameEn: 'T', nameZh: '临', maxPersons: 2, baseRateMinor: 1, overbooking: 1 }
    const { id: roomTypeId } = await must('room.saveType', type)
    const typeMade = await newestCommand()
    const { id: companyId } = await must('account.save', { kind: 'company', code: 'ACME', name: 'Acme' })
    const accountMade = await newestCommand()
    const id = await t.book({})
    await change(t, id, { kind: 'room-type', roomTypeId, keepCharge: false })
    await change(t, id, { kind: 'room-type', roomTypeId: t.std, keepCharge: false })
    const typeBack = await newest('booking', id)
    await change(t, id, { kind: 'details', companyId } as never)
    await change(t, id, { kind: 'details', companyId: null } as never)
    const companyGone = await newest('booking', id)
    for (const made of [typeMade, accountMade]) expect(await undo(made)).toMatchObject({ ok: true })
    expect(await undo(companyGone)).toMatchObject(refusal('STANDS_ON', { why: 'gone', what: 'account' }))
    expect(await undo(typeBack)).toMatchObject(refusal('STANDS_ON', { why: 'gone', what: 'room-type' }))
  })
})

describe('an undo is held to the right of what it gives back', () => {
  const as = (role: 'clerk' | 'manager') => t.deskAs(role)
  const rate = async (role: 'clerk' | 'manager', id: never, rateMinor: number) => {
    const rates = ['2026-03-10', '2026-03-11'].map((night) => ({ night: date(night), rateMinor }))
    const input = { id, version: await t.version(id), rates, reason: 'because' }
    const reply = await as(role).call('booking.changeRate', input)
    expect(reply).toMatchObject({ ok: true })
    return newest('booking', id)
  }
  const takeBack = (role: 'clerk' | 'manager', change: number) => as(role).call('change.undo', { change })

  test('a clerk takes back what a manager gave away, and does not bring it back', async () => {
    const id = (await t.book()) as never
    const given = await rate('manager', id, 100)
    expect(await takeBack('clerk', given)).toMatchObject({ ok: true })
    await rate('manager', id, 100)
    const mended = await rate('manager', id, 50_000)
    expect(await takeBack('clerk', mended)).toMatchObject(
      refusal('RIGHT_NEEDED', { needed: 'rate-override', why: 'rate', share: 20, who: 'Ada Min' }),
    )
    expect(await takeBack('manager', mended)).toMatchObject({ ok: true })
  })

  test('a clerk takes back a slip of their own, whatever was agreed before', async () => {
    const id = (await t.book()) as never
    await rate('manager', id, 100)
    const slip = await as('clerk').call('booking.changeDates', {
      id,
      version: await t.version(id),
      arrival: date('2026-03-10'),
      departure: date('2026-03-12'),
      keepRates: false,
    })
    expect(await takeBack('clerk', slip.ok ? (slip.change ?? 0) : 0)).toMatchObject({ ok: true })
    expect(await t.must('booking.get', { id })).toMatchObject({ totalMinor: 200 })
    // Nights that come back keep the rate they were agreed at, also when a colleague took them off
    const shorter = await as('manager').call('booking.changeDates', {
      id,
      version: await t.version(id),
      arrival: date('2026-03-10'),
      departure: date('2026-03-11'),
    })
    expect(await takeBack('clerk', shorter.ok ? (shorter.change ?? 0) : 0)).toMatchObject({ ok: true })
  })

  test('who has arrived does not arrive on another day', async () => {
    const id = await t.book({
      arrival: date('2026-03-03'),
      departure: date('2026-03-05'),
      roomId: t.rooms['101'],
    })
    await change(t, id, {
      kind: 'dates',
      arrival: date('2026-03-02'),
      departure: date('2026-03-05'),
      keepRates: true,
    })
    const moved = await newest('booking', id)
    await write(t, 'bookings', { status: 'in-house' }, id)
    expect(await undo(moved)).toMatchObject(refusal('STANDS_ON', { why: 'inHouse' }))
  })
})

async function newestCommand(): Promise<number> {
  return (await t.must('change.list', { limit: 1 })).rows[0]?.command ?? 0
}
