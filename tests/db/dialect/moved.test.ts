import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readWith } from '#db/dialect/building.ts'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { describeReply } from '#shared/i18n/index.ts'
import { openTestApp, type TestApp, tempFolder } from '#tests/support/app.ts'

let folder: ReturnType<typeof tempFolder>
const at = (name: string) => join(folder.path, name)
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder.remove())

const moved = { ok: false, fault: { code: 'STORE', reason: 'moved' } }

async function guestsIn(file: string): Promise<string[]> {
  const store = await openStore(file, { mode: 'existing' })
  if ('trouble' in store) throw new Error(store.trouble.code)
  const rows = await readWith(store.reader).selectFrom('guests').select('native_name').execute()
  store.close()
  return rows.map(({ native_name }) => String(native_name))
}

// Windows lets nobody move a file that is open.
describe.runIf(process.platform !== 'win32')('a store whose file is moved while it is open', () => {
  let t: TestApp
  const file = () => at('hotel.keyrack')
  beforeEach(async () => {
    t = await openTestApp({ file: file() })
    await t.must('guest.create', { nativeName: '李雷' })
  })

  test('acknowledges nothing, says so, and goes on when the file is back', async () => {
    renameSync(file(), at('away.keyrack'))
    const reply = await t.call('guest.create', { nativeName: '韩梅梅' })
    expect(reply).toEqual(moved)
    for (const [language, words] of [
      ['en', /nothing was written.*Put it back/],
      ['zh', /未写入任何内容.*按原名放回/],
    ] as const)
      expect(describeReply(reply, language, 'guest.create')).toMatch(words)
    expect(existsSync(file())).toBe(false)
    renameSync(at('away.keyrack'), file())
    await t.must('guest.create', { nativeName: '王芳' })
    await t.close()
    expect(await guestsIn(file())).toEqual(['李雷', '王芳'])
  })

  test('has all that was saved before in the file, wherever it is now', async () => {
    renameSync(file(), at('away.keyrack'))
    await t.close()
    expect(statSync(`${file()}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0)
    expect(await guestsIn(at('away.keyrack'))).toEqual(['李雷'])
  })

  test('carried to another disk as a copy, is whole again beside the files it left', async () => {
    copyFileSync(file(), at('copy.keyrack'))
    rmSync(file())
    expect(await t.call('guest.create', { nativeName: '韩梅梅' })).toEqual(moved)
    await t.close()
    copyFileSync(at('copy.keyrack'), file())
    expect(await guestsIn(file())).toEqual(['李雷'])
  })

  test('is not written to when another stands in its place, and leaves that alone', async () => {
    renameSync(file(), at('away.keyrack'))
    copyFileSync(at('away.keyrack'), file())
    const put = readFileSync(file())
    expect(await t.call('guest.create', { nativeName: '韩梅梅' })).toEqual(moved)
    await t.close()
    expect(statSync(`${file()}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0)
    expect(readFileSync(file()).equals(put)).toBe(true)
    expect(await guestsIn(at('away.keyrack'))).toEqual(['李雷'])
  })

  test('ends a long work that was begun before', async () => {
    const work = t.app.store.exclusively(async () => {
      renameSync(file(), at('away.keyrack'))
      return 'done'
    })
    await expect(work).rejects.toMatchObject({ code: 'KEYRACK_STORE_MOVED' })
    await t.close()
  })
})

describe('a new store', () => {
  test.each(['-wal', '-journal'])('is not made beside a %s that another store left', async (ending) => {
    const file = at('hotel.keyrack')
    writeFileSync(`${file}${ending}`, 'what was saved last')
    for (const mode of ['new', 'either'] as const)
      expect(await openStore(file, { mode })).toMatchObject({ trouble: { code: 'STORE_REMAINS' } })
    expect(readFileSync(`${file}${ending}`, 'utf8')).toBe('what was saved last')
    expect(existsSync(file)).toBe(false)
    rmSync(`${file}${ending}`)
  })

  test('nor out of an empty file beside one', async () => {
    const file = at('hotel.keyrack')
    writeFileSync(file, '')
    writeFileSync(`${file}-wal`, 'what was saved last')
    expect(await openStore(file, { mode: 'new' })).toMatchObject({ trouble: { code: 'STORE_REMAINS' } })
    expect(readFileSync(`${file}-wal`, 'utf8')).toBe('what was saved last')
  })

  test.runIf(process.platform !== 'win32')('is for this user alone to read', async () => {
    const store = await openStore(at('hotel.keyrack'), { mode: 'new' })
    if ('trouble' in store) throw new Error(store.trouble.code)
    for (const ending of ['', '-wal', '-shm', '-mark'])
      expect([ending, statSync(`${at('hotel.keyrack')}${ending}`).mode & 0o777]).toEqual([ending, 0o600])
    store.close()
  })
})
