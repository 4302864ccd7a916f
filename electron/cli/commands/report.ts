import type { OpenDesk } from '#core/compose.ts'
import { writeWhole } from '#core/report/files/write-whole.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { reportFormats } from '#shared/domain/report/formats.ts'
import { words } from '#shared/i18n/index.ts'
import { localeOf } from '#shared/i18n/language.ts'
import { findReport } from '#shared/i18n/report-names.ts'
import { wordReport } from '#shared/i18n/report-text.ts'
import type { Cli, Given } from '../command.ts'
import { reportToWrite } from '../given-file.ts'
import { choiceOf } from '../insight/choice.ts'
import { cliDesk, withStore } from '../open.ts'
import { interrupted, refuse } from '../refuse.ts'
import { sayReports } from '../report/list.ts'
import { parametersIn, typedName } from '../report/options.ts'
import { textTable } from '../report/text-table.ts'
import { exitCodes, WrongUse } from '../stop.ts'
import { untilInterrupted } from '../with-bar.ts'

/** A report on the terminal, or as a file; `list` says which there are. A name that there is not opens no store. */
export async function runReport(given: Given, cli: Cli): Promise<number> {
  const [word = ''] = given.words
  const format = choiceOf(given, 'format', reportFormats) ?? (cli.json ? 'json' : null)
  if (word === 'list') {
    if (format !== null && format !== 'json') throw new WrongUse('cli.report.listFormat')
    return await sayReports(format ?? 'text', cli)
  }
  const name = findReport(word)
  if (!name.ok) throw unknownReport(word, name.refusal)
  if (given.text('period') !== undefined && (given.text('from') ?? given.text('to')) !== undefined)
    throw new WrongUse('cli.report.periodTwice')
  const out = given.text('out') === undefined ? null : reportToWrite(given.text('out') ?? '', cli)
  if (out !== null && format === null) throw new WrongUse('cli.report.formatNeeded')
  if ((format === 'xlsx' || format === 'pdf') && out === null && isTerminal(cli))
    throw new WrongUse('cli.report.outNeeded', { format })
  const asOf = given.text('as-of')
  const which = { name: name.value, parameters: parametersIn(given), ...(asOf === undefined ? {} : { asOf }) }
  return await withStore(cli, { mode: 'existing' }, async (app) => {
    const desk = cliDesk(app, cli)
    return await (format === null
      ? sayReport(desk, which, cli)
      : writeReport(desk, { ...which, format }, out, cli))
  })
}

function unknownReport(word: string, { params }: { params?: unknown }): WrongUse {
  const { nearest } = params as { nearest: string }
  const key = nearest === '' ? 'cli.report.unknown' : 'refusal.REPORT_UNKNOWN'
  return new WrongUse(key, { name: word.slice(0, 80), nearest: typedName(nearest) })
}

function isTerminal({ terminal: { stdout } }: Cli): boolean {
  return 'isTTY' in stdout && stdout.isTTY === true
}

/** Under which the report is worked out, for Ctrl+C. */
const run = 'cli'

/** Ctrl+C stops the work; nothing of it is left. */
async function call(desk: OpenDesk, operation: string, input: object) {
  let isStopped = false
  const stop = () => {
    isStopped = true
    void desk.call('report.cancel', { run })
  }
  const reply = await untilInterrupted(stop, () => desk.call(operation, { ...input, run }))
  return { reply, isStopped }
}

async function sayReport(desk: OpenDesk, which: object, cli: Cli): Promise<number> {
  const { reply, isStopped } = await call(desk, 'report.run', which)
  if (isStopped) return await interrupted(cli, words(cli.language, 'refusal.CANCELLED'))
  if (!reply.ok) return await refuse(cli, 'report.run', reply)
  const hotel = await desk.call('hotel.settings', {})
  const timeZone = hotel.ok ? (hotel.output as OutputOf<'hotel.settings'>).timeZone : 'UTC'
  const formats = { locale: localeOf(cli.language), timeZone }
  const worded = wordReport(reply.output as OutputOf<'report.run'>, cli.language, formats)
  const { title, subtitle, says, notes, tables, definitions } = worded
  const lines = [
    title,
    subtitle,
    ...(says ? [says] : []),
    ...tables.flatMap((table, at) => ['', ...(at > 0 ? [table.heading] : []), ...textTable(table)]),
    ...(notes.length > 0 ? ['', ...notes] : []),
    ...(definitions.length > 0 ? [''] : []),
    ...definitions.map(({ heading, text }) => `${heading}: ${text}`),
  ]
  await cli.say(lines.join('\n'))
  return exitCodes.ok
}

async function writeReport(desk: OpenDesk, wanted: object, out: string | null, cli: Cli): Promise<number> {
  const { reply, isStopped } = await call(desk, 'report.export', { ...wanted, language: cli.language })
  if (isStopped) return await interrupted(cli, words(cli.language, 'refusal.CANCELLED'))
  if (!reply.ok) return await refuse(cli, 'report.export', reply)
  const bytes = Buffer.from((reply.output as OutputOf<'report.export'>).content, 'base64')
  if (out === null) {
    await new Promise<void>((resolve) => void cli.terminal.stdout.write(bytes, () => resolve()))
    return exitCodes.ok
  }
  const trouble = await writeWhole(out, bytes)
  if (trouble) return await refuse(cli, 'report.export', trouble)
  cli.note(words(cli.language, 'cli.report.written', { file: out }))
  return exitCodes.ok
}
