import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { compose } from '#core/compose.ts'
import { examine } from '#core/doctor/examine.ts'
import { chainHash } from '#db/chain-hash.ts'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import { examineChain } from '#db/queries/doctor/chain.ts'
import type { Finding } from '#db/queries/doctor/finding.ts'
import { examineIntegrity } from '#db/queries/doctor/integrity.ts'
import { examineNights } from '#db/queries/doctor/nights.ts'
import { examineLogged, examineSettings } from '#db/queries/doctor/records.ts'
import type { ChangesTable } from '#db/schema/change.ts'
import { openBookingHotel } from '#tests/core/booking/hotel.ts'
import { openTestApp, type TestApp, tempFolder } from '#tests/support/app.ts'

let folder: ReturnType<typeof tempFolder>
afterEach(() => folder?.remove())

async function storeWithLog(): Promise<string> {
  folder = tempFolder()
  const t: TestApp = await openTestApp({ file: join(folder.path, 'log.keyrack') })
  for (let version = 1; version <= 6; version += 1)
    await t.must('hotel.updateSettings', { version, phone: `${version}` })
  await t.close()
  return t.file
}

/** What somebody with a database tool and no scruples would do. */
function tamper(file: string, statement: string): Finding[] {
  const raw = openRaw(file, { readonly: false })
  raw.exec(`drop trigger changes_keep; drop trigger changes_stay; ${statement}`)
  const findings = examineChain(raw, () => undefined)
  raw.close()
  return findings
}

test('an untouched log is whole', async () => {
  expect(tamper(await storeWithLog(), 'select 1')).toEqual([])
})

test.each([
  [
    'an edited row',
    `update changes set actor = 'somebody else' where seq = 4`,
    { code: 'CHANGE_EDITED', params: { seq: 4 } },
  ],
  [
    'an edited amount',
    `update changes set after = '{"phone":"7"}' where seq = 5`,
    { code: 'CHANGE_EDITED', params: { seq: 5 } },
  ],
  [
    'a deleted row',
    `delete from changes where seq = 3`,
    { code: 'CHANGE_MISSING', params: { from: 3, to: 3 } },
  ],
  ['a log cut short', `delete from changes where seq > 5`, { code: 'CHANGE_HEAD', params: { found: 5 } }],
  [
    'two rows that changed places',
    `update changes set seq = 1000 where seq = 3; update changes set seq = 3 where seq = 4; update changes set seq = 4 where seq = 1000`,
    { params: { seq: 3 } },
  ],
])('%s is found', async (_what, statement, expected) => {
  expect(tamper(await storeWithLog(), statement)[0]).toMatchObject(expected)
})

test('the store itself refuses to edit or delete a row of the log', async () => {
  const raw = openRaw(await storeWithLog(), { readonly: false })
  expect(() => raw.exec('delete from changes where seq = 3')).toThrow('append-only')
  expect(() => raw.exec(`update changes set actor = 'x' where seq = 3`)).toThrow('append-only')
  raw.close()
})

/** The same, with the guards set up again: nothing is left to see but what the mark and the rest of the store know. */
async function cunning(statement: (raw: RawDatabase) => void): Promise<Finding[]> {
  folder = tempFolder()
  const copy = join(folder.path, 'cunning.keyrack')
  const t = await openBookingHotel()
  await t.book()
  await t.must('guest.create', { nativeName: '张伟' })
  await t.must('guest.create', { nativeName: '李娜' })
  const whole = openRaw(t.file, { readonly: false })
  whole.prepare('vacuum into ?').run(copy)
  whole.close()
  // The mark is written once the answer is on its way: a turn of the loop later.
  await new Promise(setImmediate)
  copyFileSync(`${t.file}-mark`, `${copy}-mark`)
  await t.close()
  const raw = openRaw(copy, { readonly: false })
  const triggers = raw
    .prepare("select sql from sqlite_master where type = 'trigger' and tbl_name = 'changes'")
    .pluck()
    .all() as string[]
  raw.exec('drop trigger changes_keep; drop trigger changes_stay')
  statement(raw)
  for (const sql of triggers) raw.exec(sql)
  raw.close()
  const app = await compose({
    file: copy,
    mode: 'existing',
    toExamine: true,
    log: { defect: () => undefined, info: () => undefined },
  })
  if ('trouble' in app) throw new Error(app.trouble.code)
  const { findings } = await app.examine()
  await app.close()
  return findings
}

