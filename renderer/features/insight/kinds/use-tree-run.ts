import type { FailedReply } from '#renderer/api/reply-error.ts'
import type { TreeTarget } from '#shared/domain/insight/kinds/targets.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { useInsightJob } from '../use-insight-job.ts'
import { treeInput } from './tree-input.ts'

export type TreeRun = {
  running: boolean
  done: number
  total: number
  /** Why it could not begin; how it ended is kept with its figures. */
  failed: FailedReply | null
  start: () => void
  cancel: (() => void) | undefined
}

/** Computes the tree of a target as of the business date or an earlier day, and follows the job. */
export function useTreeRun(target: TreeTarget, earlier: BusinessDate | null): TreeRun {
  const { job, running, failed, start, cancel } = useInsightJob('insight.run')
  return {
    running,
    done: job?.done ?? 0,
    total: job?.total ?? 0,
    failed,
    start: () => void start(treeInput(target, earlier)),
    cancel: job?.state === 'running' ? cancel : undefined,
  }
}
