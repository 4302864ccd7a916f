import type { FailedReply } from '#renderer/api/reply-error.ts'
import type { Job } from '#renderer/api/use-job.ts'
import { useInsightJob } from './use-insight-job.ts'

export type Refresh = {
  running: boolean
  /** Its progress, once the first of it is known. */
  job: Job | null
  /** Why the last one of this page ended without a result. */
  failed: FailedReply | null
  cancelled: boolean
  start: () => void
  cancel: () => void
}

/** Computes all that stands on the page, or follows the computation of another desk (`foreign`). */
export function useRefresh(foreign: string | null): Refresh {
  const { job, ...refresh } = useInsightJob('insight.refresh', foreign)
  return {
    ...refresh,
    job: job?.state === 'running' ? job : null,
    cancelled: job?.state === 'cancelled',
    start: () => void refresh.start({}),
  }
}
