import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { readFormer } from '#db/queries/change/former.ts'
import { tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'

test('a store of the version before finds bookings by guests of before, also beside a text that is no JSON', async () => {
  const folder = tempFolder()
  const file = join(folder.path, 'hotel.keyrack')
  unpackLandedStore(14, file)
  const own = migrations.findIndex(({ name }) => name.endsWith('former-guests'))
  const open = async (count: number) => {
    const store = await openStore(file, { mode: 'existing', steps: migrations.slice(0, count) })
    if ('trouble' in store) throw new Error(store.trouble.code)
    return store
  }
  const before = await open(own)
  const add = before.rawWriter.prepare(
    `insert into changes (seq, command, moment, business_date, actor, workstation, operation, entity, entity_id, booking_id, before,
       after, hash)
     values (?, ?, '2026-01-01T00:00:00.000Z', '2026-01-01', 'x', 'x', 'booking.changeGuests', 'booking', 7, 7, ?, '{}', ?)`,
  )
  const first = before.rawReader.prepare('select max(seq) from changes').pluck().get() as number
  for (const [index, was] of ['{', '{"guestId":900001}', '{"companions":{"900002":true}}'].entries())
    add.run(first + index + 1, first + index + 1, was, `hash-${index}`)
  before.rawWriter.prepare('update change_head set seq = ?, hash = ?').run(first + 3, 'hash-2')
  before.close()
  const store = await open(own + 1)
  for (const id of [900001, 900002])
    expect(await readFormer(store.reader, id as never)).toEqual({ bookings: [7], memberships: [] })
  expect(await readFormer(store.reader, 900003 as never)).toEqual({ bookings: [], memberships: [] })
  store.close()
  folder.remove()
})
