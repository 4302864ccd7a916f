import { expect, test } from 'vitest'
import { createJobs } from '#core/jobs/jobs.ts'
import { createEvents } from '#core/kernel/events.ts'
import { describeReply } from '#shared/i18n/index.ts'

const defects: unknown[] = []
const failing = async (code?: string) => {
  defects.length = 0
  const jobs = createJobs(
    createEvents(() => undefined),
    (error) => {
      defects.push(error)
      return 'incident-1'
    },
  )
  const job = jobs.start('demo', () => Promise.reject(Object.assign(new Error('no'), code ? { code } : {})))
  return (await jobs.ended(job ?? ''))?.failure
}

test.each([
  ['SQLITE_FULL', 'STORE_FULL', /disk is full/],
  ['SQLITE_READONLY', 'STORE_READ_ONLY', /is read-only/],
  ['SQLITE_CORRUPT', 'STORE_DAMAGED', /damaged/],
  ['KEYRACK_STORE_MOVED', 'STORE_MOVED', /moved, renamed/],
  ['SQLITE_IOERR_WRITE', 'STORE_UNAVAILABLE', /cannot be reached/],
])('a long work that the disk stops says what the disk said: %s', async (thrown, code, sentence) => {
  const refusal = await failing(thrown)
  expect(refusal).toEqual({ code, params: {} })
  // What the disk says is reported once, in words: there is nothing to fix in the program.
  expect(defects).toEqual([])
  expect(describeReply({ ok: false, refusal: { code } }, 'en', 'job.startDemo')).toMatch(sentence)
})

test('anything else is a defect under its incident', async () => {
  expect(await failing()).toEqual({ code: 'INTERNAL', params: { incident: 'incident-1' } })
  expect(defects).toHaveLength(1)
})
