import type { Readable, Writable } from 'node:stream'
import type { ReadStream, WriteStream } from 'node:tty'
import type { Language } from '#shared/i18n/types.ts'
import type { Place } from '../host/places.ts'

export type Option = { type: 'string' | 'boolean'; value?: string }

/** One command of the command line. Words for it and its options are in the catalogue under `cli`. */
export type Command = {
  name: string
  /** What follows the name, as the help shows it. */
  usage: string
  options: Record<string, Option>
  /** How many words beside options it takes. */
  words: { least: number; most: number }
  run: (given: Given, cli: Cli) => Promise<number>
}

export type Given = {
  words: string[]
  text: (name: string) => string | undefined
  flag: (name: string) => boolean
  /** A whole number within bounds; anything else is wrong use. */
  number: (name: string, least: number, most: number) => number | undefined
}

/** The streams and variables a command line works with: a process's own, or a test's. */
export type Terminal = {
  stdin: Readable & Partial<Pick<ReadStream, 'isTTY' | 'setRawMode'>>
  stdout: Writable
  stderr: Writable & Partial<Pick<WriteStream, 'isTTY' | 'columns'>>
  env: Record<string, string | undefined>
}

/** What a command sees of the world around it. */
export type Cli = {
  place: Place
  terminal: Terminal
  language: Language
  json: boolean
  store: string | undefined
  /** A line of the result, on standard output. Resolves when it is out. */
  say: (line: string) => Promise<void>
  /** A line for the person at the terminal, on standard error. */
  note: (line: string) => void
  defect: (incident: string, error: unknown) => void
}

/** Every command has these. */
export const commonOptions: Record<string, Option> = {
  store: { type: 'string', value: 'FILE' },
  json: { type: 'boolean' },
  lang: { type: 'string', value: 'en|zh' },
  help: { type: 'boolean' },
}
