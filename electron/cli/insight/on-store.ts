import type { Application, OpenDesk } from '#core/compose.ts'
import type { OperationName } from '#shared/contract/index.ts'
import { words } from '#shared/i18n/index.ts'
import type { Cli } from '../command.ts'
import { followJob, replyOf } from '../follow-job.ts'
import { interrupted, refuse } from '../refuse.ts'

/**
 * Begins a job of Insight on an open store and waits for it with a bar. Answers with what it found, or with the exit code where it
 * was refused, cancelled or found too little: that is said already.
 */
export async function followInsight(
  app: Application,
  desk: OpenDesk,
  operation: Extract<OperationName, 'insight.refresh' | 'insight.run'>,
  input: object,
  cli: Cli,
  label: string = words(cli.language, 'cli.insight.bar'),
): Promise<{ result: unknown } | { code: number }> {
  const reply = await desk.call(operation, input)
  if (!reply.ok) return { code: await refuse(cli, operation, reply) }
  const { job } = reply.output as { job: string }
  const report = await followJob(app, desk, job, label, cli)
  if (report?.state === 'cancelled')
    return { code: await interrupted(cli, words(cli.language, 'insight.refusal.CANCELLED')) }
  if (report?.state !== 'done') return { code: await refuse(cli, operation, replyOf(report)) }
  return { result: report.result }
}
