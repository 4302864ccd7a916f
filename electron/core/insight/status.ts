import {
  countChangesSince,
  readNewestRuns,
  readRun,
  refreshKind,
  type StoredRun,
} from '#db/queries/insight/runs.ts'
import { type RunKind, type RunOutputOf, runKinds } from '#shared/contract/insight-runs.ts'
import type { BusinessDate, Moment } from '#shared/values/index.ts'
import { reads } from '../kernel/handler.ts'

export const status = reads('insight.status', async (db, _input, ctx) => {
  const newest = await readNewestRuns(db)
  const last = newest.find(({ kind }) => kind === refreshKind)
  const facts = await readRun(db, 'facts', '{}')
  const { file, trouble } = ctx.store.insight
  return {
    asOf: (last?.asOf ?? null) as BusinessDate | null,
    moment: (last?.moment ?? null) as Moment | null,
    seconds: last?.seconds ?? null,
    changesSince: await countChangesSince(db, last?.headSeq ?? 0),
    unnamed: (facts?.output as RunOutputOf<'facts'> | null | undefined)?.unnamed.guests ?? null,
    job: ctx.jobs.running('insight'),
    noFile: trouble === null ? null : { code: 'INSIGHT_NO_FILE', params: { file, why: trouble } },
    ran: newest.filter(isKnownKind).map((one) => ({
      kind: one.kind,
      asOf: one.asOf as BusinessDate,
      moment: one.moment as Moment,
      seconds: one.seconds,
      state: stateOf(one.said),
      trouble: one.said,
    })),
  }
})

/** A file of an older program may hold kinds that are gone; its tables would differ, but not always. */
function isKnownKind<T extends { kind: string }>(run: T): run is T & { kind: RunKind } {
  return (runKinds as readonly string[]).includes(run.kind)
}

function stateOf(said: StoredRun['said']): 'done' | 'little' | 'failed' {
  if (said === null) return 'done'
  return said.code === 'INTERNAL' ? 'failed' : 'little'
}
