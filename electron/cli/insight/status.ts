import type { OpenDesk } from '#core/compose.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { describeReply, words } from '#shared/i18n/index.ts'
import type { Cli, Given } from '../command.ts'
import { cliDesk, withStore } from '../open.ts'
import { refuse } from '../refuse.ts'
import { exitCodes } from '../stop.ts'
import { choiceOf } from './choice.ts'

/** `insight status`: as of when the figures are, and what was computed or not. */
export async function run(given: Given, cli: Cli): Promise<number> {
  return await withStore(cli, { mode: 'existing' }, (app) => sayStatus(cliDesk(app, cli), given, cli))
}

/** The state of Insight: in words, or with `--format` as one line of JSON or a line of CSV per kind. */
export async function sayStatus(desk: OpenDesk, given: Given, cli: Cli): Promise<number> {
  const format = choiceOf(given, 'format', ['json', 'csv'] as const) ?? (cli.json ? 'json' : null)
  const reply = await desk.call('insight.status', {})
  if (!reply.ok) return await refuse(cli, 'insight.status', reply)
  const status = reply.output as OutputOf<'insight.status'>
  if (format === 'json') await cli.say(JSON.stringify(status))
  else if (format === 'csv') await sayTable(status, cli)
  else await sayWords(status, cli)
  return exitCodes.ok
}

type Status = OutputOf<'insight.status'>

async function sayTable({ ran }: Status, cli: Cli): Promise<void> {
  await cli.say('kind,asOf,moment,seconds,state,code')
  for (const { kind, asOf, moment, seconds, state, trouble } of ran)
    await cli.say([kind, asOf, moment, seconds, state, trouble?.code ?? ''].join(','))
}

async function sayWords(status: Status, cli: Cli): Promise<void> {
  const { language } = cli
  const { asOf, moment, changesSince, unnamed, ran, noFile } = status
  if (noFile) await cli.say(describeReply({ ok: false, refusal: noFile }, language, 'insight.refresh'))
  if (asOf === null) return await cli.say(words(language, 'cli.insight.never'))
  const params = { asOf, moment: moment ?? '', count: changesSince, unnamed: unnamed ?? 0 }
  await cli.say(words(language, 'cli.insight.status', params))
  for (const { kind, seconds, trouble } of ran) {
    const said = trouble ? `  ${describeReply({ ok: false, refusal: trouble }, language, 'insight.run')}` : ''
    await cli.say(`${trouble ? '✗' : '✓'} ${kind.padEnd(12)} ${seconds.toFixed(1).padStart(7)} s${said}`)
  }
}
