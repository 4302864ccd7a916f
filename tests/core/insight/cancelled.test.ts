import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cancelled } from '#core/heavy/public.ts'
import { standingRuns } from '#core/insight/runs/index.ts'
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
    const asked = { asOf: '2026-03-02', moment: '2026-03-02T05:00:00.000Z', rebuild: true }
    const told: number[] = []
    const refresh = (stopAt?: number) => {
      const worker = openInsightWorker(t.file)
      try {
        worker.carryOut('insight.refresh', asked, stopAt, (step) => told.push(step))
      } finally {
        worker.close()
      }
    }
    refresh()
    // The first part is the reading
    const part = 1 + standingRuns().findIndex(({ kind }) => kind === 'facts')
    const ofFacts = [...told.keys()].filter((at) => Math.floor((told[at] as number) / 1000) === part)
    expect(ofFacts.length).toBeGreaterThan(1)
    const factsIn = () => {
      const { guest_fact_rows, guest_facts_later, facts_state } = rowsOfInsight(t.file)
      return { guest_fact_rows, guest_facts_later, facts_state }
    }
    const before = factsIn()
    for (const at of [ofFacts[0], ofFacts.at(-1)] as number[]) {
      expect(() => refresh(at + 1)).toThrow(Cancelled)
      expect(factsIn()).toEqual(before)
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
