import type { jobKinds, jobStates } from './job.ts'
import type { EntityKind } from './operation.ts'

/** A job's progress: rows or steps done of a total (0 when not known yet). */
export type JobProgress = {
  job: string
  kind: (typeof jobKinds)[number]
  state: (typeof jobStates)[number]
  done: number
  total: number
}

/** What the application tells every open page. */
export type AppEvent =
  | {
      type: 'changed'
      change: number
      operation: string
      actor: string
      entities: { kind: EntityKind; id: number }[]
    }
  | { type: 'job'; progress: JobProgress }
  /** `ended`: whoever was signed in at this desk is out. `renewed`: this stream is over; another is to be opened. */
  | { type: 'session'; session: string; state: 'ended' | 'renewed' }
