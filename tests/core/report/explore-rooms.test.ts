import { beforeEach, expect, test, vi } from 'vitest'
import { workOut } from '#core/report/explore/work-out.ts'
import { readAvailable } from '#core/report/house.ts'
import type { ReportDesk } from '#core/report/report.ts'
import { type ExploreAsk, usualExplore } from '#shared/domain/report/explore/ask.ts'
import { businessDateOf } from '#shared/values/index.ts'

vi.mock('#core/report/house.ts', () => ({
  readAvailable: vi.fn(() => new Map()),
  readNights: () => [{ keys: ['2026-03-03'], roomsSold: 4 }],
}))
vi.mock('#core/report/notes.ts', () => ({ firstDayNote: () => [], onBooksNote: () => [] }))
beforeEach(() => void vi.mocked(readAvailable).mockClear())

const period = { from: businessDateOf('2026-03-02'), to: businessDateOf('2026-03-05') }
const desk = { source: { today: period.from }, starts: 'monday' } as ReportDesk
const ask = (measures: ExploreAsk['measures']): ExploreAsk => ({ ...usualExplore, rows: ['day'], measures })

test('rooms are read only where a figure needs them', () => {
  workOut(desk, ask(['roomsSold', 'occupancy']), period)
  expect(readAvailable).toHaveBeenCalledOnce()
  workOut(desk, ask(['roomsSold', 'adr']), period)
  expect(readAvailable).toHaveBeenCalledOnce()
})

test('a day without a night is a row without them too', () => {
  const found = workOut(desk, ask(['roomsSold']), period)
  if (!found.ok) throw new Error(found.refusal.code)
  const { rows, cells } = found.value.pivot
  expect(rows.map(({ keys }) => keys)).toEqual([['2026-03-02'], ['2026-03-03'], ['2026-03-04'], []])
  expect(cells).toEqual([[[0]], [[4]], [[0]], [[4]]])
})
