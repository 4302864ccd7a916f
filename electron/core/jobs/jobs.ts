import { storeErrorOf } from '#db/dialect/errors.ts'
import type { JobProgress, Refusal } from '#shared/contract/index.ts'
import type { Events } from '../kernel/events.ts'
import { isWorkerEnded } from '../kernel/heavy.ts'
import type { JobEnd, JobHandle, JobReport, Jobs } from '../kernel/jobs.ts'

type Running = { report: JobReport; cancelled: boolean; end: Promise<void> }

/** What the disk says is no defect of ours; everything else thrown is. */
function failureOf(error: unknown, onDefect: (error: unknown) => string): Refusal {
  const kind = storeErrorOf(error)?.kind
  if (kind === 'full') return { code: 'STORE_FULL', params: {} }
  if (kind === 'read-only') return { code: 'STORE_READ_ONLY', params: {} }
  if (kind === 'damaged') return { code: 'STORE_DAMAGED', params: {} }
  if (kind === 'unavailable') return { code: 'STORE_UNAVAILABLE', params: {} }
  if (kind === 'moved') return { code: 'STORE_MOVED', params: {} }
  if (isWorkerEnded(error)) return { code: 'WORKER_ENDED', params: { incident: onDefect(error) } }
  return { code: 'INTERNAL', params: { incident: onDefect(error) } }
}

/**
 * Jobs of one lane wait for each other. What reads in the worker and writes derived data alone is in nobody's way: an import or
 * a backup begins beside it.
 */
function laneOf(kind: JobProgress['kind']): 'worker' | 'store' {
  return kind === 'insight' ? 'worker' : 'store'
}

/** Jobs, one at a time in each lane, with progress as events. */
export function createJobs(events: Events, onDefect: (error: unknown) => string): Jobs {
  const known = new Map<string, Running>()
  let counter = 0

  function tell(report: JobReport) {
    const { job, kind, state, done, total } = report
    events.send({ type: 'job', progress: { job, kind, state, done, total } })
  }

  async function carryOut(running: Running, work: (handle: JobHandle) => Promise<JobEnd>) {
    const { report } = running
    try {
      const end = await work({
        progress: (done, total) => {
          report.done = done
          report.total = total
          tell(report)
        },
        get cancelled() {
          return running.cancelled
        },
      })
      if ('failure' in end)
        Object.assign(report, { state: running.cancelled ? 'cancelled' : 'failed', failure: end.failure })
      else Object.assign(report, { state: 'done', result: end.result })
    } catch (error) {
      Object.assign(report, {
        state: 'failed',
        failure: failureOf(error, onDefect),
      })
    }
    tell(report)
  }

  function runningIn(lane: ReturnType<typeof laneOf>): Running | undefined {
    return [...known.values()].find(
      ({ report }) => report.state === 'running' && laneOf(report.kind) === lane,
    )
  }

  return {
    start: (kind, work) => {
      if (runningIn(laneOf(kind))) return null
      counter += 1
      const job = `${kind}-${counter}`
      const report: JobReport = {
        job,
        kind,
        state: 'running',
        done: 0,
        total: 0,
        result: null,
        failure: null,
      }
      const running: Running = { report, cancelled: false, end: Promise.resolve() }
      known.set(job, running)
      running.end = carryOut(running, work)
      return job
    },
    running: (kind) => {
      const report = runningIn(laneOf(kind))?.report
      return report?.kind === kind ? report.job : null
    },
    status: (job) => known.get(job)?.report ?? null,
    cancel: (job) => {
      const running = known.get(job)
      if (running) running.cancelled = true
      return running !== undefined
    },
    ended: async (job) => {
      const running = known.get(job)
      await running?.end
      return running?.report ?? null
    },
    stopAll: async () => {
      for (const running of known.values()) running.cancelled = true
      await Promise.all([...known.values()].map((running) => running.end))
    },
  }
}
