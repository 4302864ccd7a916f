import { reads, works } from '../kernel/handler.ts'
import { refused } from '../kernel/outcome.ts'

export const status = reads('job.status', (_db, { job }, ctx) => {
  return ctx.jobs.status(job) ?? refused('JOB_UNKNOWN', { job })
})

/** Asks the work to stop; it rolls back and then ends as cancelled, which its events tell. */
export const cancel = works('job.cancel', (ctx, { job }) =>
  ctx.jobs.cancel(job) ? {} : refused('JOB_UNKNOWN', { job }),
)
