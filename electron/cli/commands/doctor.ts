import type { Application } from '#core/compose.ts'
import { fieldName, type Key, words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import type { Cli, Given } from '../command.ts'
import { withStore } from '../open.ts'
import { progressBar } from '../progress.ts'
import { exitCodes } from '../stop.ts'

type Examination = Awaited<ReturnType<Application['examine']>>
type Finding = Examination['findings'][number]

/**
 * Looks through the whole store and says what is wrong; changes nothing. Exit code 1 when something is. With `--tidy` it
 * removes what is left of deleted words before.
 */
export async function runDoctor(given: Given, cli: Cli): Promise<number> {
  if (given.flag('tidy')) await withStore(cli, { mode: 'existing' }, (app) => tidyWithBar(app, cli))
  return await withStore(cli, { mode: 'existing', toExamine: true }, async (app) => {
    const examination = await examineWithBar(app, cli)
    const errors = examination.findings.filter(({ severity }) => severity === 'error').length
    if (cli.json) await cli.say(JSON.stringify({ ok: errors === 0, store: app.file, ...examination }))
    else await tell(examination, errors, app.file, cli)
    return errors === 0 ? exitCodes.ok : exitCodes.failed
  })
}

async function tidyWithBar(app: Application, cli: Cli): Promise<void> {
  const bar = progressBar(cli.terminal.stderr, words(cli.language, 'cli.doctor.tidying'), cli.language)
  await app.tidy(bar.show)
  bar.end()
  if (!cli.json) await cli.say(words(cli.language, 'cli.doctor.tidied', { file: app.file }))
}

async function examineWithBar(app: Application, cli: Cli): Promise<Examination> {
  let name = ''
  let bar = progressBar(cli.terminal.stderr, name, cli.language)
  const examination = await app.examine((check, done, total) => {
    if (check !== name) {
      bar.end()
      name = check
      bar = progressBar(
        cli.terminal.stderr,
        words(cli.language, `cli.doctor.check.${check}` as Key),
        cli.language,
      )
    }
    bar.show(done, total)
  })
  bar.end()
  return examination
}

async function tell(
  { checks, findings }: Examination,
  errors: number,
  file: string,
  cli: Cli,
): Promise<void> {
  const { language } = cli
  for (const check of checks) {
    const name = words(language, `cli.doctor.check.${check.name}` as Key)
    const state = words(language, check.findings === 0 ? 'cli.doctor.good' : 'cli.doctor.bad', {
      count: check.findings,
    })
    await cli.say(`${check.findings === 0 ? '✓' : '✗'} ${name}: ${state} (${check.seconds.toFixed(1)} s)`)
  }
  for (const { code, params, severity } of findings) {
    const mark = { error: '✗', warning: '!', note: '·' }[severity]
    await cli.say(
      `  ${mark} ${words(language, `cli.doctor.finding.${code}` as Key, worded(params, language))}`,
    )
  }
  await cli.say(words(language, errors === 0 ? 'cli.doctor.whole' : 'cli.doctor.notWhole', { file }))
}

/** A check, a kind of thing and a field go by their own words on screen. */
function worded(params: Finding['params'], language: Language): Finding['params'] {
  const { check, entity, field } = params
  return {
    ...params,
    ...(check === undefined ? {} : { check: words(language, `cli.doctor.check.${check}` as Key) }),
    ...(entity === undefined ? {} : { entity: words(language, `change.kind.${entity}` as Key) }),
    ...(field === undefined ? {} : { field: fieldName(field === '' ? [] : [field], language) }),
  }
}
