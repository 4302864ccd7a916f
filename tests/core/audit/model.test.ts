import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import { examineNights } from '#db/queries/doctor/nights.ts'
import type { InputOf, OperationName, ReplyOf } from '#shared/contract/index.ts'
import { checkInQuestions, checkOutQuestions } from '#shared/domain/stay/stay.ts'
import { addDays, type BookingId, type BusinessDate, maxDate, minDate } from '#shared/values/index.ts'
import { openFilledApp, type TestApp, testBusinessDate } from '#tests/support/app.ts'
import { closingHotel, freeRoom } from '#tests/support/close.ts'
import type { FolioHotel } from '#tests/support/folio.ts'
import { ledgerFaults } from '#tests/support/ledger-check.ts'

// By hand with more: RUNS=20
const runs = Number(process.env.RUNS ?? 1)
const days = 90

type Booking = {
  status: 'confirmed' | 'in-house' | 'checked-out' | 'cancelled' | 'no-show'
  arrival: BusinessDate
  departure: BusinessDate
  roomId: number | null
}

/** All that a hotel is, as simply as it can be said. */
type Model = {
  date: BusinessDate
  bookings: Map<number, Booking>
  /** The nights that were posted: `booking night`. */
  posted: Set<string>
  /** Rooms that are not clean. */
  dirty: Set<number>
}

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
    'move',
    'extend',
    'cancel',
    'clean',
    'undo',
  ),
  at: fc.nat(50),
  offset: fc.nat(2),
  nights: fc.nat(3),
  flag: fc.boolean(),
})
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never
const day = fc.record({
  acts: fc.array(act, { maxLength: 5 }),
  rest: fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }),
})

type App = TestApp & { made: FolioHotel }
type Table = { app: App; model: Model; undoable: { change: number; before: Model } | null }

async function call<N extends OperationName>(
  table: Table,
  name: N,
  input: InputOf<N>,
  effect: (model: Model) => void,
) {
  const before = structuredClone(table.model)
  const reply = (await table.app.call(name, input)) as ReplyOf<N> & { change?: number }
  if (!reply.ok && 'fault' in reply)
    throw new Error(`${name}: ${JSON.stringify(reply)} ${table.app.defects.at(-1)}`)
  if (!reply.ok) return null
  effect(table.model)
  if (reply.change) table.undoable = { change: reply.change, before }
  return reply.output
}

const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)]
const whose = (model: Model, holds: (one: Booking) => boolean) =>
  [...model.bookings].filter(([, one]) => holds(one)).map(([id]) => id as BookingId)
const due = (model: Model) => whose(model, (one) => one.status === 'confirmed' && one.arrival <= model.date)
const leaving = (model: Model) =>
  whose(model, (one) => one.status === 'in-house' && one.departure <= model.date)

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
  const made = await call(table, 'booking.create', input, () => undefined)
  const one: Booking = { status: 'confirmed', arrival, departure, roomId: null }
  if (made) model.bookings.set((made as { id: number }).id, one)
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

async function checkOut(table: Table, id: BookingId) {
  const input = { id, version: await versionOf(table, id), accept: [...checkOutQuestions], reason: 'Agreed' }
  await call(table, 'stay.checkOut', input, ({ bookings, dirty, date }) => {
    const one = bookings.get(id) as Booking
    Object.assign(one, { status: 'checked-out', departure: minDate(one.departure, date) })
    dirty.add(one.roomId as number)
  })
}

