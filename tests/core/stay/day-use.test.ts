import { beforeEach, describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { InputOf, OperationName } from '#shared/contract/index.ts'
import type { BookingId } from '#shared/values/index.ts'
import { eachBookingHotel } from '../booking/hotel.ts'

const today = '2026-03-02'
const tomorrow = '2026-03-03'

const t = eachBookingHotel()

type Draft = Partial<InputOf<'booking.create'>>

/** Day use of today in 101; the clock stands at noon. */
const hours = (from: string, to: string, over: Draft = {}) =>
  t.draft({ arrival: today, departure: today, roomId: t.rooms['101'], dayUse: { from, to }, ...over })
const book = async (from: string, to: string, over: Draft = {}) =>
  (await t.must('booking.create', hours(from, to, over))).id

async function act<N extends OperationName>(name: N, id: BookingId, more: object = {}) {
  const said = name === 'stay.checkIn' ? { accept: ['not-registered'] } : {}
  return t.call(name, { id, version: await t.version(id), ...said, ...more } as never)
}

const dayUseOf = async (id: BookingId) => (await t.must('booking.get', { id })).dayUse
const refused = (code: string, params: object = {}) => ({ ok: false, refusal: { code, params } })

function withRaw<T>(does: (raw: ReturnType<typeof openRaw>) => T): T {
  const raw = openRaw(t.file, { readonly: false })
  try {
    return does(raw)
  } finally {
    raw.close()
  }
}

describe('a booking of hours', () => {
  test('is made in one act with its room and what the rule says it costs, and undone as one', async () => {
    const made = await t.call('booking.create', hours('12:00', '17:30'))
    const { id } = (made as { output: { id: BookingId } }).output
    // Half of 500.00 for four hours, two hours more at 75.00
    expect(await dayUseOf(id)).toMatchObject({
      from: '12:00',
      to: '17:30',
      roomNumber: '101',
      priceMinor: 40_000,
      overtimeMinor: 7_500,
      version: 1,
    })
    const { rows } = await t.must('booking.list', { view: 'due-in' })
    expect(rows).toMatchObject([{ id, roomNumber: '101', hours: '12:00–17:30', nights: 0 }])
    expect(await t.call('change.undo', { change: (made as { change: number }).change })).toMatchObject({
      ok: true,
    })
    expect(await t.call('booking.get', { id })).toMatchObject(refused('BOOKING_UNKNOWN'))
    expect(withRaw((raw) => raw.prepare('select count(*) from day_uses').pluck().get())).toBe(0)
  })

  test('is previewed as it is made, with what its hours cost and who has the room', async () => {
    const { dayUse, refusal } = await t.must('booking.previewCreate', hours('12:00', '14:00'))
    expect({ dayUse, refusal }).toMatchObject({
      dayUse: { priceMinor: 25_000, overtimeMinor: 7_500, proposed: { priceMinor: 25_000 } },
      refusal: null,
    })
    await book('13:00', '15:00')
    expect((await t.must('booking.previewCreate', hours('12:00', '14:00'))).refusal).toMatchObject({
      code: 'HOURS_TAKEN',
      params: { room: '101', from: '13:00', to: '15:00' },
    })
  })

  test('at another price asks for a reason, and far from the rule for the right to it', async () => {
    const cheap = (priceMinor: number) => ({ dayUse: { from: '12:00', to: '14:00', priceMinor } })
    expect(await t.call('booking.create', hours('', '', cheap(22_000)))).toMatchObject(
      refused('REASON_NEEDED'),
    )
    const clerk = t.deskAs('clerk')
    const give = (priceMinor: number) =>
      clerk.call('booking.create', hours('', '', { ...cheap(priceMinor), reason: 'x' }))
    expect(await give(10_000)).toMatchObject(refused('RIGHT_NEEDED', { needed: 'rate-override' }))
    expect(await give(22_000)).toMatchObject({ ok: true })
  })

  test.each<[string, Draft, string]>([
    ['that end before they begin', { dayUse: { from: '14:00', to: '12:00' } }, 'HOURS_REVERSED'],
    ['that end when they begin', { dayUse: { from: '12:00', to: '12:00' } }, 'HOURS_REVERSED'],
    ['of a stay with a night', { departure: tomorrow }, 'NOT_DAY_USE'],
    ['without hours in a room', { dayUse: null }, 'NIGHT_OUTSIDE_STAY'],
    ['in a room of another type', { roomId: 4 as never }, 'ROOM_WRONG_TYPE'],
    ['in a room that is not there', { roomId: 99 as never }, 'ROOM_UNKNOWN'],
  ])('refuses hours %s', async (_what, over, code) => {
    expect(await t.call('booking.create', hours('12:00', '14:00', over))).toMatchObject(refused(code))
  })
})

describe('the room', () => {
  test('is had several times a day, one after the other, and never by two at once', async () => {
    const first = await book('08:00', '12:00')
    await book('12:00', '14:00', { guestId: t.anna })
    expect(await t.call('booking.create', hours('11:59', '13:00', { guestId: t.li }))).toMatchObject(
      refused('HOURS_TAKEN', { room: '101', day: today, from: '08:00', to: '12:00' }),
    )
    // Who has gone, or does not come, makes room
    await act('booking.cancel', first, { reason: 'x' })
    await book('09:00', '12:00', { guestId: t.li })
    expect(await act('booking.reinstate', first)).toMatchObject(refused('HOURS_TAKEN'))
  })

  test('is had before the night of the day and after that of the day before', async () => {
    const night = { roomId: t.rooms['101'], guestId: t.anna }
    await t.book({ ...night, arrival: today, departure: tomorrow })
    expect(await t.call('booking.create', hours('12:00', '14:01'))).toMatchObject(
      refused('HOURS_TAKEN', { from: '14:00', to: '24:00' }),
    )
    await book('12:00', '14:00')
    const next = { arrival: tomorrow, departure: tomorrow }
    expect(await t.call('booking.create', hours('11:00', '15:00', next))).toMatchObject(
      refused('HOURS_TAKEN', { from: '00:00', to: '12:00' }),
    )
    await book('12:00', '15:00', next)
  })

  test('is not given to the guest of a night where it is had for hours', async () => {
    await book('12:00', '16:00')
    const night = (arrival: string, departure: string) =>
      t.call(
        'booking.create',
        t.draft({ arrival, departure, roomId: t.rooms['101'], guestId: t.anna } as never),
      )
    expect(await night(today, tomorrow)).toMatchObject(refused('HOURS_TAKEN', { from: '12:00', to: '16:00' }))
    const id = await t.book({ arrival: today, departure: tomorrow, guestId: t.anna })
    expect(await act('booking.assignRoom', id, { roomId: t.rooms['101'] })).toMatchObject(
      refused('HOURS_TAKEN'),
    )
    expect(await night(tomorrow, '2026-03-04')).toMatchObject({ ok: true })
    // Nobody who stays over can be asked to go for some hours
    await book('12:00', '13:00', { arrival: '2026-03-05', departure: '2026-03-05' })
    expect(await night('2026-03-04', '2026-03-06')).toMatchObject(refused('HOURS_TAKEN'))
    expect(await night('2026-03-04', '2026-03-05')).toMatchObject({ ok: true })
  })

  test('is not had while it is out of order, and not taken out of order while it is had', async () => {
    const close = (from: string, to: string) =>
      t.call('housekeeping.closeRoom', {
        roomId: t.rooms['101'],
        kind: 'out-of-order',
        from,
        to,
        reason: 'x',
      } as never)
    await book('12:00', '14:00')
    expect((await close(today, tomorrow)).ok).toBe(false)
    expect(await close(tomorrow, '2026-03-04')).toMatchObject({ ok: true })
    const next = { arrival: tomorrow, departure: tomorrow }
    expect(await t.call('booking.create', hours('12:00', '14:00', next))).toMatchObject(
      refused('HOURS_TAKEN', { confirmationNo: 'OOO' }),
    )
  })

  test('is refused twice at once by the store itself', async () => {
    const first = await book('08:00', '12:00')
    const second = await book('12:00', '14:00', { guestId: t.anna })
    const other = await book('08:00', '12:00', { roomId: t.rooms['102'], guestId: t.li })
    const run =
      (sql: string, ...values: unknown[]) =>
      () =>
        withRaw((raw) => raw.prepare(sql).run(...values))
    const overlaps = 'a day use overlaps another'
    expect(run(`update day_uses set from_time = '11:00' where booking_id = ?`, second)).toThrow(overlaps)
    expect(run('update day_uses set room_id = ? where booking_id = ?', t.rooms['101'], other)).toThrow(
      overlaps,
    )
    run(`update bookings set status = 'cancelled' where id = ?`, first)()
    run(`update day_uses set from_time = '11:00' where booking_id = ?`, second)()
    expect(run(`update bookings set status = 'confirmed' where id = ?`, first)).toThrow(overlaps)
    run('delete from day_uses where booking_id = ?', other)()
    const put = `insert into day_uses (booking_id, room_id, from_time, to_time, price_minor, overtime_minor, version)
      values (?, ?, '13:00', '15:00', 0, 0, 1)`
    expect(run(put, other, t.rooms['101'])).toThrow(overlaps)
    run(put, other, t.rooms['102'])()
    // What was changed beside the log is put right again for doctor
    run(`update day_uses set from_time = '12:00' where booking_id = ?`, second)()
    run(`update bookings set status = 'confirmed' where id = ?`, first)()
    run(
      `update day_uses set from_time = '08:00', to_time = '12:00', price_minor = 25000, overtime_minor = 7500
      where booking_id = ?`,
      other,
    )()
  })

  test('is offered where nobody has these hours, ready ones first', async () => {
    await book('12:00', '14:00')
    await t.must('housekeeping.setRooms', {
      rooms: [{ id: t.rooms['102'], version: 1, state: 'dirty' }],
    })
    const free = async (from: string, to: string) =>
      (
        await t.must('room.free', {
          arrival: today,
          departure: today,
          roomTypeId: t.std,
          hours: { from, to },
        })
      ).map(({ number }) => number)
    expect(await free('13:00', '15:00')).toEqual(['103', '102'])
    expect(await free('14:00', '15:00')).toEqual(['101', '103', '102'])
    // Nobody is offered a room now in which somebody is, whose hours may be over
    const id = await book('09:00', '11:00', { roomId: t.rooms['103'], guestId: t.li })
    await act('stay.checkIn', id)
    expect(await free('12:00', '13:00')).toEqual(['102'])
    expect(await free('14:00', '15:00')).toEqual(['101', '103', '102'])
  })
})

describe('hours given later', () => {
  const save = async (id: BookingId, more: object) =>
    t.call('stay.saveDayUse', {
      id,
      version: (await dayUseOf(id))?.version ?? 0,
      from: '12:00',
      to: '15:00',
      roomId: t.rooms['101'],
      ...more,
    } as never)

  test('are changed and taken back', async () => {
    const id = await book('12:00', '14:00', { dayUse: null, roomId: null })
    expect(await dayUseOf(id)).toBeNull()
    const saved = await save(id, {})
    expect(saved).toMatchObject({ ok: true, output: { version: 1 } })
    expect(await save(id, { to: '18:00', roomId: t.rooms['102'] })).toMatchObject({ output: { version: 2 } })
    expect(await dayUseOf(id)).toMatchObject({ to: '18:00', roomNumber: '102', priceMinor: 40_000 })
    const undo = (change: number) => t.call('change.undo', { change })
    expect(await undo((saved as { change: number }).change)).toMatchObject(refused('CHANGED_SINCE'))
    // The hours that were given since keep the booking
    const { rows } = await t.must('booking.changes', { id })
    const made = rows.find(({ operation }) => operation === 'booking.create')?.command ?? 0
    expect(await undo(made)).toMatchObject(refused('STANDS_ON', { what: 'day-use' }))
  })

  test.each<[string, object, string]>([
    ['that go backwards', { to: '11:00' }, 'HOURS_REVERSED'],
    ['that somebody has', { from: '08:00', to: '09:00' }, 'HOURS_TAKEN'],
    ['in a room of another type', { roomId: 4 }, 'ROOM_WRONG_TYPE'],
    ['at a price by hand without a reason', { priceMinor: 24_000 }, 'REASON_NEEDED'],
  ])('are refused %s', async (_what, more, code) => {
    await book('08:00', '10:00', { guestId: t.anna })
    expect(await save(await book('12:00', '14:00'), more)).toMatchObject(refused(code))
  })

  test('are of day use alone, and go when it becomes a stay of nights', async () => {
    const id = await t.book({ arrival: today, departure: tomorrow })
    expect(await save(id, {})).toMatchObject(refused('NOT_DAY_USE'))
    const hour = await book('12:00', '14:00')
    const longer = await act('booking.changeDates', hour, { arrival: today, departure: tomorrow })
    expect(await dayUseOf(hour)).toBeNull()
    expect(await t.call('change.undo', { change: (longer as { change: number }).change })).toMatchObject({
      ok: true,
    })
    expect(await dayUseOf(hour)).toMatchObject({ from: '12:00', roomNumber: '101' })
  })

  test('go with the booking to another day, and are not had there by two', async () => {
    await book('12:00', '14:00', { arrival: tomorrow, departure: tomorrow, guestId: t.anna })
    const id = await book('12:00', '14:00')
    const move = (day: string) => act('booking.changeDates', id, { arrival: day, departure: day })
    expect(await move(tomorrow)).toMatchObject(refused('HOURS_TAKEN'))
    expect(await move('2026-03-04')).toMatchObject({ ok: true })
  })
})

describe('a guest of some hours', () => {
  beforeEach(async () => {
    await t.must('chart.load', { chart: 'cn-small' })
  })
  const leave = (id: BookingId, more: object = {}) => act('stay.checkOut', id, more)
  const charge = (id: BookingId) => t.call('stay.postCharge', { id, kind: 'day-use' })
  const due = async (id: BookingId) => (await t.must('stay.reviewCheckOut', { id })).dayUse

  test('comes, overstays, pays the hours and the overtime begun, and leaves a dirty room for the next', async () => {
    const id = await book('12:00', '14:00')
    expect(await act('stay.checkIn', id)).toMatchObject({ ok: true })
    expect(await t.must('stay.get', { id })).toMatchObject({ roomNumber: '101' })
    expect(await leave(id)).toMatchObject(refused('DAY_USE_OPEN', { amountMinor: 25_000 }))
    t.advance(135)
    // 14:15 is within the grace
    expect(await due(id)).toMatchObject({ hours: 0, chargeMinor: 25_000, posted: false })
    t.advance(50)
    expect(await due(id)).toMatchObject({ hours: 2, overtimeMinor: 15_000, chargeMinor: 40_000 })
    const review = await t.must('stay.reviewCheckOut', { id })
    expect(review.late).toMatchObject({ part: 'none', chargeMinor: 0 })
    expect(review.obstacles).toMatchObject([{ code: 'DAY_USE_OPEN', question: 'day-use' }])
    const charged = await charge(id)
    expect(charged).toMatchObject({ ok: true, output: { amountMinor: 40_000 } })
    expect(await charge(id)).toMatchObject(refused('FEE_POSTED'))
    // An hour later another is due, and no more than that
    t.advance(60)
    expect(await due(id)).toMatchObject({ hours: 1, overtimeMinor: 7_500, chargeMinor: 7_500, posted: true })
    expect(await charge(id)).toMatchObject({ output: { amountMinor: 7_500 } })
    expect(await leave(id)).toMatchObject(refused('BALANCE_OPEN', { balanceMinor: 47_500 }))
    expect(await leave(id, { accept: ['owing'] })).toMatchObject({ ok: true })
    const state = withRaw((raw) =>
      raw.prepare(`select housekeeping from rooms where number = '101'`).pluck().get(),
    )
    expect(state).toBe('dirty')
    await book('16:00', '18:00', { guestId: t.anna })
  })

  test.each<[string, string, string, string, boolean]>([
    ['13:00', '16:00', today, tomorrow, false],
    ['12:30', '14:00', today, tomorrow, true],
    ['13:00', '16:00', '2026-03-01', tomorrow, false],
    ['12:30', '16:00', '2026-02-28', today, true],
    ['11:00', '16:00', '2026-02-28', today, false],
  ])('from %s to %s: its room for the nights %s to %s is offered as it can be sold: %s', async (...row) => {
    const [from, to, arrival, departure, sold] = row
    await book(from, to)
    const dates = { arrival, departure } as never as Pick<InputOf<'booking.create'>, 'arrival' | 'departure'>
    const free = await t.must('room.free', { ...dates, roomTypeId: t.std })
    expect(free.some(({ number }) => number === '101')).toBe(sold)
    if (arrival < today) return
    const night = t.draft({ ...dates, roomId: t.rooms['101'], guestId: t.anna })
    expect((await t.call('booking.create', night)).ok).toBe(sold)
  })

  test('who overstays is named in the room that is offered for the night, which comes after the others', async () => {
    const id = await book('12:00', '14:00')
    const offered = async (from: string, to: string) =>
      (await t.must('room.free', { arrival: from, departure: to, roomTypeId: t.std } as never)).map(
        ({ number, occupied }) => [number, occupied],
      )
    const rooms = ['101', '102', '103']
    expect(await offered(today, tomorrow)).toEqual(rooms.map((number) => [number, false]))
    await act('stay.checkIn', id)
    t.advance(135)
    expect(await offered(today, tomorrow)).toEqual([
      ['102', false],
      ['103', false],
      ['101', true],
    ])
    // Whoever comes tomorrow finds it empty
    expect(await offered(tomorrow, '2026-03-04')).toEqual(rooms.map((number) => [number, false]))
  })

  test('may pay on coming; taken back, the hours are due again', async () => {
    const id = await book('12:00', '14:00')
    expect((await t.must('stay.reviewCheckIn', { id })).dayUse).toMatchObject({ chargeMinor: 25_000 })
    const charged = await charge(id)
    expect((await t.must('stay.reviewCheckIn', { id })).dayUse).toMatchObject({
      chargeMinor: 0,
      posted: true,
    })
    await t.must('change.undo', { change: (charged as { change: number }).change })
    expect((await t.must('stay.reviewCheckIn', { id })).dayUse).toMatchObject({ chargeMinor: 25_000 })
    await act('stay.checkIn', id)
    expect(await leave(id, { accept: ['day-use'] })).toMatchObject({ ok: true })
  })

  test('is named with the charge that lacks, where several go at once', async () => {
    const id = await book('12:00', '14:00')
    await act('stay.checkIn', id)
    const bookings = [{ id, version: await t.version(id) }]
    expect(await t.must('stay.checkOutTogether', { bookings })).toMatchObject({
      done: [],
      failed: [{ id, code: 'DAY_USE_OPEN', question: 'day-use' }],
    })
  })

  test('needs hours and a room, gets one on coming, and is taken back with it', async () => {
    const bare = await book('12:00', '14:00', { dayUse: null, roomId: null })
    expect(await act('stay.checkIn', bare)).toMatchObject(refused('HOURS_NEEDED'))
    const id = await book('12:00', '14:00', { roomId: null, guestId: t.anna })
    expect(await act('stay.checkIn', id)).toMatchObject(refused('NO_ROOM_YET'))
    const come = await act('stay.checkIn', id, { roomId: t.rooms['201'] })
    expect(come).toMatchObject({ ok: true })
    expect(await dayUseOf(id)).toMatchObject({ roomNumber: '201', priceMinor: 25_000 })
    expect(await t.must('booking.get', { id })).toMatchObject({ roomTypeId: t.dlx, chargedRoomTypeId: t.std })
    expect(await t.call('change.undo', { change: (come as { change: number }).change })).toMatchObject({
      ok: true,
    })
    expect(await dayUseOf(id)).toMatchObject({ roomId: null })
  })

  test('moves to another room, and keeps it for the night', async () => {
    const id = await book('12:00', '14:00')
    await act('stay.checkIn', id)
    const moved = await act('stay.moveRoom', id, { roomId: t.rooms['102'] })
    expect(moved).toMatchObject({ ok: true })
    expect(await dayUseOf(id)).toMatchObject({ roomNumber: '102' })
    await t.must('change.undo', { change: (moved as { change: number }).change })
    expect(await dayUseOf(id)).toMatchObject({ roomNumber: '101' })
    const save = { id, version: 3, from: '12:00', to: '15:00', roomId: t.rooms['103'] }
    expect(await t.call('stay.saveDayUse', save)).toMatchObject(refused('BOOKING_IN_HOUSE'))
    const night = { arrival: today, departure: tomorrow }
    expect(await act('booking.changeDates', id, night)).toMatchObject({ ok: true })
    expect((await t.must('booking.get', { id })).nights).toMatchObject([{ night: today, roomNumber: '101' }])
  })

  test('does not come into a room that another has by then, nor does a guest of the night', async () => {
    const first = await book('12:30', '13:30')
    const early = await book('14:00', '15:00', { guestId: t.anna })
    expect(await act('stay.checkIn', early)).toMatchObject(refused('HOURS_TAKEN', { from: '12:30' }))
    const night = await t.book({ arrival: today, departure: tomorrow, guestId: t.li, roomId: t.rooms['102'] })
    await act('booking.cancel', early, { reason: 'x' })
    await act('booking.assignRoom', night, { roomId: t.rooms['101'] })
    expect(await act('stay.checkIn', night)).toMatchObject(refused('HOURS_TAKEN', { to: '13:30' }))
    t.advance(120)
    // Its hours are over and nobody came
    expect(await act('stay.checkIn', night)).toMatchObject({ ok: true })
    expect(await act('stay.checkIn', first)).toMatchObject(refused('ROOM_OCCUPIED'))
  })

  test('is not put back into a room that another has by now', async () => {
    const id = await book('12:00', '14:00')
    await act('stay.checkIn', id)
    await leave(id, { accept: ['day-use'] })
    const next = await book('12:30', '15:00', { guestId: t.anna })
    expect(await act('stay.reverseCheckOut', id)).toMatchObject(refused('HOURS_TAKEN'))
    await act('booking.cancel', next, { reason: 'x' })
    expect(await act('stay.reverseCheckOut', id)).toMatchObject({ ok: true })
  })
})
