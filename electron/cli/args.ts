import { parseArgs } from 'node:util'
import { nearest } from '#shared/domain/text/nearest.ts'
import { type Command, commonOptions, type Given, type Option } from './command.ts'
import { WrongUse } from './stop.ts'

/** A command line taken apart: the command, what follows it, and options of every command that came before it. */
export type Asked = { name: string; rest: string[]; before: string[] }

/** Options that every command has may be before its name too, as anyone who adds them to a shortcut puts them. */
export function askedFor(args: string[]): Asked {
  let at = 0
  for (;;) {
    const [, name, inline] = /^--(\w+)(=.*)?$/s.exec(args[at] ?? '') ?? []
    if (name === undefined || name === 'help' || !Object.hasOwn(commonOptions, name)) break
    at += commonOptions[name]?.type === 'string' && inline === undefined ? 2 : 1
  }
  return { name: args[at] ?? '', rest: args.slice(at + 1), before: args.slice(0, at) }
}

/** Reads what follows a command's name. Throws WrongUse for anything the command doesn't know or lacks. */
export function readArgs(command: Command, args: string[]): Given {
  const options = { ...commonOptions, ...command.options }
  const { tokens } = parseArgs({
    args,
    options: Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const values = new Map<string, string | true>()
  const words: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind === 'option') values.set(...optionFrom(command, options, token, values))
  }
  if (!values.has('help')) checkCount(command, words)
  return givenOf(words, values)
}

type OptionToken = {
  name: string
  rawName: string
  value?: string | undefined
  inlineValue?: boolean | undefined
}

function optionFrom(
  command: Command,
  options: Record<string, Option>,
  token: OptionToken,
  values: Map<string, string | true>,
): [string, string | true] {
  const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
  if (!option || token.rawName !== `--${token.name}`) {
    const meant = nearest(token.name, Object.keys(options))
    const params = { option: token.rawName, command: command.name, meant: meant ? `--${meant}` : '' }
    if (command.name === '') throw new WrongUse('cli.wrong.optionAlone', params)
    throw new WrongUse(meant ? 'cli.wrong.optionNear' : 'cli.wrong.option', params)
  }
  const named = { option: token.rawName }
  if (values.has(token.name)) throw new WrongUse('cli.wrong.optionTwice', named)
  if (option.type === 'boolean') {
    if (token.value !== undefined) throw new WrongUse('cli.wrong.optionNoValue', named)
    return [token.name, true]
  }
  const missing = token.value === undefined || token.value === ''
  const another = !token.inlineValue && /^-./.test(token.value ?? '')
  if (missing || another) throw new WrongUse('cli.wrong.optionValue', { ...named, value: option.value ?? '' })
  return [token.name, token.value as string]
}

function checkCount(command: Command, words: string[]): void {
  const usage = `keyrack ${command.name} ${command.usage}`.trim()
  if (words.length < command.words.least) throw new WrongUse('cli.wrong.tooFew', { usage })
  const extra = words[command.words.most]
  if (extra !== undefined) throw new WrongUse('cli.wrong.tooMany', { extra: extra.slice(0, 80), usage })
}

function givenOf(words: string[], values: Map<string, string | true>): Given {
  const text = (name: string) => {
    const value = values.get(name)
    return typeof value === 'string' ? value : undefined
  }
  return {
    words,
    text,
    flag: (name) => values.get(name) === true,
    number: (name, least, most) => {
      const value = text(name)
      if (value === undefined) return undefined
      const number = /^-?\d{1,15}$/.test(value) ? Number(value) : Number.NaN
      if (number >= least && number <= most) return number
      throw new WrongUse('cli.wrong.number', {
        option: `--${name}`,
        given: value.slice(0, 40),
        min: least,
        max: most,
      })
    },
  }
}
