import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'

const tables = [
  'registrants',
  'registrations',
  'minor_sheets',
  'minor_entries',
  'visitors',
  'registration_settings',
  'desk_devices',
]

test('a store of the version before keeps its guests and has nothing of registration; entries go with their sheet', async () => {
  const folder = tempFolder()
  const file = join(folder.path, 'hotel.keyrack')
  unpackLandedStore(17, file)
  const own = migrations.findIndex(({ name }) => name === '0023-registration')
  const open = async (count: number) => {
    const store = await openStore(file, { mode: 'existing', steps: migrations.slice(0, count) })
    if ('trouble' in store) throw new Error(store.trouble.code)
    return store
  }
  const before = await open(own)
  const all = 'select * from guests order by id'
  const guests = before.rawReader.prepare(all).all()
  before.close()
  expect(guests.length).toBeGreaterThan(20)
  const store = await open(own + 1)
  expect(store.rawReader.prepare(all).all()).toEqual(guests)
  for (const table of tables)
    expect(store.rawReader.prepare(`select count(*) from ${table}`).pluck().get()).toBe(0)
  const [bookingId, guestId] = store.rawReader
    .prepare('select id, guest_id from bookings order by id limit 1')
    .raw()
    .get() as [number, number]
  const sheet = `insert into minor_sheets values (null, ${bookingId}, ${guestId}, '', '', '', null, null, null, null, '{}', 1)`
  store.rawWriter.exec(sheet)
  expect(() => store.rawWriter.exec(sheet)).toThrow('UNIQUE')
  store.rawWriter.exec(
    "insert into minor_entries values (null, 1, 'patrol', '', '2026-03-02T20:00:00.000Z', 'night')",
  )
  store.rawWriter.exec('delete from minor_sheets')
  expect(store.rawReader.prepare('select count(*) from minor_entries').pluck().get()).toBe(0)
  expect(() =>
    store.rawWriter.exec(
      `insert into registrations values (null, ${bookingId}, ${guestId}, 'arrival', null, '', '2026-03-02', '', 'sent', '', '', '', 2, '{}', 1, 0, 1)`,
    ),
  ).toThrow('CHECK')
  store.close()
  folder.remove()
})
