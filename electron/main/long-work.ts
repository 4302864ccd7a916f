import type { AppEvent, JobProgress } from '#shared/contract/index.ts'
import type { Logger } from './log.ts'

type Failure = { code: string; params: Record<string, string | number> }

export type LongWork = {
  hear: (event: AppEvent) => void
  /** The import or demo that is at work; closing the window would throw it away. */
  now: () => JobProgress | null
}

/** Follows imports and demos by what they tell the page, and notes in the log how they began and ended. */
export function watchLongWork(
  log: Pick<Logger, 'info' | 'warn'>,
  failureOf: (job: string) => Failure | null,
): LongWork {
  let running: JobProgress | null = null
  return {
    now: () => running,
    hear: (event) => {
      if (event.type !== 'job') return
      const { job, state, done, total } = event.progress
      if (state === 'running') {
        if (running?.job !== job) log.info(`${job} begins`)
        running = event.progress
        return
      }
      running = null
      const how = `${job} ${state} at ${done} of ${total}`
      const failure = state === 'failed' ? failureOf(job) : null
      if (failure) log.warn(`${how}: ${[failure.code, failure.params.incident].filter(Boolean).join(' ')}`)
      else log.info(how)
    },
  }
}
