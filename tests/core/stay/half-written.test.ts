import { beforeEach, describe, expect, test } from 'vitest'
import type { InputOf, OperationName } from '#shared/contract/index.ts'
import type { BookingId, BusinessDate } from '#shared/values/index.ts'
import { closeAtAnyTime } from '#tests/support/close.ts'
import { wholeStore } from '#tests/support/whole-store.ts'
import { eachBookingHotel } from '../booking/hotel.ts'

const today = '2026-03-02' as BusinessDate
const tomorrow = '2026-03-03' as BusinessDate
const t = eachBookingHotel()

const arriving = (over?: Partial<InputOf<'booking.create'>>) =>
  t.book({ arrival: today, departure: '2026-03-04', roomId: t.rooms['101'], ...over })
const act = async (name: OperationName, id: BookingId, more: object = {}) =>
  t.call(name, { id, version: await t.version(id), ...more } as never)

/** Refused with this code, and no row of any table is other than it was. */
async function refuses(code: string, call: () => Promise<unknown>) {
  const before = wholeStore(t.file)
  expect(await call()).toMatchObject({ ok: false, refusal: { code } })
  expect(wholeStore(t.file)).toEqual(before)
}

/** In house: Zhang with Li in 101, Anna in 102; 103 is dirty, 201 out of order, 202 free. */
let id: BookingId
let anna: BookingId
beforeEach(async () => {
  await t.must('chart.load', { chart: 'cn-general' })
  await closeAtAnyTime(t)
  id = await arriving({ companions: [t.li], adults: 2 })
  anna = await arriving({ guestId: t.anna, roomId: t.rooms['102'] })
  for (const one of [id, anna])
    expect(await act('stay.checkIn', one, { keys: 1, accept: ['not-registered'] })).toMatchObject({
      ok: true,
    })
  const rooms = await t.must('room.list', {})
  const dirty = rooms.find(({ number }) => number === '103')
  await t.must('housekeeping.setRooms', {
    rooms: [{ id: t.rooms['103'], version: dirty?.version ?? 0, state: 'dirty' }],
  })
  await t.must('housekeeping.closeRoom', {
    roomId: t.rooms['201'],
    kind: 'out-of-order',
    from: today,
    to: tomorrow,
    reason: 'Paint',
  })
  await t.must('folio.postRoom', { bookingId: id, nights: [today] })
})

describe('a move that is refused leaves all as it was', () => {
  const reason = 'Noise'
  test.each<[string, string, () => object]>([
    ['into the room they have', 'ROOM_SAME', () => ({ roomId: t.rooms['101'], reason })],
    ['to somebody', 'ROOM_OCCUPIED', () => ({ roomId: t.rooms['102'], reason })],
    ['into a dirty room', 'ROOM_NOT_READY', () => ({ roomId: t.rooms['103'], reason })],
    ['out of order', 'ROOM_TAKEN', () => ({ roomId: t.rooms['201'], reason })],
    ['without a reason', 'REASON_NEEDED', () => ({ roomId: t.rooms['202'] })],
    ['into no room', 'ROOM_UNKNOWN', () => ({ roomId: 99, reason })],
  ])('%s', async (_where, code, input) => {
    const more = { tell: ['housekeeping'], oldRoom: 'dirty', ...input() }
    await refuses(code, () => act('stay.moveRoom', id, more))
  })

  test('of who has not come', async () => {
    const later = await arriving({ guestId: t.li, roomId: null, roomTypeId: t.dlx })
    await refuses('NOT_IN_HOUSE', () => act('stay.moveRoom', later, { roomId: t.rooms['202'], reason }))
  })
})

