import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import { type ExploreAsk, usualExplore } from '#shared/domain/report/explore/ask.ts'
import type { ExploreResult } from '#shared/domain/report/explore/explore.ts'
import type { Cell } from '#shared/domain/report/result.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { smallHotel } from '#tests/support/small-hotel.ts'

let t: TestApp
beforeAll(async () => {
  t = await openFilledApp(import.meta.filename, smallHotel)
})
afterAll(async () => {
  await t.close()
  expect(t.defects).toEqual([])
})

const ask = (more: Partial<ExploreAsk>): ExploreAsk => ({
  ...usualExplore,
  period: { from: '2026-03-02', to: '2026-03-15' },
  measures: ['roomsSold', 'roomRevenue', 'adr', 'occupancy'],
  ...more,
})
const run = (more: Partial<ExploreAsk>): Promise<ExploreResult> => t.must('explore.run', { ask: ask(more) })

function cellOf({ pivot }: ExploreResult, row: readonly Cell[], column: readonly Cell[] = []) {
  const at = (heads: ExploreResult['pivot']['rows'], keys: readonly Cell[]) =>
    heads.findIndex((head) => JSON.stringify(head.keys) === JSON.stringify(keys))
  return pivot.cells[at(pivot.rows, row)]?.[at(pivot.columns, column)]
}

describe('a pivot over room-nights', () => {
  test('has the figures of the occupancy report, by type and week', async () => {
    const found = await run({ rows: ['roomType'], columns: ['week'] })
    const report = await t.must('report.run', {
      name: 'occupancy',
      parameters: { from: '2026-03-02', to: '2026-03-15', by: 'roomType' },
    })
    for (const { roomType, roomsSold, roomRevenue, adr, occupancy } of report.tables[0].rows)
      expect(cellOf(found, [roomType ?? null])).toEqual([roomsSold, roomRevenue, adr, occupancy])
    const { roomsSold, roomRevenue, adr, occupancy } = report.tables[0].total ?? {}
    expect(cellOf(found, [])).toEqual([roomsSold, roomRevenue, adr, occupancy])
    expect(found.pivot.columns.map(({ keys }) => keys)).toEqual([['2026-03-02'], ['2026-03-09'], []])
    expect(found.names['room-type:1']).toEqual({ en: 'Deluxe', zh: '豪华间' })
  })

  test('of what rooms are not divided by has the rooms of the house in its total only', async () => {
    const found = await run({ rows: ['country', 'roomType'] })
    expect(cellOf(found, ['CHN'])?.[3]).toBeNull()
    expect(cellOf(found, [])?.[3]).toBeCloseTo(12 / 168)
    expect(found.notes.map(({ code }) => code)).toContain('availableOfAll')
  })

  test('takes any of the values of a filter, by code', async () => {
    const one = await run({ rows: ['country'], filters: [{ dimension: 'country', values: ['CHN'] }] })
    const both = await run({ rows: ['country'], filters: [{ dimension: 'country', values: ['CHN', 'DEU'] }] })
    expect(one.pivot.rows.map(({ keys }) => keys[0] ?? null)).toEqual(['CHN', null])
    expect(both.pivot.rows.map(({ keys }) => keys[0] ?? null)).toEqual(['CHN', 'DEU', null])
    const types = await run({ filters: [{ dimension: 'roomType', values: ['STE', 'dlx'] }] })
    expect(cellOf(types, [])).toEqual(cellOf(await run({}), []))
    const wrong = await t.call('explore.run', {
      ask: ask({ filters: [{ dimension: 'roomType', values: ['DLXX'] }] }),
    })
    expect(wrong).toMatchObject({ refusal: { code: 'REPORT_CHOICE_UNKNOWN', params: { nearest: 'DLX' } } })
  })

  test('leads from each cell to the bookings whose nights it counts', async () => {
    const question = ask({ rows: ['roomType'], columns: ['week'] })
    const found = await t.must('explore.run', { ask: question })
    for (const row of found.pivot.rows)
      for (const column of found.pivot.columns) {
        const at = Object.fromEntries([
          ...row.keys.map((key, index) => [question.rows[index] ?? '', key]),
          ...column.keys.map((key, index) => [question.columns[index] ?? '', key]),
        ])
        const { rows } = await t.must('explore.drill', { ask: question, at })
        const isEmpty = cellOf(found, row.keys, column.keys)?.[0] === 0
        expect([at, rows.length === 0]).toEqual([at, isEmpty])
      }
    const { rows } = await t.must('explore.drill', { ask: question, at: { roomType: 2 } })
    expect(rows.map(({ arrival }) => arrival)).toEqual(['2026-03-07', '2026-03-12'])
  })

  test('that can’t be asked, or is of a wrong period, says why', async () => {
    expect(await t.call('explore.run', { ask: { ...ask({}), rows: ['colour'] } })).toMatchObject({
      refusal: { code: 'EXPLORE_ASK', params: { why: 'dimension', what: 'colour' } },
    })
    expect(
      await t.call('explore.run', { ask: ask({ period: { from: '2026-03-15', to: '2026-03-02' } }) }),
    ).toMatchObject({
      refusal: { code: 'REPORT_PERIOD_BACKWARDS' },
    })
  })

  test('shows a clerk no money, unless the hotel wishes it', async () => {
    const reply = await t.deskAs('clerk').call('explore.run', { ask: ask({}) })
    if (!reply.ok) throw new Error(JSON.stringify(reply))
    const found = reply.output as ExploreResult
    expect(found.heads.measures.map(({ key }) => key)).toEqual(['roomsSold', 'occupancy'])
    expect(found.withoutRevenue).toBe(true)
  })
})

