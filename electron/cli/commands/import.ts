import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Application, OpenDesk } from '#core/compose.ts'
import type { ImportSummary } from '#shared/contract/import.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { words } from '#shared/i18n/index.ts'
import type { Cli, Given } from '../command.ts'
import { followJob, replyOf } from '../follow-job.ts'
import { ensureHotel, type ImportPlan, planFrom } from '../import-plan.ts'
import { summaryText, writeRejected } from '../import-report.ts'
import { isStoreMissing, removeStore } from '../new-store.ts'
import { cliDesk, withStore } from '../open.ts'
import { interrupted, refuse } from '../refuse.ts'
import { exitCodes } from '../stop.ts'

/** Brings a file of bookings into a store, which is made when it is missing. */
export async function runImport(given: Given, cli: Cli): Promise<number> {
  const plan = planFrom(given, cli)
  const fresh = isStoreMissing(cli)
  // A dry run writes nothing, so that its new store is a passing one.
  const store = fresh && plan.dryRun ? join(tmpdir(), `keyrack-dry-run-${randomUUID()}.keyrack`) : cli.store
  let opened: string | null = null
  let kept = false
  let code: number = exitCodes.failed
  try {
    code = await withStore({ ...cli, store }, { mode: 'either' }, async (app) => {
      opened = app.file
      const answer = await importInto(app, plan, cli)
      if (answer.imported) kept = true
      return answer.code
    })
  } finally {
    if (opened && fresh && !kept) removeStore(opened)
  }
  return code
}

/** `imported`: something is in the store now that has to stay there, however the command ends. */
type Answer = { code: number; imported?: boolean }

async function importInto(app: Application, plan: ImportPlan, cli: Cli): Promise<Answer> {
  const desk = cliDesk(app, cli)
  const file = app.files.give({ path: plan.path, name: basename(plan.path), temporary: false })
  const input = await startInput(desk, file, plan)
  if ('ok' in input) return { code: await refuse(cli, 'import.inspect', input) }
  const made = await ensureHotel(app, desk, plan.hotelFor(input.profile), cli)
  const reply = await desk.call('import.start', input)
  if (!reply.ok) return { code: await refuse(cli, 'import.start', reply) }
  const { job } = reply.output as OutputOf<'import.start'>
  const report = await followJob(app, desk, job, words(cli.language, 'cli.import.bar'), cli)
  if (report?.state === 'cancelled')
    return { code: await interrupted(cli, words(cli.language, 'cli.import.cancelled')) }
  if (report?.state !== 'done') return { code: await refuse(cli, 'import.start', replyOf(report)) }
  const summary = report.result as ImportSummary
  // A store that nothing came into is taken away again, and its hotel with it.
  if (made && summary.imported > 0 && !plan.dryRun) cli.note(made)
  const unwritten = plan.rejectedTo ? await listOrTrouble(desk, summary, job, plan.rejectedTo, cli) : null
  await cli.say(
    cli.json
      ? JSON.stringify({ ...summary, ...(unwritten ? { unwritten } : {}) })
      : summaryText(summary, cli.language),
  )
  if (unwritten) cli.note(`keyrack: ${unwritten}`)
  const imported = summary.imported > 0 && !summary.dryRun
  if (summary.imported > 0 || summary.dryRun)
    return { code: unwritten ? exitCodes.failed : exitCodes.ok, imported }
  cli.note(`keyrack: ${words(cli.language, 'cli.import.nothing')}`)
  return { code: exitCodes.failed }
}

/** Writes the list of rejected rows; or says that it could not be written, which changes nothing of the import before it. */
async function listOrTrouble(
  desk: OpenDesk,
  summary: ImportSummary,
  job: string,
  file: string,
  cli: Cli,
): Promise<string | null> {
  try {
    await writeRejected(desk, summary, job, file, cli.language)
    return null
  } catch (error) {
    const problem = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const key = summary.batchId === null ? 'cli.import.unwritten' : 'cli.import.unwrittenImported'
    return words(cli.language, key, { file, problem, batch: summary.batchId })
  }
}

/** What the file itself says fills in what the command line leaves open. */
async function startInput(desk: OpenDesk, file: string, plan: ImportPlan) {
  const { sheet, skipHidden, source, where, dryRun, mapping, encoding } = plan
  const asked = { ...(sheet ? { sheet } : {}), ...(encoding ? { encoding } : {}) }
  const stated = { ...(source ? { source } : {}), ...(where ? { where } : {}) }
  const common = { file, dryRun, skipHidden, ...asked, ...stated }
  if (plan.profile && (plan.profile !== 'generic' || mapping))
    return { ...common, profile: plan.profile, ...(mapping ? { mapping } : {}) }
  const reply = await desk.call('import.inspect', { file, ...asked })
  if (!reply.ok) return reply
  const found = reply.output as OutputOf<'import.inspect'>
  const profile = plan.profile ?? (mapping ? 'generic' : found.profile)
  if (profile !== 'generic') return { ...common, profile }
  return { ...common, profile, ...(mapping ? { mapping } : {}) }
}
