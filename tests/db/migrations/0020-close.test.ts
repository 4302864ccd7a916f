import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import { tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'

test('a store of the version before keeps all it has; a date is closed once, and one close is open at a time', async () => {
  const folder = tempFolder()
  const file = join(folder.path, 'hotel.keyrack')
  unpackLandedStore(17, file)
  const own = migrations.findIndex(({ name }) => name.endsWith('close'))
  const open = async (count: number) => {
    const store = await openStore(file, { mode: 'existing', steps: migrations.slice(0, count) })
    if ('trouble' in store) throw new Error(store.trouble.code)
    return store
  }
  const before = await open(own)
  const all = ['bookings', 'room_nights', 'settings', 'postings', 'changes'].map(
    (table) => [table, `select * from ${table} order by 1`] as const,
  )
  const kept = all.map(([, sql]) => before.rawReader.prepare(sql).all())
  before.close()
  const store = await open(own + 1)
  all.forEach(([table, sql], at) => {
    expect(store.rawReader.prepare(sql).all(), table).toEqual(kept[at])
  })
  expect(examineImages(store.rawReader, () => undefined)).toEqual([])
  const insert = (id: number, date: string, status: string, finished: string | null) =>
    store.rawWriter
      .prepare("insert into closes values (?, ?, ?, 'admin', '', ?, '[]', 'room', 0, '{}', null, 1)")
      .run(id, date, status, finished)
  insert(1, '2026-03-01', 'done', '2026-03-02T00:00:00.000Z')
  insert(2, '2026-03-02', 'running', null)
  expect(() => insert(3, '2026-03-02', 'done', '')).toThrow('UNIQUE')
  expect(() => insert(3, '2026-03-03', 'stopped', null)).toThrow('UNIQUE')
  expect(() => insert(3, '2026-03-03', 'done', null)).toThrow('CHECK')
  const plan = store.rawReader
    .prepare(
      `explain query plan select id from bookings b
       where b.status in ('confirmed', 'enquiry', 'waitlisted') and b.arrival <= '2026-03-02' order by b.arrival, b.id`,
    )
    .all() as { detail: string }[]
  expect(plan[0]?.detail).toContain('bookings_awaited')
  store.close()
  folder.remove()
})
