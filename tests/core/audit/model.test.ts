import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { examine } from '#core/doctor/examine.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { Housekeeping } from '#shared/domain/room/room.ts'
import { checkInQuestions, checkOutQuestions } from '#shared/domain/stay/stay.ts'
import {
  addDays,
  type BookingId,
  type BusinessDate,
  maxDate,
  minDate,
  type RoomId,
} from '#shared/values/index.ts'
import { openFilledApp, testBusinessDate } from '#tests/support/app.ts'
import { closingHotel, freeRoom } from '#tests/support/close.ts'
import { ledgerFaults } from '#tests/support/ledger-check.ts'
import {
  closeRoom,
  houseState,
  houseStateOf,
  reopenRoom,
  reopenRooms,
  visit,
  visitorLeaves,
} from './model-house.ts'
import {
  type App,
  type Booking,
  call,
  due,
  inHouse,
  inStore,
  leaving,
  type Model,
  pick,
  type Table,
  whose,
} from './model-table.ts'

// By hand with more: RUNS=20
const runs = Number(process.env.RUNS ?? 1)
const days = 90

const act = fc.record({
  kind: fc.constantFrom(
    'book',
    'book',
    'book',
    'checkIn',
    'checkIn',
    'checkIn',
    'checkOut',
    'noShow',
    'takeBack',
    'postpone',
    'extend',
    'redate',
    'changeRoom',
    'planMove',
    'planMove',
    'reverse',
    'cancel',
    'setRoom',
    'setRoom',
    'closeRoom',
    'reopenRoom',
    'visit',
    'visitorLeaves',
    'undo',
    'undo',
  ),
  at: fc.nat(50),
  offset: fc.nat(2),
  nights: fc.nat(3),
  flag: fc.boolean(),
})
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never
const day = fc.record({
  acts: fc.array(act, { maxLength: 8 }),
  rest: fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }),
})

async function versionOf({ app }: Table, id: BookingId) {
  return (await app.must('booking.get', { id })).version
}

async function book(table: Table, { at, offset, nights, flag }: Act) {
  const { app, model } = table
  const arrival = addDays(model.date, offset)
  const departure = addDays(arrival, nights)
  const { types, guests, plan } = app.made
  const input = {
    guestId: pick(Object.values(guests), at) as never,
    arrival,
    departure,
    roomTypeId: (flag ? types.DLX : types.STE) as never,
    ratePlanId: plan,
  }
  await call(table, 'booking.create', input, ({ bookings }, { id }) => {
    bookings.set(id, { status: 'confirmed', arrival, departure, roomId: null })
  })
}

async function checkIn(table: Table, id: BookingId) {
  const { app, model } = table
  const { version, arrival, departure, roomTypeId } = await app.must('booking.get', { id })
  const roomId = freeRoom(app.file, roomTypeId, maxDate(arrival, model.date), departure)
  if (roomId === undefined) return
  const input = { id, version, roomId, accept: [...checkInQuestions] }
  await call(table, 'stay.checkIn', input, ({ bookings }) => {
    Object.assign(bookings.get(id) as Booking, { status: 'in-house', roomId })
  })
}

/** Another free room of the type, now. */
async function changeRoom(table: Table, id: BookingId, oldRoom: Housekeeping) {
  const { app, model } = table
  const { version, departure, roomTypeId } = await app.must('booking.get', { id })
  const roomId = freeRoom(app.file, roomTypeId, model.date, departure)
  if (roomId === undefined) return
  const input = { id, version, roomId, oldRoom, reason: 'Noise', accept: ['room-not-ready' as const] }
  await call(table, 'stay.moveRoom', input, ({ bookings, rooms }) => {
    const one = bookings.get(id) as Booking
    rooms.set(one.roomId as number, oldRoom)
    one.roomId = roomId
  })
}

