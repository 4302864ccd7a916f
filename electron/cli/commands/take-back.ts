import type { TakenBack } from '#shared/contract/import.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { words } from '#shared/i18n/index.ts'
import { type ImportBatchId, parseId } from '#shared/values/index.ts'
import type { Cli, Given } from '../command.ts'
import { followJob, replyOf } from '../follow-job.ts'
import { takenBackText } from '../import-report.ts'
import { cliDesk, withStore } from '../open.ts'
import { interrupted, refuse } from '../refuse.ts'
import { exitCodes, WrongUse } from '../stop.ts'

/** Takes an import back whole, or says what was changed since. */
export async function runTakeBack(given: Given, cli: Cli): Promise<number> {
  const word = given.words[0] ?? ''
  const batch = parseId<ImportBatchId>(word)
  if (!batch) throw new WrongUse('cli.wrong.batch', { given: word.slice(0, 80) })
  return await withStore(cli, { mode: 'existing' }, async (app) => {
    const desk = cliDesk(app, cli)
    const reply = await desk.call('import.takeBack', { batch })
    if (!reply.ok) return await refuse(cli, 'import.takeBack', reply)
    const { job } = reply.output as OutputOf<'import.takeBack'>
    const report = await followJob(app, desk, job, words(cli.language, 'cli.takeBack.bar'), cli)
    if (report?.state === 'cancelled')
      return await interrupted(cli, words(cli.language, 'cli.takeBack.cancelled'))
    if (report?.state !== 'done') return await refuse(cli, 'import.takeBack', replyOf(report))
    const done = report.result as TakenBack
    await cli.say(cli.json ? JSON.stringify({ ok: true, ...done }) : takenBackText(done, cli.language))
    return exitCodes.ok
  })
}
