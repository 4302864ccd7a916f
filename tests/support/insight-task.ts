import { expect } from 'vitest'
import { Cancelled, type TaskDesk } from '#core/heavy/public.ts'
import { insightTasks } from '#core/insight/tasks.ts'
import { openHeavy } from '#db/derived/open.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { insightFileOf } from '#db/insight/file.ts'

/** The worker of a store: its own tasks on its own connections, here, so that one is cancelled at a step that is chosen. */
export function openInsightWorker(file: string) {
  const heavy = openHeavy({
    store: file,
    insight: insightFileOf(file),
    report: null,
    nativeBinding: undefined,
  })
  return {
    /** Carries a task out to its end, or throws Cancelled at a step; answers with the steps that it took. */
    carryOut: (
      task: keyof typeof insightTasks,
      asked: object,
      stopAt = Number.POSITIVE_INFINITY,
      told: (done: number) => void = () => undefined,
    ): number => {
      let steps = 0
      const desk: TaskDesk = {
        ...heavy,
        pulse: (done) => {
          steps += 1
          told(done)
          if (steps === stopAt) throw new Cancelled()
        },
        defect: (error) => {
          throw error
        },
      }
      const end = insightTasks[task](desk, asked as never)
      if ('failure' in end) throw new Error(JSON.stringify(end.failure))
      return steps
    },
    close: heavy.close,
  }
}

/** Every row of the insight file by table, but how long each run took. */
export function rowsOfInsight(file: string): Record<string, unknown[]> {
  const raw = openRaw(insightFileOf(file), { readonly: true })
  const tables = raw
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")
    .pluck()
    .all() as string[]
  const rows = tables.map((name) => [name, raw.prepare(`select * from "${name}"`).all() as object[]] as const)
  raw.close()
  const all = Object.fromEntries(rows)
  return { ...all, runs: (all.runs ?? []).map((run) => ({ ...run, seconds: 0 })) }
}

/** Cancels a run of the refresh at its first, a middle and its last step: the rows of before stay, and it runs again to the same. */
export function expectCancelledWhole(file: string, kind: string): void {
  const before = rowsOfInsight(file)
  const runs = before.runs as { kind: string; as_of: string; moment: string }[]
  const last = runs
    .filter((run) => run.kind === kind)
    .toSorted((a, b) => (a.as_of < b.as_of ? -1 : 1))
    .at(-1)
  const asked = { kind, params: {}, asOf: last?.as_of, moment: last?.moment, isCurrent: true }
  const first = openInsightWorker(file)
  const steps = first.carryOut('insight.run', asked)
  first.close()
  expect(steps).toBeGreaterThan(2)
  for (const stopAt of [1, Math.ceil(steps / 2), steps]) {
    // A worker that has just begun: what one keeps from run to run takes no step again
    const worker = openInsightWorker(file)
    expect(() => worker.carryOut('insight.run', asked, stopAt), `${stopAt} of ${steps}`).toThrow(Cancelled)
    expect(rowsOfInsight(file)).toEqual(before)
    if (stopAt === Math.ceil(steps / 2)) worker.carryOut('insight.run', asked)
    worker.close()
  }
  expect(rowsOfInsight(file)).toEqual(before)
}
