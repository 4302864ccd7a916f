import { expect, test } from 'vitest'
import { createBreather } from '#core/jobs/breather.ts'
import { createJobs } from '#core/jobs/jobs.ts'
import { createEvents } from '#core/kernel/events.ts'
import type { JobEnd, JobHandle } from '#core/kernel/jobs.ts'
import { openTestApp } from '#tests/support/app.ts'

/** A desk's jobs with what was told of them; `begin` starts one that ends when `end` is called. */
function jobsWithEvents() {
  const told: unknown[] = []
  const events = createEvents((error) => {
    throw error
  })
  events.on((event) => told.push(event.type === 'job' ? { ...event.progress } : event))
  const jobs = createJobs(events, (error) => {
    throw error
  })
  const begin = () => {
    const { promise, resolve: end } = Promise.withResolvers<JobEnd>()
    let handle: JobHandle | undefined
    const job = jobs.start('demo', (given) => {
      handle = given
      return promise
    })
    return {
      job,
      end,
      progress: (done: number) => handle?.progress(done, 9),
      isCancelled: () => handle?.cancelled,
    }
  }
  return { jobs, told, begin }
}

test('a job tells how far it is and what came of it, and one runs at a time', async () => {
  const { jobs, told, begin } = jobsWithEvents()
  const first = begin()
  expect(jobs.status('demo-1')).toEqual({
    job: 'demo-1',
    kind: 'demo',
    state: 'running',
    done: 0,
    total: 0,
    result: null,
    failure: null,
  })
  expect(begin().job).toBeNull()
  first.progress(4)
  expect(first.isCancelled()).toBe(false)
  first.end({ result: { bookings: 3 } })
  const running = { job: 'demo-1', kind: 'demo', state: 'running', done: 4, total: 9 }
  expect(await jobs.ended('demo-1')).toEqual({
    ...running,
    state: 'done',
    result: { bookings: 3 },
    failure: null,
  })
  expect(told).toEqual([running, { ...running, state: 'done' }])
  expect(begin().job).toBe('demo-2')
})

test('one that was cancelled ends so, one that refuses by itself has failed', async () => {
  const { jobs, begin } = jobsWithEvents()
  const cancelled = begin()
  expect(jobs.cancel('demo-1')).toBe(true)
  expect(cancelled.isCancelled()).toBe(true)
  const failure = { code: 'CANCELLED', params: {} }
  cancelled.end({ failure })
  expect(await jobs.ended('demo-1')).toMatchObject({ state: 'cancelled', failure })
  const refused = begin()
  refused.end({ failure })
  expect(await jobs.ended('demo-2')).toMatchObject({ state: 'failed', failure })
})

test('one that is not there is nobody’s to ask, to stop or to wait for', async () => {
  const { jobs } = jobsWithEvents()
  expect([jobs.status('demo-1'), jobs.cancel('demo-1'), await jobs.ended('demo-1')]).toEqual([
    null,
    false,
    null,
  ])
  const t = await openTestApp()
  for (const name of ['job.status', 'job.cancel'] as const) {
    expect(await t.call(name, { job: 'demo-7' }), name).toEqual({
      ok: false,
      refusal: { code: 'JOB_UNKNOWN', params: { job: 'demo-7' } },
    })
  }
  const { promise, resolve: end } = Promise.withResolvers<JobEnd>()
  const job = t.app.jobs.start('demo', () => promise) ?? ''
  expect(await t.call('job.status', { job })).toMatchObject({ output: { state: 'running' } })
  expect(await t.call('job.cancel', { job })).toEqual({ ok: true, output: {} })
  end({ failure: { code: 'CANCELLED', params: {} } })
  expect(await t.app.jobs.ended(job)).toMatchObject({ state: 'cancelled' })
  await t.close()
  expect(t.defects).toEqual([])
})

test('closing stops every job and waits until it has ended', async () => {
  const { jobs, begin } = jobsWithEvents()
  const running = begin()
  let stopped = false
  const stopping = jobs.stopAll().then(() => {
    stopped = true
  })
  await new Promise(setImmediate)
  expect([running.isCancelled(), stopped]).toEqual([true, false])
  running.end({ failure: { code: 'CANCELLED', params: {} } })
  await stopping
  expect(jobs.status('demo-1')).toMatchObject({ state: 'cancelled' })
})

test('a long work gives way after half a frame, and not before', async () => {
  let clock = 1000
  const breathe = createBreather(() => clock)
  clock = 1007.9
  expect(breathe()).toBeUndefined()
  let others = 0
  setImmediate(() => {
    others += 1
  })
  clock = 1008
  const pause = breathe()
  expect([pause instanceof Promise, others]).toEqual([true, 0])
  clock = 1020
  await pause
  expect(others).toBe(1)
  clock = 1027
  expect(breathe()).toBeUndefined()
})

test('the clock of a work is the time that passes', async () => {
  // One of them at least is asked before half a frame has passed, however busy the machine is.
  expect(Array.from({ length: 20 }, () => createBreather()())).toContain(undefined)
  const breathe = createBreather()
  let pause: Promise<void> | undefined
  while (pause === undefined) pause = breathe()
  await pause
})
