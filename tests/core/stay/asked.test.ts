import { beforeEach, describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { InputOf, OperationName } from '#shared/contract/index.ts'
import { checkInQuestions, checkOutQuestions } from '#shared/domain/stay/stay.ts'
import type { BookingId, GuestId } from '#shared/values/index.ts'
import { closeAtAnyTime, closeDay } from '#tests/support/close.ts'
import { nightForLeavingEarly } from '#tests/support/early-fee.ts'
import { writeStays } from '#tests/support/stays.ts'
import { eachBookingHotel } from '../booking/hotel.ts'

const today = '2026-03-02'
const tomorrow = '2026-03-03'
const t = eachBookingHotel()

const arriving = (over?: Partial<InputOf<'booking.create'>>) =>
  t.book({ arrival: today, departure: '2026-03-04', roomId: t.rooms['101'], ...over })
async function act<N extends OperationName>(name: N, id: BookingId, more: object = {}) {
  return t.call(name, { id, version: await t.version(id), ...more } as never)
}
const checkIn = (id: BookingId, more: object = {}) =>
  act('stay.checkIn', id, { accept: checkInQuestions, ...more })
const checkOut = (id: BookingId, more: object = {}) =>
  act('stay.checkOut', id, { accept: checkOutQuestions, ...more })
const refused = (code: string, params: object = {}) => ({ ok: false, refusal: { code, params } })

const drawing = '10,20 300,200'
/** Zhang is the hotel’s first guest. */
const signedBy = (signature: string, guestId = 1) => ({ signatures: [{ guestId, signature }] })

/** All that a check-in writes beside the booking. */
function written(id: BookingId) {
  const raw = openRaw(t.file, { readonly: true })
  const counts = ['stays', 'registrations', 'key_logs'].map((table) =>
    raw.prepare(`select count(*) from ${table} where booking_id = ?`).pluck().get(id),
  )
  const status = raw.prepare('select status from bookings where id = ?').pluck().get(id)
  raw.close()
  return [status, ...counts]
}

describe('a check-in that is refused leaves nothing', () => {
  const fault = { ok: false, fault: { code: 'INVALID_INPUT' } }
  test.each<[string, object, object]>([
    ['an empty signature', signedBy(''), fault],
    ['a signature of a point', signedBy('10,20'), fault],
    ['a signature that is no drawing', signedBy('<svg>'), fault],
    ['a signature of a stranger', signedBy(drawing, 99), refused('NOT_IN_BOOKING', { id: 99 })],
    ['a room that is not there', { roomId: 99 }, refused('ROOM_UNKNOWN')],
    ['too many keys', { keys: 21 }, fault],
    ['who is not registered', { accept: [], keys: 2, ...signedBy('1,2 3,4') }, refused('NOT_REGISTERED')],
  ])('%s', async (_what, more, answer) => {
    const id = await arriving()
    expect(await checkIn(id, more)).toMatchObject(answer)
    expect(written(id)).toEqual(['confirmed', 0, 0, 0])
  })

  test('a booking of somebody without a name', async () => {
    const id = await arriving()
    const raw = openRaw(t.file, { readonly: false })
    raw.exec(`update guests set unnamed = 1 where id = ${t.zhang}`)
    raw.close()
    expect(await checkIn(id, { keys: 1 })).toMatchObject(refused('GUEST_UNNAMED'))
    expect(written(id)).toEqual(['confirmed', 0, 0, 0])
    const back = openRaw(t.file, { readonly: false })
    back.exec(`update guests set unnamed = 0 where id = ${t.zhang}`)
    back.close()
  })

  test('what each guest signs is kept, through a check-in that is reversed', async () => {
    const id = await arriving({ companions: [t.li], adults: 2 })
    const isDrawn = async (guestId: GuestId, path: string) => {
      const { content } = await t.must('registration.card', { bookingId: id, guestId, format: 'html' })
      return Buffer.from(content, 'base64').toString().includes(`d="${path}"`)
    }
    // Nobody has to sign in this country: the guest of the booking does for all
    expect(await t.must('registration.cards', { bookingId: id })).toMatchObject([
      { guestId: t.zhang, title: 'Registration card', signature: null },
    ])
    expect(await checkIn(id, signedBy(drawing, t.li))).toMatchObject({ ok: true })
    expect(await t.must('stay.get', { id })).toMatchObject({ signed: true })
    await act('stay.reverseCheckIn', id)
    expect(await checkIn(id, signedBy('5,6 70,80'))).toMatchObject({ ok: true })
    expect(await isDrawn(t.zhang, 'M5 6L70 80')).toBe(true)
    expect(await isDrawn(t.li, 'M10 20L300 200')).toBe(true)
    expect(await t.must('registration.cards', { bookingId: id })).toMatchObject([{ signature: '5,6 70,80' }])
  })
})

test('somebody who stays along in another room is asked about, and the answer is kept', async () => {
  const first = await arriving({ companions: [t.li], adults: 2 })
  await checkIn(first)
  const id = await arriving({ guestId: t.li, roomId: t.rooms['102'] })
  expect(await act('stay.checkIn', id, { accept: ['not-registered'] })).toMatchObject(
    refused('GUEST_ELSEWHERE', { room: '101' }),
  )
  expect(await checkIn(id)).toMatchObject({ ok: true })
  const [row] = (await t.must('change.list', { entity: 'stay', entityId: id })).rows
  expect(row?.after).toMatchObject({ accepted: ['guest-elsewhere', 'not-registered'] })
})

test('an alert that blocks is taken off, and the guest comes in', async () => {
  const id = await arriving()
  const guestVersion = async () => (await t.must('guest.profile', { id: t.zhang })).guest.version
  await t.must('guest.saveAlert', {
    guestId: t.zhang,
    version: await guestVersion(),
    area: 'check-in',
    text: 'Owes for January',
    blocks: 'check-in',
  })
  expect(await checkIn(id)).toMatchObject(refused('ALERT_BLOCKS', { alert: 'Owes for January' }))
  const { guest } = await t.must('guest.profile', { id: t.zhang })
  await t.must('guest.removeAlert', {
    guestId: t.zhang,
    version: guest.version,
    id: guest.alerts[0]?.id as never,
    reason: 'Paid',
  })
  expect(await checkIn(id)).toMatchObject({ ok: true })
})

describe('who comes late', () => {
  test('at 02:00 before the close is of the business date’s night, and nothing is asked', async () => {
    const id = await arriving({ departure: tomorrow })
    t.advance(14 * 60)
    const review = await t.must('stay.reviewCheckIn', { id })
    expect(review.obstacles.map(({ code }) => code)).toEqual(['NOT_REGISTERED'])
    expect(review.early).toMatchObject({ part: 'none' })
    expect(await checkIn(id)).toMatchObject({ ok: true })
    expect(await t.must('stay.get', { id })).toMatchObject({ checkedInOn: today, roomNumber: '101' })
  })

  test.each([
    [tomorrow, { ok: true }],
    [today, { ok: true }],
    ['2026-03-01', refused('STAY_OVER', { departure: '2026-03-01' })],
  ])('comes until the day of the departure: %s', async (departure, answer) => {
    const booked = { guestId: t.anna, arrival: '2026-02-28', departure, roomId: t.rooms['101'] }
    const [id] = writeStays(t.file, [{ ...booked, status: 'confirmed' }])
    expect(await checkIn(id as BookingId)).toMatchObject(answer)
    expect(written(id as BookingId)[0]).toBe('ok' in answer && answer.ok ? 'in-house' : 'confirmed')
  })
})

describe('taken back', () => {
  test('a check-in is not once something was posted since, nor on another business date', async () => {
    await t.must('chart.load', { chart: 'cn-general' })
    await closeAtAnyTime(t)
    const id = await arriving()
    await checkIn(id)
    const posted = await t.call('folio.postRoom', { bookingId: id, nights: [today as never] })
    expect(await act('stay.reverseCheckIn', id)).toMatchObject(refused('STANDS_ON', { what: 'posting' }))
    expect(written(id)[0]).toBe('in-house')
    await t.must('change.undo', { change: (posted as { change: number }).change })
    expect(await act('stay.reverseCheckIn', id)).toMatchObject({ ok: true })
    await checkIn(id)
    expect(await closeDay(t)).toBe(tomorrow)
    expect(await act('stay.reverseCheckIn', id)).toMatchObject(refused('NOT_TODAY', { on: today }))
  })

  test('a check-out is not on another business date', async () => {
    await closeAtAnyTime(t)
    const id = await arriving()
    await checkIn(id)
    await checkOut(id)
    expect(await closeDay(t)).toBe(tomorrow)
    expect(await act('stay.reverseCheckOut', id)).toMatchObject(refused('NOT_TODAY', { on: today }))
  })
})

describe('who owes', () => {
  const approval = { login: 'boss', password: 'quite secret' }
  test('goes only by somebody with the right, who approves it on the spot; both are in the log', async () => {
    await t.must('chart.load', { chart: 'cn-general' })
    await t.must('access.createUser', { ...approval, name: 'Bo Ss', role: 'manager', language: 'en' })
    await t.must('access.createUser', {
      login: 'mia',
      name: 'Mia',
      role: 'clerk',
      language: 'en',
      password: 'a long one',
    })
    const id = await arriving()
    await checkIn(id)
    await t.must('folio.postRoom', { bookingId: id, nights: [today as never] })
    const desk = t.app.desk({ workstation: 'FRONT-2', language: 'en' })
    await desk.call('access.signIn', { login: 'mia', password: 'a long one' })
    const leave = async (accept: readonly string[], by?: typeof approval) =>
      desk.call('stay.checkOut', { id, version: await t.version(id), accept }, undefined, undefined, by)
    expect(await leave(['early-departure'])).toMatchObject(
      refused('BALANCE_OPEN', { balanceMinor: 50_000, currency: 'CNY' }),
    )
    expect(await leave(['early-departure', 'owing'])).toMatchObject(
      refused('RIGHT_NEEDED', { needed: 'departure-owing' }),
    )
    expect(written(id)[0]).toBe('in-house')
    expect(await leave(['early-departure', 'owing'], approval)).toMatchObject({ ok: true })
    const { rows } = await t.must('change.list', { operation: 'stay.checkOut', limit: 1 })
    expect(rows[0]).toMatchObject({ actor: 'mia', approvedBy: { login: 'boss' } })

    // Of a party who settled goes at once; who is left is approved together
    const ids = [await arriving(), await arriving({ roomId: t.rooms['102'], guestId: t.anna })]
    for (const one of ids) await checkIn(one)
    for (const bookingId of ids) await t.must('folio.postRoom', { bookingId, nights: [today as never] })
    const party = async (by?: typeof approval) => {
      const bookings = await Promise.all(ids.map(async (one) => ({ id: one, version: await t.version(one) })))
      const accept = ['early-departure', 'owing']
      return desk.call('stay.checkOutTogether', { bookings, accept }, undefined, undefined, by)
    }
    expect(await party()).toMatchObject(refused('RIGHT_NEEDED', { needed: 'departure-owing' }))
    expect(ids.map((one) => written(one)[0])).toEqual(['in-house', 'in-house'])
    expect(await party(approval)).toMatchObject({
      output: { done: [{ id: ids[0] }, { id: ids[1] }], failed: [] },
    })
  })
})

test('a party goes at once: who can’t stays in house with the reason, and one undo brings all back', async () => {
  await t.must('chart.load', { chart: 'cn-general' })
  const rooms = [t.rooms['101'], t.rooms['102'], t.rooms['103']]
  const guests = [t.zhang, t.anna, t.li]
  const ids: BookingId[] = []
  for (const [at, roomId] of rooms.entries())
    ids.push(await arriving({ roomId, guestId: guests[at] as never }))
  for (const id of ids) await checkIn(id)
  await t.must('folio.postRoom', { bookingId: ids[1] as BookingId, nights: [today as never] })
  const bookings = await Promise.all(ids.map(async (id) => ({ id, version: await t.version(id) })))
  const gone = await t.call('stay.checkOutTogether', { bookings, accept: ['early-departure'] })
  expect(gone).toMatchObject({
    output: {
      done: [{ id: ids[0] }, { id: ids[2] }],
      failed: [{ id: ids[1], code: 'BALANCE_OPEN', question: 'owing' }],
    },
  })
  expect(ids.map((id) => written(id)[0])).toEqual(['checked-out', 'in-house', 'checked-out'])
  await t.must('change.undo', { change: (gone as { change: number }).change })
  expect(ids.map((id) => written(id)[0])).toEqual(['in-house', 'in-house', 'in-house'])
})

describe('a move', () => {
  test('is refused into a room that is dirty or has somebody by now', async () => {
    const id = await arriving()
    await checkIn(id)
    const other = await arriving({ guestId: t.anna, roomId: t.rooms['102'] })
    await checkIn(other)
    const move = (roomId: number) => act('stay.moveRoom', id, { roomId, reason: 'Noise' })
    const to102 = await move(t.rooms['102'])
    expect(to102.ok).toBe(false)
    const room = (await t.must('room.list', {})).find(({ number }) => number === '103')
    await t.must('room.save', { ...(room as never as object), housekeeping: 'dirty' } as never)
    expect(await move(t.rooms['103'])).toMatchObject(refused('ROOM_NOT_READY', { room: '103' }))
    expect(await t.must('stay.get', { id })).toMatchObject({ roomNumber: '101' })
  })

  test.each([
    [true, 100_000],
    [false, 160_000],
  ])('to another type, the charge kept: %s', async (keepCharge, totalMinor) => {
    const id = await arriving()
    await checkIn(id)
    await act('stay.moveRoom', id, { roomId: t.rooms['201'], reason: 'Asked for it', keepCharge })
    expect(await t.must('booking.get', { id })).toMatchObject({
      chargedRoomTypeId: keepCharge ? t.std : t.dlx,
      totalMinor,
    })
  })
})

describe('who leaves early', () => {
  const review = async (id: BookingId) => t.must('stay.reviewCheckOut', { id })
  beforeEach(async () => {
    await t.must('chart.load', { chart: 'cn-general' })
    await t.must('chart.saveFeePolicy', nightForLeavingEarly)
  })

  test('is told what it costs by the policy, is charged it once, and the nights are free', async () => {
    const id = await arriving()
    expect((await review(id)).early).toEqual({ chargeMinor: 0, posted: false })
    await checkIn(id)
    expect(await review(id)).toMatchObject({ freedNights: 2, early: { chargeMinor: 50_000, posted: false } })
    const fee = { bookingId: id, fee: 'early-departure' } as const
    const charged = await t.call('folio.postFee', fee)
    expect(await review(id)).toMatchObject({ balanceMinor: 50_000, early: { posted: true } })
    expect(await t.call('folio.postFee', fee)).toMatchObject(refused('FEE_POSTED'))
    await t.must('change.undo', { change: (charged as { change: number }).change })
    expect((await review(id)).early).toEqual({ chargeMinor: 50_000, posted: false })
    await checkOut(id)
    expect(await t.must('booking.get', { id })).toMatchObject({ departure: today, nights: [] })
    await arriving({ guestId: t.anna })
  })

  test('with others is shown and charged with them as one act, whom it costs something', async () => {
    const mine = await arriving()
    const other = await arriving({ guestId: t.anna, roomId: t.rooms['102'], departure: tomorrow })
    for (const id of [mine, other]) await checkIn(id)
    const ids = [mine, other, await arriving({ guestId: t.anna, roomId: t.rooms['103'] })]
    const rows = () => t.must('stay.reviewDepartures', { ids })
    const row = { feeMinor: 50_000, posted: false, balanceMinor: 0 }
    expect(await rows()).toEqual([
      { ...row, id: mine, nights: 2 },
      { ...row, id: other, nights: 1 },
    ])
    await t.must('folio.postFee', { bookingId: other, fee: 'early-departure' })
    const charged = await t.call('stay.chargeEarly', { ids: [mine, other] })
    expect(charged).toMatchObject({
      output: { feeMinor: 50_000, failed: [{ id: other, code: 'FEE_POSTED' }] },
    })
    expect((await rows()).map(({ posted, balanceMinor }) => [posted, balanceMinor])).toEqual([
      [true, 50_000],
      [true, 50_000],
    ])
    await t.must('change.undo', { change: (charged as { change: number }).change })
    expect((await rows()).map(({ posted }) => posted)).toEqual([false, true])
    expect(await t.call('stay.chargeEarly', { ids: [other] })).toMatchObject(refused('FEE_POSTED'))
  })

  test('costs nothing on the day of the departure', async () => {
    await closeAtAnyTime(t)
    const id = await arriving({ departure: tomorrow })
    await checkIn(id)
    expect(await closeDay(t)).toBe(tomorrow)
    expect((await review(id)).early).toEqual({ chargeMinor: 0, posted: false })
  })
})
