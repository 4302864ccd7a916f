import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { theClient } from '#renderer/api/client.ts'
import { codeOf, type FailedReply } from '#renderer/api/reply-error.ts'
import { type CommandState, useCommand } from '#renderer/api/use-command.ts'
import { type Job, useJob } from '#renderer/api/use-job.ts'
import type { ImportSummary } from '#shared/contract/import.ts'
import { summaryOf } from '../../parts/import/summary.ts'
import type { planOf, Run, Work } from './work.ts'

export type Running = {
  job: Job | null
  run: Run | null
  /** Begun at another desk, or before this page was opened. */
  adopted: boolean
  busy: boolean
  summary: ImportSummary | null
  /** Why it ended without a result. */
  failed: FailedReply | null
  cancelled: boolean
  start: CommandState<'import.start'>
  begin: (plan: ReturnType<typeof planOf>, dry: boolean, file: string) => Promise<boolean>
}

/** The dry run or import of this screen, followed wherever it was begun. `onEnd` when it ends before one's eyes. */
export function useRun(
  work: Work,
  change: (patch: Partial<Work>) => void,
  onEnd: (dry: boolean) => void,
): Running {
  const [foreign, setForeign] = useState<string | null>(null)
  const own = useJob(work.run?.job ?? null)
  const other = useJob(foreign === work.run?.job ? null : foreign)
  const start = useCommand('import.start', { silent: true })
  const watched = useRef<string | null>(null)
  const end = useRef(onEnd)
  end.current = onEnd
  const { run } = work
  const ownJob = own && own.job === run?.job ? own : null

  useForgotten(run, () => change({ run: null }))
  useForeign(setForeign)
  const ended = ownJob !== null && ownJob.state !== 'running'
  const { run: call, ended: callEnded } = start
  // Before the next key: begun again at once, it is another run, not the answer of the one that ended
  useLayoutEffect(() => {
    if (ended) callEnded()
  }, [ended, callEnded])
  useEffect(() => {
    if (!run || watched.current !== run.job || !ended) return
    watched.current = null
    end.current(run.dry)
  }, [run, ended])

  const begin = useCallback(
    async (plan: ReturnType<typeof planOf>, dry: boolean, file: string) => {
      const reply = await call({ ...plan, dryRun: dry })
      if (!reply.ok) return false
      watched.current = reply.output.job
      change({ run: { job: reply.output.job, plan: JSON.stringify(plan), dry, file }, batch: null })
      return true
    },
    [call, change],
  )
  // A job's first event comes before the answer that it began
  const adopted = !start.pending && other?.state === 'running' && ownJob?.state !== 'running'
  const job = adopted ? other : ownJob
  return {
    job,
    run,
    adopted,
    busy: start.pending || job?.state === 'running' || (run !== null && ownJob === null),
    summary: ownJob?.state === 'done' ? summaryOf(ownJob.result) : null,
    failed: ownJob?.state === 'failed' ? failedOf(ownJob) : null,
    cancelled: ownJob?.state === 'cancelled',
    start,
    begin,
  }
}

/** A job of an earlier time of the program is known to nobody: its place is given free. */
function useForgotten(run: Run | null, forget: () => void): void {
  const act = useRef(forget)
  act.current = forget
  const job = run?.job
  useEffect(() => {
    if (!job) return
    let gone = false
    void theClient()
      .call('job.status', { job })
      .then((reply) => {
        if (!gone && !reply.ok && codeOf(reply as FailedReply) === 'JOB_UNKNOWN') act.current()
      })
    return () => {
      gone = true
    }
  }, [job])
}

/** The import that runs at this hotel, as its events tell: this page's own is among them. */
function useForeign(found: (job: string) => void): void {
  useEffect(
    () =>
      theClient().on((event) => {
        if (event.type !== 'job' || event.progress.kind !== 'import') return
        if (event.progress.state === 'running') found(event.progress.job)
      }),
    [found],
  )
}

/** How a job ended, as the reply it would have been. */
export function failedOf(job: Job): FailedReply {
  const { code, params } = job.failure ?? { code: 'INTERNAL', params: {} }
  if (code !== 'INTERNAL') return { ok: false, refusal: { code, params } } as FailedReply
  return { ok: false, fault: { code: 'INTERNAL', incident: String(params.incident ?? '—') } }
}
