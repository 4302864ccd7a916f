import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Application, compose } from '#core/compose.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { momentOf } from '#shared/values/index.ts'
import { openTestApp, tempFolder } from '../../support/app.ts'

let place: ReturnType<typeof tempFolder>
let folder: string
let app: Application
/** In UTC; 06:00 in Shanghai is 22:00 of the day before. */
let clock = ''
const defects: unknown[] = []

beforeEach(async () => {
  place = tempFolder()
  folder = join(place.path, 'reports')
  mkdirSync(folder)
  const file = join(place.path, 'hotel.keyrack')
  await (await openTestApp({ file })).close()
  clock = '2026-03-01T20:00:00Z'
  const opened = await compose({
    file,
    mode: 'existing',
    now: () => momentOf(Date.parse(clock)),
    log: { defect: (_incident, error) => defects.push(error), info: () => undefined },
  })
  if ('trouble' in opened) throw new Error(opened.trouble.code)
  app = opened
})
afterEach(async () => {
  await app.close()
  place.remove()
  expect(defects.splice(0)).toEqual([])
})

const call = (operation: string, input: object) =>
  app
    .desk({
      workstation: 'TEST-PC',
      language: 'en',
      user: { id: null, login: 'admin', name: 'Ada', role: 'administrator', language: 'en' },
    })
    .call(operation, input)

const daily = {
  name: 'Occupancy to date',
  report: 'occupancy',
  parameters: { period: 'month-to-date' },
  format: 'csv',
  language: 'zh',
  hours: [6],
  weekdays: [],
  active: true,
}

async function save(more: object = {}) {
  const reply = await call('report.saveSchedule', { ...daily, folder, ...more })
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return reply.output as OutputOf<'report.saveSchedule'>
}

async function listed() {
  const reply = await call('report.schedules', {})
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  const [first] = (reply.output as OutputOf<'report.schedules'>).schedules
  if (!first) throw new Error('there is no schedule')
  return first
}

async function lookAt(text: string): Promise<number> {
  clock = text
  return (await app.reportFiles.look()).length
}

describe('reports by themselves', () => {
  it('are written at their hours, once, and an hour that was missed is caught up', async () => {
    await save()
    expect((await listed()).next).toBe('2026-03-02T06')
    expect(await lookAt('2026-03-01T21:59:00Z')).toBe(0)
    expect(await lookAt('2026-03-01T22:01:00Z')).toBe(1)
    expect(await lookAt('2026-03-01T22:02:00Z')).toBe(0)
    expect(await lookAt('2026-03-05T09:00:00Z')).toBe(1)
    expect(await lookAt('2026-03-05T09:01:00Z')).toBe(0)
    // The business date has not moved: nothing is written over
    expect(readdirSync(folder)).toEqual([
      'Occupancy to date 2026-03-02 (2).csv',
      'Occupancy to date 2026-03-02.csv',
    ])
    expect(readFileSync(join(folder, 'Occupancy to date 2026-03-02.csv'), 'utf8')).toMatch(/^\uFEFF日,/)
    expect((await listed()).last).toEqual({
      at: '2026-03-05T09:00:00.000Z',
      file: join(folder, 'Occupancy to date 2026-03-02 (2).csv'),
      failure: null,
    })
  })

  it('are in the change log as the program’s own exports', async () => {
    await save()
    await lookAt('2026-03-01T22:01:00Z')
    const reply = await call('change.list', { limit: 1 })
    expect(reply).toMatchObject({
      output: {
        rows: [
          {
            operation: 'report.runSchedule',
            actor: 'schedule',
            entity: 'report',
            after: { report: 'occupancy', format: 'csv' },
          },
        ],
      },
    })
  })

  it('say why they were not written, and try again in half an hour', async () => {
    await save()
    renameSync(folder, `${folder}-away`)
    expect(await lookAt('2026-03-01T22:01:00Z')).toBe(1)
    expect((await listed()).last).toMatchObject({
      file: null,
      failure: { code: 'FILE_FOLDER_MISSING', params: { folder } },
    })
    expect(await lookAt('2026-03-01T22:20:00Z')).toBe(0)
    renameSync(`${folder}-away`, folder)
    expect(await lookAt('2026-03-01T22:32:00Z')).toBe(1)
    expect((await listed()).last).toMatchObject({ failure: null })
  })

  it('do not try again before the next hour where no browser prints', async () => {
    await save({ format: 'pdf' })
    expect(await lookAt('2026-03-01T22:01:00Z')).toBe(1)
    expect((await listed()).last).toMatchObject({ failure: { code: 'PDF_NO_BROWSER' } })
    expect(await lookAt('2026-03-01T23:01:00Z')).toBe(0)
    expect(readdirSync(folder)).toEqual([])
  })

  it('are left for the next time where the program closes', async () => {
    await save()
    await save({ name: 'Occupancy again' })
    clock = '2026-03-01T22:01:00Z'
    const looking = app.reportFiles.look()
    await app.reportFiles.end()
    expect(await looking).toEqual([])
    expect(readdirSync(folder)).toEqual([])
  })

  it('rest while they are not active', async () => {
    await save({ active: false })
    expect(await lookAt('2026-03-01T22:01:00Z')).toBe(0)
    expect((await listed()).next).toBeNull()
  })

  it('are changed, deleted, and brought back by undo', async () => {
    const { id, version } = await save()
    expect(
      await call('report.saveSchedule', { ...daily, folder, id, version, weekdays: [5, 1, 1] }),
    ).toMatchObject({ ok: true })
    expect((await listed()).weekdays).toEqual([1, 5])
    const gone = await call('report.deleteSchedule', { id, version: version + 1 })
    expect(gone.ok && (await call('change.undo', { change: gone.change ?? 0 }))).toMatchObject({ ok: true })
    expect(await listed()).toMatchObject({ id, name: daily.name, weekdays: [1, 5] })
    expect((await app.examine()).findings).toEqual([])
  })

  it('are refused with a wrong folder, parameter, name', async () => {
    await save()
    writeFileSync(join(folder, 'a file'), '')
    const codeOf = async (more: object) => {
      const reply = await call('report.saveSchedule', { ...daily, name: 'Another', folder, ...more })
      return !reply.ok && 'refusal' in reply ? reply.refusal.code : 'saved'
    }
    expect(await codeOf({ folder: 'reports' })).toBe('FILE_FOLDER_RELATIVE')
    expect(await codeOf({ folder: join(folder, 'a file') })).toBe('FILE_FOLDER_MISSING')
    expect(await codeOf({ parameters: { period: 'last-moth' } })).toBe('REPORT_CHOICE_UNKNOWN')
    expect(await codeOf({ name: daily.name })).toBe('SCHEDULE_NAME_TAKEN')
    expect(await codeOf({})).toBe('saved')
  })
})
