import { expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { InputOf, OperationName } from '#shared/contract/index.ts'
import type { BookingId } from '#shared/values/index.ts'
import { eachBookingHotel } from '../booking/hotel.ts'

const today = '2026-03-02'

const t = eachBookingHotel()

const arriving = (over?: Partial<InputOf<'booking.create'>>) =>
  t.book({ arrival: today, departure: '2026-03-04', roomId: t.rooms['101'], ...over })

/** The guests of this hotel have no documents on file: that is said yes to at each check-in. */
type More = { accept?: string[]; [field: string]: unknown }

async function act<N extends OperationName>(name: N, id: BookingId, more: More = {}) {
  const said = name === 'stay.checkIn' ? { accept: ['not-registered', ...(more.accept ?? [])] } : {}
  return t.call(name, { id, version: await t.version(id), ...more, ...said } as never)
}

async function refusalOf<N extends OperationName>(name: N, id: BookingId, more: More = {}) {
  const reply = await act(name, id, more)
  if (reply.ok) throw new Error(`${name} was not refused`)
  return 'refusal' in reply ? reply.refusal : reply.fault
}

/** What the store has of a booking and its stay. */
function rowOf(id: BookingId) {
  const raw = openRaw(t.file, { readonly: true })
  const row = raw
    .prepare(
      `select b.status, b.departure, (select count(*) from room_nights n where n.booking_id = b.id) as nights,
        s.room_id as roomId, s.checked_in_on as inOn, s.checked_out_on as outOn, s.accepted,
        (select sum(k.keys - k.returned) from key_logs k where k.booking_id = b.id) as keys
       from bookings b left join stays s on s.booking_id = b.id where b.id = ?`,
    )
    .get(id)
  raw.close()
  return row as Record<string, unknown>
}

const roomState = (roomId: number) => {
  const raw = openRaw(t.file, { readonly: true })
  const state = raw.prepare('select housekeeping from rooms where id = ?').pluck().get(roomId)
  raw.close()
  return state
}

test('a guest comes, stays, goes: the room is theirs, then free and dirty', async () => {
  const id = await arriving()
  expect(await act('stay.checkIn', id, { keys: 2 })).toMatchObject({ ok: true })
  expect(rowOf(id)).toMatchObject({ status: 'in-house', inOn: today, roomId: t.rooms['101'], keys: 2 })
  const early = await refusalOf('stay.checkOut', id)
  expect(early).toMatchObject({ code: 'EARLY_DEPARTURE', params: { nights: 2, departure: '2026-03-04' } })
  expect(await act('stay.checkOut', id, { accept: ['early-departure'] })).toMatchObject({ ok: true })
  expect(rowOf(id)).toMatchObject({ status: 'checked-out', departure: today, nights: 0, outOn: today })
  expect(roomState(t.rooms['101'])).toBe('dirty')
  // The freed nights are to be sold again
  await arriving({ guestId: t.anna })
})

test('keys given with a check-in are on the log of keys, and taken back with its undo', async () => {
  const id = await arriving()
  const came = await act('stay.checkIn', id, { keys: 2 })
  expect((await t.must('house.keys', {})).rows).toMatchObject([{ bookingId: id, keys: 2, returned: 0 }])
  expect(await t.must('stay.get', { id })).toMatchObject({ keysOut: 2 })
  await t.must('change.undo', { change: (came.ok && came.change) || 0 })
  expect((await t.must('house.keys', {})).rows).toEqual([])
  expect(rowOf(id)).toMatchObject({ status: 'confirmed', keys: null })
  await act('stay.checkIn', id)
  await t.must('house.giveKeys', { bookingId: id, keys: 1 })
  expect(await t.must('stay.get', { id })).toMatchObject({ keysOut: 1 })
})

test('a room of another type is an upgrade at the same charge', async () => {
  const id = await arriving({ roomId: null })
  expect(await refusalOf('stay.checkIn', id)).toMatchObject({ code: 'NO_ROOM_YET' })
  await act('stay.checkIn', id, { roomId: t.rooms['201'] })
  const booking = await t.must('booking.get', { id })
  expect(booking).toMatchObject({ roomTypeId: t.dlx, chargedRoomTypeId: t.std, totalMinor: 100_000 })
})

test('after an upgrade a move within the type may charge the room that the guest has', async () => {
  const id = await arriving({ roomId: null })
  await act('stay.checkIn', id, { roomId: t.rooms['201'] })
  const move = (roomId: number, keepCharge: boolean) =>
    act('stay.moveRoom', id, { roomId, keepCharge, reason: 'Noise', accept: ['room-not-ready'] })
  await move(t.rooms['202'], true)
  expect(await t.must('booking.get', { id })).toMatchObject({ chargedRoomTypeId: t.std, totalMinor: 100_000 })
  await move(t.rooms['201'], false)
  expect(await t.must('booking.get', { id })).toMatchObject({ roomTypeId: t.dlx, chargedRoomTypeId: t.dlx })
})

test('what stands against a check-in is named, and asked where an answer lifts it', async () => {
  const first = await arriving()
  await act('stay.checkIn', first)
  const cases: [string, BookingId, More, object][] = [
    ['twice', first, {}, { code: 'NOT_DUE_IN', params: { status: 'in-house' } }],
    ['ahead', await t.book(), {}, { code: 'ARRIVAL_AHEAD' }],
    ['an enquiry', await arriving({ status: 'enquiry', roomId: null }), {}, { code: 'NOT_DUE_IN' }],
    [
      'the same guest again',
      await arriving({ roomId: t.rooms['102'] }),
      {},
      { code: 'GUEST_ELSEWHERE', params: { room: '101' } },
    ],
  ]
  for (const [about, id, more, refusal] of cases)
    expect(await refusalOf('stay.checkIn', id, more), about).toMatchObject(refusal)
  const again = cases[3]?.[1] as BookingId
  await act('stay.checkIn', again, { accept: ['guest-elsewhere'] })
  expect(rowOf(again).accepted).toBe('["guest-elsewhere","not-registered"]')
})

test('a room that became dirty or was taken between the look and Enter', async () => {
  const id = await arriving({ guestId: t.anna })
  const rooms = await t.must('room.list', {})
  const room = rooms.find(({ number }) => number === '101')
  if (!room) throw new Error('no room 101')
  await t.must('room.save', { ...room, housekeeping: 'dirty' })
  expect(await refusalOf('stay.checkIn', id)).toMatchObject({
    code: 'ROOM_NOT_READY',
    params: { room: '101', status: 'dirty' },
  })
  await act('stay.noteArrival', id, { waits: true })
  const review = await t.must('stay.reviewCheckIn', { id })
  expect(review.obstacles).toMatchObject([
    { code: 'ROOM_NOT_READY', question: 'room-not-ready' },
    { code: 'NOT_REGISTERED', question: 'not-registered', params: { names: 'Anna Müller' } },
  ])
  expect(review.arrivedAt).not.toBeNull()
  await act('stay.checkIn', id, { accept: ['room-not-ready'] })
  const other = await arriving({ guestId: t.li, roomId: t.rooms['102'] })
  expect(await refusalOf('stay.checkIn', other, { roomId: t.rooms['101'] })).toMatchObject({
    code: 'ROOM_OCCUPIED',
  })
  expect(rowOf(other)).toMatchObject({ status: 'confirmed', roomId: null })
})

test('a blocking alert stops until it is taken off', async () => {
  const id = await arriving()
  const { guest } = await t.must('guest.profile', { id: t.zhang })
  await t.must('guest.saveAlert', {
    guestId: t.zhang,
    version: guest.version,
    area: 'check-in',
    text: 'Owes for January',
    blocks: 'check-in',
  })
  // Whose it is: in both scripts, and by the guest whose page lifts it
  const stopped = { code: 'ALERT_BLOCKS', params: { guestId: t.zhang, name: 'Zhang Wei 张伟' } }
  expect(await refusalOf('stay.checkIn', id)).toMatchObject(stopped)
})

test('what blocks a departure says whose alert it is', async () => {
  const id = await arriving()
  await act('stay.checkIn', id, { accept: ['not-registered'] })
  const { guest } = await t.must('guest.profile', { id: t.zhang })
  await t.must('guest.saveAlert', {
    guestId: t.zhang,
    version: guest.version,
    area: 'check-out',
    text: 'Broken mirror',
    blocks: 'check-out',
  })
  const { obstacles } = await t.must('stay.reviewCheckOut', { id })
  expect(obstacles).toContainEqual({
    code: 'ALERT_BLOCKS',
    params: { guestId: t.zhang, name: 'Zhang Wei 张伟', alert: 'Broken mirror' },
    question: null,
  })
})

test('who is not registered, and who is not named, is asked for', async () => {
  const id = await arriving({ adults: 2 })
  const reply = await t.call('stay.checkIn', { id, version: await t.version(id) })
  expect(reply).toMatchObject({ refusal: { code: 'PERSONS_UNNAMED', params: { count: 1 } } })
  const review = await t.must('stay.reviewCheckIn', { id })
  expect(review.obstacles.map(({ code }) => code)).toEqual(['PERSONS_UNNAMED', 'NOT_REGISTERED'])
  expect(review.persons).toMatchObject([{ required: true, minor: false }])
  expect(review.persons[0]?.missing).toContain('birthDate')
})

test('a party comes at once: who can’t stays due in with the reason', async () => {
  const ids = [
    await arriving({ roomId: t.rooms['101'] }),
    await arriving({ guestId: t.anna, roomId: null }),
    await arriving({ guestId: t.li, roomId: t.rooms['103'] }),
  ]
  const bookings = await Promise.all(ids.map(async (id) => ({ id, version: await t.version(id) })))
  const answer = await t.must('stay.checkInTogether', { bookings, accept: ['not-registered'] })
  expect(answer.done.map(({ id }) => id)).toEqual([ids[0], ids[2]])
  expect(answer.failed).toMatchObject([{ id: ids[1], code: 'NO_ROOM_YET', question: null }])
})

test('a check-in is reversed while nothing was posted on it', async () => {
  const id = await arriving()
  await act('stay.checkIn', id, { keys: 1 })
  expect(await act('stay.reverseCheckIn', id)).toMatchObject({ ok: true })
  expect(rowOf(id)).toMatchObject({ status: 'confirmed', inOn: null, roomId: null, keys: 1 })
  await act('stay.checkIn', id)
})

test('a check-in that is reversed after a move leaves no registration that is to be sent', async () => {
  const id = await arriving()
  await act('stay.checkIn', id)
  await act('stay.moveRoom', id, { roomId: t.rooms['102'], reason: 'Noise' })
  const registered = async () =>
    (await t.must('registration.list', {})).rows.map(({ event }) => event).toSorted()
  expect(await registered()).toEqual(['arrival', 'move'])
  const reversed = await act('stay.reverseCheckIn', id)
  expect(await registered()).toEqual([])
  await t.must('change.undo', { change: (reversed as { change: number }).change })
  expect(await registered()).toEqual(['arrival', 'move'])
})

test('where rooms are to be inspected, a clean one is asked about at check-in, at a move and in the list', async () => {
  const { version, ...rules } = await t.must('housekeeping.settings', {})
  await t.must('housekeeping.saveSettings', { ...rules, version, inspectionNeeded: true })
  const id = await arriving()
  expect(await refusalOf('stay.checkIn', id)).toMatchObject({ code: 'ROOM_NOT_READY' })
  await act('stay.checkIn', id, { accept: ['room-not-ready'] })
  const move = { roomId: t.rooms['102'], reason: 'Noise' }
  expect(await refusalOf('stay.moveRoom', id, move)).toMatchObject({ code: 'ROOM_NOT_READY' })
  const free = await t.must('room.free', { arrival: today, departure: '2026-03-04' })
  expect(free.map(({ ready }) => ready)).toContain(false)
  expect(free.some(({ ready, housekeeping }) => ready && housekeeping !== 'inspected')).toBe(false)
})

test('a check-out is reversed the same day, with the nights that it freed', async () => {
  const id = await arriving()
  await act('stay.checkIn', id)
  await act('stay.checkOut', id, { accept: ['early-departure'] })
  expect(await act('stay.reverseCheckOut', id)).toMatchObject({ ok: true })
  expect(rowOf(id)).toMatchObject({ status: 'in-house', departure: '2026-03-04', nights: 2, outOn: null })
  await act('stay.checkOut', id, { accept: ['early-departure'] })
  const other = await arriving({ guestId: t.anna, roomId: t.rooms['102'] })
  await act('stay.checkIn', other, { roomId: t.rooms['101'], accept: ['room-not-ready'] })
  expect(await refusalOf('stay.reverseCheckOut', id)).toMatchObject({
    code: 'ROOM_OCCUPIED',
    params: { room: '101', guestId: t.anna },
  })
})

test('a check-out that is reversed leaves the room as it was, unless somebody saw to it or had it since', async () => {
  const roomId = t.rooms['101']
  const [before] = (await t.must('housekeeping.board', {})).rooms.filter(({ id }) => id === roomId)
  const set = async (state: 'clean' | 'dirty') => {
    const { version } = (await t.must('housekeeping.board', {})).rooms.find(({ id }) => id === roomId) ?? {}
    await t.must('housekeeping.setRooms', { rooms: [{ id: roomId, version: version ?? 0, state }] })
  }
  const id = await arriving()
  await act('stay.checkIn', id)
  const leave = () => act('stay.checkOut', id, { accept: ['early-departure'] })
  await leave()
  expect(roomState(roomId)).toBe('dirty')
  const reversed = await act('stay.reverseCheckOut', id)
  expect(reversed).toMatchObject({ output: { roomLeft: null } })
  expect(roomState(roomId)).toBe(before?.state)
  await t.must('change.undo', { change: (reversed as { change: number }).change })
  expect(roomState(roomId)).toBe('dirty')
  await act('stay.reverseCheckOut', id)
  // Of several who left together, the room of this one alone
  const other = await t.book({
    arrival: today,
    departure: '2026-03-04',
    roomId: t.rooms['102'],
    guestId: t.anna,
  })
  await act('stay.checkIn', other)
  const versions = await Promise.all(
    [id, other].map(async (one) => ({ id: one, version: await t.version(one) })),
  )
  await t.must('stay.checkOutTogether', { bookings: versions, accept: ['early-departure'] })
  await act('stay.reverseCheckOut', id)
  expect([roomState(roomId), roomState(t.rooms['102'])]).toEqual([before?.state, 'dirty'])
  // Cleaned and made dirty again: that is another dirt
  await leave()
  await set('clean')
  await set('dirty')
  expect(await act('stay.reverseCheckOut', id)).toMatchObject({
    output: { roomLeft: { number: '101', housekeeping: 'dirty' } },
  })
  expect(roomState(roomId)).toBe('dirty')
  // Another guest had it and left
  await set('clean')
  await leave()
  const third = await t.book({ arrival: today, departure: '2026-03-03', roomId, guestId: t.anna })
  await act('stay.checkIn', third, { accept: ['room-not-ready', 'guest-elsewhere'] })
  await act('stay.checkOut', third, { accept: ['early-departure'] })
  expect(await act('stay.reverseCheckOut', id)).toMatchObject({ output: { roomLeft: { number: '101' } } })
  expect(roomState(roomId)).toBe('dirty')
})

test('a guest moves: the old room is to be cleaned, the nights are of the new one', async () => {
  const id = await arriving()
  await act('stay.checkIn', id)
  expect(await refusalOf('stay.moveRoom', id, { roomId: t.rooms['101'] })).toMatchObject({
    code: 'ROOM_SAME',
  })
  expect(await refusalOf('stay.moveRoom', id, { roomId: t.rooms['102'] })).toMatchObject({
    code: 'REASON_NEEDED',
  })
  await act('stay.moveRoom', id, { roomId: t.rooms['102'], reason: 'Noise' })
  expect(rowOf(id)).toMatchObject({ roomId: t.rooms['102'] })
  expect(roomState(t.rooms['101'])).toBe('dirty')
  await act('stay.moveRoom', id, { roomId: t.rooms['201'], reason: 'Complaint', oldRoom: 'pickup' })
  expect(roomState(t.rooms['102'])).toBe('pickup')
  const booking = await t.must('booking.get', { id })
  expect(booking).toMatchObject({ roomTypeId: t.dlx, chargedRoomTypeId: t.std })
  expect(booking.nights.map(({ roomNumber }) => roomNumber)).toEqual(['201', '201'])
})

test('a planned move is done when the guest moves', async () => {
  const id = await arriving()
  await act('stay.checkIn', id)
  await act('booking.assignRoom', id, { roomId: t.rooms['103'], reason: 'Planned' })
  expect(rowOf(id)).toMatchObject({ roomId: t.rooms['101'] })
  await act('stay.moveRoom', id, { roomId: t.rooms['103'] })
  expect(rowOf(id)).toMatchObject({ roomId: t.rooms['103'] })
})

test('nobody is checked out before arrival, and who owes goes only with the right', async () => {
  const id = await arriving()
  expect(await refusalOf('stay.checkOut', id)).toMatchObject({
    code: 'NOT_IN_HOUSE',
    params: { status: 'confirmed' },
  })
  expect(await refusalOf('stay.reverseCheckOut', id)).toMatchObject({ code: 'NOT_CHECKED_OUT' })
  expect(await refusalOf('stay.reverseCheckIn', id)).toMatchObject({ code: 'NOT_IN_HOUSE' })
})

test('two desks check the same booking in: one is told of the other', async () => {
  const id = await arriving()
  const version = await t.version(id)
  const replies = await Promise.all([
    t.call('stay.checkIn', { id, version, accept: ['not-registered'] }),
    t.deskAs('clerk').call('stay.checkIn', { id, version, accept: ['not-registered'] }),
  ])
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(replies.find(({ ok }) => !ok)).toMatchObject({ fault: { code: 'CONFLICT', entity: 'booking' } })
})

test('a move tells the departments that are named, and its undo takes that back', async () => {
  const id = await arriving()
  await act('stay.checkIn', id)
  const moved = { roomId: t.rooms['102'], reason: 'Noise' }
  expect(await act('stay.moveRoom', id, { ...moved, tell: ['front-office'] })).toMatchObject({ ok: false })
  expect(await act('stay.moveRoom', id, { ...moved, tell: ['housekeeping', 'concierge'] })).toMatchObject({
    ok: true,
  })
  const traces = async () =>
    (await t.must('house.traces', {})).rows.map(({ department, text }) => [department, text])
  expect(await traces()).toEqual(
    expect.arrayContaining([
      ['concierge', 'Bring the luggage from room 101 to 102'],
      ['housekeeping', expect.stringContaining('from room 101 to 102')],
    ]),
  )
  const { rows } = await t.must('change.list', { operation: 'stay.moveRoom' })
  await t.must('change.undo', { change: rows[0]?.seq as number })
  expect(await traces()).toEqual([])
})

test('rules by the clock are the hotel’s own', async () => {
  const { version, ...terms } = await t.must('stay.settings', {})
  expect(terms.departBy).toBe('12:00')
  expect(await t.call('stay.saveSettings', { ...terms, lateHalfUntil: '11:00', version })).toMatchObject({
    refusal: { code: 'TIMES_REVERSED' },
  })
  await t.must('stay.saveSettings', { ...terms, departBy: '13:00', version })
  expect(await t.must('stay.settings', {})).toMatchObject({ departBy: '13:00', version: 1 })
})

test('what is open before a departure is listed', async () => {
  const id = await arriving()
  await act('stay.checkIn', id, { keys: 2 })
  await t.must('request.create', { bookingId: id, kind: 'crib' })
  const review = await t.must('stay.reviewCheckOut', { id })
  expect(review).toMatchObject({
    open: { keys: 2 },
    freedNights: 2,
    balanceMinor: 0,
    requests: [{ kind: 'crib' }],
  })
  expect(review.obstacles).toMatchObject([{ code: 'EARLY_DEPARTURE', question: 'early-departure' }])
})

test('an early arrival is charged once by the hotel’s rule, and taken back like any posting', async () => {
  await t.must('chart.load', { chart: 'cn-small' })
  const id = await arriving()
  const charge = () => t.call('stay.postCharge', { id, kind: 'early-arrival' })
  const early = async () => (await t.must('stay.reviewCheckIn', { id })).early
  expect(await early()).toMatchObject({ part: 'half', chargeMinor: 25_000, posted: false })
  const charged = await charge()
  expect(charged).toMatchObject({ ok: true, output: { amountMinor: 25_000 } })
  expect(await early()).toMatchObject({ posted: true })
  expect(await charge()).toMatchObject({ refusal: { code: 'FEE_POSTED' } })
  await t.must('change.undo', { change: (charged as { change: number }).change })
  expect(await early()).toMatchObject({ posted: false })
  expect(await charge()).toMatchObject({ ok: true })
  // Nobody leaves late who has not come, or whose day of departure has not come
  const late = () => t.call('stay.postCharge', { id, kind: 'late-departure' })
  expect(await late()).toMatchObject({ refusal: { code: 'FEE_NOT_DUE' } })
  await act('stay.checkIn', id)
  expect(await late()).toMatchObject({ refusal: { code: 'FEE_NOT_DUE' } })
  expect(await t.must('stay.reviewCheckOut', { id })).toMatchObject({ balanceMinor: 25_000 })
})

test('after the close and before the morning, the desk is asked for which night', async () => {
  const { version, ...terms } = await t.must('stay.settings', {})
  await t.must('stay.saveSettings', { ...terms, smallHoursUntil: '13:00', version })
  const id = await arriving()
  expect(await refusalOf('stay.checkIn', id)).toMatchObject({
    code: 'SMALL_HOURS',
    params: { night: '2026-03-01', businessDate: today },
  })
  expect(await act('stay.checkIn', id, { accept: ['small-hours'] })).toMatchObject({ ok: true })
  expect(rowOf(id)).toMatchObject({ accepted: '["small-hours","not-registered"]' })
})
