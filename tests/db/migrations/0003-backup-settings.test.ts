import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { readBackupSettings } from '#db/repositories/backup/repository.ts'
import { firstBackupSettings } from '#shared/domain/backup/settings.ts'
import { tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'

const folder = tempFolder()
afterEach(() => folder.remove())

test('a store of the version before makes no copies by itself, and keeps its rows', async () => {
  const file = join(folder.path, 'hotel.keyrack')
  unpackLandedStore(1, file)
  const own = migrations.findIndex(({ name }) => name.endsWith('backup-settings'))
  const open = async (count: number) => {
    const store = await openStore(file, { mode: 'existing', steps: migrations.slice(0, count) })
    if ('trouble' in store) throw new Error(store.trouble.code)
    return store
  }
  ;(await open(own)).close()
  const before = openRaw(file, { readonly: true })
  const guests = before.prepare('select count(*) from guests').pluck().get()
  before.close()
  const store = await open(own + 1)
  expect(store.migratedFrom).toMatchObject({ version: own })
  expect(await readBackupSettings(store.reader)).toEqual({ image: firstBackupSettings, version: 1 })
  expect(store.rawReader.prepare('select count(*) from guests').pluck().get()).toBe(guests)
  store.close()
})
