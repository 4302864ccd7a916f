import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compose, type OpenDesk } from '#core/compose.ts'
import { demoPassword } from '#core/demo/options.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { imageSql } from '#db/queries/change/images.ts'
import type { Finding } from '#db/queries/doctor/finding.ts'
import { kinds } from '#db/queries/doctor/image-texts.ts'
import { moneyKinds } from '#db/queries/doctor/money-image-texts.ts'
import { settingsSections } from '#shared/domain/insight/settings/sections.ts'
import type { GuestId } from '#shared/values/index.ts'
import { openTestApp, type TestApp, tempFolder } from '#tests/support/app.ts'
import { makeStayThings } from '#tests/support/stay-things.ts'

/** A small hotel with a year behind it: guests, members, requests, users. */
const folder = tempFolder()
const hotel = join(folder.path, 'hotel.keyrack')
const log = { defect: () => undefined, info: () => undefined }

beforeAll(async () => {
  const t = await openTestApp({ file: hotel, setUp: false })
  const desk = t.app.desk({
    workstation: 'TEST-PC',
    language: 'en',
    user: { id: null, login: 'cli', name: 'cli', role: 'administrator', language: 'en' },
  })
  const started = await desk.call('job.startDemo', { seed: 7, rooms: 10, years: 1 })
  if (!started.ok) throw new Error(JSON.stringify(started))
  const report = await t.app.jobs.ended((started.output as { job: string }).job)
  expect(report?.state).toBe('done')
  const columns = { In: 'arrival', Out: 'departure', Type: 'roomType' }
  const saved = await desk.call('import.saveMapping', {
    name: 'Old system',
    mapping: { columns, dateOrder: 'ymd' },
  })
  expect(saved).toMatchObject({ ok: true })
  const word = await desk.call('import.mapWord', { field: 'status', word: 'Held', means: 'confirmed' })
  expect(word).toMatchObject({ ok: true })
  const settings = await desk.call('insight.saveSettings', {
    section: 'value',
    version: 0,
    parameters: { ...settingsSections.value.defaults, shares: { high: 70, middle: 90 } },
  })
  expect(settings).toMatchObject({ ok: true })
  await judgeGuests(t, desk)
  await keepReports(t, desk)
  const taken = await desk.call('leaving.takeOn', { guestId: 1 as GuestId })
  expect(taken).toMatchObject({ ok: true })
  await makeStayThings(desk)
  await t.close()
}, 60_000)
afterAll(() => folder.remove())

/** What people keep of reports; the demo hotel has budgets, a set and commissions. Memory and favourites are a user's own. */
async function keepReports({ app }: TestApp, desk: OpenDesk) {
  const done = async (by: OpenDesk, operation: string, input: object) => {
    const reply = await by.call(operation, input)
    if (!reply.ok) throw new Error(`${operation}: ${JSON.stringify(reply)}`)
  }
  const own = app.desk({ workstation: 'TEST-PC', language: 'en' })
  await done(own, 'access.signIn', { login: 'admin', password: demoPassword })
  await done(own, 'report.remember', { name: 'occupancy', parameters: { by: 'month' } })
  await done(own, 'report.saveFavourite', {
    name: 'Months',
    report: 'occupancy',
    parameters: { by: 'month' },
  })
  await done(desk, 'report.saveSettings', { clerksSee: 'all', weekStarts: 'sunday', version: 0 })
  await done(desk, 'report.saveSchedule', {
    name: 'Mornings',
    report: 'daily',
    parameters: {},
    format: 'csv',
    language: 'en',
    folder: folder.path,
    hours: [6],
    weekdays: [],
    active: true,
  })
  await done(desk, 'explore.save', {
    name: 'Types by month',
    ask: {
      period: { period: 'this-year' },
      rows: ['roomType'],
      columns: ['month'],
      measures: ['roomsSold'],
      filters: [],
      totals: true,
      order: null,
      basis: 'usali',
    },
  })
}

/** What needs computed figures: a named kind of guests, and a segment that has set its tag. */
async function judgeGuests({ app }: TestApp, desk: OpenDesk) {
  const done = async (operation: string, input: object) => {
    const reply = await desk.call(operation, input)
    if (!reply.ok) throw new Error(`${operation}: ${JSON.stringify(reply)}`)
    return reply.output
  }
  const run = async (operation: string, input: object) => {
    const { job } = (await done(operation, input)) as { job: string }
    expect((await app.jobs.ended(job))?.state).toBe('done')
  }
  const often = { kind: 'amount', not: false, fact: 'stays', from: 2, to: null }
  const rule = { kind: 'all', not: false, of: [often] }
  const { id, version } = (await done('segment.save', {
    nameEn: 'Often here',
    nameZh: '',
    rule,
    tag: 'Often',
  })) as { id: number; version: number }
  await run('insight.refresh', {})
  await done('segment.setTags', { id, version })
  const { found } = (await done('kinds.list', {})) as { found: { kinds: { number: number }[] } }
  await done('kinds.name', { number: found.kinds[0]?.number, name: 'Regulars' })
}

let copies = 0

