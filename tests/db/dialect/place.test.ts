import {
  chmodSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { compose } from '#core/compose.ts'
import { troubleWithPlace } from '#db/dialect/place.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { openTestApp, tempFolder } from '#tests/support/app.ts'

let folder: ReturnType<typeof tempFolder>
const at = (name: string) => join(folder.path, name)
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder.remove())

const log = { defect: () => undefined, info: () => undefined }

async function hotel(name = 'hotel.keyrack') {
  const t = await openTestApp({ file: at(name) })
  for (let guest = 1; guest <= 40; guest += 1) await t.must('guest.create', { nativeName: `客人${guest}` })
  await t.close()
  return at(name)
}

async function troubleOf(file: string, mode: 'existing' | 'either' = 'existing') {
  const store = await openStore(file, { mode })
  if ('trouble' in store) return store.trouble.code
  store.close()
  return null
}

async function findingsIn(file: string) {
  const app = await compose({ file, mode: 'existing', toExamine: true, log })
  if ('trouble' in app) throw new Error(app.trouble.code)
  try {
    return (await app.examine()).findings
  } finally {
    await app.close()
  }
}

/** Root may do everything: as somebody else for the time of `work`. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work()
  process.seteuid?.(65_534)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}

describe('several names of one store', () => {
  test('a link to it is the same store: it has one lock', async () => {
    const file = await hotel()
    symlinkSync(file, at('link.keyrack'))
    const store = await openStore(file, { mode: 'existing' })
    expect(await troubleOf(at('link.keyrack'))).toBe('STORE_LOCKED')
    if (!('trouble' in store)) store.close()
    const linked = await openStore(at('link.keyrack'), { mode: 'existing' })
    expect(await troubleOf(file)).toBe('STORE_LOCKED')
    if (!('trouble' in linked)) linked.close()
    expect(readdirSync(folder.path).sort()).toEqual(
      ['', '-insight', '-lock', '-mark', '-report']
        .map((ending) => `hotel.keyrack${ending}`)
        .concat('link.keyrack'),
    )
  })

  test('a hard link is refused under both names', async () => {
    const file = await hotel()
    linkSync(file, at('other.keyrack'))
    expect(await troubleOf(file)).toBe('STORE_LINKED')
    expect(await troubleOf(at('other.keyrack'))).toBe('STORE_LINKED')
    rmSync(at('other.keyrack'))
    expect(await troubleOf(file)).toBeNull()
  })

  test('a link into nothing is a missing store, and none is made', async () => {
    symlinkSync(at('gone.keyrack'), at('link.keyrack'))
    expect(await troubleOf(at('link.keyrack'), 'either')).toBe('STORE_MISSING')
    expect(readdirSync(folder.path)).toEqual(['link.keyrack'])
  })
})

describe('a link', () => {
  test('onto a share is refused as the share itself is', async () => {
    const file = await hotel()
    mkdirSync(at('desk'))
    symlinkSync(file, at('desk/link.keyrack'))
    const shares = (path: string) => (path === realpathSync(folder.path) ? 0x517b : 0xef53)
    expect(troubleWithPlace(at('desk/link.keyrack'), false, shares)).toBe('STORE_NETWORK')
    expect(troubleWithPlace(at('desk/link.keyrack'), false, () => 0xef53)).toBeNull()
  })

  test.each([
    ['FUSE', 0x65735546],
    ['9p', 0x01021997],
    ['a shared folder of VirtualBox', 0x786f4256],
  ])('%s is no disk of this machine', async (_what, magic) => {
    expect(troubleWithPlace(at('new.keyrack'), true, () => magic)).toBe('STORE_NETWORK')
  })
})

describe.skipIf(process.platform === 'win32')('without the right', () => {
  test('to read the file or its folder', async () => {
    chmodSync(folder.path, 0o777)
    const file = await hotel()
    chmodSync(file, 0o000)
    expect(await asNobody(() => troubleOf(file))).toBe('STORE_NO_ACCESS')
    mkdirSync(at('closed'))
    copyFileSync(file, at('closed/hotel.keyrack'))
    chmodSync(at('closed'), 0o000)
    expect(await asNobody(() => troubleOf(at('closed/hotel.keyrack')))).toBe('STORE_NO_ACCESS')
    expect(await asNobody(() => troubleOf(at('closed/in/hotel.keyrack')))).toBe('STORE_NO_ACCESS')
    chmodSync(at('closed'), 0o700)
  })

  test('to write: doctor looks all the same', async () => {
    const file = await hotel()
    rmSync(`${file}-lock`)
    chmodSync(file, 0o444)
    chmodSync(dirname(file), 0o555)
    expect(await asNobody(() => findingsIn(file))).toEqual([])
    chmodSync(dirname(file), 0o700)
  })
})

/** Writes over some bytes of the file. */
function damage(file: string, from: number, length: number) {
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0x5a, from, from + length))
}

describe('a damaged store', () => {
  test('whose header was written over is damaged, and doctor names it', async () => {
    const file = await hotel()
    damage(file, 40, 24)
    expect(await troubleOf(file)).toBe('STORE_DAMAGED')
    expect((await findingsIn(file)).map(({ code }) => code)).toContain('UNREADABLE')
  })

  test.each([
    ['the schema', 100, 3000],
    ['a page in the middle', 40 * 4096, 4096],
    ['half of the file', 100_000, 200_000],
  ])('%s: doctor finds it, in our words, and leaves the file as it is', async (_what, from, length) => {
    const file = await hotel()
    damage(file, from, length)
    const before = readFileSync(file)
    const findings = await findingsIn(file)
    expect(findings.filter(({ severity }) => severity === 'error')).not.toEqual([])
    expect(JSON.stringify(findings)).not.toMatch(/SqliteError|malformed/)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('that lacks a table is damaged', async () => {
    const file = await hotel()
    const raw = openRaw(file, { readonly: false })
    raw.exec('drop table change_head')
    raw.close()
    expect(await troubleOf(file)).toBe('STORE_DAMAGED')
    expect(await findingsIn(file)).toContainEqual({
      severity: 'error',
      code: 'UNREADABLE',
      params: { check: 'changes' },
    })
  })
})

test('doctor changes nothing in a sound store nor beside it', async () => {
  const file = await hotel()
  const [before, beside] = [readFileSync(file), readdirSync(folder.path)]
  expect(await findingsIn(file)).toEqual([])
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(readdirSync(folder.path)).toEqual(beside)
})
