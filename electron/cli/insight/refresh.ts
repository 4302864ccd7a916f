import type { Cli, Given } from '../command.ts'
import { cliDesk, withStore } from '../open.ts'
import { exitCodes } from '../stop.ts'
import { followInsight } from './on-store.ts'
import { sayStatus } from './status.ts'

/** `insight refresh`: computes all standing figures as of the business date, and says what came of each. */
export async function run(given: Given, cli: Cli): Promise<number> {
  return await withStore(cli, { mode: 'existing' }, async (app) => {
    const desk = cliDesk(app, cli)
    const input = { rebuild: given.flag('rebuild') }
    const end = await followInsight(app, desk, 'insight.refresh', input, cli)
    if ('code' in end) return end.code
    const { runs } = end.result as { runs: { said: { code: string } | null }[] }
    await sayStatus(desk, given, cli)
    return runs.some(({ said }) => said?.code === 'INTERNAL') ? exitCodes.failed : exitCodes.ok
  })
}
