import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { workOut } from '#core/report/explore/work-out.ts'
import type { ReportDesk } from '#core/report/report.ts'
import { openLongReader, rawOf } from '#db/dialect/sqlite/long-read.ts'
import type { LongReader } from '#db/handles.ts'
import { type ExploreAsk, usualExplore } from '#shared/domain/report/explore/ask.ts'
import { businessDateOf } from '#shared/values/index.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { smallHotel } from '#tests/support/small-hotel.ts'

let t: TestApp
let store: LongReader
beforeAll(async () => {
  t = await openFilledApp(import.meta.filename, smallHotel)
  store = openLongReader({ file: t.file, nativeBinding: undefined })
})
afterAll(async () => {
  rawOf(store).close()
  await t.close()
  expect(t.defects).toEqual([])
})
afterEach(() => void vi.restoreAllMocks())

/** From the day after a departure to the first night of the next stay. */
const period = { from: businessDateOf('2026-03-09'), to: businessDateOf('2026-03-13') }

function work(measures: ExploreAsk['measures']) {
  const desk = { store, source: { seq: null, today: period.from }, starts: 'monday' } as ReportDesk
  const found = workOut(desk, { ...usualExplore, rows: ['day'], measures }, period)
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value.pivot
}

test('rooms are read only where a figure needs them', () => {
  const asked = vi.spyOn(rawOf(store), 'prepare')
  const readsOfRooms = () => asked.mock.calls.filter(([sql]) => sql.includes('from closures')).length
  work(['roomsSold', 'occupancy'])
  expect(readsOfRooms()).toBe(1)
  work(['roomsSold', 'adr'])
  expect(readsOfRooms()).toBe(1)
})

test('a day without a night is a row without them too', () => {
  const { rows, cells } = work(['roomsSold'])
  expect(rows.map(({ keys }) => keys)).toEqual([
    ['2026-03-09'],
    ['2026-03-10'],
    ['2026-03-11'],
    ['2026-03-12'],
    [],
  ])
  expect(cells).toEqual([[[0]], [[0]], [[0]], [[1]], [[1]]])
})
