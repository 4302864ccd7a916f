import { useEffect, useState } from 'react'
import type { FailedReply } from '#renderer/api/reply-error.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { cancelJob, useJob } from '#renderer/api/use-job.ts'
import type { TreeTarget } from '#shared/domain/insight/kinds/targets.ts'
import { failedOf } from '../use-refresh.ts'
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

/** Computes the tree of a target as of the business date, and follows the job. */
export function useTreeRun(target: TreeTarget): TreeRun {
  const [id, setId] = useState<string | null>(null)
  const command = useCommand('insight.run', { silent: true })
  const job = useJob(id)
  const { ended, run } = command
  useEffect(() => {
    if (job && job.state !== 'running') ended()
  }, [job, ended])
  const running = command.pending || job?.state === 'running' || (id !== null && job === null)
  const start = async () => {
    if (running) return
    const reply = await run(treeInput(target))
    if (reply.ok) setId(reply.output.job)
  }
  return {
    running,
    done: job?.done ?? 0,
    total: job?.total ?? 0,
    failed: command.failed ?? (job?.state === 'failed' ? failedOf(job) : null),
    start: () => void start(),
    cancel: job?.state === 'running' && id !== null ? () => void cancelJob(id) : undefined,
  }
}
