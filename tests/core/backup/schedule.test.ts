import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Every } from '#core/backup/schedule.ts'
import { type Application, compose } from '#core/compose.ts'
import { momentOf } from '#shared/values/index.ts'
import { openTestApp, tempFolder } from '#tests/support/app.ts'

let place: ReturnType<typeof tempFolder>
let file: string
let copies: string
let app: Application
/** What the hotel's clock shows in UTC; 03:00 in Shanghai is 19:00 of the day before. */
let clock: string
const defects: unknown[] = []

beforeEach(async () => {
  place = tempFolder()
  file = join(place.path, 'hotel.keyrack')
  copies = join(place.path, 'copies')
  mkdirSync(copies)
  const t = await openTestApp({ file })
  await t.must('backup.updateSettings', { version: 1, automatic: true, folders: [copies], hours: [3, 15] })
  await t.close()
  clock = '2026-03-01T19:00:00Z'
  await open()
})
afterEach(async () => {
  await app.close()
  place.remove()
  expect(defects.splice(0)).toEqual([])
})

async function open() {
  const opened = await compose({
    file,
    mode: 'existing',
    now: () => momentOf(Date.parse(clock)),
    log: { defect: (_incident, error) => defects.push(error), info: () => undefined },
  })
  if ('trouble' in opened) throw new Error(opened.trouble.code)
  app = opened
}

/** Looks at the clock, and waits for the copy that it began. */
async function lookAt(text: string) {
  clock = text
  const job = await app.backups.look()
  return job === null ? null : await app.jobs.ended(job)
}
const desk = () =>
  app.desk({
    workstation: 'TEST-PC',
    language: 'en',
    user: { id: null, login: 'admin', name: 'Ada', role: 'administrator', language: 'en' },
  })
const copyCount = () => readdirSync(copies).filter((name) => name.endsWith('.keyrack')).length

describe('copies by themselves', () => {
  test('are made at the chosen hours, and once', async () => {
    expect(await lookAt('2026-03-01T19:00:00Z')).toMatchObject({ kind: 'backup', state: 'done' })
    expect(await lookAt('2026-03-01T19:01:00Z')).toBeNull()
    expect(await lookAt('2026-03-02T06:59:00Z')).toBeNull()
    expect(await lookAt('2026-03-02T07:00:00Z')).toMatchObject({ state: 'done' })
    // Both are of 2 March: the rule keeps the newest of a day.
    expect(copyCount()).toBe(1)
  })

  test('are caught up when the program was closed at their hour', async () => {
    await lookAt('2026-03-01T19:00:00Z')
    await app.close()
    clock = '2026-03-04T01:00:00Z'
    await open()
    expect(await lookAt('2026-03-04T01:00:00Z')).toMatchObject({ state: 'done' })
    expect(await lookAt('2026-03-04T01:01:00Z')).toBeNull()
    expect(copyCount()).toBe(2)
  })

  test('that fail are tried again in half an hour, and told until one succeeds, over a restart as well', async () => {
    renameSync(copies, `${copies}-away`)
    expect(await lookAt('2026-03-01T19:00:00Z')).toMatchObject({ failure: { code: 'BACKUP_FOLDER_MISSING' } })
    expect(await lookAt('2026-03-01T19:10:00Z')).toBeNull()
    await app.close()
    await open()
    expect(await desk().call('hotel.state', {})).toMatchObject({
      output: { store: { backup: { failed: { code: 'BACKUP_FOLDER_MISSING' } } } },
    })
    renameSync(`${copies}-away`, copies)
    expect(await lookAt('2026-03-01T19:31:00Z')).toMatchObject({ state: 'done' })
    expect(await desk().call('hotel.state', {})).toMatchObject({
      output: { store: { lastBackup: '2026-03-01T19:31:00.000Z', backup: { failed: null } } },
    })
  })

  test('wait for another job, and are not made when they are switched off', async () => {
    const [job] = [
      app.jobs.start('demo', async (handle) => {
        while (!handle.cancelled) await new Promise(setImmediate)
        return { result: null }
      }),
    ]
    expect(await lookAt('2026-03-01T19:00:00Z')).toBeNull()
    app.jobs.cancel(job ?? '')
    await app.jobs.ended(job ?? '')
    expect(await lookAt('2026-03-01T19:01:00Z')).toMatchObject({ state: 'done' })
    const reply = await desk().call('backup.updateSettings', { version: 2, automatic: false })
    expect(reply).toMatchObject({ ok: true })
    expect(await lookAt('2026-03-02T19:00:00Z')).toBeNull()
  })

  test('that somebody cancelled come again at the next hour, or after a restart', async () => {
    clock = '2026-03-01T19:00:00Z'
    const job = (await app.backups.look()) ?? ''
    app.jobs.cancel(job)
    expect(await app.jobs.ended(job)).toMatchObject({ state: 'cancelled' })
    expect(await lookAt('2026-03-01T19:01:00Z')).toBeNull()
    await app.close()
    await open()
    expect(await lookAt('2026-03-01T19:02:00Z')).toMatchObject({ state: 'done' })
  })

  test('are looked for every minute from the time when a host begins it until the store is closed', async () => {
    const calls: { ms: number; call: () => void }[] = []
    let stopped = 0
    const every: Every = (ms, call) => {
      calls.push({ ms, call })
      return () => {
        stopped += 1
      }
    }
    app.backups.begin(every)
    app.backups.begin(every)
    expect(calls.map(({ ms }) => ms)).toEqual([60_000])
    const ended = new Promise<string>((resolve) => {
      app.events.on((event) => {
        if (event.type === 'job' && event.progress.state !== 'running') resolve(event.progress.state)
      })
    })
    calls[0]?.call()
    expect(await ended).toBe('done')
    await app.close()
    expect(stopped).toBe(1)
    await open()
    expect(existsSync(copies)).toBe(true)
  })
})