/** Another room of any type from a night on: the guest is where they are. */
async function planMove(table: Table, id: BookingId, { offset, flag }: Act) {
  const { app, model } = table
  const { version, departure } = await app.must('booking.get', { id })
  const from = addDays(model.date, offset)
  const type = (flag ? app.made.types.DLX : app.made.types.STE) as never
  const roomId = freeRoom(app.file, type, from, departure)
  if (roomId === undefined) return
  const input = { id, version, roomId, from, keepCharge: flag, reason: 'The suite' }
  await call(table, 'stay.planMove', input, () => undefined)
}

/** Stays longer or shorter. */
async function redate(table: Table, id: BookingId, departure: BusinessDate) {
  const { version, arrival } = await table.app.must('booking.get', { id })
  await call(table, 'booking.changeDates', { id, version, arrival, departure }, ({ bookings }) => {
    Object.assign(bookings.get(id) as Booking, { departure })
  })
}

async function reverse(table: Table, id: BookingId) {
  const input = { id, version: await versionOf(table, id) }
  await call(table, 'stay.reverseCheckIn', input, ({ bookings }) => {
    Object.assign(bookings.get(id) as Booking, { status: 'confirmed', roomId: null })
  })
}

async function checkOut(table: Table, id: BookingId) {
  const input = { id, version: await versionOf(table, id), accept: [...checkOutQuestions], reason: 'Agreed' }
  await call(table, 'stay.checkOut', input, ({ bookings, rooms, date }) => {
    const one = bookings.get(id) as Booking
    Object.assign(one, { status: 'checked-out', departure: minDate(one.departure, date) })
    rooms.set(one.roomId as number, 'dirty')
  })
}

async function settleArrival(table: Table, id: BookingId, way: 'noShow' | 'postpone', flag: boolean) {
  const bookings = [{ id, version: await versionOf(table, id) }]
  if (way === 'noShow')
    return call(
      table,
      'audit.noShow',
      { bookings, ...(flag ? { fee: 'none', reason: 'Agreed' } : {}) },
      (model) => {
        Object.assign(model.bookings.get(id) as Booking, { status: 'no-show' })
      },
    )
  return call(table, 'audit.moveArrivals', { bookings, keepNights: flag }, (model) => {
    const one = model.bookings.get(id) as Booking
    const arrival = addDays(model.date, 1)
    const nights = (Date.parse(one.departure) - Date.parse(one.arrival)) / 86_400_000
    const departure = !flag && one.departure > arrival ? one.departure : addDays(arrival, nights)
    Object.assign(one, { arrival, departure })
  })
}

async function extend(table: Table, id: BookingId) {
  const bookings = [{ id, version: await versionOf(table, id) }]
  return call(table, 'audit.extendStays', { bookings }, (model) => {
    Object.assign(model.bookings.get(id) as Booking, { departure: addDays(model.date, 1) })
  })
}

async function takeBackNoShow(table: Table, id: BookingId) {
  const input = { id, version: await versionOf(table, id) }
  await call(table, 'audit.takeBackNoShow', input, (model) => {
    const one = model.bookings.get(id) as Booking
    Object.assign(one, { status: 'confirmed', arrival: maxDate(one.arrival, model.date) })
  })
}

async function cancel(table: Table, id: BookingId) {
  const input = { id, version: await versionOf(table, id), reason: 'Ill' }
  await call(table, 'booking.cancel', input, ({ bookings }) => {
    Object.assign(bookings.get(id) as Booking, { status: 'cancelled' })
  })
}

const states: readonly Housekeeping[] = ['clean', 'dirty', 'pickup', 'inspected']

async function setRoom(table: Table, { at, offset, flag }: Act) {
  const { rooms } = table.model
  const id = pick([...rooms.keys()], at) as RoomId
  const state = pick(states, offset + Number(flag)) as Housekeeping
  const version = inStore(table.app.file, (raw) =>
    raw.prepare('select version from rooms where id = ?').pluck().get(id),
  ) as number
  await call(table, 'housekeeping.setRooms', { rooms: [{ id, version, state }] }, (model) => {
    model.rooms.set(id, state)
  })
}

