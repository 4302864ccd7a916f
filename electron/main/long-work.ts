import type { AppEvent, JobProgress } from '#shared/contract/index.ts'
import type { Logger } from './log.ts'

type Failure = { code: string; params: Record<string, string | number> }

/** What closing the window would throw away; figures of Insight and reports are computed again as easily. */
export type WorkToLose = JobProgress & { kind: Exclude<JobProgress['kind'], 'insight' | 'report'> }

export type LongWork = {
  hear: (event: AppEvent) => void
  /** The import or demo that is at work; closing the window would throw it away. */
  now: () => WorkToLose | null
}

/** Follows imports and demos by what they tell the page, and notes in the log how they began and ended. */
export function watchLongWork(
  log: Pick<Logger, 'info' | 'warn'>,
  failureOf: (job: string) => Failure | null,
): LongWork {
  let running: WorkToLose | null = null
  const begun = new Set<string>()
  return {
    now: () => running,
    hear: (event) => {
      if (event.type !== 'job' || event.progress.kind === 'report') return
      const { job, state, done, total } = event.progress
      const lost = isToLose(event.progress) ? event.progress : null
      if (state === 'running') {
        if (!begun.has(job)) log.info(`${job} begins`)
        begun.add(job)
        if (lost) running = lost
        return
      }
      begun.delete(job)
      if (lost) running = null
      const how = `${job} ${state} at ${done} of ${total}`
      const failure = state === 'failed' ? failureOf(job) : null
      if (failure) log.warn(`${how}: ${[failure.code, failure.params.incident].filter(Boolean).join(' ')}`)
      else log.info(how)
    },
  }
}

function isToLose(progress: JobProgress): progress is WorkToLose {
  return progress.kind !== 'insight' && progress.kind !== 'report'
}
