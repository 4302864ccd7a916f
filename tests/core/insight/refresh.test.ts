import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { applicationId } from '#db/dialect/place.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { openTestApp, type TestApp } from '#tests/support/app.ts'

let t: TestApp
beforeEach(async () => {
  t = await openTestApp()
})
afterEach(async () => {
  await t.close()
})

/** Begins a job of Insight and answers with how it ended. */
async function ended(job: { job: string }) {
  return await t.app.jobs.ended(job.job)
}

test('a refresh ends, and says as of when and how much has changed since', async () => {
  const never = await t.must('insight.status', {})
  expect(never).toMatchObject({ asOf: null, moment: null, ran: [], job: null, noFile: null })
  const told: unknown[] = []
  t.app.events.on((event) => {
    if (event.type === 'changed') told.push(event.entities.map(({ kind }) => kind))
  })
  const report = await ended(await t.must('insight.refresh', {}))
  expect(report).toMatchObject({ kind: 'insight', state: 'done', failure: null })
  expect(told).toEqual([['insight', 'job']])
  const status = await t.must('insight.status', {})
  expect(status).toMatchObject({ asOf: '2026-03-02', changesSince: 0, unnamed: 0 })
  expect(status.ran.map(({ kind, state }) => [kind, state])).toContainEqual(['facts', 'done'])
  await t.must('guest.create', { familyName: 'Meyer', givenName: 'Eva' })
  // A look at an earlier date leaves standing what is of today
  await ended(await t.must('insight.run', { kind: 'facts', asOf: '2026-02-01' }))
  const after = await t.must('insight.status', {})
  expect(after.changesSince).toBeGreaterThan(0)
  expect(after.ran.find(({ kind }) => kind === 'facts')?.asOf).toBe('2026-03-02')
  expect(t.defects).toEqual([])
})

test('one kind is computed as of an earlier date, and its output is read again', async () => {
  const asked = { kind: 'facts', asOf: '2026-02-01' } as const
  expect(await t.must('insight.output', { kind: 'facts' })).toBeNull()
  const report = await ended(await t.must('insight.run', asked))
  expect(report).toMatchObject({ state: 'done', result: { kind: 'facts', asOf: '2026-02-01' } })
  const output = await t.must('insight.output', asked)
  expect(report).toMatchObject({ result: { output: output?.output } })
  expect(await t.must('insight.output', { kind: 'facts' })).toEqual(output)
})

test('a date to come and an unknown kind are refused', async () => {
  expect(await t.call('insight.run', { kind: 'facts', asOf: '2026-03-03' })).toMatchObject({
    refusal: { code: 'AS_OF_AHEAD', params: { date: '2026-03-03', businessDate: '2026-03-02' } },
  })
  expect(await t.call('insight.run', { kind: 'none' } as never)).toMatchObject({
    fault: { code: 'INVALID_INPUT', issues: [{ path: ['kind'] }] },
  })
  const clerk = t.deskAs('clerk')
  expect(await clerk.call('insight.refresh', {})).toMatchObject({ fault: { code: 'NOT_PERMITTED' } })
  expect(await clerk.call('insight.status', {})).toMatchObject({ ok: true })
})

test('a refresh waits for none of the other jobs, and for one of its own', async () => {
  const first = await t.must('insight.refresh', {})
  expect(await t.call('insight.refresh', {})).toMatchObject({ refusal: { code: 'JOB_RUNNING' } })
  expect((await t.must('insight.status', {})).job).toBe(first.job)
  // An import or a backup is a job of the store: it begins beside it
  const demo = await t.must('job.startDemo', { rooms: 5, years: 1, guests: 5, bookings: 5 })
  expect(await ended(first)).toMatchObject({ state: 'done' })
  expect(await ended(demo)).toMatchObject({ state: 'done' })
})

