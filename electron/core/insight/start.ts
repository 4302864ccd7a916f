import { type Refused, refuse } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { works } from '../kernel/handler.ts'
import type { JobEnd, JobHandle } from '../kernel/jobs.ts'
import type { OneAsked, RefreshAsked } from './tasks.ts'

/** All standing figures, as of the business date. */
export const refresh = works('insight.refresh', (ctx, { rebuild }) => {
  const trouble = refuseWithoutFile(ctx)
  if (trouble) return trouble
  const job = startRefresh(ctx, { asOf: ctx.businessDate, moment: ctx.moment, rebuild })
  return job ? { job } : refuse('JOB_RUNNING')
})

/** One kind of figures. */
export const run = works('insight.run', (ctx, { kind, asOf = ctx.businessDate, params }) => {
  const trouble = refuseWithoutFile(ctx)
  if (trouble) return trouble
  if (asOf > ctx.businessDate) return refuse('AS_OF_AHEAD', { date: asOf, businessDate: ctx.businessDate })
  const isCurrent = asOf === ctx.businessDate
  const asked: OneAsked = { kind, params, asOf, moment: ctx.moment, isCurrent }
  const job = startRun(ctx, asked)
  return job ? { job } : refuse('JOB_RUNNING')
})

/** Why nothing can be computed: there is no file that it would be kept in. */
export function refuseWithoutFile({ store }: Pick<Context, 'store'>): Refused<'INSIGHT_NO_FILE'> | null {
  const { file, trouble } = store.insight
  return trouble === null ? null : refuse('INSIGHT_NO_FILE', { file, why: trouble })
}

export type Starting = Pick<Context, 'jobs' | 'heavy' | 'store' | 'actor'>

export function startRefresh(ctx: Starting, asked: RefreshAsked): string | null {
  return startInsight(ctx, (handle) => ctx.heavy.run('insight.refresh', asked, handle))
}

export function startRun(ctx: Starting, asked: OneAsked): string | null {
  return startInsight(ctx, (handle) => ctx.heavy.run('insight.run', asked, handle))
}

/** Begins the job; however it ends, pages read again what they show of it. */
function startInsight(ctx: Starting, work: (handle: JobHandle) => Promise<JobEnd>): string | null {
  return ctx.jobs.start('insight', async (handle) => {
    try {
      return await work(handle)
    } finally {
      const entities = (['insight', 'job'] as const).map((kind) => ({ kind, id: 0 }))
      const { store, actor } = ctx
      store.events.send({ type: 'changed', change: 0, operation: 'insight.refresh', actor, entities })
    }
  })
}
