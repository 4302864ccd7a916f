import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import { tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'

test('rate plans of the version before keep what they have and say nothing of their bookings', async () => {
  const folder = tempFolder()
  const file = join(folder.path, 'hotel.keyrack')
  unpackLandedStore(7, file)
  const own = migrations.findIndex(({ name }) => name.endsWith('rate-plan-terms'))
  const open = async (count: number) => {
    const store = await openStore(file, { mode: 'existing', steps: migrations.slice(0, count) })
    if ('trouble' in store) throw new Error(store.trouble.code)
    return store
  }
  const before = await open(own)
  const all = 'select * from rate_plans order by id'
  const plans = before.rawReader.prepare(all).all() as object[]
  before.close()
  expect(plans.length).toBeGreaterThan(0)
  const store = await open(own + 1)
  expect(store.migratedFrom).toMatchObject({ version: own })
  const none = { segment: null, channel: null, guarantee: null, account_kind: null, account_id: null }
  expect(store.rawReader.prepare(all).all()).toEqual(plans.map((plan) => ({ ...plan, ...none })))
  expect(examineImages(store.rawReader, () => undefined)).toEqual([])
  expect(() => store.rawWriter.exec('update rate_plans set account_id = 99999')).toThrow('FOREIGN KEY')
  store.close()
  folder.remove()
})