/** What doctor says of a copy after somebody with a database tool was at it. */
async function tampered(statement: string): Promise<Finding[]> {
  copies += 1
  const file = join(folder.path, `copy-${copies}.keyrack`)
  copyFileSync(hotel, file)
  const raw = openRaw(file, { readonly: false })
  raw.exec(statement)
  raw.close()
  const app = await compose({ file, mode: 'existing', toExamine: true, log })
  if ('trouble' in app) throw new Error(app.trouble.code)
  const { findings } = await app.examine()
  await app.close()
  return findings
}

// Those of money are tried in ledger.test.ts, on a hotel whose desk has posted
const ownKinds = kinds.filter((kind) => !moneyKinds.includes(kind))

test.each(ownKinds)(
  'the image of a $entity that is compared with the log has all that the log has',
  (kind) => {
    const raw = openRaw(hotel, { readonly: true })
    const logged = raw
      .prepare(
        `select entity_id as id, ${imageSql(raw).after} as after from changes where entity = ? and before is null order by seq desc`,
      )
      .get(kind.entity) as { id: number; after: string }
    const stored = raw
      .prepare(`select ${kind.text} from ${kind.table} t where t.id = ?`)
      .pluck()
      .get(logged.id) as string
    raw.close()
    // The stamp of a password is logged beside the image: its hash is no part of it.
    const { passwordSet: _, ...fields } = { ...kind.defaults, ...JSON.parse(logged.after) }
    expect(Object.keys(JSON.parse(stored)).sort()).toEqual(Object.keys(fields).sort())
  },
)

test.each(['guest', 'request', 'membership', 'booking'] as const)(
  'a %s that was never changed stands in its tables in the very words of the log, so that nothing has to be parsed',
  (entity) => {
    const { table, text } = kinds.find((kind) => kind.entity === entity)!
    const raw = openRaw(hotel, { readonly: true })
    const unchanged = raw
      .prepare(
        `select ${imageSql(raw).after} as logged, (select ${text} from ${table} t where t.id = entity_id) as stored from changes
         where entity = ? group by entity_id having count(*) = 1 and before is null
           and (personal_after is null or entity in ('guest', 'membership'))`,
      )
      .all(entity) as { logged: string; stored: string }[]
    raw.close()
    expect(unchanged.length).toBeGreaterThan(20)
    const others = unchanged.filter(({ logged, stored }) => logged !== stored)
    expect(others.slice(0, 3)).toEqual([])
  },
)

test('a hotel that nobody was at has no findings', async () => {
  expect(await tampered('select 1')).toEqual([])
})

