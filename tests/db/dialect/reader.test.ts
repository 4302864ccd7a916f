import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readWith } from '#db/dialect/building.ts'
import { storeVersion } from '#db/dialect/sqlite/ids.ts'
import type { OpenStore } from '#db/dialect/sqlite/open-store.ts'
import { openStore } from '#db/dialect/sqlite/store.ts'
import type { Reader } from '#db/handles.ts'
import { inTransaction } from '#db/transaction.ts'
import { tempFolder } from '#tests/support/app.ts'

let folder: ReturnType<typeof tempFolder>
let store: OpenStore
beforeEach(async () => {
  folder = tempFolder()
  const opened = await openStore(`${folder.path}/hotel.keyrack`, { mode: 'new' })
  if ('trouble' in opened) throw new Error(opened.trouble.code)
  store = opened
  store.rawWriter.exec('create table seen (n integer not null)')
})
afterEach(() => {
  store.close()
  folder.remove()
})

const count = async (db: Reader) => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from seen`.execute(readWith(db) as never)
  return rows[0]?.n
}
const insert = (db: Reader) => sql`insert into seen values (1)`.execute(readWith(db) as never)

test('the reader sees what is committed and nothing of an open transaction, which sees its own', async () => {
  expect(await count(store.reader)).toBe(0)
  await inTransaction(store.writer, async (tx) => {
    await insert(tx)
    expect(await count(tx)).toBe(1)
    expect(await count(store.reader)).toBe(0)
    await new Promise((resolve) => void setImmediate(resolve))
    expect(await count(store.reader)).toBe(0)
  })
  expect(await count(store.reader)).toBe(1)
  const refused = inTransaction(store.writer, async (tx) => {
    await insert(tx)
    throw new Error('taken back')
  })
  await expect(refused).rejects.toThrow('taken back')
  expect(await count(store.reader)).toBe(1)
})

test('between transactions the reader reads where the writer does', async () => {
  await count(store.reader)
  const rows = store.rawReader.prepare('select count(*) from seen').pluck()
  store.rawReader.exec('begin')
  expect(rows.get()).toBe(0)
  await inTransaction(store.writer, insert)
  // The reading connection holds to what was; the reader does not read there
  expect(rows.get()).toBe(0)
  expect(await count(store.reader)).toBe(1)
  store.rawReader.exec('commit')
})

test('nothing is written through the reader, whether a transaction is open or not', async () => {
  await expect(insert(store.reader)).rejects.toThrow(/readonly/)
  await inTransaction(store.writer, async () => {
    await expect(insert(store.reader)).rejects.toThrow(/readonly/)
  })
  expect(await count(store.reader)).toBe(0)
})

test('the version that the reader tells is another one after each commit', async () => {
  const before = await storeVersion(store.reader)
  expect(await storeVersion(store.reader)).toBe(before)
  await inTransaction(store.writer, insert)
  expect(await storeVersion(store.reader)).not.toBe(before)
})

test('a file that is attached to the reading connection is read there', async () => {
  store.rawReader.exec(`attach ':memory:' as beside`)
  const read = () =>
    sql<{ n: number }>`select count(*) as n from beside.sqlite_master`.execute(
      readWith(store.reader) as never,
    )
  expect((await read()).rows).toEqual([{ n: 0 }])
  expect((await read()).rows).toEqual([{ n: 0 }])
})

test('a writer does not wait for a reader that steps through its rows', async () => {
  store.rawWriter.exec('insert into seen values (1), (2), (3)')
  const stream = readWith(store.reader)
    .selectFrom('seen' as never)
    .selectAll()
    .stream()
  let steps = 0
  for await (const _row of stream) {
    steps += 1
    await inTransaction(store.writer, insert)
  }
  expect(steps).toBe(3)
  expect(await count(store.reader)).toBe(6)
})
