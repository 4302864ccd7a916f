import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import { tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'

test('a store of the version before keeps all it has, and nobody is in a room that somebody else is in', async () => {
  const folder = tempFolder()
  const file = join(folder.path, 'hotel.keyrack')
  unpackLandedStore(17, file)
  const own = migrations.findIndex(({ name }) => name.endsWith('stay'))
  const open = async (count: number) => {
    const store = await openStore(file, { mode: 'existing', steps: migrations.slice(0, count) })
    if ('trouble' in store) throw new Error(store.trouble.code)
    return store
  }
  const all = ['bookings', 'guests', 'room_nights', 'requests', 'folio_lines', 'changes'].map(
    (table) => [table, `select * from ${table} order by 1`] as const,
  )
  const before = await open(own)
  const kept = all.map(([, sql]) => before.rawReader.prepare(sql).all())
  before.close()
  expect(kept.every((rows) => rows.length > 0)).toBe(true)
  const store = await open(own + 1)
  all.forEach(([table, sql], at) => {
    expect(store.rawReader.prepare(sql).all(), table).toEqual(kept[at])
  })
  expect(store.rawReader.prepare('select count(*) from stays').pluck().get()).toBe(0)
  expect(examineImages(store.rawReader, () => undefined)).toEqual([])
  const [first, second] = store.rawReader.prepare('select id from bookings limit 2').pluck().all()
  const room = store.rawReader.prepare('select min(id) from rooms').pluck().get()
  const put = (booking: unknown) =>
    store.rawWriter.exec(
      `insert into stays (booking_id, room_id, checked_in_at, checked_in_on, do_not_disturb, incognito, accepted, version)
       values (${booking}, ${room}, '2026-03-02T08:00:00.000Z', '2026-03-02', 0, 0, '[]', 1)`,
    )
  put(first)
  expect(() => put(second)).toThrow('UNIQUE')
  const day = (booking: unknown, from: string, to: string) =>
    store.rawWriter.exec(`update bookings set status = 'confirmed', departure = '2026-03-02', arrival = '2026-03-02' where id = ${booking};
      insert into day_uses (booking_id, room_id, from_time, to_time, price_minor, overtime_minor, version)
      values (${booking}, ${room}, '${from}', '${to}', 0, 0, 1)`)
  store.rawWriter.exec('delete from room_nights')
  day(first, '10:00', '14:00')
  expect(() => day(second, '13:59', '15:00')).toThrow('a day use overlaps another')
  expect(() => day(second, '15:00', '15:00')).toThrow('CHECK')
  day(second, '14:00', '15:00')
  store.close()
  folder.remove()
})