const headOn = (raw: RawDatabase) =>
  raw.exec('update change_head set (seq, hash) = (select seq, hash from changes order by seq desc limit 1)')

test('a store that nobody touched has no findings', async () => {
  expect(await cunning(() => undefined)).toEqual([])
})

test('a log cut short together with its head is found', async () => {
  const findings = await cunning((raw) => {
    raw.exec('delete from changes where seq > (select max(seq) - 2 from changes)')
    headOn(raw)
  })
  expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['CHANGES_LOST', 'GUEST_UNLOGGED']))
})

test('a log that was emptied is found', async () => {
  const findings = await cunning((raw) => raw.exec('delete from changes; delete from change_head'))
  const codes = findings.map(({ code }) => code)
  expect(codes).toEqual(expect.arrayContaining(['CHANGES_LOST', 'GUEST_UNLOGGED', 'BOOKING_UNLOGGED']))
  expect(findings.find(({ code }) => code === 'CHANGES_LOST')?.params).toMatchObject({ from: 1 })
})

test('the newest row edited, with a hash of its own and the head set to it, is found', async () => {
  const findings = await cunning((raw) => {
    raw.exec("update changes set actor = 'x' where seq = (select max(seq) from changes)")
    const rows = raw.prepare('select * from changes order by seq desc limit 2').all() as ChangesTable[]
    const [{ hash: _, ...last }, before] = rows as [ChangesTable, ChangesTable]
    raw.prepare('update changes set hash = ? where seq = ?').run(chainHash(before.hash, last), last.seq)
    headOn(raw)
  })
  expect(findings.map(({ code }) => code)).toEqual(['CHANGES_LOST'])
})

test('a guard that was taken away and a business date that is none are found', async () => {
  const file = await storeWithLog()
  const raw = openRaw(file, { readonly: false })
  raw.exec("drop trigger changes_stay; update settings set business_date = '2026-02-30'")
  expect(examineLogged(raw)).toMatchObject([{ code: 'TRIGGER_MISSING', params: { name: 'changes_stay' } }])
  expect(examineSettings(raw)).toMatchObject([{ code: 'BUSINESS_DATE', params: { date: '2026-02-30' } }])
  raw.close()
})

test('a booking that holds another sum, room or count than its room-nights and requests is found', async () => {
  const t = await openBookingHotel()
  const [right, dear, moved] = [await t.book({ roomId: t.rooms['101'] }), await t.book(), await t.book()]
  const asked = await t.book({ arrival: '2026-04-01', departure: '2026-04-02' })
  await t.must('request.create', { bookingId: asked, kind: 'crib' })
  const raw = openRaw(t.file, { readonly: false })
  expect(examineNights(raw)).toEqual([])
  expect(raw.prepare('select total_minor, last_room_id from bookings where id = ?').get(right)).toEqual({
    total_minor: 100_000,
    last_room_id: t.rooms['101'],
  })
  raw.prepare('update bookings set total_minor = total_minor + 1 where id = ?').run(dear)
  raw.prepare('update bookings set last_room_id = ? where id = ?').run(t.rooms['102'], moved)
  raw.prepare('update bookings set open_requests = 0 where id = ?').run(asked)
  expect(examineNights(raw)).toMatchObject([1, 2, 3].map(() => ({ code: 'SUMS_DIFFER' })))
  raw.close()
  await t.close()
})

test.each([0, -3])(
  'a store with tables and the version %i is damaged, and not written over',
  async (version) => {
    const file = await storeWithLog()
    const raw = openRaw(file, { readonly: false })
    raw.pragma(`user_version = ${version}`)
    raw.close()
    const opened = await compose({
      file,
      mode: 'existing',
      log: { defect: () => undefined, info: () => undefined },
    })
    expect('trouble' in opened && opened.trouble.code).toBe('STORE_DAMAGED')
  },
)

