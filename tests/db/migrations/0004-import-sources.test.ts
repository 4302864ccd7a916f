import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'

let folder: ReturnType<typeof tempFolder>
let file: string
beforeEach(async () => {
  folder = tempFolder()
  file = join(folder.path, 'hotel.keyrack')
  unpackLandedStore(1, file)
  await migrate(3)
})
afterEach(() => folder.remove())

async function migrate(to: number) {
  const store = await openStore(file, { mode: 'existing', steps: migrations.slice(0, to) })
  if ('trouble' in store) throw new Error(store.trouble.code)
  store.close()
}

const batch = (id: number, sha256: string, filter: string, summary: object, profile = 'generic') => {
  const raw = openRaw(file, { readonly: false })
  raw
    .prepare(
      'insert into import_batches (id, file_name, sha256, profile, filter, at, by, summary) values (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(
      id,
      `${id}.csv`,
      sha256,
      profile,
      filter,
      '2026-03-02T04:00:00.000Z',
      'admin',
      JSON.stringify(summary),
    )
  raw
    .prepare('insert into import_findings values (?, 1, 2, ?, ?, ?, ?, ?)')
    .run(id, 'noted', 'rateMissing', 'Rate', '', 'a,b')
  raw.close()
}

function look<T>(sql: string): T[] {
  const raw = openRaw(file, { readonly: true })
  try {
    return raw.prepare(sql).all() as T[]
  } finally {
    raw.close()
  }
}

test('imports of version 3 stay, with their findings, and know their headings where they said them', async () => {
  const columns = { Arrival: 'arrival', Departure: 'departure' }
  batch(1, 'a', '', { columns, notRead: ['Id'] })
  batch(2, 'b', 'hotel=X', { columns: { Departure: 'departure', Id: 'note' }, notRead: ['Arrival'] })
  batch(3, 'c', '', { rows: 1 })
  batch(4, 'd', '', { columns, notRead: ['Id'] }, 'hotel-booking-demand')
  await migrate(4)
  const rows = look<{ id: number; source: string; layout: string; taken_back_at: null }>(
    'select id, file_name, filter, source, layout, taken_back_at, taken_back_by from import_batches order by id',
  )
  expect(rows).toMatchObject([
    { id: 1, file_name: '1.csv', filter: '', taken_back_at: null, taken_back_by: null },
    { id: 2, file_name: '2.csv', filter: 'hotel=X', source: rows[0]?.layout },
    { id: 3, source: '', layout: '' },
    { id: 4, source: '', layout: '' },
  ])
  // The same headings, whatever was read from them.
  expect(rows[0]?.layout).toMatch(/^[\w-]{43}$/)
  expect(rows[1]?.layout).toBe(rows[0]?.layout)
  expect(look('select batch_id from import_findings order by batch_id')).toHaveLength(4)
  expect(look('pragma foreign_key_check')).toEqual([])
})

test('the same content is there once, but for what was taken back', async () => {
  batch(1, 'a', '', {})
  await migrate(4)
  const raw = openRaw(file, { readonly: false })
  const again = (id: number) =>
    raw
      .prepare(
        `insert into import_batches values (?, 'x', 'a', 'generic', '', 'now', 'me', '{}', '', '', null, null)`,
      )
      .run(id)
  expect(() => again(2)).toThrow(/unique/i)
  raw.prepare(`update import_batches set taken_back_at = 'then', taken_back_by = 'me' where id = 1`).run()
  again(2)
  expect(() => raw.prepare('update import_batches set taken_back_at = null where id = 1').run()).toThrow(
    /check/i,
  )
  raw.close()
})