async function settleArrival(table: Table, id: BookingId, way: 'noShow' | 'move', flag: boolean) {
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

async function takeBack(table: Table, id: BookingId) {
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

async function clean(table: Table) {
  const [id] = table.model.dirty
  if (id === undefined) return
  const raw = openRaw(table.app.file, { readonly: true })
  const version = raw.prepare('select version from rooms where id = ?').pluck().get(id) as number
  raw.close()
  await call(
    table,
    'housekeeping.setRooms',
    { rooms: [{ id: id as never, version, state: 'clean' }] },
    ({ dirty }) => {
      dirty.delete(id)
    },
  )
}

/** The state before, or a stated refusal. */
async function undo(table: Table) {
  const { undoable } = table
  table.undoable = null
  if (!undoable) return
  const reply = await table.app.call('change.undo', { change: undoable.change })
  if (!reply.ok && 'fault' in reply) throw new Error(JSON.stringify(reply))
  if (reply.ok) table.model = undoable.before
}

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
      return on(
        whose(model, ({ status }) => status === 'in-house'),
        (id) => checkOut(table, id),
      )
    case 'noShow':
      return on(due(model), (id) => settleArrival(table, id, 'noShow', one.flag))
    case 'move':
      return on(due(model), (id) => settleArrival(table, id, 'move', one.flag))
    case 'takeBack':
      return on(
        whose(model, ({ status }) => status === 'no-show'),
        (id) => takeBack(table, id),
      )
    case 'extend':
      return on(leaving(model), (id) => extend(table, id))
    case 'cancel':
      return on(
        whose(model, ({ status }) => status === 'confirmed'),
        (id) => cancel(table, id),
      )
    case 'clean':
      return clean(table)
    case 'undo':
      return undo(table)
  }
}

/** Settles what keeps the day from being closed, by chance in any of the ways; then closes it. */
async function endDay(table: Table, rest: readonly number[]) {
  for (const [at, id] of due(table.model).entries()) {
    const way = rest[at % rest.length]
    if (way === 0) await checkIn(table, id)
    if (way === 1) await settleArrival(table, id, 'move', true)
    if (table.model.bookings.get(id)?.status === 'confirmed' && due(table.model).includes(id))
      await settleArrival(table, id, 'noShow', false)
  }
  for (const [at, id] of leaving(table.model).entries()) {
    if (rest[at % rest.length] === 2) await extend(table, id)
    if (leaving(table.model).includes(id)) await checkOut(table, id)
  }
  const { app, model } = table
  await app.must('audit.begin', { from: model.date })
  await app.app.closer.idle()
  for (const id of whose(model, ({ status }) => status === 'in-house')) {
    model.posted.add(`room:${id}:${model.date}`)
    model.dirty.add(model.bookings.get(id)?.roomId as number)
  }
  model.date = addDays(model.date, 1)
  table.undoable = null
}

function stateOf(file: string) {
  const raw = openRaw(file, { readonly: true })
  const state = {
    date: raw.prepare('select business_date from settings').pluck().get(),
    bookings: raw.prepare('select id, status, arrival, departure from bookings order by id').all(),
    posted: raw
      .prepare(
        "select origin from postings where origin like 'room:%' and business_date = substr(origin, -10) order by origin",
      )
      .pluck()
      .all(),
    dirty: raw.prepare("select id from rooms where housekeeping = 'dirty' order by id").pluck().all(),
  }
  raw.close()
  return state
}

function stateOfModel({ date, bookings, posted, dirty }: Model) {
  return {
    date,
    bookings: [...bookings]
      .toSorted(([a], [b]) => a - b)
      .map(([id, { status, arrival, departure }]) => ({ id, status, arrival, departure })),
    posted: [...posted].toSorted(),
    dirty: [...dirty].toSorted((a, b) => a - b),
  }
}

async function playDays(app: App, all: readonly { acts: Act[]; rest: number[] }[]) {
  const bookings = new Map<number, Booking>()
  const raw = openRaw(app.file, { readonly: true })
  for (const row of raw.prepare('select id, status, arrival, departure from bookings').all() as (Booking & {
    id: number
  })[])
    bookings.set(row.id, { status: row.status, arrival: row.arrival, departure: row.departure, roomId: null })
  raw.close()
  const model: Model = {
    date: testBusinessDate as BusinessDate,
    bookings,
    posted: new Set(),
    dirty: new Set(),
  }
  const table: Table = { app, model, undoable: null }
  for (const { acts, rest } of all) {
    for (const one of acts) await play(table, one)
    await endDay(table, rest)
    expect(stateOf(app.file)).toEqual(stateOfModel(table.model))
  }
  expect(app.defects).toEqual([])
  expect(ledgerFaults(app.file)).toEqual([])
  const store = openRaw(app.file, { readonly: true })
  expect(examineImages(store, () => undefined)).toEqual([])
  expect(examineNights(store)).toEqual([])
  store.close()
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
