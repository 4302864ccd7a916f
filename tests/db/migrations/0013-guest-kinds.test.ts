import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'

test('a store of the version before names no kinds, and can', async () => {
  const folder = tempFolder()
  const file = join(folder.path, 'hotel.keyrack')
  unpackLandedStore(9, file)
  const own = migrations.findIndex(({ name }) => name.endsWith('guest-kinds'))
  const store = await openStore(file, { mode: 'existing', steps: migrations.slice(0, own + 1) })
  if ('trouble' in store) throw new Error(store.trouble.code)
  expect(store.rawReader.prepare('select * from guest_kinds').all()).toEqual([])
  const add = "insert into guest_kinds (name, means, version) values ('A', '{}', 1)"
  store.rawWriter.exec(add)
  expect(() => store.rawWriter.exec(add)).toThrow('UNIQUE')
  store.close()
  folder.remove()
})
