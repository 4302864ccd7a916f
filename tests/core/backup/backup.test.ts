import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { manifestIn, manifestText } from '#core/backup/manifest.ts'
import type { Manifest } from '#shared/contract/backup.ts'
import { describeReply } from '#shared/i18n/index.ts'
import { openFilledApp, type TestApp, tempFolder } from '#tests/support/app.ts'
import { smallHotel } from '#tests/support/small-hotel.ts'
import { backUp, findingsIn, lookInto, mustBackUp, sha256Of } from './support.ts'

let t: TestApp
let target: ReturnType<typeof tempFolder>
beforeEach(async () => {
  target = tempFolder()
  t = await openFilledApp(import.meta.filename, smallHotel)
})
afterEach(async () => {
  await t.close()
  target.remove()
  expect(t.defects).toEqual([])
})

const copies = async () => (await t.must('backup.list', { folder: target.path })).copies
const refusalOf = async (folder: string) => {
  const reply = await t.call('backup.create', { folder })
  if (reply.ok || !('refusal' in reply)) throw new Error(JSON.stringify(reply))
  for (const language of ['en', 'zh'] as const)
    expect(describeReply(reply, language, 'backup.create')).not.toMatch(/\{\{|BACKUP_/)
  return reply.refusal
}

describe('a backup', () => {
  test('taken while a desk writes is the store as it was at one moment', async () => {
    const { job } = await t.must('backup.create', { folder: target.path })
    const before = (await t.must('change.list', { limit: 1 })).rows[0]?.seq ?? 0
    const running = () => t.app.jobs.status(job)?.state === 'running'
    let written = 0
    for (; running(); written += 1) {
      await t.must('guest.create', { nativeName: `客人${written}` })
      // As between two calls of a window: what the thread says comes in.
      await new Promise(setImmediate)
    }
    expect(await t.app.jobs.ended(job)).toMatchObject({ state: 'done', done: 100, total: 100 })
    expect(written).toBeGreaterThan(0)

    const [copy] = await copies()
    if (!copy?.manifest) throw new Error('no copy')
    expect(copy).toMatchObject({ state: 'whole' })
    const file = join(target.path, copy.file)
    const { facts, sha256, bytes } = copy.manifest
    expect(await findingsIn(file)).toEqual([])
    expect(sha256Of(file)).toBe(sha256)
    expect(readFileSync(file)).toHaveLength(bytes)
    // The copy's log is the beginning of the store's, and has everything that was acknowledged before the job began.
    const last = lookInto(t.file, (raw) =>
      raw.prepare('select seq, hash, moment from changes where seq = ?').get(facts.lastChange.seq),
    )
    expect(facts.lastChange).toEqual(last)
    expect(facts.lastChange.seq).toBeGreaterThanOrEqual(before - 1)
    expect(facts).toMatchObject({ hotelName: 'Test Hotel', businessDate: '2026-03-02', bookings: 5 })
    expect(facts.guests - 8).toBe(lookInto(file, guestsAdded))
  })

  test('leaves nothing else behind, and lays no file beside its copy when that is read', async () => {
    const { file, removed } = await mustBackUp(t, target.path)
    expect(removed).toEqual([])
    expect(readdirSync(target.path).sort()).toEqual(
      [file, `${file}.json`].map((path) => path.slice(target.path.length + 1)),
    )
    expect(await findingsIn(file)).toEqual([])
    expect(readdirSync(target.path)).toHaveLength(2)
  })

  test('two within a second have names of their own', async () => {
    const [first, second] = [
      await mustBackUp(t, target.path, { keepAll: true }),
      await mustBackUp(t, target.path, { keepAll: true }),
    ]
    expect(first.file).not.toBe(second.file)
    expect(await copies()).toHaveLength(2)
  })

  test('that is cancelled leaves nothing, and another can begin', async () => {
    const { job } = await t.must('backup.create', { folder: target.path })
    expect(await t.call('backup.create', { folder: target.path })).toMatchObject({
      refusal: { code: 'JOB_RUNNING' },
    })
    await t.must('job.cancel', { job })
    expect(await t.app.jobs.ended(job)).toMatchObject({ state: 'cancelled', failure: { code: 'CANCELLED' } })
    expect(readdirSync(target.path)).toEqual([])
    expect((await mustBackUp(t, target.path)).manifest.findings).toEqual([])
  })

  test('of a store whose log was edited is kept and says so', async () => {
    const raw = new Sqlite(t.file)
    const triggers = raw
      .prepare("select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'changes'")
      .all() as { name: string; sql: string }[]
    for (const { name } of triggers) raw.exec(`drop trigger ${name}`)
    raw.exec("update changes set actor = 'nobody' where seq = 3")
    raw.close()
    const report = await backUp(t, target.path)
    expect(report).toMatchObject({
      state: 'failed',
      failure: { code: 'BACKUP_FLAWED', params: { count: 1 } },
    })
    expect(await copies()).toMatchObject([{ state: 'flawed', manifest: { findings: ['CHANGE_EDITED'] } }])
  })

  test('removes what a killed one left, and nothing that is being written', async () => {
    const ended = spawn(process.execPath, ['-e', ''])
    await once(ended, 'exit')
    const machine = hostname().replace(/[^\w-]/g, '_')
    const left = `.hotel-20260301-030000Z.keyrack.${machine}-${ended.pid}.part`
    const journal = `${left}-journal`
    const running = `.hotel-20260301-030000Z.keyrack.${machine}-${process.ppid}.part`
    const elsewhere = `.hotel-20260301-030000Z.keyrack.another-${ended.pid}.part`
    for (const name of [left, journal, running, elsewhere]) writeFileSync(join(target.path, name), 'x')
    await mustBackUp(t, target.path)
    const names = readdirSync(target.path)
    expect(names).not.toContain(left)
    expect(names).not.toContain(journal)
    expect(names).toEqual(expect.arrayContaining([running, elsewhere]))
  })
})

function guestsAdded(raw: Sqlite.Database): unknown {
  return raw.prepare("select count(*) from guests where native_name like '客人%'").pluck().get()
}

describe('access', () => {
  test.each(['clerk', 'manager'] as const)('a %s neither makes nor lists copies', async (role) => {
    for (const operation of ['backup.create', 'backup.list'])
      expect(await t.deskAs(role).call(operation, { folder: target.path })).toMatchObject({
        fault: { code: 'NOT_PERMITTED' },
      })
    expect(readdirSync(target.path)).toEqual([])
  })
})

describe('wrong use is answered', () => {
  test('for a folder that is none', async () => {
    expect(await refusalOf('backups')).toMatchObject({ code: 'BACKUP_FOLDER_RELATIVE' })
    expect(await refusalOf(join(target.path, 'no', 'such'))).toMatchObject({ code: 'BACKUP_FOLDER_MISSING' })
    expect(await refusalOf(t.file)).toMatchObject({ code: 'BACKUP_ONTO_STORE' })
    writeFileSync(join(target.path, 'file'), '')
    expect(await refusalOf(join(target.path, 'file'))).toMatchObject({ code: 'BACKUP_NOT_A_FOLDER' })
    expect(await t.call('backup.create', { folder: 'a\u0000b' })).toMatchObject({
      fault: { code: 'INVALID_INPUT' },
    })
    expect(await t.call('backup.list', { folder: join(target.path, 'no') })).toMatchObject({
      refusal: { code: 'BACKUP_FOLDER_MISSING' },
    })
  })

  test.skipIf(process.getuid?.() === 0)('for a folder without permission', async () => {
    const barred = join(target.path, 'barred')
    mkdirSync(barred, { mode: 0o500 })
    expect(await backUp(t, barred)).toMatchObject({ failure: { code: 'BACKUP_NO_ACCESS' } })
  })

  test('for a folder that vanishes meanwhile', async () => {
    const share = join(target.path, 'share')
    mkdirSync(share)
    const { job } = await t.must('backup.create', { folder: share })
    const stop = t.app.events.on((event) => {
      if (event.type === 'job') rmSync(share, { recursive: true, force: true })
    })
    expect(await t.app.jobs.ended(job)).toMatchObject({
      state: 'failed',
      failure: { code: 'BACKUP_FOLDER_MISSING' },
    })
    stop()
    await t.must('guest.create', { nativeName: '之后' })
  })
})

describe('a manifest', () => {
  test('with any byte of it changed is not read', async () => {
    const { file } = await mustBackUp(t, target.path)
    const text = readFileSync(`${file}.json`, 'latin1')
    expect(manifestIn(Buffer.from(text, 'latin1').toString('utf8'))).not.toBeNull()
    for (let at = 0; at < text.length; at += 1) {
      for (const bits of [1, 0x20, 0x80, 0xff]) {
        const bytes = Buffer.from(text, 'latin1')
        bytes[at] = (bytes[at] ?? 0) ^ bits
        expect([at, bits, manifestIn(bytes.toString('utf8'))]).toEqual([at, bits, null])
      }
    }
  })

  test('says what became of its file', async () => {
    const { file, manifest } = await mustBackUp(t, target.path)
    const [name = ''] = readdirSync(target.path)
    for (const [other, state] of [
      ['cut', 'cut'],
      ['gone', 'missing'],
      ['odd', 'unreadable'],
    ]) {
      copyFileSync(file, join(target.path, `${other}.keyrack`))
      writeFileSync(
        join(target.path, `${other}.keyrack.json`),
        manifestText(manifest).replace(state === 'unreadable' ? 'Test' : '\u0000', 'Rest'),
      )
    }
    truncateSync(join(target.path, 'cut.keyrack'), 8192)
    rmSync(join(target.path, 'gone.keyrack'))
    writeFileSync(join(target.path, 'foreign.keyrack'), 'no manifest')
    expect(Object.fromEntries((await copies()).map((one) => [one.file, one.state]))).toEqual({
      [name]: 'whole',
      'cut.keyrack': 'cut',
      'gone.keyrack': 'missing',
      'odd.keyrack': 'unreadable',
    })
  })
})

describe('the rule', () => {
  /** Copies of earlier days, made of one that is real. */
  function earlier(file: string, manifest: Manifest, days: string[], more: Partial<Manifest['facts']> = {}) {
    for (const day of days) {
      const copy = join(dirname(file), `hotel-${day}.keyrack`)
      copyFileSync(file, copy)
      const facts = { ...manifest.facts, ...more }
      writeFileSync(`${copy}.json`, manifestText({ ...manifest, made: `${day}T04:00:00.000Z`, facts }))
    }
  }

  test('removes this store’s copies that it does not keep, and no other file', async () => {
    const { file, manifest } = await mustBackUp(t, target.path)
    earlier(file, manifest, [
      '2026-02-23',
      '2026-02-24',
      '2026-02-25',
      '2026-02-26',
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ])
    earlier(file, manifest, ['2026-02-16', '2026-02-17', '2026-02-18'])
    earlier(file, manifest, ['2025-12-01', '2025-12-02'], { store: 'another hotel’s' })
    writeFileSync(join(target.path, 'hotel-2020-01-01.keyrack'), 'of somebody')
    const { removed } = await mustBackUp(t, target.path)
    // The first copy is of the same day as the new one; the 17th and 16th are of the same week as the 18th, and the 23rd of that of 1 March.
    expect(removed.sort()).toEqual(
      [
        file.slice(target.path.length + 1),
        'hotel-2026-02-16.keyrack',
        'hotel-2026-02-17.keyrack',
        'hotel-2026-02-23.keyrack',
      ].sort(),
    )
    const names = readdirSync(target.path)
    for (const name of removed) for (const gone of [name, `${name}.json`]) expect(names).not.toContain(gone)
    expect(names).toEqual(
      expect.arrayContaining([
        'hotel-2025-12-01.keyrack',
        'hotel-2025-12-02.keyrack',
        'hotel-2020-01-01.keyrack',
      ]),
    )
  })

  test('removes nothing when all are to be kept, and nothing flawed', async () => {
    const { file, manifest } = await mustBackUp(t, target.path)
    earlier(file, manifest, ['2026-03-01'])
    const flawed = join(target.path, 'hotel-flawed.keyrack')
    copyFileSync(file, flawed)
    writeFileSync(`${flawed}.json`, manifestText({ ...manifest, findings: ['CHANGE_EDITED'] }))
    expect((await mustBackUp(t, target.path, { keepAll: true })).removed).toEqual([])
    expect(await copies()).toHaveLength(4)
    expect((await mustBackUp(t, target.path)).removed).toHaveLength(2)
    expect((await copies()).map((one) => one.file)).toContain('hotel-flawed.keyrack')
  })
})
