import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import { readJudgement } from '#db/repositories/insight/judgements.ts'
import { readPlaybooks } from '#db/repositories/insight/playbooks.ts'
import { readInsightSettings } from '#db/repositories/insight/settings.ts'
import type { GuestId } from '#shared/values/index.ts'
import { tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'

test('a store of the version before has nothing decided by hand, and keeps its rows', async () => {
  const folder = tempFolder()
  const file = join(folder.path, 'hotel.keyrack')
  unpackLandedStore(9, file)
  const own = migrations.findIndex(({ name }) => name.endsWith('insight-choices'))
  const open = async (count: number) => {
    const store = await openStore(file, { mode: 'existing', steps: migrations.slice(0, count) })
    if ('trouble' in store) throw new Error(store.trouble.code)
    return store
  }
  const before = await open(own)
  const all = 'select * from guests order by id'
  const guests = before.rawReader.prepare(all).all() as { id: GuestId }[]
  before.close()
  expect(guests.length).toBeGreaterThan(0)
  const store = await open(own + 1)
  expect(store.migratedFrom).toMatchObject({ version: own })
  expect(store.rawReader.prepare(all).all()).toEqual(guests)
  expect(await readInsightSettings(store.reader)).toEqual([])
  expect(await readPlaybooks(store.reader)).toEqual([])
  expect(await readJudgement(store.reader, guests[0]?.id as GuestId)).toBeNull()
  expect(examineImages(store.rawReader, () => undefined)).toEqual([])
  store.close()
  folder.remove()
})
