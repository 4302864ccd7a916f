import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { tempFolder } from '#tests/support/app.ts'
import { projectRoot } from '../../../scripts/lib/root.mjs'

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

type Up = (typeof migrations)[number]['up']
const run = (...statements: string[]): Up => {
  return async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}
/** SQLite’s way to change a column: a new table, the rows, the old one dropped, the name. */
const rebuild = {
  ...widen,
  name: 'test-rebuild',
  up: run(
    'create table rate_plans_new (id integer primary key, code text not null unique, name_en text not null, name_zh text not null, meal text not null, kind text not null, qualifies integer not null, active integer not null, version integer not null) strict',
    'insert into rate_plans_new select id, code, name_en, name_zh, meal, kind, qualifies, active, version from rate_plans',
    'drop table rate_plans',
    'alter table rate_plans_new rename to rate_plans',
  ),
}
const breaks = { ...widen, name: 'test-breaks', up: run('delete from rate_plans where id = 1') }

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

test('every migration’s file is in the list under its own name, and has a test of that name', () => {
  const filesOf = (folder: string, ending: string) =>
    readdirSync(folder)
      .filter((name) => /^\d/.test(name) && name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length))
      .sort()
  const listed = migrations.map(({ number, name }) => {
    expect(name).toMatch(new RegExp(`^${String(number).padStart(4, '0')}-`))
    return name
  })
  expect(filesOf(join(projectRoot, 'db/migrations'), '.ts'), 'files in db/migrations').toEqual(listed)
  expect(filesOf(import.meta.dirname, '.test.ts'), 'tests of migrations').toEqual(listed)
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

async function makeStoreWithPrice(): Promise<string> {
  const file = await makeStore()
  const raw = openRaw(file, { readonly: false })
  raw.exec(`
    insert into room_types values (1, 'STD', 'Standard', '标准间', 2, 0, 40000, 1, 1, 1);
    insert into rate_plans (id, code, name_en, name_zh, meal, kind, qualifies, active, version) values (1, 'BAR', 'Best rate', '门市价', 'room-only', 'public', 1, 1, 1);
    insert into rate_prices values (1, 1, 38000);`)
  raw.close()
  return file
}

function count(file: string, table: string): unknown {
  const raw = openRaw(file, { readonly: true })
  const found = raw.prepare(`select count(*) from ${table}`).pluck().get()
  raw.close()
  return found
}

test('a table that is made anew keeps what hangs on it, and references hold again afterwards', async () => {
  const file = await makeStoreWithPrice()
  const store = await openStore(file, { mode: 'existing', steps: [...migrations, rebuild] })
  if ('trouble' in store) throw new Error(store.trouble.code)
  expect(store.rawWriter.pragma('foreign_keys', { simple: true })).toBe(1)
  expect(() => store.rawWriter.exec('update rate_prices set room_type_id = 99')).toThrow('FOREIGN KEY')
  store.close()
  expect(count(file, 'rate_prices')).toBe(1)
})

test('a migration that breaks a reference fails, and the store is as it was', async () => {
  const file = await makeStoreWithPrice()
  await expect(openStore(file, { mode: 'existing', steps: [...migrations, breaks] })).rejects.toThrow(
    'test-breaks breaks a reference: rate_prices → rate_plans',
  )
  expect(look(file).version).toBe(migrations.length)
  expect([count(file, 'rate_plans'), count(file, 'rate_prices')]).toEqual([1, 1])
})
