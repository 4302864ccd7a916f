import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Application, compose } from '#core/compose.ts'
import { createEvents } from '#core/kernel/events.ts'
import { writeWith } from '#db/dialect/building.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { Writer } from '#db/handles.ts'
import type { AppEvent } from '#shared/contract/index.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { openTestApp, tempFolder } from '#tests/support/app.ts'
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
      fault: { code: 'NOT_PERMITTED', needed: 'settings-rooms', who: 'Ada Min' },
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
    expect(await save({ id: 99, version: undefined })).toMatchObject({ fault: { code: 'CONFLICT', id: 99 } })
    const taken = { refusal: { code: 'NUMBER_TAKEN', params: { number: '101' } } }
    expect(await save({ number: '101' })).toMatchObject(taken)
    expect(await t.call('room.save', { number: '101', floor: 1, roomTypeId: t.std })).toMatchObject(taken)
    expect(await save({ floor: 4 })).toMatchObject({ output: { id: made.id, version: 2 } })
  })
})

describe('the one who asks', () => {
  test('is answered in the language of the call, or else of the desk', async () => {
    const guestId = t.anna
    await t.must('guest.update', { id: guestId, version: 1, nativeName: '安娜' })
    const id = await t.book()
    const desk = t.deskAs('clerk')
    const shown = async (language?: 'zh' | 'en') => {
      const change = { kind: 'guests', guestId }
      const reply = await desk.call('booking.previewChange', { id, change }, undefined, language)
      return reply.ok ? (reply.output as { facts: { after: string }[] }).facts[0]?.after : reply
    }
    const [en, zh] = ['Müller Anna 安娜', '安娜 Müller Anna']
    expect([await shown(), await shown('zh'), await shown('en')]).toEqual([en, zh, en])
    desk.setLanguage('zh')
    expect([await shown(), await shown('en')]).toEqual([zh, en])
  })

  test('signs in under the own name, and is nobody after signing out', async () => {
    const heard: AppEvent[] = []
    const leave = t.app.events.on((event) => heard.push(event))
    const desk = t.app.desk({ workstation: 'PC', language: 'en' })
    expect(await desk.call('access.signIn', { login: 'admin', password: 'correct horse' })).toMatchObject({
      ok: true,
    })
    expect(heard).toMatchObject([{ operation: 'access.signIn', actor: 'admin' }])
    expect(desk.user()).toMatchObject({ login: 'admin' })
    expect(await desk.call('access.signOut', {})).toMatchObject({ ok: true })
    leave()
    expect(desk.user()).toBeNull()
    expect(await desk.call('hotel.state', {})).toMatchObject({ fault: { code: 'NOT_SIGNED_IN' } })
  })

  test('at the command line before the first run finds a hotel without a name', async () => {
    const empty = await openTestApp({ setUp: false })
    expect(await empty.deskAs('clerk').call('hotel.state', {})).toMatchObject({
      output: {
        hotelName: '',
        language: 'en',
        currency: 'CNY',
        timeZone: 'UTC',
        country: 'CHN',
        businessDate: '1970-01-01',
      },
    })
    await empty.close()
  })

  test('hears of each field whether it is missing or wrong', async () => {
    expect(await t.desk.call('room.save', { number: '301', floor: 'x' })).toMatchObject({
      fault: {
        issues: [
          { path: ['roomTypeId'], code: 'invalid.required' },
          { path: ['floor'], code: 'invalid.number' },
        ],
      },
    })
  })
})

describe('a command', () => {
  test('is known by the number it was answered with: the undo of it names it', async () => {
    const made = await t.call('guest.create', { nativeName: '孙一' })
    const change = (made.ok && made.change) as number
    const newest = async () => (await t.must('change.list', { limit: 1 })).rows[0]
    expect(await newest()).toMatchObject({ command: change, operation: 'guest.create', undoes: null })
    await t.must('change.undo', { change })
    expect(await newest()).toMatchObject({ operation: 'change.undo', undoes: change })
  })

  test('whose work others stand on is not undone', async () => {
    const names = { nameEn: 'Suite', nameZh: '套房', maxPersons: 2, baseRateMinor: 90_000 }
    const made = await t.call('room.saveType', { code: 'SUI', ...names })
    const roomTypeId = (made.ok && made.output.id) as never
    await t.must('room.save', { number: '501', floor: 5, roomTypeId })
    expect(await t.call('change.undo', { change: (made.ok && made.change) as number })).toMatchObject({
      refusal: { code: 'STANDS_ON', params: { why: 'on', what: 'room' } },
    })
  })

  test('that breaks off is logged with what was thrown, leaves nothing, and keeps no other from its turn', async () => {
    const raw = openRaw(t.file, { readonly: false })
    const before = (await t.must('change.list', { limit: 1 })).rows[0]?.seq ?? 0
    raw.exec("create trigger full before insert on guests begin select raise(abort, 'no more guests'); end")
    expect(await t.call('guest.create', { nativeName: '孙二' })).toMatchObject({
      fault: { code: 'INTERNAL' },
    })
    raw.exec('drop trigger full')
    raw.close()
    expect(t.defects.splice(0).map(String)).toEqual([expect.stringContaining('no more guests')])
    await t.must('guest.create', { nativeName: '孙三' })
    expect((await t.must('change.list', { limit: 1 })).rows[0]?.seq).toBe(before + 1)
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

test('what a long work answers may be anything', async () => {
  for (const answer of [0, 'rollBack', undefined, true, { rollback: true }])
    expect(await t.app.store.exclusively(async () => answer)).toEqual(answer)
})

test('rows in bulk go into the log before the next command’s, and what was kept meanwhile is forgotten', async () => {
  const { store } = t.app
  const header = {
    moment: '2026-03-02T05:00:00.000Z',
    businessDate: '2026-03-02' as BusinessDate,
    actor: 'cli:import',
    workstation: 'PC',
    operation: 'import.run',
    reason: null,
    requestId: null,
    undoes: null,
  }
  const entry = { entity: 'guest', entityId: t.li, bookingId: null, before: {}, after: { language: 'fr' } }
  const seq = (await store.exclusively(async (_tx, bulk) => bulk.insertChange(header, entry))) as number
  await t.must('guest.create', { nativeName: '丁' })
  const { rows } = await t.must('change.list', { limit: 2 })
  expect(rows.map((row) => [row.seq, row.operation])).toEqual([
    [seq + 1, 'guest.create'],
    [seq, 'import.run'],
  ])
  const isNew = () => store.exclusively(async (_tx, bulk) => bulk.keys('seen').add('a', 1))
  expect([await isNew(), await isNew()]).toEqual([true, true])
})

test('who closes waits for what has the store', async () => {
  const own = await openTestApp()
  const { promise, resolve } = Promise.withResolvers<void>()
  const work = own.app.store.exclusively(async () => {
    await promise
    return 'written'
  })
  const closing = own.close()
  await new Promise(setImmediate)
  resolve()
  expect(await work).toBe('written')
  await closing
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
