import { inOneWrite } from '#db/derived/transaction.ts'
import { storeErrorOf } from '#db/dialect/errors.ts'
import type { InsightFile } from '#db/handles.ts'
import type { InsightRunsTable } from '#db/insight/runs.ts'
import { readLongHead, refreshKind } from '#db/queries/insight/runs.ts'
import { dropOldRuns, saveHead, saveRun } from '#db/repositories/insight/runs.ts'
import type { Refusal } from '#shared/contract/index.ts'
import type { RunKind } from '#shared/contract/insight-runs.ts'
import { type BusinessDate, toDayNumber } from '#shared/values/index.ts'
import { Cancelled, collectGarbage, type Task, type TaskDesk } from '../heavy/public.ts'
import { futureAsOfTask } from './future/as-of-task.ts'
import { paramsText } from './params.ts'
import { openPast, type Past } from './past.ts'
import type { AnyRun, RunDesk } from './run.ts'
import { runOf, standingRuns } from './runs/index.ts'

export type RefreshAsked = { asOf: BusinessDate; moment: string; rebuild: boolean }
export type OneAsked = {
  kind: RunKind
  params: Record<string, unknown>
  asOf: BusinessDate
  moment: string
  /** The date is the business date. */
  isCurrent: boolean
}
/** What a job of one run ends with. */
export type Ran = { kind: RunKind; asOf: BusinessDate; moment: string; seconds: number; output: unknown }
/** What a refresh ends with: how each run went. */
export type Refreshed = {
  asOf: BusinessDate
  seconds: number
  runs: { kind: RunKind; said: Refusal | null }[]
}

const noFile: Refusal = { code: 'INSIGHT_NO_FILE', params: {} }
/** Steps of progress that a run has in a refresh. */
const steps = 1000

/** Every standing run, one after another; one that fails or has too little to say keeps none of the others from running. */
const refresh: Task = (desk, { asOf, moment, rebuild }: RefreshAsked) => {
  const begun = performance.now()
  const { seq } = readLongHead(desk.store)
  const past = openPast(desk.store)
  const runs = standingRuns()
  const told: Refreshed['runs'] = []
  const part = (index: number) => (done: number, total: number) =>
    desk.pulse(index * steps + Math.floor((steps * done) / Math.max(1, total)), (runs.length + 1) * steps)
  // Before the first run, so that the seconds of a run are its own
  past.history(part(0))
  for (const [index, run] of runs.entries()) {
    const ran = carryOut(
      { ...desk, pulse: part(index + 1) },
      run,
      { kind: run.kind, params: {}, asOf, moment, isCurrent: true },
      past,
      rebuild,
    )
    if (ran === null) return { failure: noFile }
    told.push({ kind: run.kind, said: ran.said })
    collectGarbage()
  }
  const seconds = secondsSince(begun)
  const result: Refreshed = { asOf, seconds, runs: told }
  noteRefresh(desk.insight, { as_of: asOf, moment, head_seq: seq, seconds })
  return { result }
}

function noteRefresh(
  insight: InsightFile | null,
  note: Pick<InsightRunsTable, 'as_of' | 'moment' | 'head_seq' | 'seconds'>,
) {
  if (!insight) return
  saveRun(insight, { kind: refreshKind, params: '{}', ...note, output: null, said: null })
  dropOldRuns(insight, refreshKind)
}

const one: Task = (desk, asked: OneAsked) => {
  const begun = performance.now()
  const ran = carryOut(desk, runOf(asked.kind), asked, openPast(desk.store), false)
  if (ran === null) return { failure: noFile }
  if (ran.said) return { failure: ran.said }
  const { kind, asOf, moment } = asked
  return { result: { kind, asOf, moment, seconds: secondsSince(begun), output: ran.output } satisfies Ran }
}

/** Runs and keeps what came of it, in one transaction. A defect is noted in the log and in its place. Null: no file. */
function carryOut(desk: TaskDesk, run: AnyRun, asked: OneAsked, past: Past, rebuild: boolean) {
  const { store, insight, pulse } = desk
  if (!insight) return null
  const begun = performance.now()
  const head = readLongHead(store)
  const { asOf, moment } = asked
  past.dropBut(run.reads)
  const keep = (output: unknown, said: Refusal | null) => {
    saveRun(insight, {
      kind: run.kind,
      params: paramsText(asked.params),
      as_of: asOf,
      moment,
      head_seq: head.seq,
      seconds: secondsSince(begun),
      output: said ? null : JSON.stringify(output),
      said: said && JSON.stringify(said),
    })
    dropOldRuns(insight, run.kind)
    // No run knew of a later change than the newest of now
    saveHead(insight, readLongHead(store))
    return { output, said }
  }
  const day = toDayNumber(asOf)
  const runDesk: RunDesk = {
    store,
    insight,
    asOf,
    day,
    moment,
    isCurrent: asked.isCurrent,
    rebuild,
    pulse,
    history: () => past.history(pulse),
    facts: (on = day) => past.facts(on, pulse),
    factsOf: (on, places) => past.factsOf(on, places, pulse),
    future: (discountPercent, tell) => past.future({ day, discountPercent }, tell),
  }
  try {
    return inOneWrite(insight, () => {
      const end = run.run(runDesk, asked.params as never)
      return 'refusal' in end ? keep(null, end.refusal) : keep(end.output, null)
    })
  } catch (error) {
    if (error instanceof Cancelled || storeSays(error)) throw error
    const incident = desk.defect(error)
    return inOneWrite(insight, () => keep(null, { code: 'INTERNAL', params: { incident } }))
  }
}

function secondsSince(begun: number): number {
  return Math.round(performance.now() - begun) / 1000
}

/** What the disk says ends the job; everything else is a defect of one run. */
function storeSays(error: unknown): boolean {
  const kind = storeErrorOf(error)?.kind
  return kind !== undefined && kind !== 'unique' && kind !== 'foreign-key'
}

export const insightTasks = {
  'insight.refresh': refresh,
  'insight.run': one,
  'insight.futureAsOf': futureAsOfTask,
}
