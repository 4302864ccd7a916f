import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { loadGuest, searchTokens } from '#db/repositories/guest/repository.ts'
import { sortKey } from '#shared/domain/name/pinyin.ts'
import { parseSearch } from '#shared/domain/search/query.ts'
import { tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'

let folder: ReturnType<typeof tempFolder>
let file: string
beforeEach(() => {
  folder = tempFolder()
  file = join(folder.path, 'hotel.keyrack')
  unpackLandedStore(1, file)
})
afterEach(() => folder.remove())

async function migrated() {
  const store = await openStore(file, { mode: 'existing', steps: migrations.slice(0, 2) })
  if ('trouble' in store) throw new Error(store.trouble.code)
  return store
}

function find(raw: RawDatabase, text: string): string[] {
  const { match } = parseSearch(text)
  return raw
    .prepare(
      `select g.native_name || g.family_name from guest_search s join guests g on g.id = s.rowid
       where guest_search match ? order by s.rowid`,
    )
    .pluck()
    .all(match) as string[]
}

const typed = [
  ['zhaisan', '祭三'],
  ['汤晓', '湯曉'],
  ['oneil', 'OʼNeil Kate'],
  ['فاطمه', 'فاطمة الزهراء'],
  ['djordjevic', 'Aleksandar Đorđević'],
  ['biba', '秘八'],
] as const

test('a store of version 1 finds its guests by what only version 2 has', async () => {
  const before = openRaw(file, { readonly: true })
  for (const [text, name] of typed) expect([text, find(before, text)]).not.toEqual([text, [name]])
  before.close()
  const store = await migrated()
  expect(store.migratedFrom).toMatchObject({ version: 1 })
  for (const [text, name] of typed)
    expect([text, find(store.rawReader, text)]).toContainEqual(expect.arrayContaining([name]))
  for (const text of [
    '8613800138001',
    'juergen@siemens',
    'C01X00',
    '80000172',
    'juergen mueller',
    'jurgen muller',
  ])
    expect([text, find(store.rawReader, text)]).toEqual([text, ['Müller']])
  store.close()
})

test('the index and the order are those of guests saved anew', async () => {
  const store = await migrated()
  const fresh = openRaw(':memory:', { readonly: false })
  const words = (raw: RawDatabase) => {
    raw.exec(`create virtual table temp.words using fts5vocab('main', 'guest_search', 'row')`)
    return raw.prepare('select term, doc from words order by term').all()
  }
  fresh.exec(
    store.rawReader
      .prepare(`select sql from sqlite_master where name = 'guest_search'`)
      .pluck()
      .get() as string,
  )
  const insert = fresh.prepare('insert into guest_search (rowid, tokens) values (?, ?)')
  const numbers = store.rawReader
    .prepare('select number from memberships where guest_id = ? order by id')
    .pluck()
  const keys = store.rawReader.prepare('select id, sort_key from guests order by id').all() as {
    id: number
    sort_key: string
  }[]
  expect(keys).toHaveLength(99)
  for (const { id, sort_key } of keys) {
    const image = (await loadGuest(store.reader, id))?.image
    if (!image) throw new Error(`guest ${id}`)
    expect(sort_key).toBe(sortKey(image))
    insert.run(id, searchTokens(image, numbers.all(id) as string[]))
  }
  expect(words(store.rawWriter)).toEqual(words(fresh))
  fresh.close()
  store.close()
})
