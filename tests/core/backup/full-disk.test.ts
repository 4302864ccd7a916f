import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openRestore } from '#core/compose-restore.ts'
import { describeReply } from '#shared/i18n/index.ts'
import { openTestApp, type TestApp, tempFolder } from '#tests/support/app.ts'
import { backUp, mustBackUp } from './support.ts'

/** A disk of its own can be made by root alone; whoever tests as somebody else can't be sent a full one. */
const mayMount = process.platform === 'linux' && process.getuid?.() === 0 && tryToMount()

let place: ReturnType<typeof tempFolder>
let disks: string[]
beforeEach(() => {
  place = tempFolder()
  disks = []
})
afterEach(() => {
  for (const disk of disks) execFileSync('umount', [disk])
  place.remove()
})

function tryToMount(): boolean {
  const probe = tempFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', probe.path], { stdio: 'ignore' })
    execFileSync('umount', [probe.path])
    return true
  } catch {
    return false
  } finally {
    probe.remove()
  }
}

function disk(name: string, size: string): string {
  const path = join(place.path, name)
  mkdirSync(path)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', path])
  disks.push(path)
  return path
}

function inWords(refusal: { code: string; params: Record<string, string | number> }, operation: string) {
  for (const language of ['en', 'zh'] as const)
    expect(describeReply({ ok: false, refusal }, language, operation)).not.toMatch(/\{\{|[A-Z]+_[A-Z]+/)
  return refusal.code
}

describe.runIf(mayMount)('a backup onto a disk that is full', () => {
  test('before it begins is refused with what it needs', async () => {
    const t = await openClosedBefore()
    const folder = disk('small', '256k')
    const reply = await t.call('backup.create', { folder })
    if (reply.ok || !('refusal' in reply)) throw new Error(JSON.stringify(reply))
    expect(inWords(reply.refusal, 'backup.create')).toBe('BACKUP_FULL')
    expect(readdirSync(folder)).toEqual([])
    await t.close()
  })

  test('midway leaves nothing there, is told until one succeeds, and the store works on', async () => {
    // What a desk wrote since the store was opened is in the -wal alone: its own file would have room.
    const t = await openTestApp({ file: join(place.path, 'hotel.keyrack') })
    const folder = disk('small', '256k')
    const report = await backUp(t, folder)
    expect(report.state).toBe('failed')
    if (!report.failure) throw new Error('no failure')
    expect(inWords(report.failure, 'backup.create')).toBe('BACKUP_FULL_MIDWAY')
    expect(readdirSync(folder)).toEqual([])
    const failed = async () => (await t.must('hotel.state', {})).store.backup.failed
    expect(await failed()).toMatchObject({ code: 'BACKUP_FULL_MIDWAY' })
    await t.must('guest.create', { nativeName: '之后' })
    mkdirSync(join(place.path, 'roomy'))
    await mustBackUp(t, join(place.path, 'roomy'))
    expect(await failed()).toBeNull()
    await t.close()
    expect(t.defects).toEqual([])
  })
})

/** A store with all that it holds in its own file. */
async function openClosedBefore(): Promise<TestApp> {
  const file = join(place.path, 'hotel.keyrack')
  await (await openTestApp({ file })).close()
  const t = await openTestApp({ file, setUp: false })
  await t.must('access.signIn', { login: 'admin', password: 'correct horse' })
  return t
}

describe.runIf(mayMount)('a restore onto a disk that is full', () => {
  async function restoreOnto(folder: string, from: string) {
    const store = join(folder, 'hotel.keyrack')
    const job = { progress: () => undefined, cancelled: false }
    const moment = '2026-03-03T03:00:00.000Z'
    const opened = await openRestore({ store, from, nativeBinding: undefined, moment }, job)
    if (!('carryOut' in opened)) throw new Error(JSON.stringify(opened))
    const done = await opened.carryOut(job)
    opened.close()
    if (!('refusal' in done)) throw new Error(JSON.stringify(done))
    expect(readdirSync(folder).filter((name) => /restor/.test(name))).toEqual([])
    return inWords(done.refusal, 'backup.restore')
  }

  test('before it begins is refused, and the store is as it was', async () => {
    const t = await openTestApp({ file: join(place.path, 'hotel.keyrack') })
    mkdirSync(join(place.path, 'copies'))
    const { file } = await mustBackUp(t, join(place.path, 'copies'))
    await t.close()
    const folder = disk('full', `${Math.ceil(statSync(file).size / 1024) + 64}k`)
    copyFileSync(file, join(folder, 'hotel.keyrack'))
    expect(await restoreOnto(folder, file)).toBe('RESTORE_FULL')
    expect(readFileSync(join(folder, 'hotel.keyrack')).equals(readFileSync(file))).toBe(true)
  })

  test('midway is told, and nothing is left', async () => {
    const t = await openTestApp({ file: join(place.path, 'hotel.keyrack') })
    // A store that was put away while it was open: most of it is in its -wal.
    const aside = join(place.path, 'aside.keyrack')
    for (const ending of ['', '-wal']) copyFileSync(`${t.file}${ending}`, `${aside}${ending}`)
    await t.close()
    const folder = disk('full', '256k')
    expect(await restoreOnto(folder, aside)).toBe('RESTORE_FULL_MIDWAY')
    expect(readdirSync(folder).filter((name) => !name.includes('-lock'))).toEqual([])
  })
})