/** Undoes one of the last acts: what it changed is as before it, and nobody changed that since; or it is refused. */
async function undo(table: Table, at: number) {
  const act = pick(table.done.slice(-8), at)
  if (!act) return
  const before = structuredClone(table.model)
  const reply = await table.app.call('change.undo', { change: act.change })
  if (!reply.ok && 'fault' in reply) throw new Error(JSON.stringify(reply))
  if (!reply.ok) return
  const { model } = table
  takeBack(model.bookings, act.before.bookings, act.after.bookings)
  takeBack(model.rooms, act.before.rooms, act.after.rooms)
  takeBack(model.closures, act.before.closures, act.after.closures)
  takeBack(model.visitors, act.before.visitors, act.after.visitors)
  const change = (reply as { change?: number }).change as number
  table.done = [...table.done.filter((one) => one !== act), { change, before, after: structuredClone(model) }]
}

/** By field: what an act did not change may have been changed since. */
function takeBack(now: Map<number, unknown>, before: Map<number, unknown>, after: Map<number, unknown>) {
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [was, became] = [before.get(id), after.get(id)]
    if (isDeepStrictEqual(was, became)) continue
    const is = now.get(id)
    if (isRecord(was) && isRecord(became) && isRecord(is)) {
      const changed = Object.keys(was).filter((field) => was[field] !== became[field])
      for (const field of changed) {
        expect([id, field, is[field]]).toEqual([id, field, became[field]])
        is[field] = was[field]
      }
    } else {
      expect([id, is]).toEqual([id, became])
      if (was === undefined) now.delete(id)
      else now.set(id, structuredClone(was))
    }
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object'

async function play(table: Table, one: Act) {
  const { model } = table
  const among = (ids: BookingId[]) => pick(ids, one.at)
  const on = async (ids: BookingId[], run: (id: BookingId) => Promise<unknown>) => {
    const id = among(ids)
    if (id !== undefined) await run(id)
  }
  switch (one.kind) {
    case 'book':
      return book(table, one)
    case 'checkIn':
      return on(due(model), (id) => checkIn(table, id))
    case 'checkOut':
      return on(inHouse(model), (id) => checkOut(table, id))
    case 'noShow':
      return on(due(model), (id) => settleArrival(table, id, 'noShow', one.flag))
    case 'postpone':
      return on(due(model), (id) => settleArrival(table, id, 'postpone', one.flag))
    case 'takeBack':
      return on(
        whose(model, ({ status }) => status === 'no-show'),
        (id) => takeBackNoShow(table, id),
      )
    case 'redate':
      return on(inHouse(model), (id) => redate(table, id, addDays(model.date, one.nights)))
    case 'changeRoom':
      return on(inHouse(model), (id) => changeRoom(table, id, one.flag ? 'dirty' : 'pickup'))
    case 'planMove':
      return on(inHouse(model), (id) => planMove(table, id, one))
    case 'reverse':
      return on(inHouse(model), (id) => reverse(table, id))
    case 'extend':
      return on(leaving(model), (id) => extend(table, id))
    case 'cancel':
      return on(
        whose(model, ({ status }) => status === 'confirmed'),
        (id) => cancel(table, id),
      )
    case 'setRoom':
      return setRoom(table, one)
    case 'closeRoom':
      return closeRoom(table, one)
    case 'reopenRoom':
      return reopenRoom(table, one)
    case 'visit':
      return visit(table, one)
    case 'visitorLeaves':
      return visitorLeaves(table, one)
    case 'undo':
      return undo(table, one.at)
  }
}

/** Settles what keeps the day from being closed, by chance in any of the ways; then closes it. */
async function endDay(table: Table, rest: readonly number[]) {
  for (const [at, id] of due(table.model).entries()) {
    const way = rest[at % rest.length]
    if (way === 0) await checkIn(table, id)
    if (way === 1) await settleArrival(table, id, 'postpone', true)
    // Who was charged the fee of a closed date before, and does not come again, is not charged another
    for (const free of [false, true])
      if (due(table.model).includes(id)) await settleArrival(table, id, 'noShow', free)
  }
  for (const [at, id] of leaving(table.model).entries()) {
    if (rest[at % rest.length] === 2) await extend(table, id)
    if (leaving(table.model).includes(id)) await checkOut(table, id)
  }
  const { app, model } = table
  await app.must('audit.begin', { from: model.date })
  await app.app.closer.idle()
  for (const id of inHouse(model)) {
    model.posted.add(`room:${id}:${model.date}`)
    model.rooms.set(model.bookings.get(id)?.roomId as number, 'dirty')
  }
  model.date = addDays(model.date, 1)
  reopenRooms(model, model.date)
}

function stateOf(file: string) {
  return inStore(file, (raw) => ({
    date: raw.prepare('select business_date from settings').pluck().get(),
    bookings: raw.prepare('select id, status, arrival, departure from bookings order by id').all(),
    posted: raw
      .prepare(
        "select origin from postings where origin like 'room:%' and business_date = substr(origin, -10) order by origin",
      )
      .pluck()
      .all(),
    rooms: raw.prepare('select id, housekeeping from rooms order by id').raw().all(),
    occupied: raw
      .prepare(
        "select s.room_id, b.id from stays s join bookings b on b.id = s.booking_id where b.status = 'in-house' order by 1",
      )
      .raw()
      .all(),
    twice: raw
      .prepare(
        'select room_id, night from room_nights where live = 1 and room_id > 0 group by 1, 2 having count(*) > 1',
      )
      .all(),
  }))
}

function stateOfModel({ date, bookings, posted, rooms }: Model) {
  const all = [...bookings].toSorted(([a], [b]) => a - b)
  const occupied = all.flatMap(([id, one]) => (one.status === 'in-house' ? [[one.roomId, id]] : []))
  return {
    date,
    bookings: all.map(([id, { status, arrival, departure }]) => ({ id, status, arrival, departure })),
    posted: [...posted].toSorted(),
    rooms: [...rooms].toSorted(([a], [b]) => a - b),
    occupied: occupied.toSorted(([a], [b]) => Number(a) - Number(b)),
    twice: [],
  }
}

/** The model of the hotel before the first day. */
function modelOf(file: string): Model {
  const { bookings, rooms } = stateOf(file)
  const known = (bookings as (Booking & { id: number })[]).map(
    ({ id, status, arrival, departure }) => [id, { status, arrival, departure, roomId: null }] as const,
  )
  return {
    date: testBusinessDate as BusinessDate,
    bookings: new Map(known),
    posted: new Set(),
    rooms: new Map(rooms as [number, Housekeeping][]),
    closures: new Map(),
    visitors: new Map(),
  }
}

async function playDays(app: App, all: readonly { acts: Act[]; rest: number[] }[]) {
  const table: Table = { app, model: modelOf(app.file), done: [] }
  for (const { acts, rest } of all) {
    for (const one of acts) await play(table, one)
    await endDay(table, rest)
    expect(stateOf(app.file)).toEqual(stateOfModel(table.model))
    expect(houseState(app.file)).toEqual(houseStateOf(table.model))
  }
  expect(app.defects).toEqual([])
  expect(ledgerFaults(app.file)).toEqual([])
  const rawReader = openRaw(app.file, { readonly: true })
  expect((await examine({ rawReader }, () => 0)).findings).toEqual([])
  rawReader.close()
}

test('random days of a hotel, each closed, come out as a simple model says', async () => {
  const length = { minLength: days, maxLength: days }
  await fc.assert(
    fc.asyncProperty(fc.array(day, length), async (all) => {
      const app = await openFilledApp(import.meta.filename, closingHotel)
      try {
        await playDays(app, all)
      } finally {
        await app.close()
      }
    }),
    { numRuns: runs, endOnFailure: true, ...(process.env.SEED ? { seed: Number(process.env.SEED) } : {}) },
  )
}, 3_600_000)
