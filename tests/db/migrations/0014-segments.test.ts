import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import { tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'

test('a store of the version before has no segment, keeps its tags, and no two segments set one tag', async () => {
  const folder = tempFolder()
  const file = join(folder.path, 'hotel.keyrack')
  unpackLandedStore(9, file)
  const own = migrations.findIndex(({ name }) => name.endsWith('segments'))
  const open = async (count: number) => {
    const store = await openStore(file, { mode: 'existing', steps: migrations.slice(0, count) })
    if ('trouble' in store) throw new Error(store.trouble.code)
    return store
  }
  const before = await open(own)
  const all = 'select * from guest_tags order by guest_id, tag'
  const tags = before.rawReader.prepare(all).all()
  before.close()
  expect(tags.length).toBeGreaterThan(0)
  const store = await open(own + 1)
  expect(store.rawReader.prepare(all).all()).toEqual(tags)
  expect(store.rawReader.prepare('select count(*) from segments').pluck().get()).toBe(0)
  expect(examineImages(store.rawReader, () => undefined)).toEqual([])
  const add = (id: number, tag: string | null) =>
    store.rawWriter
      .prepare("insert into segments values (?, 'a', 'b', '{}', ?, '2026-01-01T00:00:00.000Z', 'x', 1)")
      .run(id, tag)
  add(1, null)
  add(2, null)
  add(3, 'VIP')
  expect(() => add(4, 'VIP')).toThrow('UNIQUE')
  // A segment that has set its tag can't go before its tags
  store.rawWriter.exec(
    "insert into segment_taggings values (3, '2026-01-01', 1); insert into segment_tags values (3, 7)",
  )
  expect(() => store.rawWriter.exec('delete from segments where id = 3')).toThrow('FOREIGN KEY')
  store.rawWriter.exec('delete from segment_taggings where id = 3')
  expect(store.rawReader.prepare('select count(*) from segment_tags').pluck().get()).toBe(0)
  store.close()
  folder.remove()
})