describe('a saved pivot', () => {
  test('is there for everybody, and its making, change and deletion can be undone', async () => {
    const { id, version } = await t.must('explore.save', { name: 'By type', ask: ask({}) })
    const seen = await t.deskAs('clerk').call('explore.list', {})
    expect(seen).toMatchObject({ ok: true, output: [{ id, name: 'By type', ask: ask({}) }] })
    await t.must('explore.save', { id, version, name: 'By month', ask: ask({ rows: ['month'] }) })
    await undoLast()
    expect(await t.must('explore.list', {})).toMatchObject([{ name: 'By type', ask: { rows: ['roomType'] } }])
    const [saved] = await t.must('explore.list', {})
    await t.must('explore.delete', { id, version: saved?.version ?? 0 })
    expect(await t.must('explore.list', {})).toEqual([])
    await undoLast()
    expect(await t.must('explore.list', {})).toMatchObject([{ id, name: 'By type' }])
  })

  test('has a name of its own, in any case', async () => {
    expect(await t.call('explore.save', { name: 'BY TYPE', ask: ask({}) })).toMatchObject({
      refusal: { code: 'EXPLORE_NAME_TAKEN', params: { name: 'By type' } },
    })
  })

  test('that was changed by somebody else meanwhile is not written over', async () => {
    const [saved] = await t.must('explore.list', {})
    expect(
      await t.call('explore.save', { id: saved?.id, version: 99, name: 'Other', ask: ask({}) }),
    ).toMatchObject({ ok: false, fault: { code: 'CONFLICT' } })
  })

  test('saved as it was changes nothing, and is as the log has it', async () => {
    const [saved] = await t.must('explore.list', {})
    await t.must('explore.save', { id: saved?.id, version: saved?.version, name: 'By type', ask: ask({}) })
    expect((await t.must('explore.list', {}))[0]?.version).toBe(saved?.version)
    const raw = openRaw(t.file, { readonly: true })
    expect(examineImages(raw, () => undefined)).toEqual([])
    raw.close()
  })

  test('is saved by a manager', async () => {
    expect(await t.deskAs('clerk').call('explore.save', { name: 'Mine', ask: ask({}) })).toMatchObject({
      fault: { code: 'NOT_PERMITTED' },
    })
  })
})

async function undoLast() {
  const { rows } = await t.must('change.list', { limit: 1 })
  await t.must('change.undo', { change: rows[0]?.seq ?? 0 })
}

test('what goes down without end is an answer in words, not a defect', async () => {
  const around: Record<string, unknown> = {}
  around.ask = around
  for (const reply of [
    await t.call('explore.save', { name: 'Deep', ask: around as never }),
    await t.call('explore.run', { ask: around as never }),
    await t.call('segment.save', { nameEn: 'Deep', nameZh: '', tag: null, rule: around as never }),
  ])
    expect(reply).toMatchObject({ fault: { issues: [{ code: 'invalid.tooDeep' }] } })
})
