import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Application, compose } from '#core/compose.ts'
import { createEvents } from '#core/kernel/events.ts'
import { writeWith } from '#db/dialect/building.ts'
import type { Writer } from '#db/handles.ts'
import type { AppEvent } from '#shared/contract/index.ts'
import { tempFolder } from '#tests/support/app.ts'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'

let t: BookingHotel
beforeAll(async () => {
  t = await openBookingHotel()
})
afterAll(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const room = { number: '301', floor: 3 } as const

describe('an answer', () => {
  test('says which operation is unknown, in at most eighty characters', async () => {
    expect(await t.desk.call('x'.repeat(100), {})).toEqual({
      ok: false,
      fault: { code: 'UNKNOWN_OPERATION', operation: 'x'.repeat(80) },
    })
  })

  test('to a call without input is that to an empty one, and a desk nobody signed in at has none', async () => {
    expect(await t.desk.call('hotel.state', undefined)).toMatchObject({ ok: true })
    const desk = t.app.desk({ workstation: 'PC', language: 'en' })
    expect(await desk.call('hotel.state', {})).toEqual({ ok: false, fault: { code: 'NOT_SIGNED_IN' } })
    expect(await t.deskAs('clerk').call('room.save', { ...room, roomTypeId: t.std })).toEqual({
      ok: false,
      fault: { code: 'NOT_PERMITTED', needed: 'administrator' },
    })
  })

  test('of a query or a job may be a refusal; a job is asked as jobs are', async () => {
    const unknown = { ok: false, refusal: { code: 'JOB_UNKNOWN', params: { job: 'demo-9' } } }
    expect(await t.call('job.status', { job: 'demo-9' })).toEqual(unknown)
    expect(await t.call('job.cancel', { job: 'demo-9' })).toEqual(unknown)
  })

  test('to a card’s number names the field; searching for one is no writing', async () => {
    const card = '4111 1111 1111 1111'
    const params = { brand: 'visa', last4: '1111' }
    expect(
      await t.call('guest.setTags', { guestId: t.li, version: 1, tags: ['vip', card] as never }),
    ).toMatchObject({ refusal: { code: 'CARD_NUMBER', params: { field: 'tags', ...params } } })
    expect(await t.call('hotel.updateSettings', { version: 1, address: card })).toEqual({
      ok: false,
      fault: {
        code: 'INVALID_INPUT',
        issues: [{ path: ['address'], code: 'invalid.cardNumber', params: { field: 'address', ...params } }],
      },
    })
    expect(await t.call('guest.search', { text: card })).toMatchObject({ ok: true })
  })

  test('to a save: unknown, changed since, taken, or the version that is next', async () => {
    const made = await t.must('room.save', { ...room, roomTypeId: t.std })
    const save = (over: object) => t.call('room.save', { ...room, roomTypeId: t.std, ...made, ...over })
    expect(await save({ id: 99 })).toMatchObject({ refusal: { code: 'ROOM_UNKNOWN', params: { id: 99 } } })
    const conflict = { ok: false, fault: { code: 'CONFLICT', entity: 'room', id: made.id } }
    expect(await save({ version: 5 })).toEqual(conflict)
    expect(await save({ version: undefined })).toEqual(conflict)
    const taken = { refusal: { code: 'NUMBER_TAKEN', params: { number: '101' } } }
    expect(await save({ number: '101' })).toMatchObject(taken)
    expect(await t.call('room.save', { number: '101', floor: 1, roomTypeId: t.std })).toMatchObject(taken)
    expect(await save({ floor: 4 })).toMatchObject({ output: { id: made.id, version: 2 } })
  })
})

test('a change is told to every page: what, by whom and of what; what changes nothing is told to none', async () => {
  const told: AppEvent[] = []
  const leave = t.app.events.on((event) => told.push(event))
  const booking = await t.call('booking.create', t.draft())
  const id = booking.ok ? booking.output.id : 0
  const made = {
    type: 'changed',
    change: (booking.ok && booking.change) as number,
    operation: 'booking.create',
    actor: 'admin',
    entities: [{ kind: 'booking', id }],
  }
  expect(made.change).toBeGreaterThan(0)
  expect(told).toEqual([made])
  const same = await t.call('booking.changeDetails', { id: id as never, version: 1, comment: '' })
  expect(same).toEqual({ ok: true, output: { id, version: 1 } })
  leave()
  await t.must('guest.create', { nativeName: '甲' })
  expect(told).toEqual([made])
  const { rows } = await t.must('booking.changes', { id: id as never })
  expect(rows).toMatchObject([{ operation: 'booking.create', reason: null }])
  await t.must('booking.cancel', { id: id as never, version: 1, reason: 'plans' })
  expect((await t.must('booking.changes', { id: id as never })).rows[0]?.reason).toBe('plans')
})

test('a listener that fails keeps no other from hearing', () => {
  const [errors, heard]: unknown[][] = [[], []]
  const events = createEvents((error) => errors?.push(error))
  events.on(() => {
    throw new Error('deaf')
  })
  events.on((event) => heard?.push(event.type))
  events.send({ type: 'changed' } as AppEvent)
  expect([errors, heard]).toEqual([[new Error('deaf')], ['changed']])
})

test('a file that was handed over is known by its token', () => {
  const file = { path: '/tmp/a.csv', name: 'a.csv', temporary: false }
  const { files } = t.app
  const token = files.give(file)
  expect([files.take(token), files.take('other'), files.all()]).toEqual([file, null, [file]])
})

test('a long work that has the store leaves nothing when it asks for that or fails', async () => {
  const { store } = t.app
  const name = async () => (await t.must('hotel.settings', {})).hotelName
  const before = await name()
  const rename = (tx: Writer) => writeWith(tx).updateTable('settings').set({ hotel_name: 'Other' }).execute()
  const left = { rollBack: true, why: 'cancelled' } as const
  const ended = store.exclusively(async (tx) => {
    await rename(tx)
    return left
  })
  expect(await ended).toEqual(left)
  const failed = store.exclusively(async (tx) => {
    await rename(tx)
    throw new Error('no disk')
  })
  await expect(failed).rejects.toThrow('no disk')
  store.forgetSettings()
  expect(await name()).toBe(before)
  expect(await store.exclusively(async () => null)).toBeNull()
  expect(await store.exclusively(async () => ({ rows: 3 }))).toEqual({ rows: 3 })
})

describe('what is thrown', () => {
  const folder = tempFolder()
  const logged: string[] = []
  let thrown: Error
  let app: Application
  beforeAll(async () => {
    const opened = await compose({
      file: join(folder.path, 'hotel.keyrack'),
      mode: 'either',
      now: () => {
        throw thrown
      },
      log: { defect: (incident) => logged.push(incident), info: () => undefined },
    })
    if ('trouble' in opened) throw new Error(opened.trouble.code)
    app = opened
  })
  afterAll(async () => {
    await app.close()
    folder.remove()
  })
  const answerTo = async (code: string | null) => {
    logged.length = 0
    thrown = Object.assign(new Error('no'), code === null ? {} : { code })
    const reply = await app.desk({ workstation: 'PC', language: 'en' }).call('setup.state', {})
    return { fault: 'fault' in reply ? reply.fault : null, logged }
  }

  test('by a busy store is said so, by a full disk is told with its reason', async () => {
    expect(await answerTo('SQLITE_BUSY')).toEqual({ fault: { code: 'BUSY' }, logged: [] })
    expect(await answerTo('SQLITE_FULL')).toEqual({
      fault: { code: 'STORE', reason: 'full' },
      logged: ['store-full'],
    })
  })

  test.each([[null], ['SQLITE_CONSTRAINT_UNIQUE'], ['SQLITE_CONSTRAINT_FOREIGNKEY']])(
    'otherwise is a defect under its incident: %s',
    async (code) => {
      const { fault } = await answerTo(code)
      expect(fault).toEqual({ code: 'INTERNAL', incident: expect.stringMatching(/^[\da-f]{8}$/) })
      expect(logged).toEqual([(fault as { incident: string }).incident])
    },
  )
})
