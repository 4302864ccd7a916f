import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import { tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'

test('a store of the version before has no offer and no rating, and keeps its guests', async () => {
  const folder = tempFolder()
  const file = join(folder.path, 'hotel.keyrack')
  unpackLandedStore(9, file)
  const own = migrations.findIndex(({ name }) => name.endsWith('offers'))
  const open = async (count: number) => {
    const store = await openStore(file, { mode: 'existing', steps: migrations.slice(0, count) })
    if ('trouble' in store) throw new Error(store.trouble.code)
    return store
  }
  const before = await open(own)
  const all = 'select * from guests order by id'
  const guests = before.rawReader.prepare(all).all() as { id: number }[]
  before.close()
  expect(guests.length).toBeGreaterThan(0)
  const store = await open(own + 1)
  expect(store.rawReader.prepare(all).all()).toEqual(guests)
  expect(store.rawReader.prepare('select count(*) from offers').pluck().get()).toBe(0)
  expect(store.rawReader.prepare('select count(*) from suggestion_votes').pluck().get()).toBe(0)
  expect(examineImages(store.rawReader, () => undefined)).toEqual([])
  store.close()
  folder.remove()
})
