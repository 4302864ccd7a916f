import { resolve } from 'node:path'
import { listCopies } from '#core/backup/folder.ts'
import { words } from '#shared/i18n/index.ts'
import { copyLines } from '../../host/backup-words.ts'
import type { Cli, Given } from '../command.ts'
import { refuse } from '../refuse.ts'
import { exitCodes, WrongUse } from '../stop.ts'

/** Lists the copies in a folder, newest first. */
export async function runBackups(given: Given, cli: Cli): Promise<number> {
  const from = given.text('from')
  if (from === undefined) throw new WrongUse('cli.wrong.missing', { option: '--from', value: 'FOLDER' })
  const listed = await listCopies(resolve(from))
  if ('refusal' in listed) return await refuse(cli, 'backup.list', listed)
  const { copies } = listed
  if (cli.json) await cli.say(JSON.stringify({ ok: true, copies }))
  else if (copies.length === 0) await cli.say(words(cli.language, 'cli.backups.none', { folder: from }))
  else for (const line of copies.flatMap((copy) => copyLines(copy, cli.language))) await cli.say(line)
  return exitCodes.ok
}
