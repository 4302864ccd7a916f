import { useEffect, useState } from 'react'
import type { FailedReply } from '#renderer/api/reply-error.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { cancelJob, type Job, useJob } from '#renderer/api/use-job.ts'

export type Refresh = {
  running: boolean
  /** Its progress, once the first of it is known. */
  job: Job | null
  /** Why the last one of this page ended without a result. */
  failed: FailedReply | null
  cancelled: boolean
  start: () => void
  cancel: () => void
}

/** Starts a computation, or follows the one that runs at another desk (`foreign`). */
export function useRefresh(foreign: string | null): Refresh {
  const [own, setOwn] = useState<string | null>(null)
  const command = useCommand('insight.refresh', { silent: true })
  const id = own ?? foreign
  const job = useJob(id)
  const { ended, run } = command
  useEffect(() => {
    if (job && job.state !== 'running') ended()
  }, [job, ended])
  const running = command.pending || job?.state === 'running' || (id !== null && job === null)
  const start = async () => {
    if (running) return
    const reply = await run({})
    if (reply.ok) setOwn(reply.output.job)
  }
  return {
    running,
    job: job?.state === 'running' ? job : null,
    failed: command.failed ?? (job?.state === 'failed' ? failedOf(job) : null),
    cancelled: job?.state === 'cancelled',
    start: () => void start(),
    cancel: () => {
      if (id !== null) void cancelJob(id)
    },
  }
}

/** How a job ended, as the reply it would have been. */
export function failedOf(job: Job): FailedReply {
  const { code, params } = job.failure ?? { code: 'INTERNAL', params: {} }
  if (code !== 'INTERNAL') return { ok: false, refusal: { code, params } } as FailedReply
  return { ok: false, fault: { code: 'INTERNAL', incident: String(params.incident ?? '—') } }
}
