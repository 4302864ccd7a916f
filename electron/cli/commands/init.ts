import { existsSync } from 'node:fs'
import { refusalOfPassword } from '#core/access/public.ts'
import { operations, type ParsedOf } from '#shared/contract/index.ts'
import { issuesOf } from '#shared/contract/issues.ts'
import { type DescribableReply, describeReply, words } from '#shared/i18n/index.ts'
import { storeToOpen, workstation } from '../../host/places.ts'
import type { Cli, Given } from '../command.ts'
import { hotelFrom } from '../hotel-options.ts'
import { withStore } from '../open.ts'
import { choosePassword } from '../password.ts'
import { refuse } from '../refuse.ts'
import { exitCodes, StoreStopped, WrongUse } from '../stop.ts'

/** Makes a store with its hotel and first administrator, or gives an imported one its administrator. */
export async function runInit(given: Given, cli: Cli): Promise<number> {
  const hotel = hotelFrom(given, cli)
  if (hotel.hotelName === undefined)
    throw new WrongUse('cli.wrong.missing', { option: '--hotel', value: 'NAME' })
  const login = given.text('login') ?? 'admin'
  const { password, drawn } = await choosePassword(given.flag('password-stdin'), cli)
  const input = { ...hotel, administrator: { login, name: given.text('name') ?? login, password } }
  checkInput(input, given, cli)
  const { file } = storeToOpen(cli.store, cli.place.userData)
  const isNew = !existsSync(file)
  return await withStore(cli, { mode: isNew ? 'new' : 'existing' }, async (app) => {
    // The new administrator makes the hotel, as in the wizard: nobody is signed in before.
    const desk = app.desk({ workstation: workstation('cli'), language: cli.language })
    const reply = await desk.call('setup.run', input)
    if (!reply.ok && 'refusal' in reply && reply.refusal.code === 'ALREADY_SET_UP')
      throw new StoreStopped({ code: 'STORE_EXISTS', params: { file } })
    if (!reply.ok) return await refuse(cli, 'setup.run', reply as DescribableReply)
    await tell(file, input, drawn ? password : null, cli)
    return exitCodes.ok
  })
}

/** Everything is checked before there is a file. */
function checkInput(input: unknown, given: Given, cli: Cli): void {
  const parsed = operations['setup.run'].input.safeParse(input, { reportInput: true })
  const reply = parsed.success
    ? weakPasswordIn(parsed.data)
    : { ok: false as const, fault: { code: 'INVALID_INPUT' as const, issues: issuesOf(parsed.error) } }
  if (!reply) return
  const problem = describeReply(reply, cli.language, 'setup.run')
  throw new WrongUse('cli.wrong.input', { problem, command: given.words[0] ?? 'init' })
}

function weakPasswordIn({ administrator, hotelName }: ParsedOf<'setup.run'>) {
  const { login, name, password } = administrator
  return refusalOfPassword(password, [login, name, hotelName])
}

async function tell(
  file: string,
  { hotelName, administrator }: { hotelName?: string; administrator: { login: string } },
  password: string | null,
  cli: Cli,
): Promise<void> {
  const { login } = administrator
  if (cli.json) {
    const shown = { store: file, hotel: hotelName, login, ...(password ? { password } : {}) }
    return await cli.say(JSON.stringify(shown))
  }
  await cli.say(words(cli.language, 'cli.init.made', { file, hotel: hotelName, login }))
  if (password) await cli.say(words(cli.language, 'cli.init.drawn', { password }))
}