describe('what stands in the file but not in its log or not as its version makes it', () => {
  test.each<[string, string, Finding['code'], Finding['params']]>([
    ['an index', 'drop index bookings_by_arrival', 'SCHEMA_MISSING', { name: 'bookings_by_arrival' }],
    [
      'the guard against letting a room twice',
      'drop index room_nights_one_live',
      'SCHEMA_MISSING',
      { name: 'room_nights_one_live' },
    ],
    ['a table', 'drop table receipts', 'SCHEMA_MISSING', { name: 'receipts' }],
    [
      'an index of the same name over something else',
      'drop index room_nights_one_live; create unique index room_nights_one_live on room_nights (id)',
      'SCHEMA_CHANGED',
      { name: 'room_nights_one_live' },
    ],
    [
      'a trigger that was added',
      'create trigger mine after insert on guests begin delete from receipts; end',
      'SCHEMA_ADDED',
      { name: 'mine' },
    ],
    [
      'a room let twice',
      `drop index room_nights_one_live; drop index room_nights_of_booking;
       insert into room_nights (booking_id, night, room_type_id, room_id, rate_minor, live)
         select booking_id, night, room_type_id, (select min(id) from rooms), 0, 1 from room_nights limit 1;
       insert into room_nights (booking_id, night, room_type_id, room_id, rate_minor, live)
         select booking_id, night, room_type_id, room_id, 0, 1 from room_nights order by id desc limit 1`,
      'NIGHT_TWICE',
      {},
    ],
    [
      'a guest’s name',
      "update guests set given_name = 'Nobody' where id = 3",
      'IMAGE_DIFFERS',
      { entity: 'guest', field: 'givenName' },
    ],
    [
      'a tag of a guest',
      "insert into guest_tags values (1, 'Put there')",
      'IMAGE_DIFFERS',
      { field: 'tags' },
    ],
    [
      'a user’s role',
      "update users set role = 'administrator' where role = 'clerk'",
      'IMAGE_DIFFERS',
      { entity: 'user', field: 'role' },
    ],
    [
      'an administrator who was put there',
      `insert into users (login, name, role, language, password_hash, active, created_at, version)
         values ('x', 'x', 'administrator', 'en', '', 1, '', 1)`,
      'IMAGE_UNLOGGED',
      { entity: 'user' },
    ],
    [
      'a user who was taken away',
      "pragma foreign_keys = off; delete from users where login = 'clerk'",
      'IMAGE_GONE',
      { entity: 'user' },
    ],
    [
      'the business date',
      "update settings set business_date = '2026-04-01'",
      'IMAGE_DIFFERS',
      { entity: 'settings', field: 'businessDate' },
    ],
    [
      'a request’s status',
      "update requests set status = 'done'; update bookings set open_requests = 0",
      'IMAGE_DIFFERS',
      { entity: 'request', field: 'status' },
    ],
    [
      'a tier',
      "update memberships set tier = 'none'",
      'IMAGE_DIFFERS',
      { entity: 'membership', field: 'tier' },
    ],
    [
      'a password’s hash that was copied from another user',
      "update users set password_hash = '$argon2id$v=19$another' where login = 'manager'",
      'IMAGE_DIFFERS',
      { entity: 'user', field: 'password' },
    ],
    [
      'a booking that was deleted whole',
      'pragma foreign_keys = off; delete from requests where booking_id = 7; delete from room_nights where booking_id = 7; delete from bookings where id = 7',
      'IMAGE_GONE',
      { entity: 'booking', id: 7 },
    ],
    [
      'a confirmation number',
      "update bookings set confirmation_no = '10009999' where id = 7",
      'IMAGE_DIFFERS',
      { entity: 'booking', id: 7, field: 'confirmationNo' },
    ],
    [
      'whose booking it is',
      'update bookings set guest_id = (select max(id) from guests) where id = 7',
      'IMAGE_DIFFERS',
      { entity: 'booking', id: 7, field: 'guestId' },
    ],
    [
      'the rate of a night, its sum with it',
      `update room_nights set rate_minor = rate_minor + 1 where id = (select min(id) from room_nights where booking_id = 7);
       update bookings set total_minor = total_minor + 1 where id = 7`,
      'IMAGE_DIFFERS',
      { entity: 'booking', id: 7, field: 'nights' },
    ],
    [
      'the room of a night',
      `create temp table moved as select booking_id as id from room_nights where room_id is not null limit 1;
       update room_nights set room_id = null where booking_id in moved;
       update bookings set last_room_id = null where id in moved`,
      'IMAGE_DIFFERS',
      { entity: 'booking', field: 'nights' },
    ],
    [
      'a companion',
      'insert into booking_companions values (7, (select max(id) from guests))',
      'IMAGE_DIFFERS',
      { entity: 'booking', id: 7, field: 'companions' },
    ],
    [
      'a source that is no JSON any more',
      "drop index bookings_by_source_number; update bookings set source = '{' where id = 7",
      'IMAGE_DIFFERS',
      { entity: 'booking', id: 7, field: 'source' },
    ],
    ['a room’s number', "update rooms set number = 'X1' where id = 1", 'IMAGE_DIFFERS', { entity: 'room' }],
    [
      'a room that was put there',
      `insert into rooms (number, room_type_id, floor, features, housekeeping, out_of_service, active, version)
         values ('X1', 1, 1, '[]', 'clean', 0, 1, 1)`,
      'IMAGE_UNLOGGED',
      { entity: 'room' },
    ],
    [
      'the base rate of a type',
      'update room_types set base_rate_minor = 1 where id = 1',
      'IMAGE_DIFFERS',
      { entity: 'room-type', field: 'baseRateMinor' },
    ],
    [
      'a price of a rate plan',
      'update rate_prices set amount_minor = 1',
      'IMAGE_DIFFERS',
      { entity: 'rate-plan', field: 'prices' },
    ],
    [
      'the name of an account',
      "update accounts set name = 'Other' where id = 1",
      'IMAGE_DIFFERS',
      { entity: 'account', field: 'name' },
    ],
    [
      'the parameters of a programme',
      "update programmes set parameters = json_set(parameters, '$.extra', 1)",
      'IMAGE_DIFFERS',
      { entity: 'programme', field: 'parameters' },
    ],
    [
      'a mapping of an import',
      "update import_mappings set mapping = '{}'",
      'IMAGE_DIFFERS',
      { entity: 'import-mapping', field: 'mapping' },
    ],
    [
      'the meaning of a word',
      "update import_words set means = 'cancelled'",
      'IMAGE_DIFFERS',
      { entity: 'import-word', field: 'means' },
    ],
    [
      'who has taken a guest on',
      "update leaving_cases set owner = 'clerk'",
      'IMAGE_DIFFERS',
      { entity: 'leaving-case', field: 'owner' },
    ],
    [
      'a class set by hand',
      "update guest_judgements set need = 'business'",
      'IMAGE_DIFFERS',
      { entity: 'guest-judgement', field: 'need' },
    ],
    [
      'a playbook',
      "update playbooks set action = ''",
      'IMAGE_DIFFERS',
      { entity: 'playbook', field: 'action' },
    ],
    [
      'the settings of Insight',
      "update insight_settings set section = 'risk'",
      'IMAGE_DIFFERS',
      { entity: 'insight-setting', field: 'section' },
    ],
    ['no version', 'pragma user_version = 0', 'VERSION', { found: 0 }],
    ['a version below none', 'pragma user_version = -3', 'VERSION', { found: -3 }],
  ])('%s is found', async (_what, statement, code, params) => {
    const findings = await tampered(statement)
    expect(findings).toContainEqual(
      expect.objectContaining({ code, params: expect.objectContaining(params) }),
    )
  })
})
