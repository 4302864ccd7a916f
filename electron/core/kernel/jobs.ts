import type { JobProgress, Refusal } from '#shared/contract/index.ts'

export type JobReport = JobProgress & { result: unknown; failure: Refusal | null }
/** How a job reports its progress and learns that it should stop. */
export type JobHandle = { progress: (done: number, total: number) => void; readonly cancelled: boolean }
/** Of work whose progress nobody follows and that nobody stops. */
export const nobodyFollows: JobHandle = { progress: () => undefined, cancelled: false }
/** What a job ends with: a result, or a refusal by code. Anything thrown is a defect and ends it as failed. */
export type JobEnd = { result: unknown } | { failure: Refusal }

export type Jobs = {
  /** Null when a job of the same lane is running: one at a time. */
  start: (kind: JobProgress['kind'], work: (handle: JobHandle) => Promise<JobEnd>) => string | null
  /** The job of this kind that is at work now. */
  running: (kind: JobProgress['kind']) => string | null
  status: (job: string) => JobReport | null
  cancel: (job: string) => boolean
  /** Resolves when the job has ended, for hosts that wait (the command line) and for closing. */
  ended: (job: string) => Promise<JobReport | null>
  stopAll: () => Promise<void>
}
