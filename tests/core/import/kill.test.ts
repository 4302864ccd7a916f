import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { examine } from '#core/doctor/examine.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { openTestApp, tempFolder } from '#tests/support/app.ts'
import { demandFile } from '#tests/support/booking-demand.ts'
import { runImport, summaryOf } from './support.ts'

const folder = tempFolder()
afterAll(() => folder.remove())
const importer = fileURLToPath(new URL('import-process.ts', import.meta.url))
const taker = fileURLToPath(new URL('take-back-process.ts', import.meta.url))

/** Resolves when the process says how many rows it has read; rejects when it ends before. */
function rowsRead(child: ChildProcess, least: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (piece: Buffer) => {
      text += piece
      const done = Number(text.trim().split('\n').at(-1))
      if (done >= least) resolve(done)
    })
    child.on('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)))
  })
}

test('killed in the middle it leaves nothing, and a second run finishes', async () => {
  const rows = Array.from({ length: 12_000 }, (_, index) => ({
    lead_time: String(index % 300),
    agent: String(index % 50),
  }))
  const file = join(folder.path, 'rows.csv')
  writeFileSync(file, demandFile(rows))
  const store = join(folder.path, 'hotel.keyrack')
  await (await openTestApp({ file: store })).close()

  for (const least of [1500, 6000]) {
    const child = spawn(process.execPath, [importer, store, file], { stdio: ['ignore', 'pipe', 'inherit'] })
    const gone = new Promise((resolve) => child.on('exit', resolve))
    expect(await rowsRead(child, least)).toBeGreaterThanOrEqual(least)
    child.kill('SIGKILL')
    await gone
    const raw = openRaw(store, { readonly: false })
    for (const table of [
      'bookings',
      'guests',
      'room_nights',
      'accounts',
      'import_batches',
      'import_findings',
    ])
      expect(raw.prepare(`select count(*) from ${table}`).pluck().get()).toBe(0)
    expect((await examine({ rawReader: raw }, () => 0)).findings).toEqual([])
    raw.close()
  }

  const app = await openTestApp({ file: store, setUp: false })
  await app.must('access.signIn', { login: 'admin', password: 'correct horse' })
  const token = app.app.files.give({ path: file, name: 'rows.csv', temporary: false })
  const summary = summaryOf(await runImport(app, { file: token, profile: 'hotel-booking-demand' }))
  expect(summary).toMatchObject({ batchId: 1, imported: 12_000, created: { bookings: 12_000, accounts: 50 } })
  await app.close()
}, 120_000)

test('killed in the middle of taking an import back, all of it stays, and a second run finishes', async () => {
  const store = join(folder.path, 'taken.keyrack')
  const app = await openTestApp({ file: store })
  const rows = Array.from({ length: 6000 }, (_, index) => ({ agent: String(index % 50) }))
  const file = join(folder.path, 'taken.csv')
  writeFileSync(file, demandFile(rows))
  const token = app.app.files.give({ path: file, name: 'taken.csv', temporary: false })
  summaryOf(await runImport(app, { file: token, profile: 'hotel-booking-demand' }))
  await app.close()
  // The bookings are passed twice: looked at, then taken away.
  for (const least of [3000, 9000]) {
    const child = spawn(process.execPath, [taker, store, '1'], { stdio: ['ignore', 'pipe', 'inherit'] })
    const gone = new Promise((resolve) => child.on('exit', resolve))
    expect(await rowsRead(child, least)).toBeGreaterThanOrEqual(least)
    child.kill('SIGKILL')
    await gone
    const raw = openRaw(store, { readonly: false })
    for (const [table, count] of [
      ['bookings', 6000],
      ['guests', 6000],
      ['accounts', 50],
    ])
      expect([table, raw.prepare(`select count(*) from ${table}`).pluck().get()]).toEqual([table, count])
    expect((await examine({ rawReader: raw }, () => 0)).findings).toEqual([])
    raw.close()
  }
  const child = spawn(process.execPath, [taker, store, '1'], { stdio: ['ignore', 'pipe', 'inherit'] })
  expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0)
  const raw = openRaw(store, { readonly: false })
  for (const table of ['bookings', 'guests', 'room_nights', 'accounts', 'room_types', 'guest_search'])
    expect([table, raw.prepare(`select count(*) from ${table}`).pluck().get()]).toEqual([table, 0])
  expect((await examine({ rawReader: raw }, () => 0)).findings).toEqual([])
  raw.close()
}, 120_000)

test('a file of 150 MB passes through without filling memory', async () => {
  const file = join(folder.path, 'large.csv')
  const out = openSync(file, 'w')
  const [headings = '', row = '', other = ''] = demandFile([{ hotel: 'Resort Hotel' }, {}]).split('\n')
  writeSync(out, `${headings}\n`)
  const block = `${`${row}\n`.repeat(7000)}${other}\n`
  for (let at = 0; at < 150_000_000; at += block.length) writeSync(out, block)
  closeSync(out)
  const store = join(folder.path, 'large.keyrack')
  await (await openTestApp({ file: store })).close()
  const child = spawn(process.execPath, [importer, store, file, 'hotel=City Hotel'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (piece: Buffer) => {
    text += piece
  })
  expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0)
  const { megabytes, report } = JSON.parse(text.trim().split('\n').at(-1) ?? '')
  expect(report.result).toMatchObject({ imported: Math.ceil(150_000_000 / block.length), rejected: {} })
  expect(megabytes).toBeLessThan(400)
}, 120_000)
