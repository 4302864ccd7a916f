import { fork } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readWith } from '#db/dialect/building.ts'
import { troubleWithPlace } from '#db/dialect/place.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { tempFolder } from '#tests/support/app.ts'

let folder: ReturnType<typeof tempFolder>
const at = (name: string) => join(folder.path, name)
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder.remove())

async function make(name = 'hotel.keyrack'): Promise<string> {
  const store = await openStore(at(name), { mode: 'new' })
  if ('trouble' in store) throw new Error(store.trouble.code)
  store.close()
  return at(name)
}

async function troubleOf(file: string, mode: 'new' | 'existing' = 'existing') {
  const opened = await openStore(file, { mode })
  if (!('trouble' in opened)) {
    opened.close()
    return null
  }
  return opened.trouble
}

describe('a store is not opened', () => {
  test.each([
    ['that is not there', () => at('none.keyrack'), 'STORE_MISSING'],
    ['in a folder that is not there', () => at('no/such/hotel.keyrack'), 'STORE_FOLDER_MISSING'],
    ['that is a folder', () => mkdirSync(at('folder')) ?? at('folder'), 'STORE_IS_FOLDER'],
    [
      'that is a text',
      () => writeFileSync(at('text'), 'hello '.repeat(100)) ?? at('text'),
      'STORE_NOT_A_STORE',
    ],
    ['that is empty', () => writeFileSync(at('empty'), '') ?? at('empty'), 'STORE_NOT_A_STORE'],
    ['on a network share', () => '\\\\server\\share\\hotel.keyrack', 'STORE_NETWORK'],
  ])('%s', async (_what, place, code) => {
    const file = place()
    const there = existsSync(file)
    expect(await troubleOf(file)).toMatchObject({ code, params: { file } })
    expect(existsSync(file)).toBe(there)
    expect(existsSync(`${file}-lock`)).toBe(false)
  })

  test('that is another program’s database', async () => {
    const raw = openRaw(at('other.db'), { readonly: false })
    raw.exec('create table t (x)')
    raw.close()
    expect(await troubleOf(at('other.db'))).toMatchObject({ code: 'STORE_NOT_A_STORE' })
  })

  test('on a file system over a network', () => {
    expect(troubleWithPlace(at('hotel.keyrack'), true, () => 0x6969)).toBe('STORE_NETWORK')
    expect(troubleWithPlace(at('hotel.keyrack'), true, () => 0xef53)).toBeNull()
  })

  test('that is already there, when a new one is asked for', async () => {
    expect(await troubleOf(await make(), 'new')).toMatchObject({ code: 'STORE_EXISTS' })
  })

  test('of a newer program, and it stays as it is', async () => {
    const file = await make()
    const raw = openRaw(file, { readonly: false })
    raw.pragma('user_version = 99')
    raw.close()
    expect(await troubleOf(file)).toMatchObject({ code: 'STORE_NEWER', params: { found: 99 } })
    const again = openRaw(file, { readonly: false })
    expect(again.pragma('user_version', { simple: true })).toBe(99)
    again.close()
  })

  test('that is damaged', async () => {
    const file = await make()
    const bytes = readFileSync(file)
    bytes.fill(0x5a, 100, 4000)
    writeFileSync(file, bytes)
    expect(await troubleOf(file)).toMatchObject({ code: 'STORE_DAMAGED' })
  })

  test('that lost the end of its change log', async () => {
    const file = await make()
    const raw = openRaw(file, { readonly: false })
    raw.exec(`insert into change_head (id, seq, hash) values (1, 5, 'x')`)
    raw.close()
    expect(await troubleOf(file)).toMatchObject({ code: 'STORE_DAMAGED' })
  })

  test.skipIf(process.getuid?.() === 0)('that can only be read', async () => {
    const file = await make()
    chmodSync(file, 0o444)
    expect(await troubleOf(file)).toMatchObject({ code: 'STORE_READ_ONLY' })
  })
})

describe('one process owns a store', () => {
  test('a second opening names the first', async () => {
    const file = await make()
    const store = await openStore(file, { mode: 'existing' })
    expect(await troubleOf(file)).toMatchObject({ code: 'STORE_LOCKED', params: { process: process.pid } })
    if (!('trouble' in store)) store.close()
    expect(await troubleOf(file)).toBeNull()
  })

  test('the lock goes with a process that is killed', async () => {
    const file = await make()
    const child = fork(join(import.meta.dirname, '../../support/hold-store.ts'), [file])
    await new Promise((resolve) => child.once('message', resolve))
    expect(await troubleOf(file)).toMatchObject({ code: 'STORE_LOCKED', params: { process: child.pid } })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    expect(await troubleOf(file)).toBeNull()
  })

  test('a store whose maker was killed at once is a store', async () => {
    const file = at('killed.keyrack')
    const child = fork(join(import.meta.dirname, '../../support/hold-store.ts'), [file, 'new'])
    await new Promise((resolve) => child.once('message', resolve))
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    expect(await troubleOf(file)).toBeNull()
  })
})

describe('an open store', () => {
  test('keeps synchronous=FULL, foreign keys and no memory map on both connections', async () => {
    const store = await openStore(at('hotel.keyrack'), { mode: 'new' })
    if ('trouble' in store) throw new Error(store.trouble.code)
    await readWith(store.writer).selectFrom('settings').selectAll().execute()
    for (const raw of [store.rawWriter, store.rawReader]) {
      expect(raw.pragma('synchronous', { simple: true })).toBe(2)
      expect(raw.pragma('foreign_keys', { simple: true })).toBe(1)
      expect(raw.pragma('mmap_size', { simple: true }) ?? 0).toBe(0)
    }
    expect(store.rawWriter.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(() => store.rawReader.exec('delete from settings')).toThrow()
    store.close()
  })

  test('has only STRICT tables', async () => {
    const raw = openRaw(await make(), { readonly: true })
    const loose = raw
      .prepare(
        `select name from pragma_table_list where type = 'table' and schema = 'main' and strict = 0 and name not like 'sqlite_%'`,
      )
      .all()
    raw.close()
    expect(loose).toEqual([])
  })
})
