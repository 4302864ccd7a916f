import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { boardArrivals, boardStays } from '#db/queries/housekeeping/board.ts'
import { tempFolder } from '#tests/support/app.ts'

const folder = tempFolder()
let store: Exclude<Awaited<ReturnType<typeof openStore>>, { trouble: unknown }>
beforeAll(async () => {
  const opened = await openStore(join(folder.path, 'hotel.keyrack'), { mode: 'new' })
  if ('trouble' in opened) throw new Error(opened.trouble.code)
  store = opened
})
afterAll(() => {
  store.close()
  folder.remove()
})

function planOf(text: string): string {
  const values = Array.from(text.matchAll(/\?/g), () => '2026-03-02')
  const rows = store.rawReader.prepare(`explain query plan ${text}`).all(...values) as { detail: string }[]
  return rows.map(({ detail }) => detail).join('\n')
}

test('guests in house are found by their own index, however many have been before', () => {
  const plan = planOf(boardStays.text())
  expect(plan).toMatch(/b USING (COVERING )?INDEX bookings_in_house/)
  expect(plan).not.toMatch(/SCAN (n|room_nights|requests|s)\b/)
})

test('arrivals are found by their days', () => {
  const plan = planOf(boardArrivals.text())
  expect(plan).toMatch(/SEARCH b USING INDEX bookings_by_arrival/)
  expect(plan).toMatch(/SEARCH n USING INDEX room_nights_of_booking/)
})
