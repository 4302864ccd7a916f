import type { StoreHead } from '../../derived/file.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { InsightFile } from '../../handles.ts'
import type { InsightRunsTable } from '../../insight/runs.ts'

/** Writes what a run found or why it found nothing, in the place of an earlier one of the same kind, parameters and date. */
export function saveRun(file: InsightFile, run: InsightRunsTable): void {
  rawOf(file)
    .prepare(
      `insert or replace into runs (kind, params, as_of, moment, head_seq, seconds, output, said)
       values (@kind, @params, @as_of, @moment, @head_seq, @seconds, @output, @said)`,
    )
    .run(run)
}

/** How many runs of one kind are kept beside the newest ones of today: earlier dates that a manager looked at. */
const keptRuns = 40

/** Forgets the oldest runs of a kind beyond those that are kept. */
export function dropOldRuns(file: InsightFile, kind: string): void {
  rawOf(file)
    .prepare(
      `delete from runs where kind = @kind and (params, as_of) in (
         select params, as_of from runs where kind = @kind order by moment desc, as_of desc, params limit -1 offset @kept)`,
    )
    .run({ kind, kept: keptRuns })
}

/** Notes up to which change of the store the file knows. */
export function saveHead(file: InsightFile, { store, seq, hash }: StoreHead): void {
  rawOf(file).prepare('update meta set store = ?, head_seq = ?, head_hash = ?').run(store, seq, hash)
}
