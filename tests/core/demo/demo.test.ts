import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Application, compose } from '#core/compose.ts'
import { demoDate } from '#core/demo/options.ts'
import { examine } from '#core/doctor/examine.ts'
import { handleOver, openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import { readRoles } from '#db/queries/guest/roles.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { loadGuest } from '#db/repositories/guest/repository.ts'
import { loadMembership } from '#db/repositories/loyalty/memberships.ts'
import { loadRequest } from '#db/repositories/request/repository.ts'
import { applied, type Image } from '#shared/domain/change/change.ts'
import { checkDocumentNumber } from '#shared/domain/document/document.ts'
import { checkContact } from '#shared/domain/guest/contacts.ts'
import { exampleProgrammes } from '#shared/domain/loyalty/examples.ts'
import { tierHistory } from '#shared/domain/loyalty/progress.ts'
import { loyaltyStays } from '#shared/domain/loyalty/stays.ts'
import type { BookingId, BusinessDate, RequestId } from '#shared/values/index.ts'
import { tempFolder } from '#tests/support/app.ts'
import { wholeLog } from '#tests/support/whole-log.ts'

const folder = tempFolder()
afterAll(folder.remove)

type Asked = { seed: number; rooms?: number; years?: number; guests?: number; bookings?: number }

async function open(name: string): Promise<Application> {
  const app = await compose({
    file: `${folder.path}/${name}.keyrack`,
    mode: 'either',
    log: {
      defect: (_incident, error) => {
        throw error
      },
      info: () => undefined,
    },
  })
  if ('trouble' in app) throw new Error(app.trouble.code)
  return app
}

async function fill(app: Application, asked: Asked) {
  const user = {
    id: null,
    login: 'cli:test',
    name: '',
    role: 'administrator' as const,
    language: 'zh' as const,
  }
  const desk = app.desk({ workstation: 'TEST', language: 'zh', user })
  const reply = await desk.call('job.startDemo', asked)
  if (!reply.ok) return reply
  return app.jobs.ended((reply.output as { job: string }).job)
}

async function demo(name: string, asked: Asked): Promise<string> {
  const app = await open(name)
  expect(await fill(app, asked)).toMatchObject({ state: 'done' })
  await app.close()
  return `${folder.path}/${name}.keyrack`
}

const small = { seed: 3, rooms: 30, years: 1 }
/** Enough of a hotel for what does not depend on how many come. */
const tiny = { seed: 7, rooms: 6, years: 1 }
let file = ''
let raw: RawDatabase

beforeAll(async () => {
  file = await demo('small', small)
  raw = openRaw(file, { readonly: true })
})
afterAll(() => raw.close())

const all = <T>(sql: string, ...values: unknown[]) => raw.prepare(sql).all(...values) as T[]
const count = (sql: string) => raw.prepare(sql).pluck().get() as number

type Joined = { id: number; guest_id: number; joined_on: BusinessDate }

async function expectRightTiers(db: ReturnType<typeof handleOver>, { id, guest_id, joined_on }: Joined) {
  const parameters = exampleProgrammes[0]!.parameters
  const stays = loyaltyStays(await readRoles(db, guest_id as never))
  const steps = tierHistory(parameters, { joinedOn: joined_on }, stays, demoDate)
  const found = await loadMembership(db, id)
  const held = Object.values(found?.image.tiers ?? {}).map(({ tier, since }) => [tier, since])
  expect(held, `member ${id}`).toEqual(steps.map(({ tier, from }) => [tier, from]))
}

function tables(of: RawDatabase): Record<string, unknown[]> {
  const names = of
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'guest_search%' order by name",
    )
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    names.map((name) => [name, of.prepare(`select * from ${name} order by 1, 2`).all()]),
  )
}

