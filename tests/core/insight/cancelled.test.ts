import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cancelled } from '#core/heavy/public.ts'
import type { TestApp } from '#tests/support/app.ts'
import { openDemoHotel } from '#tests/support/demo-hotel.ts'
import { refreshInsight } from '#tests/support/insight.ts'
import { expectCancelledWhole, openInsightWorker, rowsOfInsight } from '#tests/support/insight-task.ts'

let t: TestApp

beforeAll(async () => {
  t = await openDemoHotel()
  await refreshInsight(t)
}, 180_000)
afterAll(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

describe('a run that is cancelled leaves the figures of before whole, and the same worker can run it again', () => {
  test.each(['future', 'kinds', 'rules', 'look-alikes'])(
    '%s',
    (kind) => {
      expectCancelledWhole(t.file, kind)
    },
    180_000,
  )

  test('facts of all guests that are read again', () => {
    const before = rowsOfInsight(t.file)
    const asked = { asOf: '2026-03-02', moment: '2026-03-02T05:00:00.000Z', rebuild: true }
    for (const stopAt of [1, 2]) {
      const worker = openInsightWorker(t.file)
      const done: number[] = []
      const cancelled = () => worker.carryOut('insight.refresh', asked, stopAt, (step) => done.push(step))
      expect(cancelled).toThrow(Cancelled)
      worker.close()
      // Of the first of the runs, which is that of the facts
      expect(done.every((step) => step < 1000)).toBe(true)
      expect(rowsOfInsight(t.file)).toEqual(before)
    }
  })
})

test('the desk cancels a refresh on its way, and the next one ends', async () => {
  // Runs that had ended are noted as of now
  const { runs: _, meta: _meta, ...before } = rowsOfInsight(t.file)
  const { job } = await t.must('insight.refresh', { rebuild: true })
  await t.must('job.cancel', { job })
  expect(await t.app.jobs.ended(job)).toMatchObject({ state: 'cancelled' })
  expect(rowsOfInsight(t.file)).toMatchObject(before)
  await refreshInsight(t)
}, 180_000)
