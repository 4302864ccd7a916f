import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import { tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'

test('a store of the version before keeps all it has; a closure of then is out of order', async () => {
  const folder = tempFolder()
  const file = join(folder.path, 'hotel.keyrack')
  unpackLandedStore(17, file)
  const own = migrations.findIndex(({ name }) => name.endsWith('housekeeping'))
  const open = async (count: number) => {
    const store = await openStore(file, { mode: 'existing', steps: migrations.slice(0, count) })
    if ('trouble' in store) throw new Error(store.trouble.code)
    return store
  }
  const before = await open(own)
  before.rawWriter.exec(
    "insert into closures values (1, (select min(id) from rooms), '2026-03-11', '2026-03-12', 'leak')",
  )
  const all = ['rooms', 'room_nights', 'requests', 'changes'].map(
    (table) => [table, `select * from ${table} order by 1`] as const,
  )
  const kept = all.map(([, sql]) => before.rawReader.prepare(sql).all())
  before.close()
  expect(kept.every((rows) => rows.length > 0)).toBe(true)
  const store = await open(own + 1)
  all.forEach(([table, sql], at) => {
    expect(store.rawReader.prepare(sql).all(), table).toEqual(kept[at])
  })
  expect(store.rawReader.prepare('select id, kind, made_by, version from closures').all()).toEqual([
    { id: 1, kind: 'out-of-order', made_by: '', version: 1 },
  ])
  store.rawWriter.exec('delete from closures')
  expect(examineImages(store.rawReader, () => undefined)).toEqual([])
  expect(store.rawReader.prepare('select count(*) from housekeeping_settings').pluck().get()).toBe(0)
  expect(() => store.rawWriter.exec("update closures set kind = 'gone'")).not.toThrow()
  expect(() =>
    store.rawWriter.exec(
      "insert into closures (room_id, from_night, to_night, reason, kind) values (1, '2026-03-11', '2026-03-12', '', 'gone')",
    ),
  ).toThrow('CHECK')
  store.close()
  folder.remove()
})
