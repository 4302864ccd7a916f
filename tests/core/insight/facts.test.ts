import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TestApp } from '#tests/support/app.ts'
import { openDemoHotel } from '#tests/support/demo-hotel.ts'
import { factRows, factRowsOnDay, refreshInsight } from '#tests/support/insight.ts'

let t: TestApp
beforeEach(async () => {
  t = await openDemoHotel()
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

test('the table has a row for each guest, as the facts of the date say', async () => {
  await refreshInsight(t)
  const rows = factRows(t.file)
  expect(rows.length).toBeGreaterThan(100)
  expect(rows).toEqual(factRowsOnDay(t.file, '2026-03-02'))
  expect(await t.must('insight.output', { kind: 'facts' })).toMatchObject({
    output: { guests: rows.length, rebuilt: true },
  })
  // Of an earlier date: counted, and nothing is written
  const { job } = await t.must('insight.run', { kind: 'facts', asOf: '2025-01-31' })
  const { length } = factRowsOnDay(t.file, '2025-01-31')
  expect(await t.app.jobs.ended(job)).toMatchObject({ result: { output: { guests: length } } })
  expect(length).toBeLessThan(rows.length)
  expect(factRows(t.file)).toEqual(rows)
  // Nothing has changed: nobody is read
  await refreshInsight(t)
  expect(await t.must('insight.output', { kind: 'facts' })).toMatchObject({
    output: { guests: rows.length, read: 0, rebuilt: false },
  })
})
