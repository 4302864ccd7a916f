import { useEffect, useState } from 'react'
import type { FailedReply } from '#renderer/api/reply-error.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { cancelJob, type Job, useJob } from '#renderer/api/use-job.ts'
import type { InputOf } from '#shared/contract/index.ts'

export type InsightJob<Input> = {
  running: boolean
  /** The one started last as it stands, be it at its end; null until its first answer. */
  job: Job | null
  /** Why it could not begin, or ended without a result. */
  failed: FailedReply | null
  start: (input: Input) => Promise<void>
  cancel: () => void
}

/** Starts computations of this page and follows them, or the one that runs at another desk (`foreign`). */
export function useInsightJob<N extends 'insight.refresh' | 'insight.run'>(
  operation: N,
  foreign: string | null = null,
): InsightJob<InputOf<N>> {
  const [own, setOwn] = useState<string | null>(null)
  const command = useCommand(operation, { silent: true })
  const id = own ?? foreign
  const job = useJob(id)
  const { ended, run } = command
  useEffect(() => {
    if (job && job.state !== 'running') ended()
  }, [job, ended])
  const running = command.pending || job?.state === 'running' || (id !== null && job === null)
  return {
    running,
    job,
    failed: command.failed ?? (job?.state === 'failed' ? failedOf(job) : null),
    start: async (input) => {
      if (running) return
      const reply = await run(input)
      if (reply.ok) setOwn(reply.output.job)
    },
    cancel: () => {
      if (id !== null) void cancelJob(id)
    },
  }
}

/** How a job ended, as the reply it would have been. */
function failedOf(job: Job): FailedReply {
  const { code, params } = job.failure ?? { code: 'INTERNAL', params: {} }
  if (code !== 'INTERNAL') return { ok: false, refusal: { code, params } } as FailedReply
  return { ok: false, fault: { code: 'INTERNAL', incident: String(params.incident ?? '—') } }
}
