import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/connection.ts'
import { openStore } from '#db/dialect/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { tempFolder } from '#tests/support/app.ts'

let folder: ReturnType<typeof tempFolder> | null = null
afterEach(() => folder?.remove())

const next = migrations.length + 1
const widen = {
  number: next,
  name: 'test-widen',
  up: async (db: Parameters<(typeof migrations)[number]['up']>[0]) => {
    await sql`alter table guests add column test_column text`.execute(db)
  },
}
const fails = {
  ...widen,
  up: async (db: Parameters<typeof widen.up>[0]) => {
    await widen.up(db)
    throw new Error('half-way')
  },
}

async function makeStore(): Promise<string> {
  folder = tempFolder()
  const file = join(folder.path, 'hotel.keyrack')
  const store = await openStore(file, { mode: 'new' })
  if (!('trouble' in store)) store.close()
  return file
}

function look(file: string): { version: unknown; widened: boolean } {
  const raw = openRaw(file, { readonly: true })
  const version = raw.pragma('user_version', { simple: true })
  const columns = raw.prepare(`select name from pragma_table_info('guests')`).all() as { name: string }[]
  raw.close()
  return { version, widened: columns.some((column) => column.name === 'test_column') }
}

test('migrations are numbered from 1 without a gap', () => {
  expect(migrations.map((migration) => migration.number)).toEqual(migrations.map((_, at) => at + 1))
})

test('a copy is made before an older store is migrated, and it opens as it was', async () => {
  const file = await makeStore()
  const store = await openStore(file, { mode: 'existing', steps: [...migrations, widen] })
  if ('trouble' in store) throw new Error(store.trouble.code)
  expect(store.migratedFrom).toEqual({ version: migrations.length, copy: `${file}.before-${next}` })
  store.close()
  expect(look(file)).toEqual({ version: next, widened: true })
  expect(look(`${file}.before-${next}`)).toEqual({ version: migrations.length, widened: false })
})

test('a migration that fails leaves the store at the version before, and the copy', async () => {
  const file = await makeStore()
  await expect(openStore(file, { mode: 'existing', steps: [...migrations, fails] })).rejects.toThrow(
    'half-way',
  )
  expect(look(file)).toEqual({ version: migrations.length, widened: false })
  expect(existsSync(`${file}.before-${next}`)).toBe(true)
  const again = await openStore(file, { mode: 'existing' })
  expect('trouble' in again).toBe(false)
  if (!('trouble' in again)) again.close()
})
