import { useEffect, useRef, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { cancelJob, type Job, useJob } from '#renderer/api/use-job.ts'
import type { InputOf } from '#shared/contract/index.ts'

/** Starts one computation of this page and follows it; `onDone` when it ended with a result. */
export function useValueRun(onDone: () => void) {
  const command = useCommand('insight.run', { silent: true })
  const [id, setId] = useState<string | null>(null)
  const job: Job | null = useJob(id)
  const { ended } = command
  const latest = useRef(onDone)
  latest.current = onDone
  const state = job?.state ?? null
  const over = state !== null && state !== 'running'
  useEffect(() => {
    if (state === null || state === 'running') return
    ended()
    if (state === 'done') latest.current()
  }, [state, ended])
  return {
    running: command.pending || (id !== null && !over),
    job,
    trouble: command.trouble,
    failure: job?.state === 'failed' ? job.failure : null,
    cancel: () => (id === null ? undefined : void cancelJob(id)),
    start: async (input: InputOf<'insight.run'>) => {
      setId(null)
      const reply = await command.run(input)
      if (reply.ok) setId(reply.output.job)
    },
  }
}
