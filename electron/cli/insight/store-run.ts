import type { OpenDesk } from '#core/compose.ts'
import type { RunKind, RunOutputOf } from '#shared/contract/insight-runs.ts'
import { words } from '#shared/i18n/index.ts'
import { type BusinessDate, parseBusinessDate } from '#shared/values/index.ts'
import type { Cli, Given } from '../command.ts'
import { cliDesk, withStore } from '../open.ts'
import { exitCodes, WrongUse } from '../stop.ts'
import { followInsight } from './on-store.ts'

/** What a run over the store found, and a desk to ask more of it. */
export type StoreRun<K extends RunKind> = { output: RunOutputOf<K>; asOf: BusinessDate; desk: OpenDesk }

/** The date of `--as-of`; undefined for the business date. */
export function asOfIn(given: Given): BusinessDate | undefined {
  const text = given.text('as-of')
  if (text === undefined) return undefined
  const date = parseBusinessDate(text)
  if (date === null) throw new WrongUse('insightFile.asOf', { given: text.slice(0, 40) })
  return date
}

/** Runs one kind of figures over the store with a progress bar and says what `tell` makes of it; answers the exit code. */
export async function runOverStore<K extends RunKind>(
  given: Given,
  cli: Cli,
  kind: K,
  params: object,
  tell: (run: StoreRun<K>) => Promise<string> | string,
  label = words(cli.language, 'insightFile.bar'),
): Promise<number> {
  const asOf = asOfIn(given)
  return await withStore(cli, { mode: 'existing' }, async (app) => {
    const desk = cliDesk(app, cli)
    const asked = { kind, params, ...(asOf ? { asOf } : {}) }
    const end = await followInsight(app, desk, 'insight.run', asked, cli, label)
    if ('code' in end) return end.code
    await cli.say(await tell({ ...(end.result as Omit<StoreRun<K>, 'desk'>), desk }))
    return exitCodes.ok
  })
}
