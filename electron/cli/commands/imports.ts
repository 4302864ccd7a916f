import type { OutputOf } from '#shared/contract/index.ts'
import { words } from '#shared/i18n/index.ts'
import type { Cli, Given } from '../command.ts'
import { batchLine } from '../import-report.ts'
import { cliDesk, withStore } from '../open.ts'
import { refuse } from '../refuse.ts'
import { exitCodes } from '../stop.ts'

/** Lists the imports of a store, newest first, with the numbers that take-back asks for. */
export async function runImports(_given: Given, cli: Cli): Promise<number> {
  return await withStore(cli, { mode: 'existing' }, async (app) => {
    const reply = await cliDesk(app, cli).call('import.batches', {})
    if (!reply.ok) return await refuse(cli, 'import.batches', reply)
    const batches = reply.output as OutputOf<'import.batches'>
    if (cli.json) await cli.say(JSON.stringify({ ok: true, batches }))
    else if (batches.length === 0) await cli.say(words(cli.language, 'cli.imports.none'))
    else for (const batch of batches) await cli.say(batchLine(batch, cli.language))
    return exitCodes.ok
  })
}
