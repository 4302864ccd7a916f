import { beforeEach, describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { InputOf } from '#shared/contract/index.ts'
import type { BookingId } from '#shared/values/index.ts'
import { closeAtAnyTime, closeDay } from '#tests/support/close.ts'
import { wholeStore } from '#tests/support/whole-store.ts'
import { eachBookingHotel } from '../booking/hotel.ts'

const arrival = '2026-03-02'
const t = eachBookingHotel()
const refused = (code: string, params: object = {}) => ({ ok: false, refusal: { code, params } })

/** In house in 101 for two nights at 500.00, with a key and a registration that was sent. */
let id: BookingId
beforeEach(async () => {
  await t.must('chart.load', { chart: 'cn-general' })
  await closeAtAnyTime(t)
  id = await t.book({ arrival, departure: '2026-03-04', roomId: t.rooms['101'] })
  const version = await t.version(id)
  await t.must('stay.checkIn', { id, version, keys: 1, accept: ['not-registered'] })
  const { rows } = await t.must('registration.list', {})
  await t.must('registration.mark', {
    rows: rows.map((one) => ({ id: one.id, version: one.version })),
    as: 'sent',
  })
})

const leave = async (departure: string) =>
  t.call('booking.changeDates', { id, version: await t.version(id), arrival, departure } as never)
const booking = () => t.must('booking.get', { id })
const nightsOf = async () =>
  (await booking()).nights.map(({ night, roomNumber, rateMinor }) => [night.slice(8), roomNumber, rateMinor])
const other = (over: Partial<InputOf<'booking.create'>>) =>
  t.call('booking.create', t.draft({ guestId: t.anna, roomId: t.rooms['101'], ...over }))
const posted = () => {
  const raw = openRaw(t.file, { readonly: true })
  const origins = raw
    .prepare("select origin from postings where origin like 'room:%' order by origin")
    .pluck()
    .all()
  raw.close()
  return origins
}

describe('a guest in house stays longer', () => {
  test('in the same room at the same rate; each night is charged by its close, once', async () => {
    expect(await leave('2026-03-06')).toMatchObject({ ok: true })
    expect(await booking()).toMatchObject({
      status: 'in-house',
      departure: '2026-03-06',
      totalMinor: 200_000,
    })
    expect(await nightsOf()).toEqual([
      ['02', '101', 50_000],
      ['03', '101', 50_000],
      ['04', '101', 50_000],
      ['05', '101', 50_000],
    ])
    expect(await other({ arrival: '2026-03-04', departure: '2026-03-05' })).toMatchObject(
      refused('ROOM_TAKEN', { night: '2026-03-04' }),
    )
    for (let night = 0; night < 4; night += 1) await closeDay(t)
    expect(posted()).toEqual(['02', '03', '04', '05'].map((day) => `room:${id}:2026-03-${day}`))
    expect(await t.must('stay.reviewCheckOut', { id })).toMatchObject({
      freedNights: 0,
      balanceMinor: 200_000,
    })
  })

  test('with what was given and sent: the key is out, the registration is compared with what is on file', async () => {
    await leave('2026-03-05')
    expect(await t.must('stay.get', { id })).toMatchObject({ keysOut: 1, roomNumber: '101' })
    const { rows } = await t.must('registration.list', { show: 'day' })
    expect(rows).toMatchObject([{ event: 'arrival', state: 'sent' }])
  })

  test('not where the room is promised, and then nothing is other than it was', async () => {
    await other({ arrival: '2026-03-04', departure: '2026-03-05' })
    const before = wholeStore(t.file)
    expect(await leave('2026-03-06')).toMatchObject(
      refused('ROOM_TAKEN', { room: '101', night: '2026-03-04' }),
    )
    expect(wholeStore(t.file)).toEqual(before)
  })

  test('and the undo gives the nights back', async () => {
    const longer = await leave('2026-03-05')
    await t.must('change.undo', { change: (longer as { change: number }).change })
    expect(await nightsOf()).toEqual([
      ['02', '101', 50_000],
      ['03', '101', 50_000],
    ])
    expect(await other({ arrival: '2026-03-04', departure: '2026-03-05' })).toMatchObject({ ok: true })
  })
})

describe('a guest in house who moved and then stays longer', () => {
  test('does not go back by the undo of the move alone, and does once the longer stay is taken back', async () => {
    const version = await t.version(id)
    const undo = (reply: unknown) => t.call('change.undo', { change: (reply as { change: number }).change })
    const moved = await t.call('stay.moveRoom', {
      id,
      version,
      roomId: t.rooms['102'] as never,
      reason: 'Noise',
    })
    const longer = await leave('2026-03-05')
    const before = wholeStore(t.file)
    expect(await undo(moved)).toMatchObject(refused('STANDS_ON', { why: 'room' }))
    expect(wholeStore(t.file)).toEqual(before)
    expect(await undo(longer)).toMatchObject({ ok: true })
    expect(await undo(moved)).toMatchObject({ ok: true })
    expect(await nightsOf()).toEqual([
      ['02', '101', 50_000],
      ['03', '101', 50_000],
    ])
  })

  test('goes back over a night of the stay in the room of the move that was there before it', async () => {
    const version = await t.version(id)
    const planned = { roomId: t.rooms['102'], from: '2026-03-03', reason: 'Noise' }
    await t.must('booking.assignRoom', { id, version, ...planned } as never)
    const moved = await t.call('stay.moveRoom', {
      id,
      version: await t.version(id),
      roomId: t.rooms['102'] as never,
      reason: 'Noise',
    })
    expect(await t.call('change.undo', { change: (moved as { change: number }).change })).toMatchObject({
      ok: true,
    })
    expect(await nightsOf()).toEqual([
      ['02', '101', 50_000],
      ['03', '102', 50_000],
    ])
  })
})

describe('a guest in house stays shorter', () => {
  test('frees the nights given up, to be sold again at once; only nights slept are charged', async () => {
    expect(await leave('2026-03-03')).toMatchObject({ ok: true })
    expect(await nightsOf()).toEqual([['02', '101', 50_000]])
    expect(await other({ arrival: '2026-03-03', departure: '2026-03-04' })).toMatchObject({ ok: true })
    expect(await closeDay(t)).toBe('2026-03-03')
    expect(posted()).toEqual([`room:${id}:2026-03-02`])
    expect(await t.must('stay.reviewCheckOut', { id })).toMatchObject({
      freedNights: 0,
      balanceMinor: 50_000,
      open: { keys: 1 },
    })
  })

  test('never before the open date: a night that is closed is kept with its charge', async () => {
    expect(await closeDay(t)).toBe('2026-03-03')
    const before = wholeStore(t.file)
    expect(await leave('2026-03-02')).toMatchObject({ ok: false })
    expect(wholeStore(t.file)).toEqual(before)
    expect(await leave('2026-03-03')).toMatchObject({ ok: true })
    expect(await booking()).toMatchObject({ status: 'in-house', derived: ['due-out'], totalMinor: 50_000 })
    expect(posted()).toEqual([`room:${id}:2026-03-02`])
  })

  test('a night ahead of the open date is charged nobody, so that none that is given up was', async () => {
    expect(await t.call('folio.postRoom', { bookingId: id, nights: ['2026-03-03' as never] })).toMatchObject(
      refused('SERVICE_DATE_AHEAD', { date: '2026-03-03' }),
    )
  })
})

describe('own dates of who stays along', () => {
  const own = async (bookingId: BookingId, from: string, to: string) =>
    t.must('stay.setPersons', {
      id: bookingId,
      version: await t.version(bookingId),
      persons: [{ guestId: t.li, dates: { from, to } as never }],
    })
  const datesOf = async (bookingId: BookingId) =>
    (await t.must('stay.persons', { id: bookingId })).find(({ guestId }) => guestId === t.li)?.dates

  test('end with a stay that is shorter by now, and may be saved as they are shown', async () => {
    await t.must('booking.changeGuests', { id, version: await t.version(id), companions: [t.li], adults: 2 })
    await own(id, '2026-03-02', '2026-03-04')
    await leave('2026-03-03')
    const dates = await datesOf(id)
    expect(dates).toEqual({ from: '2026-03-02', to: '2026-03-03' })
    const persons = [{ guestId: t.li, dates: dates ?? null }]
    const version = await t.version(id)
    expect(await t.call('stay.setPersons', { id, version, persons })).toMatchObject({ ok: true })
  })

  test('that the booking’s new dates leave nothing of are those of the whole stay: nobody comes unregistered', async () => {
    const booked = { arrival: '2026-03-05', departure: '2026-03-07', roomId: t.rooms['102'] }
    const next = await t.book({ ...booked, guestId: t.anna, companions: [t.li], adults: 2 })
    await own(next, '2026-03-06', '2026-03-07')
    const dates = { arrival, departure: '2026-03-04' } as const
    await t.must('booking.changeDates', { id: next, version: await t.version(next), ...dates } as never)
    expect(await datesOf(next)).toBeNull()
    const review = await t.must('stay.reviewCheckIn', { id: next })
    expect(review.persons.map(({ id: guestId, required }) => [guestId, required])).toEqual([
      [t.anna, true],
      [t.li, true],
    ])
    const version = await t.version(next)
    await t.must('stay.checkIn', { id: next, version, accept: ['not-registered'] })
    const { rows } = await t.must('registration.list', { show: 'day' })
    expect(rows.map(({ guestId }) => guestId)).toEqual(expect.arrayContaining([t.anna, t.li]))
    const house = JSON.stringify(await t.must('house.guests', {}))
    expect(house).toContain('李娜')
  })
})