test('the file is made anew when it was damaged, of other tables, of another store or of changes that are gone', async () => {
  const file = `${t.file}-insight`
  const inFile = (sql: string) => {
    const raw = openRaw(file, { readonly: false })
    raw.exec(sql)
    raw.close()
  }
  const refreshed = `insert or replace into runs (kind, params, as_of, moment, head_seq, seconds)
    values ('refresh', '{}', '2026-03-01', '2026-03-01T00:00:00.000Z', 1, 0)`
  const spoil: [string, () => void][] = [
    ['kept', () => undefined],
    ['no database', () => writeFileSync(file, 'what a disk may leave '.repeat(100))],
    ['damaged', () => writeFileSync(file, readFileSync(file).fill(7, 100))],
    ['deleted', () => rmSync(file)],
    ['other tables', () => inFile("update meta set ddl = 'other'")],
    ['other store', () => inFile("update meta set store = 'other'")],
    ['changes that are gone', () => inFile('update meta set head_seq = 1000000')],
  ]
  for (const [how, act] of spoil) {
    await t.app.close()
    inFile(refreshed)
    act()
    t = await openTestApp({ file: t.file, setUp: false })
    const { ok, output } = (await t.deskAs('clerk').call('insight.status', {})) as never
    expect([how, ok, output]).toMatchObject([
      how,
      true,
      { asOf: how === 'kept' ? '2026-03-01' : null, noFile: null },
    ])
  }
  expect(existsSync(`${file}-damaged`)).toBe(true)
})

test('where something else has its name, the desk works and Insight says so', async () => {
  const file = `${t.file}-insight`
  await t.app.close()
  rmSync(file)
  mkdirSync(file)
  t = await openTestApp({ file: t.file, setUp: false })
  const desk = t.deskAs('manager')
  const noFile = { code: 'INSIGHT_NO_FILE', params: { file, why: 'taken' } }
  expect(await desk.call('insight.status', {})).toMatchObject({ output: { noFile, asOf: null } })
  expect(await desk.call('insight.refresh', {})).toMatchObject({ refusal: noFile })
  expect(await desk.call('guest.create', { familyName: 'Meyer', givenName: 'Eva' })).toMatchObject({
    ok: true,
  })
  await t.app.close()
  expect(readdirSync(file)).toEqual([])
  rmSync(file, { recursive: true })
  // Another store of that name is never written over
  const other = openRaw(file, { readonly: false })
  other.exec(`pragma application_id = ${applicationId}; create table kept (id integer)`)
  other.close()
  t = await openTestApp({ file: t.file, setUp: false })
  expect(await t.deskAs('clerk').call('insight.status', {})).toMatchObject({ output: { noFile } })
})

test('a worker that ends in the middle ends its job alone, and the next one starts another', async () => {
  await t.app.close()
  const heavyThread = new URL('../../support/ending-worker.ts', import.meta.url)
  t = await openTestApp({ file: t.file, setUp: false, heavyThread })
  const desk = t.deskAs('manager')
  const start = async (asOf: string) =>
    ((await desk.call('insight.run', { kind: 'facts', asOf })) as { output: { job: string } }).output
  for (const asOf of ['2026-01-01', '2026-01-02']) {
    const report = await ended(await start(asOf))
    expect(report).toMatchObject({ state: 'failed', failure: { code: 'WORKER_ENDED' } })
    expect(String(t.defects.pop())).toContain('the worker ended')
    expect(await desk.call('guest.create', { familyName: 'Meyer', givenName: 'Eva' })).toMatchObject({
      ok: true,
    })
  }
  expect(await ended(await start('2026-02-01'))).toMatchObject({ state: 'done' })
  expect(t.defects).toEqual([])
})

test('a page of the file that is damaged while it is open costs the figures and nothing else', async () => {
  const file = `${t.file}-insight`
  const raw = openRaw(file, { readonly: false })
  raw.exec(`insert into runs (kind, params, as_of, moment, head_seq, seconds, output)
    values ('facts', '{}', '2026-03-01', '2026-03-01T00:00:00.000Z', 1, 0, '${'x'.repeat(200_000)}')`)
  raw.pragma('wal_checkpoint(TRUNCATE)')
  raw.close()
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(7, 4096), { flag: 'r+' })
  const desk = t.deskAs('manager')
  expect(await desk.call('insight.output', { kind: 'facts' })).toMatchObject({ fault: { code: 'BUSY' } })
  expect(await desk.call('insight.output', { kind: 'facts' })).toEqual({ ok: true, output: null })
  expect(await desk.call('guest.search', { text: '' })).toMatchObject({ ok: true })
  expect(t.defects).toHaveLength(1)
})
