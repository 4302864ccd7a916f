import { rowText } from '#core/import/source/csv.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { visitModels } from '#shared/domain/insight/future/model.ts'
import { words } from '#shared/i18n/index.ts'
import type { Cli, Given } from '../command.ts'
import { cliDesk, withStore } from '../open.ts'
import { refuse } from '../refuse.ts'
import { exitCodes } from '../stop.ts'
import { choiceOf } from './choice.ts'
import { asOfIn } from './store-run.ts'

export type FutureAsOf = OutputOf<'future.asOf'>

/** Asks a store for everybody's future and who is due, and says what `tell` makes of it as JSON, or of each guest as CSV. */
export async function futureOverStore<L extends Record<string, string | number | null>>(
  given: Given,
  cli: Cli,
  linesOf: (found: FutureAsOf) => L[],
  tell: (found: FutureAsOf, lines: L[]) => object,
): Promise<number> {
  const asOf = asOfIn(given)
  const model = choiceOf(given, 'model', visitModels)
  const format = choiceOf(given, 'format', ['json', 'csv'] as const)
  return await withStore(cli, { mode: 'existing' }, async (app) => {
    const reply = await cliDesk(app, cli).call('future.asOf', {
      ...(asOf ? { asOf } : {}),
      ...(model ? { model } : {}),
    })
    if (!reply.ok) return await refuse(cli, 'future.asOf', reply)
    const found = reply.output as FutureAsOf
    for (const { group, failure } of found.models)
      if (failure)
        cli.note(
          words(cli.language, 'insightFile.noGroup', {
            group: words(cli.language, `insightFuture.group.${group}`),
          }),
        )
    const lines = linesOf(found)
    if (format === 'csv') await cli.say(csvOf(lines))
    else await cli.say(JSON.stringify(tell(found, lines)))
    return exitCodes.ok
  })
}

/** A line per guest under the names of its figures; names with commas are quoted. */
export function csvOf(lines: readonly Record<string, string | number | null>[]): string {
  const heads = Object.keys(lines[0] ?? {})
  return [
    heads.join(','),
    ...lines.map((line) => rowText(heads.map((head) => String(line[head] ?? '')))),
  ].join('\n')
}
