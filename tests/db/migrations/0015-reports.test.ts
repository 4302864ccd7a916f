import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import { tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'

test('a store of the version before keeps its bookings and has nothing of reports; cells go with their year', async () => {
  const folder = tempFolder()
  const file = join(folder.path, 'hotel.keyrack')
  unpackLandedStore(14, file)
  const own = migrations.findIndex(({ name }) => name.endsWith('reports'))
  const open = async (count: number) => {
    const store = await openStore(file, { mode: 'existing', steps: migrations.slice(0, count) })
    if ('trouble' in store) throw new Error(store.trouble.code)
    return store
  }
  const before = await open(own)
  const all = 'select * from bookings order by id'
  const bookings = before.rawReader.prepare(all).all()
  before.close()
  expect(bookings.length).toBeGreaterThan(100)
  const store = await open(own + 1)
  expect(store.rawReader.prepare(all).all()).toEqual(bookings)
  expect(examineImages(store.rawReader, () => undefined)).toEqual([])
  for (const table of [
    'report_settings',
    'commissions',
    'report_favourites',
    'explores',
    'budgets',
    'comp_sets',
  ])
    expect(store.rawReader.prepare(`select count(*) from ${table}`).pluck().get()).toBe(0)
  store.rawWriter.exec("insert into budgets values (2026, 'house', 1)")
  store.rawWriter.exec("insert into budget_cells values (2026, 3, 0, '', 100, 5000000)")
  expect(() => store.rawWriter.exec("insert into budget_cells values (2026, 13, 0, '', 1, 1)")).toThrow(
    'CHECK',
  )
  store.rawWriter.exec('delete from budgets where id = 2026')
  expect(store.rawReader.prepare('select count(*) from budget_cells').pluck().get()).toBe(0)
  store.close()
  folder.remove()
})
