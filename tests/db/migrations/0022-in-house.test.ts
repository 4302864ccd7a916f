import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import { tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'

test('a store of the version before keeps all it has, and has nothing of the house yet', async () => {
  const folder = tempFolder()
  const file = join(folder.path, 'hotel.keyrack')
  unpackLandedStore(17, file)
  const own = migrations.findIndex(({ name }) => name.endsWith('in-house'))
  const open = async (count: number) => {
    const store = await openStore(file, { mode: 'existing', steps: migrations.slice(0, count) })
    if ('trouble' in store) throw new Error(store.trouble.code)
    return store
  }
  const before = await open(own)
  const all = ['bookings', 'guests', 'requests', 'room_nights', 'changes', 'rooms'].map(
    (table) => [table, `select * from ${table} order by 1`] as const,
  )
  const kept = all.map(([, sql]) => before.rawReader.prepare(sql).all())
  before.close()
  expect(kept.every((rows) => rows.length > 0)).toBe(true)
  const store = await open(own + 1)
  all.forEach(([table, sql], at) => {
    // A request gained two fields that are empty
    const empty = table === 'requests' ? { alternative: null, as_preference: null } : {}
    const rows = (kept[at] as object[]).map((row) => ({ ...row, ...empty }))
    expect(store.rawReader.prepare(sql).all(), table).toEqual(rows)
  })
  for (const table of [
    'traces',
    'guest_messages',
    'wake_calls',
    'parcels',
    'found_items',
    'key_logs',
    'luggage',
  ])
    expect(store.rawReader.prepare(`select count(*) from ${table}`).pluck().get(), table).toBe(0)
  // Later steps are not in this store: doctor is asked of the whole
  store.close()
  const whole = await open(migrations.length)
  expect(examineImages(whole.rawReader, () => undefined)).toEqual([])
  whole.close()
  folder.remove()
})
