import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'

test('users keep their roles, nothing is adjusted, and a code stands once', async () => {
  const folder = tempFolder()
  const file = join(folder.path, 'hotel.keyrack')
  unpackLandedStore(17, file)
  const own = migrations.findIndex(({ name }) => name.endsWith('rights'))
  const open = async (count: number) => {
    const store = await openStore(file, { mode: 'existing', steps: migrations.slice(0, count) })
    if ('trouble' in store) throw new Error(store.trouble.code)
    return store
  }
  const before = await open(own)
  const users = before.rawReader.prepare('select * from users order by id').all()
  before.close()
  expect(users.length).toBeGreaterThan(0)
  const store = await open(own + 1)
  expect(store.rawReader.prepare('select * from users order by id').all()).toEqual(users)
  expect(store.rawReader.prepare('select count(*) from roles').pluck().get()).toBe(0)
  const role = "insert into roles (code, name, rights, version) values ('Porter', 'Porter', '{}', 1)"
  store.rawWriter.exec(role)
  expect(() => store.rawWriter.exec(role)).toThrow('UNIQUE')
  store.close()
  folder.remove()
})
