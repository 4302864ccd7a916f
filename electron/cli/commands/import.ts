import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Application, OpenDesk } from '#core/compose.ts'
import type { ImportSummary } from '#shared/contract/import.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { words } from '#shared/i18n/index.ts'
import type { Cli, Command } from '../command.ts'
import { followJob, replyOf } from '../follow-job.ts'
import { hotelOptions } from '../hotel-options.ts'
import { ensureHotel, type ImportPlan, planFrom } from '../import-plan.ts'
import { summaryText, writeRejected } from '../import-report.ts'
import { isStoreMissing, removeStore } from '../new-store.ts'
import { cliDesk, withStore } from '../open.ts'
import { interrupted, refuse } from '../refuse.ts'
import { exitCodes } from '../stop.ts'

/** Brings a file of bookings into a store, which is made when it is missing. */
export const importCommand: Command = {
  name: 'import',
  usage: 'FILE [--profile P] [--where "column=value"] [--mapping FILE.json] [--dry-run] [--store FILE]',
  options: {
    profile: { type: 'string', value: 'PROFILE' },
    where: { type: 'string', value: 'COLUMN=VALUE' },
    mapping: { type: 'string', value: 'FILE.json' },
    sheet: { type: 'string', value: 'NAME' },
    'dry-run': { type: 'boolean' },
    rejected: { type: 'string', value: 'FILE.csv' },
    ...hotelOptions,
  },
  words: { least: 1, most: 1 },
  run: async (given, cli) => {
    const plan = planFrom(given, cli)
    const fresh = isStoreMissing(cli)
    // A dry run writes nothing, so that its new store is a passing one.
    const store = fresh && plan.dryRun ? join(tmpdir(), `keyrack-dry-run-${randomUUID()}.keyrack`) : cli.store
    let opened: string | null = null
    let code: number = exitCodes.failed
    try {
      code = await withStore({ ...cli, store }, { mode: 'either' }, async (app) => {
        opened = app.file
        return await importInto(app, plan, cli)
      })
    } finally {
      if (opened && fresh && (plan.dryRun || code !== exitCodes.ok)) removeStore(opened)
    }
    return code
  },
}

async function importInto(app: Application, plan: ImportPlan, cli: Cli): Promise<number> {
  const desk = cliDesk(app, cli)
  const file = app.files.give({ path: plan.path, name: basename(plan.path), temporary: false })
  const input = await startInput(desk, file, plan)
  if ('ok' in input) return await refuse(cli, 'import.inspect', input)
  const made = await ensureHotel(app, desk, plan.hotelFor(input.profile), cli)
  const reply = await desk.call('import.start', input)
  if (!reply.ok) return await refuse(cli, 'import.start', reply)
  const { job } = reply.output as OutputOf<'import.start'>
  const report = await followJob(app, desk, job, words(cli.language, 'cli.import.bar'), cli)
  if (report?.state === 'cancelled')
    return await interrupted(cli, words(cli.language, 'cli.import.cancelled'))
  if (report?.state !== 'done') return await refuse(cli, 'import.start', replyOf(report))
  const summary = report.result as ImportSummary
  // A store that nothing came into is taken away again, and its hotel with it.
  if (made && summary.imported > 0 && !plan.dryRun) cli.note(made)
  if (plan.rejectedTo) await writeRejected(desk, summary, job, plan.rejectedTo, cli.language)
  await cli.say(cli.json ? JSON.stringify(summary) : summaryText(summary, cli.language))
  if (summary.imported > 0 || summary.dryRun) return exitCodes.ok
  cli.note(`keyrack: ${words(cli.language, 'cli.import.nothing')}`)
  return exitCodes.failed
}

/** What the file itself says fills in what the command line leaves open. */
async function startInput(desk: OpenDesk, file: string, plan: ImportPlan) {
  const { sheet, where, dryRun, mapping } = plan
  const common = { file, dryRun, ...(sheet ? { sheet } : {}), ...(where ? { where } : {}) }
  if (plan.profile && (plan.profile !== 'generic' || mapping))
    return { ...common, profile: plan.profile, ...(mapping ? { mapping } : {}) }
  const reply = await desk.call('import.inspect', { file, ...(sheet ? { sheet } : {}) })
  if (!reply.ok) return reply
  const found = reply.output as OutputOf<'import.inspect'>
  const profile = plan.profile ?? (mapping ? 'generic' : found.profile)
  if (profile !== 'generic') return { ...common, profile }
  const columns = Object.fromEntries(
    found.columns.flatMap(({ name, field }) => (field ? [[name, field] as const] : [])),
  )
  return { ...common, profile, mapping: mapping ?? { columns } }
}
