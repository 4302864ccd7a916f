import type { Application } from '#core/compose.ts'
import { demoPassword } from '#core/demo/options.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import { storeToOpen } from '../../host/places.ts'
import type { Cli, Given } from '../command.ts'
import { followJob, replyOf } from '../follow-job.ts'
import { isStoreMissing, removeStore } from '../new-store.ts'
import { cliDesk, withStore } from '../open.ts'
import { interrupted, refuse } from '../refuse.ts'
import { exitCodes, StoreStopped, WrongUse } from '../stop.ts'

/** Makes a store with an invented hotel; the same seed and language give the same hotel. */
export async function runDemo(given: Given, cli: Cli): Promise<number> {
  const input = sizesFrom(given)
  const language = languageFrom(given, cli)
  const fresh = isStoreMissing(cli)
  let opened: string | null = null
  let code: number = exitCodes.failed
  try {
    code = await withStore(cli, { mode: 'either' }, async (app) => {
      opened = app.file
      if (!fresh) await holdToHotelless(app, cli)
      return await fill(app, input, language, cli)
    })
  } finally {
    if (opened && fresh && code !== exitCodes.ok) removeStore(opened)
  }
  return code
}

/** A file without a hotel is what a demo that was killed leaves: it is filled. Any other store stays as it is. */
async function holdToHotelless(app: Application, cli: Cli): Promise<void> {
  const state = await cliDesk(app, cli).call('setup.state', {})
  if (state.ok && (state.output as OutputOf<'setup.state'>).hotelName === '') return
  const { file } = storeToOpen(cli.store, cli.place.userData)
  throw new StoreStopped({ code: 'STORE_EXISTS', params: { file } })
}

function sizesFrom(given: Given) {
  const asked = {
    rooms: given.number('rooms', 5, 2000),
    years: given.number('years', 1, 20),
    guests: given.number('guests', 1, 1_000_000),
    bookings: given.number('bookings', 1, 3_000_000),
  }
  const sizes = Object.entries(asked).filter(([, size]) => size !== null && size !== undefined)
  return { seed: given.number('seed', 0, 2 ** 31 - 1) ?? 7, ...Object.fromEntries(sizes) }
}

/** The hotel's words are part of what the seed gives: stated, or those of the person who asks. */
function languageFrom(given: Given, cli: Cli): Language {
  const language = given.text('language') ?? cli.language
  if (language === 'en' || language === 'zh') return language
  throw new WrongUse('cli.wrong.language', { option: '--language', given: language.slice(0, 40) })
}

async function fill(
  app: Parameters<typeof followJob>[0],
  input: ReturnType<typeof sizesFrom>,
  language: Language,
  cli: Cli,
): Promise<number> {
  // A store without settings has the words of the person who makes it.
  const desk = cliDesk(app, { ...cli, language })
  const begun = performance.now()
  const reply = await desk.call('job.startDemo', input)
  if (!reply.ok) return await refuse(cli, 'job.startDemo', reply)
  const { job } = reply.output as { job: string }
  const report = await followJob(app, desk, job, words(cli.language, 'cli.demo.bar'), cli)
  if (report?.state === 'cancelled') return await interrupted(cli, words(cli.language, 'cli.demo.cancelled'))
  if (report?.state !== 'done') return await refuse(cli, 'job.startDemo', replyOf(report))
  const seconds = Math.round(performance.now() - begun) / 1000
  const result = report.result as object | null
  if (cli.json) await cli.say(JSON.stringify({ store: app.file, ...input, language, ...result, seconds }))
  else {
    await cli.say(words(cli.language, 'cli.demo.done', { file: app.file, seconds: seconds.toFixed(1) }))
    await cli.say(words(cli.language, 'cli.demo.users', { password: demoPassword }))
  }
  return exitCodes.ok
}
