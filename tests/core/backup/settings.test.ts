import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newestGood, noteBackup, openFailure, readNotes } from '#core/backup/notes.ts'
import { backUpStore } from '#core/compose-backup.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { firstBackupSettings } from '#shared/domain/backup/settings.ts'
import { describeReply } from '#shared/i18n/index.ts'
import { openTestApp, type TestApp, tempFolder } from '#tests/support/app.ts'
import { backUp, mustBackUp } from './support.ts'

let t: TestApp
let target: ReturnType<typeof tempFolder>
beforeEach(async () => {
  target = tempFolder()
  t = await openTestApp()
})
afterEach(async () => {
  await t.close()
  target.remove()
  expect(t.defects).toEqual([])
})

const folderNamed = (name: string) => {
  mkdirSync(join(target.path, name))
  return join(target.path, name)
}
const settings = () => t.must('backup.settings', {})
const update = async (patch: Omit<InputOf<'backup.updateSettings'>, 'version'>) =>
  t.must('backup.updateSettings', { version: (await settings()).version, ...patch })
const refusalOf = async (patch: Omit<InputOf<'backup.updateSettings'>, 'version'>) => {
  const reply = await t.call('backup.updateSettings', { version: (await settings()).version, ...patch })
  if (reply.ok || !('refusal' in reply)) throw new Error(JSON.stringify(reply))
  for (const language of ['en', 'zh'] as const)
    expect(describeReply(reply, language, 'backup.updateSettings')).not.toMatch(/\{\{|BACKUP_/)
  return reply.refusal.code
}
const createAll = async () => {
  const { job } = await t.must('backup.createAll', {})
  return await t.app.jobs.ended(job)
}
const shown = async (desk = t.desk) => {
  const reply = await desk.call('hotel.state', {})
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return (reply.output as { store: { lastBackup: string | null; backup: { failed: unknown } } }).store
}

describe('backup settings', () => {
  test('begin without a folder, are changed, logged and undone', async () => {
    expect(await settings()).toEqual({
      ...firstBackupSettings,
      version: 1,
      store: t.file,
      next: null,
      state: [],
    })
    const folder = folderNamed('copies')
    await update({ automatic: true, folders: [folder, folder], hours: [15, 3, 15], keepDays: 3 })
    const now = await settings()
    expect(now).toMatchObject({ automatic: true, folders: [folder], hours: [3, 15], keepDays: 3, version: 2 })
    // The test's clock shows noon in Shanghai.
    expect(now.next).toBe('2026-03-02T15')
    expect(now.state).toEqual([{ folder, good: null, failed: null }])
    const [row] = (await t.must('change.list', { limit: 1 })).rows
    expect(row).toMatchObject({ operation: 'backup.updateSettings', entity: 'backup-settings' })
    await t.must('change.undo', { change: row?.seq ?? 0 })
    expect(await settings()).toMatchObject({ ...firstBackupSettings, version: 3 })
  })

  test('hold a change to the version that was read', async () => {
    await update({ keepDays: 3 })
    expect(await t.call('backup.updateSettings', { version: 1, keepDays: 4 })).toMatchObject({
      fault: { code: 'CONFLICT' },
    })
  })

  test('refuse what no copy could be made by', async () => {
    expect(await refusalOf({ automatic: true })).toBe('BACKUP_NO_FOLDER')
    expect(await refusalOf({ folders: ['copies'] })).toBe('BACKUP_FOLDER_RELATIVE')
    expect(await refusalOf({ folders: [join(target.path, 'no')] })).toBe('BACKUP_FOLDER_MISSING')
    expect(await refusalOf({ folders: [t.file] })).toBe('BACKUP_ONTO_STORE')
    expect(await refusalOf({ automatic: true, folders: [folderNamed('a')], hours: [] })).toBe(
      'BACKUP_NO_HOUR',
    )
    for (const wrong of [
      { keepDays: 0 },
      { hours: [24] },
      { warnAfterHours: 0 },
      { folders: Array(5).fill('/') },
    ])
      expect(await t.call('backup.updateSettings', { version: 1, ...wrong })).toMatchObject({
        fault: { code: 'INVALID_INPUT' },
      })
    expect(await settings()).toMatchObject({ version: 1 })
  })

  test('keep a folder that is away now', async () => {
    const share = folderNamed('share')
    await update({ folders: [share] })
    rmSync(share, { recursive: true })
    await update({ folders: [share], keepDays: 2 })
    expect(await settings()).toMatchObject({ folders: [share], keepDays: 2 })
  })

  test.each(['clerk', 'manager'] as const)('are not for a %s', async (role) => {
    for (const [operation, input] of [
      ['backup.settings', {}],
      ['backup.updateSettings', { version: 1, keepDays: 1 }],
      ['backup.createAll', {}],
    ] as const)
      expect(await t.deskAs(role).call(operation, input)).toMatchObject({ fault: { code: 'NOT_PERMITTED' } })
  })

  test('undone to copies without a folder are refused', async () => {
    const folder = folderNamed('copies')
    await update({ folders: [folder] })
    const added = (await t.must('change.list', { limit: 1 })).rows[0]?.seq ?? 0
    await update({ automatic: true })
    expect(await t.call('change.undo', { change: added })).toMatchObject({
      refusal: { code: 'BACKUP_NO_FOLDER' },
    })
  })

  test('are the rule of the command line as well', async () => {
    await update({ keepDays: 1, keepWeeks: 0, keepMonths: 0 })
    const folder = folderNamed('copies')
    const first = await mustBackUp(t, folder)
    const asked = { store: t.file, nativeBinding: undefined, folder, keepAll: false }
    const made = await backUpStore(
      { ...asked, moment: '2026-03-02T08:00:00.000Z' },
      { progress: () => undefined, cancelled: false },
    )
    expect(made).toMatchObject({ removed: [first.file.slice(folder.length + 1)] })
  })
})

describe('a backup into all folders', () => {
  test('needs one', async () => {
    expect(await t.call('backup.createAll', {})).toMatchObject({ refusal: { code: 'BACKUP_NO_FOLDER' } })
  })

  test('makes a copy in each, and tells how far it is', async () => {
    const folders = [folderNamed('a'), folderNamed('b')]
    await update({ folders })
    const steps: number[] = []
    t.app.events.on((event) => event.type === 'job' && steps.push(event.progress.done))
    expect(await createAll()).toMatchObject({ state: 'done', done: 200, total: 200 })
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
    for (const folder of folders) expect(readdirSync(folder)).toHaveLength(2)
    const { state } = await settings()
    expect(state.map(({ good, failed }) => [good?.businessDate, failed])).toEqual([
      ['2026-03-02', null],
      ['2026-03-02', null],
    ])
  })

  test('makes the others when one fails, and says so until that one succeeds', async () => {
    const [gone, there] = [folderNamed('gone'), folderNamed('there')]
    await update({ folders: [gone, there] })
    rmSync(gone, { recursive: true })
    expect(await createAll()).toMatchObject({ state: 'failed', failure: { code: 'BACKUP_FOLDER_MISSING' } })
    expect(readdirSync(there)).toHaveLength(2)
    const failed = { code: 'BACKUP_FOLDER_MISSING', params: { folder: gone } }
    expect(await shown()).toMatchObject({ lastBackup: expect.any(String), backup: { failed } })
    // A clerk is told that, not where.
    expect(await shown(t.deskAs('clerk'))).toMatchObject({ backup: { failed: { ...failed, params: {} } } })
    // A copy elsewhere does not settle it.
    await mustBackUp(t, there)
    expect((await shown()).backup.failed).toMatchObject(failed)
    mkdirSync(gone)
    expect(await createAll()).toMatchObject({ state: 'done' })
    expect((await shown()).backup.failed).toBeNull()
  })

  test('tells open pages when it has ended', async () => {
    await update({ folders: [folderNamed('a')] })
    const kinds: string[] = []
    t.app.events.on((event) => {
      if (event.type === 'changed') kinds.push(...event.entities.map(({ kind }) => kind))
    })
    await createAll()
    expect(kinds).toEqual(['job'])
  })
})

describe('what is noted beside the store', () => {
  test('survives the program and is that of the command line too', async () => {
    const folder = folderNamed('copies')
    const asked = {
      store: t.file,
      nativeBinding: undefined,
      keepAll: false,
      moment: '2026-03-02T08:00:00.000Z',
    }
    const job = { progress: () => undefined, cancelled: false }
    expect(await shown()).toMatchObject({ lastBackup: null, backup: { failed: null } })
    await backUpStore({ ...asked, folder: join(folder, 'no') }, job)
    expect((await shown()).backup.failed).toMatchObject({ code: 'BACKUP_FOLDER_MISSING' })
    // Nobody chose that folder: any good copy settles it.
    await backUpStore({ ...asked, folder, moment: '2026-03-02T08:00:01.000Z' }, job)
    expect(await shown()).toMatchObject({ lastBackup: '2026-03-02T08:00:01.000Z', backup: { failed: null } })
  })

  test('is nothing of a copy that was cancelled', async () => {
    const folder = folderNamed('copies')
    const { job } = await t.must('backup.create', { folder })
    await t.must('job.cancel', { job })
    await t.app.jobs.ended(job)
    expect(readNotes(t.file)).toEqual({})
  })

  test('of two that end together is of both; what is no note is none', async () => {
    const failure = { code: 'BACKUP_FULL', params: { folder: '/a' } }
    const good = { made: '2026-03-02T03:00:00.000Z', file: '/b/x', businessDate: '2026-03-01' }
    await Promise.all([
      noteBackup(t.file, '/a', '2026-03-02T02:00:00.000Z', { failure }),
      noteBackup(t.file, '/b', '2026-03-02T03:00:00.000Z', { good }),
    ])
    const notes = readNotes(t.file)
    expect(newestGood(notes)).toEqual(good)
    expect(openFailure(notes, ['/a'])).toMatchObject({ folder: '/a', code: 'BACKUP_FULL' })
    expect(openFailure(notes, ['/b'])).toBeNull()
    const path = `${t.file}-backups`
    for (const text of ['', '{', '{"notes":2,"folders":{}}', '[]']) {
      writeFileSync(path, text)
      expect(readNotes(t.file)).toEqual({})
    }
    expect((await backUp(t, folderNamed('copies'))).state).toBe('done')
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ notes: 1 })
  })
})
