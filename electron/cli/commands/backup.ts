import { resolve } from 'node:path'
import type { BackupMade } from '#core/backup/make-backup.ts'
import { backUpStore } from '#core/compose-backup.ts'
import { words } from '#shared/i18n/index.ts'
import { momentOf } from '#shared/values/index.ts'
import { manifestParams } from '../../host/backup-words.ts'
import { storeToOpen } from '../../host/places.ts'
import type { Cli, Given } from '../command.ts'
import { interrupted, refuse } from '../refuse.ts'
import { exitCodes, StoreStopped, WrongUse } from '../stop.ts'
import { withBar } from '../with-bar.ts'

/** Backs up a store, also while a desk has it open. */
export async function runBackup(given: Given, cli: Cli): Promise<number> {
  const to = given.text('to')
  if (to === undefined) throw new WrongUse('cli.wrong.missing', { option: '--to', value: 'FOLDER' })
  const { file } = storeToOpen(cli.store, cli.place.userData)
  const asked = {
    store: resolve(file),
    nativeBinding: cli.place.nativeBinding,
    folder: resolve(to),
    keepAll: given.flag('keep-all'),
    moment: momentOf(Date.now()),
  }
  const made = await withBar(words(cli.language, 'cli.backup.bar'), cli, (job) => backUpStore(asked, job))
  if ('trouble' in made) throw new StoreStopped(made.trouble)
  if ('refusal' in made) {
    if (made.refusal.code === 'CANCELLED')
      return await interrupted(cli, words(cli.language, 'cli.backup.cancelled'))
    return await refuse(cli, 'backup.create', { ok: false, refusal: made.refusal })
  }
  if (cli.json) await cli.say(JSON.stringify({ ok: true, ...made }))
  else await tell(made, cli)
  return exitCodes.ok
}

async function tell({ file, manifest, removed, rule, seconds }: BackupMade, cli: Cli): Promise<void> {
  const params = { ...manifestParams(manifest, cli.language), file, seconds: seconds.toFixed(1) }
  await cli.say(words(cli.language, 'cli.backup.done', params))
  if (removed.length > 0)
    await cli.say(words(cli.language, 'cli.backup.removed', { count: removed.length, ...rule }))
}
