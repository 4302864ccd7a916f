import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import { readSettings } from '#db/repositories/hotel/repository.ts'
import { tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'

test('a hotel of the version before gets the usual limits, keeps its settings, and its log still tells what it has', async () => {
  const folder = tempFolder()
  const file = join(folder.path, 'hotel.keyrack')
  unpackLandedStore(1, file)
  const own = migrations.findIndex(({ name }) => name.endsWith('session-limits'))
  const open = async (count: number) => {
    const store = await openStore(file, { mode: 'existing', steps: migrations.slice(0, count) })
    if ('trouble' in store) throw new Error(store.trouble.code)
    return store
  }
  const before = await open(own)
  const settings = await readSettings(before.reader)
  before.close()
  const store = await open(own + 1)
  expect(store.migratedFrom).toMatchObject({ version: own })
  expect(settings?.hotel_name).toBeTruthy()
  expect(await readSettings(store.reader)).toEqual({ ...settings, idle_minutes: 15, session_hours: 12 })
  expect(examineImages(store.rawReader, () => undefined)).toEqual([])
  store.close()
  folder.remove()
})
