import type { OutputOf } from '#shared/contract/index.ts'
import type { Cli, Given } from '../command.ts'
import { cliDesk, withStore } from '../open.ts'
import { refuse } from '../refuse.ts'
import { exitCodes } from '../stop.ts'

/** Prints the ledger as a journal for hledger or beancount, page by page. */
export async function runJournal(given: Given, cli: Cli): Promise<number> {
  return await withStore(cli, { mode: 'existing' }, async (app) => {
    const desk = cliDesk(app, cli)
    const format = given.text('format') ?? 'hledger'
    const period = { from: given.text('from') ?? '1903-01-01', to: given.text('to') ?? '2196-12-31' }
    let after: OutputOf<'ledger.journal'>['next'] = null
    do {
      const reply = await desk.call('ledger.journal', { ...period, format, after })
      if (!reply.ok) return await refuse(cli, 'ledger.journal', reply)
      const page = reply.output as OutputOf<'ledger.journal'>
      if (page.text !== '') await cli.say(page.text.trimEnd())
      after = page.next
    } while (after !== null)
    return exitCodes.ok
  })
}
