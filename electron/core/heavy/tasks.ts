import type { InsightFile, LongReader, ReportFile } from '#db/handles.ts'
import type { Refusal } from '#shared/contract/index.ts'

/** Thrown by `pulse` when the job was cancelled: a loop needs no other way out. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled')
  }
}

/** What a task has in the worker. */
export type TaskDesk = {
  /** The store, for reading; what is committed. */
  store: LongReader
  /** The file of Insight's derived data; null where there is none. */
  insight: InsightFile | null
  /** The file of versions that reports read; null where there is none, and in a worker that runs no reports. */
  report: ReportFile | null
  /** Reports progress and throws Cancelled when the task is to stop; called in every long loop. */
  pulse: (done: number, total: number) => void
  /** Notes a defect that ends only a part of the task, and answers with its number in the log. */
  defect: (error: unknown) => string
}

export type TaskEnd = { result: unknown } | { failure: Refusal }
/** One kind of work that the worker can do, by its name. */
export type Task = (desk: TaskDesk, input: never) => TaskEnd
export type Tasks = Readonly<Record<string, Task>>
