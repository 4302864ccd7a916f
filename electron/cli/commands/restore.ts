import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { openRestore, type RestorePlan, type Restoring } from '#core/compose-restore.ts'
import { operationWords, words } from '#shared/i18n/index.ts'
import { localeOf } from '#shared/i18n/language.ts'
import { momentOf, type Refused } from '#shared/values/index.ts'
import { factsParams, momentText } from '../../host/backup-words.ts'
import { storeToOpen } from '../../host/places.ts'
import type { Cli, Given } from '../command.ts'
import { interrupted, refuse } from '../refuse.ts'
import { exitCodes, StoreStopped, WrongUse } from '../stop.ts'
import { withBar } from '../with-bar.ts'

/** Shows what restoring a copy would lose, and with `--yes` puts the copy in the store's place. */
export async function runRestore(given: Given, cli: Cli): Promise<number> {
  const from = given.text('from')
  if (from === undefined) throw new WrongUse('cli.wrong.missing', { option: '--from', value: 'FILE|FOLDER' })
  if (!existsSync(from)) throw new WrongUse('cli.wrong.file', { file: from.slice(0, 200) })
  const store = resolve(storeToOpen(cli.store, cli.place.userData).file)
  const { nativeBinding } = cli.place
  const asked = { store, from: resolve(from), nativeBinding, moment: momentOf(Date.now()) }
  const verifying = words(cli.language, 'cli.restore.verifying')
  const opened = await withBar(verifying, cli, (job) => openRestore(asked, job))
  if ('trouble' in opened) throw new StoreStopped(opened.trouble)
  if ('refusal' in opened) return await notRestored(opened, cli)
  try {
    if (!cli.json) for (const line of planLines(opened.plan, store, cli)) await cli.say(line)
    return given.flag('yes') ? await carryOut(opened, store, cli) : await onlyShown(opened, cli)
  } finally {
    opened.close()
  }
}

async function notRestored(refused: Refused, cli: Cli): Promise<number> {
  if (refused.refusal.code === 'CANCELLED')
    return await interrupted(cli, words(cli.language, 'cli.restore.cancelled'))
  return await refuse(cli, 'backup.restore', refused)
}

async function onlyShown({ plan }: Restoring, cli: Cli): Promise<number> {
  if (cli.json) await cli.say(JSON.stringify({ ok: true, restored: false, ...plan }))
  else await cli.say(words(cli.language, 'cli.restore.ask'))
  return exitCodes.ok
}

async function carryOut(restoring: Restoring, store: string, cli: Cli): Promise<number> {
  const done = await withBar(words(cli.language, 'cli.restore.bar'), cli, restoring.carryOut)
  if ('refusal' in done) return await notRestored(done, cli)
  const { aside } = done
  if (cli.json) await cli.say(JSON.stringify({ ok: true, restored: true, ...restoring.plan, aside }))
  else
    await cli.say(words(cli.language, aside ? 'cli.restore.done' : 'cli.restore.doneNew', { store, aside }))
  return exitCodes.ok
}

function planLines(plan: RestorePlan, store: string, cli: Cli): string[] {
  const { language } = cli
  const { file, made, facts, findings } = plan
  // A file without a manifest is as old as its last change.
  const params = factsParams(facts, made ?? facts.lastChange.moment, language)
  const flawed = findings.length > 0 ? [words(language, 'cli.restore.flawed', { codes: findings })] : []
  return [
    words(language, 'cli.restore.copy', { file, ...params }),
    ...flawed,
    ...lossLines(plan, store, language),
  ]
}

function lossLines(
  { present, lost, facts }: RestorePlan,
  store: string,
  language: Cli['language'],
): string[] {
  if (present.state === 'missing') return [words(language, 'cli.restore.missing', { store })]
  if (!lost) return [words(language, 'cli.restore.unreadable', { store })]
  const { changes, first, last, operations } = lost
  if (first === null || last === null) return [words(language, 'cli.restore.nothingLost', { store })]
  const figures = new Intl.NumberFormat(localeOf(language))
  const at = (moment: string) => momentText(moment, facts.timeZone, language)
  return [
    words(language, 'cli.restore.lost', { count: changes, store, first: at(first), last: at(last) }),
    ...operations.map(
      (one) => `${figures.format(one.changes).padStart(8)}  ${operationWords(one.operation, language)}`,
    ),
  ]
}