describe('a check-out that is refused leaves all as it was', () => {
  test.each<[string, string, object]>([
    ['early', 'EARLY_DEPARTURE', {}],
    ['owing', 'BALANCE_OPEN', { accept: ['early-departure'] }],
  ])('%s', async (_why, code, more) => {
    await refuses(code, () => act('stay.checkOut', id, more))
  })

  test('by an alert, and by a right that the clerk lacks', async () => {
    const clerk = t.deskAs('clerk')
    const version = await t.version(id)
    await refuses('RIGHT_NEEDED', () =>
      clerk.call('stay.checkOut', { id, version, accept: ['early-departure', 'owing'] }),
    )
    const { guest } = await t.must('guest.profile', { id: t.zhang })
    await t.must('guest.saveAlert', {
      guestId: t.zhang,
      version: guest.version,
      area: 'check-out',
      text: 'Ask the manager',
      blocks: 'check-out',
    })
    await refuses('ALERT_BLOCKS', () => act('stay.checkOut', id, { accept: ['early-departure', 'owing'] }))
  })

  test('of a party where nobody may go', async () => {
    const before = wholeStore(t.file)
    const bookings = [{ id, version: await t.version(id) }]
    const reply = await t.must('stay.checkOutTogether', { bookings, accept: ['early-departure'] })
    expect(reply).toMatchObject({ done: [], failed: [{ id, code: 'BALANCE_OPEN' }] })
    expect(wholeStore(t.file)).toEqual(before)
  })
})

describe('sharers that are refused leave all as it was', () => {
  const dates = { from: today, to: tomorrow }
  test.each<[string, string, () => object[]]>([
    ['who does not stay along', 'NOT_ALONG', () => [{ guestId: t.anna, dates: null, share: 1 }]],
    [
      'one right and one outside of the stay',
      'DATES_OUTSIDE_STAY',
      () => [
        { guestId: t.li, dates, share: 1 },
        { guestId: t.li, dates: { from: today, to: '2026-03-09' } },
      ],
    ],
    ['the guest with own dates', 'NOT_ALONG', () => [{ guestId: t.zhang, dates }]],
    ['no night', 'DATES_REVERSED', () => [{ guestId: t.li, dates: { from: today, to: today }, share: 1 }]],
  ])('%s', async (_what, code, persons) => {
    await refuses(code, () => act('stay.setPersons', id, { persons: persons() }))
  })
})

describe('a close that is refused leaves all as it was', () => {
  test('with an arrival in its way', async () => {
    await arriving({ guestId: t.li, roomId: null })
    await refuses('DAY_BLOCKED', () => t.call('audit.begin', { from: today }))
    await t.app.closer.idle()
  })

  test('of another date, and too early', async () => {
    await refuses('BUSINESS_DATE_CLOSED', () => t.call('audit.begin', { from: tomorrow }))
    const { version, ...settings } = await t.must('audit.settings', {})
    await t.must('audit.saveSettings', { ...settings, version, earliest: '18:00' })
    await refuses('CLOSE_TOO_EARLY', () => t.call('audit.begin', { from: today }))
  })

  test('by somebody without the right', async () => {
    const before = wholeStore(t.file)
    expect(await t.deskAs('clerk').call('audit.begin', { from: today })).toMatchObject({
      fault: { code: 'NOT_PERMITTED', needed: 'audit' },
    })
    expect(wholeStore(t.file)).toEqual(before)
  })
})

test('taking back what can’t be leaves all as it was', async () => {
  await refuses('STANDS_ON', () => act('stay.reverseCheckIn', id))
  await refuses('NOT_CHECKED_OUT', () => act('stay.reverseCheckOut', id))
  const before = wholeStore(t.file)
  expect(await act('stay.checkOut', anna, { accept: ['early-departure'] })).toMatchObject({ ok: true })
  expect(wholeStore(t.file)).not.toEqual(before)
  const other = await arriving({ guestId: t.anna, roomId: t.rooms['102'] })
  const accept = ['not-registered', 'room-not-ready']
  expect(await act('stay.checkIn', other, { accept })).toMatchObject({ ok: true })
  await refuses('ROOM_OCCUPIED', () => act('stay.reverseCheckOut', anna))
})
