import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { ReportFile } from '../../handles.ts'

/** Notes that everything up to a change is in the file. */
export function saveComplete(file: ReportFile, seq: number): void {
  rawOf(file).prepare("update progress set seq = ?, target = 0, step = 0, after = ''").run(seq)
}

/** Notes how far filling from nothing is: at a thing of a step, on the way to a change. */
export function saveStep(file: ReportFile, at: { target: number; step: number; after: string }): void {
  rawOf(file).prepare('update progress set target = @target, step = @step, after = @after').run(at)
}

/** Notes the newest change that anything in the file is made from, so that a store that was restored is known. */
export function saveReportHead(file: ReportFile, head: { store: string; seq: number; hash: string }): void {
  rawOf(file).prepare('update meta set store = @store, head_seq = @seq, head_hash = @hash').run(head)
}

/** Adds changes, in their order, to the runs of the clock: see the table. */
export function addToClock(
  file: ReportFile,
  moments: Iterable<readonly [seq: number, moment: string]>,
): void {
  const raw = rawOf(file)
  type Run = { first_seq: number; last_seq: number; first_moment: string; last_moment: string }
  let run = raw.prepare('select * from clock_runs order by first_seq desc limit 1').get() as Run | undefined
  const save = raw.prepare(
    `insert or replace into clock_runs (first_seq, last_seq, first_moment, last_moment)
     values (@first_seq, @last_seq, @first_moment, @last_moment)`,
  )
  for (const [seq, moment] of moments) {
    if (run && seq <= run.last_seq) continue
    if (run && moment >= run.last_moment) {
      run.last_seq = seq
      run.last_moment = moment
      continue
    }
    if (run) save.run(run)
    run = { first_seq: seq, last_seq: seq, first_moment: moment, last_moment: moment }
  }
  if (run) save.run(run)
}
