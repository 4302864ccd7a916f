import type { Writable } from 'node:stream'
import { programVersion } from '#core/kernel/version.ts'
import type { Language } from '#shared/contract/index.ts'
import { nearest } from '#shared/domain/text/nearest.ts'
import { words } from '#shared/i18n/index.ts'
import { systemLanguage } from '../host/language.ts'
import type { Place } from '../host/places.ts'
import { troubleWords } from '../host/trouble-words.ts'
import { type Asked, askedFor, readArgs } from './args.ts'
import type { Cli, Command, Terminal } from './command.ts'
import { commands } from './commands.ts'
import { helpFor, helpOverview } from './help.ts'
import { exitCodes, StoreStopped, WrongUse } from './stop.ts'

/** Runs one command line. Resolves with its exit code when everything it prints is out; never rejects. */
export async function runCli(args: string[], place: Place, terminal: Terminal = process): Promise<number> {
  let language: Language = systemLanguage(terminal.env)
  const note = (line: string) => void terminal.stderr.write(`${line}\n`)
  const say = (line: string) =>
    new Promise<void>((resolve) => void terminal.stdout.write(`${line}\n`, () => resolve()))
  const asked = askedFor(args)
  const stopWatching = watchOutput(terminal, (why) =>
    note(`keyrack: ${words(language, 'cli.notPrinted', { why: whyNotPrinted(why, language) })}`),
  )
  try {
    language = languageIn(args) ?? language
    return await choose(asked, cliFor(args, { place, terminal, language, note, say }))
  } catch (error) {
    return await explain(error, {
      language,
      note,
      say,
      json: args.includes('--json') || asked.name === 'call',
    })
  } finally {
    await Promise.all([flushed(terminal.stdout), flushed(terminal.stderr)])
    stopWatching()
  }
}

/** What is without a command: the options of every command, and a word that help is asked about. */
const alone: Command = { name: '', usage: '', options: {}, words: { least: 0, most: 1 }, run: async () => 0 }

async function choose({ name, rest, before }: Asked, cli: Cli): Promise<number> {
  if (name === '' || name === 'help' || name === '--help' || name === '-h') {
    const [about] = readArgs(alone, [...before, ...rest]).words
    await cli.say(about ? helpFor(commandNamed(about), cli.language) : helpOverview(commands, cli.language))
    return name === '' ? exitCodes.wrongUse : exitCodes.ok
  }
  if (name === '--version' || name === '-v' || name === 'version') {
    await cli.say(cli.json ? JSON.stringify({ version: programVersion }) : programVersion)
    return exitCodes.ok
  }
  if (name.startsWith('-')) readArgs(alone, [name])
  const command = commandNamed(name)
  const given = readArgs(command, [...before, ...rest])
  if (given.flag('help')) {
    await cli.say(helpFor(command, cli.language))
    return exitCodes.ok
  }
  const store = given.text('store') ?? (cli.terminal.env.KEYRACK_STORE || undefined)
  return await command.run(given, { ...cli, store })
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

type Surroundings = Pick<Cli, 'place' | 'terminal' | 'language' | 'note' | 'say'>

function cliFor(args: string[], surroundings: Surroundings): Cli {
  return {
    ...surroundings,
    json: args.includes('--json'),
    store: undefined,
    defect: (incident, error) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
      surroundings.note(`keyrack: ${incident}: ${text}`)
    },
  }
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

const printProblems: Readonly<Record<string, 'full' | 'tooLarge' | 'broken'>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'tooLarge',
  EIO: 'broken',
}

function whyNotPrinted(code: string, language: Language): string {
  return words(language, `cli.notPrintedWhy.${printProblems[code] ?? 'other'}`, { code })
}

/**
 * A reader that has seen enough (`keyrack contract | head`) is no fault and ends the program quietly; an answer that
 * can't be written (a full disk) is one, even if the command succeeded.
 */
function watchOutput({ stdout, stderr }: Terminal, complain: (why: string) => void): () => void {
  const outFailed = (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return process.exit(0)
    complain(error.code ?? error.message)
    return process.exit(1)
  }
  // Nobody is left to report to.
  const nobodyListens = () => undefined
  stdout.on('error', outFailed)
  stderr.on('error', nobodyListens)
  return () => {
    stdout.off('error', outFailed)
    stderr.off('error', nobodyListens)
  }
}

function flushed(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || !stream.writable) resolve()
    else stream.write('', () => resolve())
  })
}
