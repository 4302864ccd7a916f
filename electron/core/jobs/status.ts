import { refuse } from '#shared/values/index.ts'
import { reads, works } from '../kernel/handler.ts'

export const status = reads('job.status', (_db, { job }, ctx) => {
  return ctx.jobs.status(job) ?? refuse('JOB_UNKNOWN', { job })
})

/** Asks the job to stop; it rolls back and then ends as cancelled, which its events tell. */
export const cancel = works('job.cancel', (ctx, { job }) =>
  ctx.jobs.cancel(job) ? {} : refuse('JOB_UNKNOWN', { job }),
)
