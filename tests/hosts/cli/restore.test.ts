import { fork } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { findingsIn, lookInto, mustBackUp } from '#tests/core/backup/support.ts'
import { openTestApp, tempFolder } from '#tests/support/app.ts'
import { keyrack, onlyLine } from './keyrack.ts'

let folder: ReturnType<typeof tempFolder>
let store: string
let copies: string
/** A copy of the store, after which two guests were added. */
let copy: string
beforeEach(async () => {
  folder = tempFolder()
  store = join(folder.path, 'hotel.keyrack')
  copies = join(folder.path, 'copies')
  mkdirSync(copies)
  const t = await openTestApp({ file: store })
  await t.must('guest.create', { nativeName: '张伟' })
  copy = (await mustBackUp(t, copies)).file
  await t.must('guest.create', { nativeName: '李娜' })
  await t.must('guest.create', { nativeName: '王芳' })
  await t.close()
})
afterEach(() => folder.remove())

const at = (name: string) => join(folder.path, name)
const guestsIn = (file: string) =>
  lookInto(file, (raw) => raw.prepare('select native_name from guests order by id').pluck().all())
const asides = () => readdirSync(folder.path).filter((name) => /before-restore-.*\.keyrack$/.test(name))
const restore = async (from: string, ...more: string[]) => {
  const ran = await keyrack(['restore', '--store', store, '--from', from, '--json', ...more])
  return { ...ran, reply: ran.code === 3 || ran.code === 2 ? null : onlyLine(ran.stdout) }
}
const refusalFor = async (from: string) => {
  const before = existsSync(store) ? readFileSync(store) : null
  const { code, reply } = await restore(from, '--yes')
  expect(code).toBe(1)
  // In words, with what they name filled in.
  expect(reply.message).not.toMatch(/\{\{|RESTORE_/)
  if (before) expect(readFileSync(store).equals(before)).toBe(true)
  expect(asides()).toEqual([])
  return reply.refusal.code
}

describe('keyrack restore', () => {
  test('shows what would be lost and changes nothing without --yes', async () => {
    const before = readFileSync(store)
    const { code, reply } = await restore(copy)
    expect(code).toBe(0)
    expect(reply).toMatchObject({
      ok: true,
      restored: false,
      file: copy,
      facts: { guests: 1, hotelName: 'Test Hotel' },
      present: { state: 'read', facts: { guests: 3 } },
      lost: { changes: 2, operations: [{ operation: 'guest.create', changes: 2 }] },
    })
    const said = (await keyrack(['restore', '--store', store, '--from', copy])).stdout
    expect(said).toMatch(/is verified: Test Hotel, .* 1 guests, /)
    expect(said).toMatch(/2 changes in .* would be lost, made from .* to .*:\n +2 {2}Guest added\n/)
    expect(said).toContain('Run the command again with --yes')
    const chinese = (await keyrack(['restore', '--store', store, '--from', copy, '--lang', 'zh'])).stdout
    expect(chinese).toContain('2 项变更将丢失')
    expect(readFileSync(store).equals(before)).toBe(true)
    expect(readdirSync(folder.path).filter((name) => !name.endsWith('-lock'))).toEqual([
      'copies',
      'hotel.keyrack',
      'hotel.keyrack-backups',
      'hotel.keyrack-insight',
      'hotel.keyrack-mark',
      'hotel.keyrack-report',
    ])
  })

  test('puts the copy in the store’s place, keeps the store, and goes back to it', async () => {
    const { code, reply } = await restore(copies, '--yes')
    expect({ code, restored: reply.restored }).toEqual({ code: 0, restored: true })
    expect(guestsIn(store)).toEqual(['张伟'])
    expect(guestsIn(reply.aside)).toEqual(['张伟', '李娜', '王芳'])
    // The mark went with the store that it is of: nothing is missing in either.
    for (const file of [store, reply.aside]) {
      const opened = await openStore(file, { mode: 'existing' })
      if ('trouble' in opened) throw new Error(opened.trouble.code)
      expect(opened.lost).toBeNull()
      opened.close()
    }
    const t = await openTestApp({ file: store, setUp: false })
    await t.must('access.signIn', { login: 'admin', password: 'correct horse' })
    await t.must('guest.create', { nativeName: '新客' })
    await t.close()
    expect(await findingsIn(store)).toEqual([])

    // The store went another way since: lost is what it has and the one from before has not.
    const back = await restore(reply.aside, '--yes')
    expect(back.reply).toMatchObject({ restored: true, made: null, lost: { changes: 2 } })
    expect(back.reply.lost.operations.map((one: { operation: string }) => one.operation).sort()).toEqual([
      'access.signIn',
      'guest.create',
    ])
    expect(guestsIn(store)).toEqual(['张伟', '李娜', '王芳'])
  })

  test('says that nothing would be lost', async () => {
    await restore(copy, '--yes')
    expect((await restore(copy)).reply).toMatchObject({ lost: { changes: 0, first: null, operations: [] } })
    const said = (await keyrack(['restore', '--store', store, '--from', copy])).stdout
    expect(said).toContain('Nothing would be lost')
  })

  test('keeps what a killed desk had in its -wal alone', async () => {
    const child = fork(join(import.meta.dirname, '../../support/create-guests.ts'), [store, '25'])
    await once(child, 'message')
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    expect(statSync(`${store}-wal`).size).toBeGreaterThan(0)
    const { reply } = await restore(copy, '--yes')
    expect(reply.lost).toMatchObject({ changes: 27 })
    expect(existsSync(`${store}-wal`)).toBe(false)
    expect(guestsIn(store)).toEqual(['张伟'])
    expect(guestsIn(reply.aside)).toHaveLength(28)
  })

  test('replaces a store that can’t be read, and makes one where there is none', async () => {
    writeFileSync(store, 'nothing that a store begins with')
    writeFileSync(`${store}-wal`, 'its last changes')
    expect((await keyrack(['restore', '--store', store, '--from', copies])).stdout).toContain(
      'cannot be read',
    )
    const { reply } = await restore(copies, '--yes')
    expect(reply).toMatchObject({ restored: true, present: { state: 'unreadable' }, lost: null })
    expect(readFileSync(reply.aside, 'utf8')).toBe('nothing that a store begins with')
    expect(readFileSync(`${reply.aside}-wal`, 'utf8')).toBe('its last changes')
    expect(guestsIn(store)).toEqual(['张伟'])

    store = at('new.keyrack')
    expect((await restore(copies)).reply).toMatchObject({ present: { state: 'missing' } })
    expect(existsSync(store)).toBe(false)
    expect((await restore(copies, '--yes')).reply).toMatchObject({ restored: true, aside: null })
    expect(await findingsIn(store)).toEqual([])
  })

  test('refuses while another process has the store', async () => {
    const holder = fork(join(import.meta.dirname, '../../support/hold-store.ts'), [store])
    await once(holder, 'message')
    try {
      const ran = await keyrack(['restore', '--store', store, '--from', copy, '--yes'])
      expect(ran.code).toBe(3)
      expect(ran.stderr).toContain(
        `Another Keyrack (process ${holder.pid}) has ${store} open. Close it there first`,
      )
      expect(asides()).toEqual([])
    } finally {
      holder.kill()
      await once(holder, 'exit')
    }
  })
})

describe('a copy that is not what was written is refused', () => {
  test('with any byte flipped', async () => {
    const whole = readFileSync(copy)
    const offsets = [0, 18, whole.length - 1, ...Array.from({ length: 25 }, () => randomInt(whole.length))]
    for (const offset of offsets) {
      const bytes = Buffer.from(whole)
      bytes[offset] = (bytes[offset] ?? 0) ^ (1 << randomInt(8))
      writeFileSync(copy, bytes)
      expect([offset, await refusalFor(copy)]).toEqual([offset, 'RESTORE_DAMAGED'])
    }
  })

  test('cut, without its file, or with a changed manifest', async () => {
    const manifest = readFileSync(`${copy}.json`, 'utf8')
    writeFileSync(`${copy}.json`, manifest.replace('"guests": 1', '"guests": 2'))
    expect(await refusalFor(copy)).toBe('RESTORE_MANIFEST')
    writeFileSync(`${copy}.json`, manifest)
    writeFileSync(copy, readFileSync(copy).subarray(0, 8192))
    expect(await refusalFor(copy)).toBe('RESTORE_DAMAGED')
    expect(await refusalFor(copies)).toBe('RESTORE_NONE')
    // Without its manifest the copy itself is examined.
    rmSync(`${copy}.json`)
    expect(await refusalFor(copy)).toMatch(/RESTORE_(?:DAMAGED|NOT_A_COPY)/)
  })
})

describe('wrong use is answered', () => {
  test('the store itself, and what is no copy', async () => {
    expect(await refusalFor(store)).toBe('RESTORE_ONTO_ITSELF')
    writeFileSync(at('list.csv'), 'name;phone\n')
    expect(await refusalFor(at('list.csv'))).toBe('RESTORE_NOT_A_COPY')
    new Sqlite(at('other.db')).exec('create table a (b)').close()
    expect(await refusalFor(at('other.db'))).toBe('RESTORE_NOT_A_COPY')
    mkdirSync(at('empty'))
    expect(await refusalFor(at('empty'))).toBe('RESTORE_NONE')
  })

  test('a newer program’s copy', async () => {
    const newer = at('newer.keyrack')
    copyFileSync(copy, newer)
    const raw = new Sqlite(newer)
    raw.pragma('user_version = 99')
    raw.close()
    expect(await refusalFor(newer)).toBe('RESTORE_NEWER')
  })

  test('another hotel’s copy', async () => {
    const other = await openTestApp({ file: at('other.keyrack'), setUp: false })
    await other.must('setup.run', {
      hotelName: 'Other Hotel',
      language: 'en',
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
      country: 'DEU',
      administrator: { login: 'admin', name: 'Ada Min', password: 'correct horse' },
    })
    const theirs = (await mustBackUp(other, copies)).file
    await other.close()
    expect(await refusalFor(theirs)).toBe('RESTORE_OTHER_STORE')
    // In a folder this store's own copy is chosen; without a store it is not known whose is meant.
    expect((await restore(copies)).reply).toMatchObject({ file: copy })
    rmSync(store)
    expect(await refusalFor(copies)).toBe('RESTORE_SEVERAL')
  })

  test.each([
    [['restore'], '--from is missing. Add --from FILE|FOLDER.'],
    [['restore', '--from', '/no/such/copy'], 'There is no file /no/such/copy. Check the path.'],
  ])('%j', async (args, words) => {
    const ran = await keyrack(args)
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain(words)
  })
})

describe('a restore that was killed', () => {
  test.runIf(process.platform !== 'win32')('when the store had two names leaves one that opens', async () => {
    const aside = at('hotel.before-restore-20260302-040000Z.keyrack')
    linkSync(store, aside)
    linkSync(`${store}-mark`, `${aside}-mark`)
    rmSync(`${store}-mark`)
    const opened = await openStore(store, { mode: 'existing' })
    if ('trouble' in opened) throw new Error(opened.trouble.code)
    opened.close()
    expect(asides()).toEqual([])
    expect(existsSync(`${store}-mark`)).toBe(true)
    expect(guestsIn(store)).toHaveLength(3)
  })

  test.runIf(process.platform !== 'win32')(
    'is not mixed up with a second name that somebody gave',
    async () => {
      linkSync(store, at('second.keyrack'))
      expect(await openStore(store, { mode: 'existing' })).toMatchObject({
        trouble: { code: 'STORE_LINKED' },
      })
      const ran = await keyrack(['restore', '--store', store, '--from', copy, '--yes'])
      expect(ran.code).toBe(3)
      expect(existsSync(at('second.keyrack'))).toBe(true)
    },
  )
})
