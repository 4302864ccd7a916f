import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import { tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'

test('a store of the version before keeps all it has and owes nothing; what is posted is never changed or deleted', async () => {
  const folder = tempFolder()
  const file = join(folder.path, 'hotel.keyrack')
  unpackLandedStore(16, file)
  const own = migrations.findIndex(({ name }) => name.endsWith('folio'))
  const open = async (count: number) => {
    const store = await openStore(file, { mode: 'existing', steps: migrations.slice(0, count) })
    if ('trouble' in store) throw new Error(store.trouble.code)
    return store
  }
  const before = await open(own)
  const all = ['bookings', 'guests', 'room_nights', 'changes', 'accounts'].map(
    (table) => [table, `select * from ${table} order by 1`] as const,
  )
  const kept = all.map(([, sql]) => before.rawReader.prepare(sql).all())
  before.close()
  expect(kept.every((rows) => rows.length > 0)).toBe(true)
  const store = await open(own + 1)
  all.forEach(([table, sql], at) => {
    expect(store.rawReader.prepare(sql).all(), table).toEqual(kept[at])
  })
  expect(examineImages(store.rawReader, () => undefined)).toEqual([])
  for (const table of ['folios', 'postings', 'ledger_entries', 'transaction_codes', 'papers'])
    expect(store.rawReader.prepare(`select count(*) from ${table}`).pluck().get(), table).toBe(0)
  const write = (sql: string) => store.rawWriter.exec(sql)
  write(
    "insert into postings (id, kind, business_date, moment, actor, workstation, round, currency) values (1, 'charge', '2026-03-02', '', '', '', 0, 'CNY')",
  )
  expect(() => write("update postings set kind = 'payment'")).toThrow('append-only')
  expect(() => write('delete from postings')).toThrow('append-only')
  const booking = store.rawReader.prepare('select max(id) from bookings').pluck().get()
  expect(() =>
    write(
      `insert into folios values (1, 'house', null, '', ${booking}, null, 'open', '2026-03-02', null, null, null, 0, 1, null, null, 1)`,
    ),
  ).toThrow('CHECK')
  store.close()
  folder.remove()
})
