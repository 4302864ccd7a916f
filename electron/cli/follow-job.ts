import type { Application, OpenDesk } from '#core/compose.ts'
import type { AnyReply } from '#shared/contract/index.ts'
import type { Cli } from './command.ts'
import { progressBar } from './progress.ts'
import { untilInterrupted } from './with-bar.ts'

export type JobReport = NonNullable<Awaited<ReturnType<Application['jobs']['ended']>>>

/** Waits for a job with a bar; Ctrl+C stops it and what it had begun is rolled back. */
export async function followJob(
  app: Application,
  desk: OpenDesk,
  job: string,
  label: string,
  cli: Cli,
): Promise<JobReport | null> {
  const bar = progressBar(cli.terminal.stderr, label, cli.language)
  const stopListening = app.events.on((event) => {
    if (event.type === 'job' && event.progress.job === job)
      bar.show(event.progress.done, event.progress.total)
  })
  const cancel = () => void desk.call('job.cancel', { job })
  try {
    return await untilInterrupted(cancel, () => app.jobs.ended(job))
  } finally {
    stopListening()
    bar.end()
  }
}

/** How a job ended that did not end well, as a reply: a defect is a fault, everything else an answer. */
export function replyOf(report: JobReport | null): Extract<AnyReply, { ok: false }> {
  const failure = report?.failure ?? { code: 'CANCELLED', params: {} }
  if (failure.code !== 'INTERNAL') return { ok: false, refusal: failure }
  return { ok: false, fault: { code: 'INTERNAL', incident: String(failure.params.incident ?? '—') } }
}
