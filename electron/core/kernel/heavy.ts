import type { Refusal } from '#shared/contract/index.ts'
import type { JobHandle } from './jobs.ts'

/** What a task of the worker ends with: a result that can be copied between threads, or a refusal by code. */
export type HeavyEnd = { result: unknown } | { failure: Refusal }

const workerEnded = 'KEYRACK_WORKER_ENDED'

/** The worker ended in the middle of a task: out of memory, or killed. Nothing of the task was kept. */
export class WorkerEnded extends Error {
  readonly code = workerEnded

  constructor(why: string) {
    super(`the worker ended: ${why}`)
  }
}

/** Whether a job failed because its worker ended. */
export function isWorkerEnded(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === workerEnded
}

/** Long reads and models in a worker with connections of its own, so that no desk waits for them. */
export type Heavy = {
  /** Carries a task out for a job; one at a time. Throws WorkerEnded when the worker ends in the middle. */
  run: (task: string, input: unknown, job: JobHandle) => Promise<HeavyEnd>
  /**
   * Answers a question that is too long for the desk's thread and short for a person, also beside a job: a second worker
   * answers, one question after another.
   */
  ask: (task: string, input: unknown) => Promise<HeavyEnd>
  /** Carries out a report: a third worker, so that none waits for models, and none of them for a report. */
  report: (task: string, input: unknown, job: JobHandle) => Promise<HeavyEnd>
  close: () => Promise<void>
}