test('a row that SQLite would write otherwise than the program is in order; one with the same text and another hash is not', async () => {
  folder = tempFolder()
  const t = await openTestApp({ file: join(folder.path, 'signs.keyrack') })
  // JSON.stringify has \u2028 and lone marks as they are and \b for a backspace; SQLite's own JSON may not.
  await t.must('guest.create', { familyName: 'O’Neil "Jo" \\ / é 𠮷\u2028', givenName: '北京' })
  await t.close()
  const raw = openRaw(t.file, { readonly: false })
  expect(examineChain(raw, () => undefined)).toEqual([])
  raw.exec('drop trigger changes_stay')
  const last = raw.prepare('select * from changes order by seq desc limit 1').get() as ChangesTable
  const before = raw
    .prepare('select hash from changes where seq = ?')
    .pluck()
    .get(last.seq - 1) as string
  const { hash: _, ...row } = { ...last, reason: 'a\bb\u0001\u007f' }
  raw
    .prepare('update changes set reason = ?, hash = ? where seq = ?')
    .run(row.reason, chainHash(before, row), row.seq)
  headOn(raw)
  expect(examineChain(raw, () => undefined)).toEqual([])
  raw.prepare("update changes set reason = 'a' where seq = ?").run(row.seq)
  expect(examineChain(raw, () => undefined)).toMatchObject([
    { code: 'CHANGE_EDITED', params: { seq: row.seq } },
  ])
  raw.close()
})

test('a value that no text of JSON can hold is found in its row, and the walk goes on', async () => {
  const file = await storeWithLog()
  const raw = openRaw(file, { readonly: false })
  raw.unsafeMode()
  raw.exec('drop trigger changes_keep; drop trigger changes_stay; pragma writable_schema = on')
  raw.exec("update sqlite_master set sql = replace(sql, ') strict', ')') where name = 'changes'")
  raw.close()
  const bare = openRaw(file, { readonly: false })
  bare.exec("update changes set reason = x'00ff' where seq = 3; delete from changes where seq = 5")
  expect(examineChain(bare, () => undefined).map(({ code }) => code)).toEqual([
    'CHANGE_EDITED',
    'CHANGE_MISSING',
  ])
  bare.close()
})

test('the file is checked in a thread of its own with the same findings, and every long check tells how far it is', async () => {
  folder = tempFolder()
  const t = await openBookingHotel()
  const booking = await t.book()
  const copy = join(folder.path, 'copy.keyrack')
  const whole = openRaw(t.file, { readonly: false })
  whole.prepare('vacuum into ?').run(copy)
  whole.close()
  await t.close()
  const raw = openRaw(copy, { readonly: false })
  raw.pragma('foreign_keys = OFF')
  raw.prepare('update bookings set rate_plan_id = 999 where id = ?').run(booking)
  raw.exec('create index extra on guests (id, version)')
  raw.unsafeMode()
  raw.exec('pragma writable_schema = on')
  raw.exec("update sqlite_master set sql = 'CREATE INDEX extra on guests (id, unnamed)' where name = 'extra'")
  raw.close()
  const inline = openRaw(copy, { readonly: true })
  const expected = examineIntegrity(inline, () => undefined)
  inline.close()
  expect(expected.map(({ code }) => code)).toContain('FOREIGN_KEY')
  expect(expected.map(({ code }) => code)).toContain('INTEGRITY')
  const app = await compose({
    file: copy,
    mode: 'existing',
    toExamine: true,
    log: { defect: () => undefined, info: () => undefined },
  })
  if ('trouble' in app) throw new Error(app.trouble.code)
  const steps = new Map<string, [number, number]>()
  const { checks, findings } = await app.examine((check, done, total) => steps.set(check, [done, total]))
  await app.close()
  const ofFile = ({ code }: Finding) => code === 'INTEGRITY' || code === 'FOREIGN_KEY'
  expect(findings.filter(ofFile)).toEqual(expected)
  expect(checks.map(({ name }) => name)).toEqual([
    'place',
    'mark',
    'schema',
    'integrity',
    'changes',
    'logged',
    'images',
    'nights',
    'ledger',
    'papers',
    'search',
    'settings',
  ])
  for (const check of ['integrity', 'nights']) {
    const [done, total] = steps.get(check) ?? [0, 1]
    expect(done, check).toBe(total)
  }
})

test('the seconds of the structure are its own, not those of the rows that are read meanwhile', async () => {
  const file = await storeWithLog()
  const rawReader = openRaw(file, { readonly: true })
  let clock = 0
  // An hour passes between one look at the clock and the next.
  const now = () => {
    clock += 3_600_000
    return clock
  }
  const { checks } = await examine({ rawReader, secondConnection: { file } }, now)
  rawReader.close()
  const seconds = new Map(checks.map((check) => [check.name, check.seconds]))
  expect(seconds.get('changes')).toBe(3600)
  expect(seconds.get('integrity')).toBeLessThan(3600)
})