describe('a demo hotel', () => {
  test('is the same for the same seed, and another for another', async () => {
    const one = openRaw(await demo('one', tiny), { readonly: true })
    const other = openRaw(await demo('again', tiny), { readonly: true })
    const [a, b] = [tables(one), tables(other)]
    // A password's hash has salt of its own, and the log its stamp: each log has its own chain of hashes.
    for (const { users = [], changes = [], change_head = [] } of [a, b]) {
      for (const row of [...users, ...changes, ...change_head] as { [column: string]: unknown }[]) {
        delete row.password_hash
        delete row.hash
        delete row.salt
        if (row.entity === 'user') row.after = String(row.after).replace(/,"passwordSet":"[^"]+"/, '')
      }
    }
    expect(a).toEqual(b)
    one.close()
    other.close()
    const third = openRaw(await demo('other', { ...tiny, seed: 8 }), { readonly: true })
    expect(tables(third).guests).not.toEqual(a.guests)
    third.close()
  })

  test('has nothing that the doctor finds fault with', async () => {
    expect((await examine({ rawReader: raw }, () => 0)).findings).toEqual([])
  })

  test('lies before its business date, in the order of its log', () => {
    expect(count("select business_date = '2026-03-02' and origin = 'demo' from settings")).toBe(1)
    expect(demoDate).toBe('2026-03-02')
    const later =
      'select count(*) from changes a join changes b on b.seq = a.seq + 1 where b.moment < a.moment'
    expect(count(later)).toBe(0)
    expect(count(`select count(*) from changes where business_date > '${demoDate}'`)).toBe(0)
    expect(count(`select count(*) from bookings where created_on > '${demoDate}'`)).toBe(0)
  })

  test('never lets more of a type than there are rooms', () => {
    const over = all(`select night, room_type_id, count(*) n from room_nights where live = 1 group by 1, 2
      having n > (select count(*) from rooms r where r.room_type_id = room_nights.room_type_id)`)
    expect(over).toEqual([])
    const wrong = all(`select n.id from room_nights n join rooms r on r.id = n.room_id
      where r.room_type_id <> n.room_type_id`)
    expect(wrong).toEqual([])
  })

  test('has bookings and requests in every state, and all kinds of people and documents', () => {
    const values = (sql: string) => raw.prepare(sql).pluck().all()
    expect(values('select distinct status from bookings order by 1')).toEqual([
      'cancelled',
      'checked-out',
      'confirmed',
      'enquiry',
      'in-house',
      'no-show',
      'waitlisted',
    ])
    expect(values('select distinct status from requests order by 1')).toEqual([
      'acknowledged',
      'declined',
      'done',
      'open',
    ])
    expect(
      count(`select count(*) from bookings where status = 'confirmed' and arrival = '${demoDate}'`),
    ).toBeGreaterThan(1)
    expect(
      count(`select count(*) from bookings where status = 'in-house' and departure = '${demoDate}'`),
    ).toBeGreaterThan(0)
    expect(values('select distinct blocks from guest_alerts')).toContain('check-in')
    expect(count('select count(distinct nationality) from guests')).toBeGreaterThan(12)
    expect(
      count("select count(*) * 1.0 / (select count(*) from guests) from guests where nationality = 'CHN'"),
    ).toBeCloseTo(0.7, 1)
    const rooms = count('select count(*) from rooms')
    const nights = count(
      `select count(*) from room_nights where live = 1 and night < '${demoDate}' and night >= '2025-09-02'`,
    )
    expect(nights / rooms / 181).toBeGreaterThan(0.5)
    expect(nights / rooms / 181).toBeLessThan(0.9)
  })

  test('has rooms as their guests left them, and all that it has is in use', () => {
    const slept = (night: string, also: string) =>
      `exists (select 1 from room_nights n join bookings b on b.id = n.booking_id
        where n.room_id = r.id and n.live = 1 and n.night = '${night}' ${also})`
    const used = `exists (select 1 from day_uses d join bookings b on b.id = d.booking_id
      where d.room_id = r.id and b.status = 'in-house')`
    const [last, gone] = ['2026-03-01', "and b.status = 'in-house'"]
    // Whoever was moved yesterday after the round left the room as it is till the attendant of today comes to it
    const movedOut = `exists (select 1 from room_nights n join bookings b on b.id = n.booking_id
      where n.room_id = r.id and n.live = 1 and n.night < '${last}' and b.status = 'in-house')`
    const rooms = all<{ housekeeping: string; vacant: number; occupied: number }>(
      `select housekeeping, not ${slept(last, '')} and not ${slept(demoDate, gone)} and not ${used}
        and not (housekeeping = 'dirty' and ${movedOut}) as vacant,
        ${slept(demoDate, gone)} or ${used} as occupied from rooms r`,
    )
    const states = (of: 'vacant' | 'occupied') =>
      rooms.filter((room) => room[of]).map((room) => room.housekeeping)
    expect(states('vacant').length).toBeGreaterThan(3)
    expect(states('vacant')).not.toContain('dirty')
    expect(states('occupied').length).toBeGreaterThan(3)
    // Made ready for who came this morning, left dirty by the night, or made by now
    for (const state of states('occupied')) expect(['clean', 'inspected', 'dirty']).toContain(state)
    for (const table of ['accounts', 'rooms', 'room_types', 'rate_plans', 'programmes', 'users'])
      expect([table, count(`select count(*) from ${table} where active = 0`)]).toEqual([table, 0])
  })

  test('has contacts and documents that the front desk would have taken', () => {
    for (const { kind, value } of all<{ kind: 'mobile'; value: string }>(
      'select kind, value from guest_contacts',
    )) {
      const checked = checkContact(kind, value, 'CN')
      expect(checked, value).toMatchObject({ ok: true, value: { value } })
    }
    expect(
      count("select count(*) from guest_contacts where kind = 'email' and value not like '%example.%'"),
    ).toBe(0)
    for (const { kind, number } of all<{ kind: 'passport'; number: string }>(
      'select kind, number from guest_documents',
    )) {
      const checked = checkDocumentNumber(kind, number, demoDate)
      expect(checked, number).toMatchObject({ ok: true, value: { number } })
    }
    const facts = all<{
      number: string
      birth_date: string
      gender: string
    }>(`select d.number, g.birth_date, g.gender
      from guest_documents d join guests g on g.id = d.guest_id where d.kind = 'resident-id'`)
    for (const { number, birth_date, gender } of facts) {
      expect(checkDocumentNumber('resident-id', number)).toMatchObject({
        value: { facts: { birthDate: birth_date, gender } },
      })
    }
  })

  test('has a log that replays to what stands, for every thing it tells of', async () => {
    const db = handleOver(raw)
    type Row = { entity: string; entity_id: number; before: string | null; after: string | null }
    const images = new Map<string, Image | null>()
    const versions = new Map<string, number>()
    for (const row of all<Row>(`select entity, entity_id, before, after from ${wholeLog} order by seq`)) {
      const key = `${row.entity} ${row.entity_id}`
      const before = images.get(key) ?? null
      const change = {
        before: row.before && JSON.parse(row.before),
        after: row.after && JSON.parse(row.after),
      }
      // What the row says was there before is what was there.
      if (before && change.before)
        expect(applied(before, { before: {}, after: change.before }), key).toEqual(before)
      images.set(key, applied(before, change))
      versions.set(key, (versions.get(key) ?? 0) + 1)
    }
    const loaders: Record<string, (id: number) => Promise<{ image: unknown; version: number } | null>> = {
      booking: (id) => loadBooking(db, id as BookingId),
      guest: (id) => loadGuest(db, id),
      request: (id) => loadRequest(db, id as RequestId),
      membership: (id) => loadMembership(db, id),
    }
    const seen: Record<string, number> = {}
    for (const [key, image] of images) {
      const [entity = '', id] = key.split(' ')
      const found = await loaders[entity]?.(Number(id))
      if (!found) continue
      expect(found.image, key).toEqual(image)
      expect(found.version, key).toBe(versions.get(key))
      seen[entity] = (seen[entity] ?? 0) + 1
    }
    for (const table of ['bookings', 'guests', 'requests', 'memberships']) {
      expect(seen[table.slice(0, -1)]).toBe(count(`select count(*) from ${table}`))
    }
  })

  test('gives each member the tier that the programme’s rules give', async () => {
    const db = handleOver(raw)
    for (const member of all<Joined>('select id, guest_id, joined_on from memberships'))
      await expectRightTiers(db, member)
  })

  test('has as many guests and bookings as asked for', async () => {
    const many = openRaw(await demo('many', { seed: 3, guests: 300, bookings: 600 }), { readonly: true })
    expect(many.prepare('select count(*) from guests').pluck().get()).toBe(300)
    expect(many.prepare('select count(*) from bookings').pluck().get()).toBe(600)
    many.close()
  })

  test('older than the log: what came over is told in one row, and still replays', async () => {
    const old = openRaw(await demo('old', { seed: 5, rooms: 5, years: 5 }), { readonly: true })
    const db = handleOver(old)
    const rows = old
      .prepare("select entity_id as id from changes where entity = 'booking' and operation = 'job.startDemo'")
      .pluck()
      .all() as number[]
    expect(rows.length).toBeGreaterThan(200)
    for (const id of rows) {
      const changes = old
        .prepare(
          `select before, after from ${wholeLog} where entity = 'booking' and entity_id = ? order by seq`,
        )
        .all(id)
      let image: Image | null = null
      for (const { before, after } of changes as { before: string | null; after: string }[]) {
        image = applied(image, { before: before && JSON.parse(before), after: JSON.parse(after) })
      }
      expect((await loadBooking(db, id as BookingId))?.image).toEqual(image)
    }
    const guests = old.prepare(
      "select entity_id, count(*) as rows from changes where entity = 'guest' group by 1 limit 300",
    )
    for (const { entity_id, rows: told } of guests.all() as { entity_id: number; rows: number }[])
      expect([entity_id, (await loadGuest(db, entity_id))?.version]).toEqual([entity_id, told])
    const members = old.prepare('select id, guest_id, joined_on from memberships').all() as Joined[]
    expect(members.length).toBeGreaterThan(20)
    for (const member of members) {
      const steps = old
        .prepare(
          `select before, after from ${wholeLog} where entity = 'membership' and entity_id = ? order by seq`,
        )
        .all(member.id) as { before: string | null; after: string }[]
      const found = await loadMembership(db, member.id)
      const image = steps.reduce<Image | null>(
        (was, { before, after }) =>
          applied(was, { before: before && JSON.parse(before), after: JSON.parse(after) }),
        null,
      )
      expect(image).toEqual(found?.image)
      expect(found?.version).toBe(steps.length)
      await expectRightTiers(db, member)
    }
    expect((await examine({ rawReader: old }, () => 0)).findings).toEqual([])
    old.close()
  })

  test('is not mixed into a store that has something, and is refused when too much is asked of few rooms', async () => {
    const app = await open('small')
    expect(await fill(app, small)).toMatchObject({ ok: false, refusal: { code: 'NOT_EMPTY' } })
    await app.close()
    const empty = await open('empty')
    const dense = await fill(empty, { seed: 7, rooms: 5, years: 1, bookings: 100_000 })
    expect(dense).toMatchObject({ state: 'failed', failure: { code: 'DEMO_TOO_DENSE' } })
    await empty.close()
  })

  test('leaves nothing behind when it is cancelled', async () => {
    const app = await open('cancelled')
    const stop = app.events.on((event) => {
      if (event.type === 'job' && event.progress.done > 50) app.jobs.cancel(event.progress.job)
    })
    expect(await fill(app, small)).toMatchObject({ state: 'cancelled' })
    stop()
    await app.close()
    const left = openRaw(`${folder.path}/cancelled.keyrack`, { readonly: true })
    expect(left.prepare('select count(*) from guests').pluck().get()).toBe(0)
    expect(left.prepare('select count(*) from changes').pluck().get()).toBe(0)
    left.close()
  })

  test('lets its users in with the password that was said', async () => {
    const app = await open('small')
    const desk = app.desk({ workstation: 'TEST', language: 'zh' })
    for (const login of ['admin', 'manager', 'clerk']) {
      expect(await desk.call('access.signIn', { login, password: 'keyrack-demo' })).toMatchObject({
        ok: true,
      })
    }
    await app.close()
  })
})
