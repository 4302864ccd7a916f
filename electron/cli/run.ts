import { programVersion } from '#core/version.ts'
import type { Language } from '#shared/contract/index.ts'
import { nearest } from '#shared/domain/nearest.ts'
import { words } from '#shared/i18n/index.ts'
import { systemLanguage } from '../host/language.ts'
import type { Place } from '../host/places.ts'
import { troubleWords } from '../host/trouble-words.ts'
import { readArgs } from './args.ts'
import type { Cli, Command } from './command.ts'
import { commands } from './commands.ts'
import { helpFor, helpOverview } from './help.ts'
import { exitCodes, StoreStopped, WrongUse } from './stop.ts'

/** Runs one command line. Resolves with its exit code when everything it prints is out; never rejects. */
export async function runCli(args: string[], place: Place): Promise<number> {
  let language: Language = systemLanguage()
  const note = (line: string) => void process.stderr.write(`${line}\n`)
  try {
    language = languageIn(args) ?? language
    return await choose(args, cliFor(args, place, language, note))
  } catch (error) {
    return await explain(error, { language, note, say, json: wantsJson(args) })
  } finally {
    await Promise.all([flushed(process.stdout), flushed(process.stderr)])
  }
}

async function choose([name = '', ...rest]: string[], cli: Cli): Promise<number> {
  if (name === '' || name === 'help' || name === '--help' || name === '-h') {
    const about = rest.find((word) => !word.startsWith('-'))
    await cli.say(about ? helpFor(commandNamed(about), cli.language) : helpOverview(commands, cli.language))
    return name === '' ? exitCodes.wrongUse : exitCodes.ok
  }
  if (name === '--version' || name === '-v' || name === 'version') {
    await cli.say(cli.json ? JSON.stringify({ version: programVersion }) : programVersion)
    return exitCodes.ok
  }
  const command = commandNamed(name)
  const given = readArgs(command, rest)
  if (given.flag('help')) {
    await cli.say(helpFor(command, cli.language))
    return exitCodes.ok
  }
  return await command.run(given, { ...cli, store: given.text('store') })
}

function commandNamed(name: string): Command {
  const found = commands.find((command) => command.name === name)
  if (found) return found
  const meant = nearest(
    name,
    commands.map((command) => command.name),
  )
  const params = { command: name.slice(0, 80), meant: meant ?? '' }
  throw new WrongUse(meant ? 'cli.wrong.commandNear' : 'cli.wrong.command', params)
}

/** Known before anything else is read, so that even the complaint about another option comes in the right language. */
function languageIn(args: string[]): Language | null {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  if (at < 0) return null
  const tag = args[at] === '--lang' ? args[at + 1] : args[at]?.slice('--lang='.length)
  if (tag === 'en' || tag === 'zh') return tag
  throw new WrongUse('cli.wrong.language', { option: '--lang', given: (tag ?? '').slice(0, 40) })
}

function cliFor(args: string[], place: Place, language: Language, note: Cli['note']): Cli {
  return {
    place,
    language,
    json: args.includes('--json'),
    store: undefined,
    say,
    note,
    defect: (incident, error) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
      note(`keyrack: ${incident}: ${text}`)
    },
  }
}

/** Whoever calls from a program gets its one line of JSON however it ends; `call` prints nothing else. */
function wantsJson(args: string[]): boolean {
  return args.includes('--json') || args[0] === 'call'
}

function say(line: string): Promise<void> {
  return new Promise((resolve) => void process.stdout.write(`${line}\n`, () => resolve()))
}

type Telling = Pick<Cli, 'language' | 'note' | 'say' | 'json'>

async function explain(error: unknown, to: Telling): Promise<number> {
  const { language, note } = to
  if (error instanceof WrongUse) {
    const message = error.words(language)
    note(`keyrack: ${message}`)
    await tell(to, { code: 'WRONG_USE', params: error.params }, message)
    return exitCodes.wrongUse
  }
  if (error instanceof StoreStopped) {
    const { happened, remedy } = troubleWords(error.trouble, language)
    const message = language === 'zh' ? `${happened}${remedy}` : `${happened} ${remedy}`
    note(`keyrack: ${message}`)
    await tell(to, error.trouble, message)
    return exitCodes.storeTrouble
  }
  const message = words(language, 'cli.defect')
  note(`keyrack: ${message}`)
  note(error instanceof Error ? (error.stack ?? error.message) : String(error))
  await tell(to, { code: 'INTERNAL', params: {} }, message)
  return exitCodes.failed
}

async function tell({ json, say }: Telling, fault: { code: string; params: object }, message: string) {
  if (json) await say(JSON.stringify({ ok: false, fault, message }))
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || !stream.writable) resolve()
    else stream.write('', () => resolve())
  })
}
