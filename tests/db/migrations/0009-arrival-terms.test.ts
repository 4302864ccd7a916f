import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import { tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'

test('bookings of a version before keep what they have and say nothing of the arrival', async () => {
  const folder = tempFolder()
  const file = join(folder.path, 'hotel.keyrack')
  unpackLandedStore(7, file)
  const own = migrations.findIndex(({ name }) => name.endsWith('arrival-terms'))
  const open = async (count: number) => {
    const store = await openStore(file, { mode: 'existing', steps: migrations.slice(0, count) })
    if ('trouble' in store) throw new Error(store.trouble.code)
    return store
  }
  const before = await open(own)
  const all = 'select * from bookings order by id'
  const bookings = before.rawReader.prepare(all).all() as object[]
  before.close()
  expect(bookings.length).toBeGreaterThan(0)
  const store = await open(own + 1)
  expect(store.migratedFrom).toMatchObject({ version: own })
  const none = { expected_time: null, hold_until: null, deposit_minor: null, deposit_due_on: null }
  expect(store.rawReader.prepare(all).all()).toEqual(bookings.map((booking) => ({ ...booking, ...none })))
  expect(examineImages(store.rawReader, () => undefined)).toEqual([])
  store.close()
  folder.remove()
})
