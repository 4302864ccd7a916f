import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { readSourceWordList, readSourceWords } from '#db/queries/import/words.ts'
import { tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'

test('a hotel of the version before has given no word a meaning, and keeps its guests', async () => {
  const folder = tempFolder()
  const file = join(folder.path, 'hotel.keyrack')
  unpackLandedStore(1, file)
  const own = migrations.findIndex(({ name }) => name.endsWith('import-words'))
  const open = async (count: number) => {
    const store = await openStore(file, { mode: 'existing', steps: migrations.slice(0, count) })
    if ('trouble' in store) throw new Error(store.trouble.code)
    return store
  }
  const before = await open(own)
  const guests = before.rawReader.prepare('select count(*) from guests').pluck().get()
  before.close()
  const store = await open(own + 1)
  expect(store.migratedFrom).toMatchObject({ version: own })
  expect(Number(guests)).toBeGreaterThan(0)
  expect(store.rawReader.prepare('select count(*) from guests').pluck().get()).toBe(guests)
  expect(await readSourceWords(store.reader)).toEqual([])
  expect(await readSourceWordList(store.reader)).toEqual([])
  store.close()
  folder.remove()
})
