import { isKey, type Key, words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import { type Command, commonOptions, type Option } from './command.ts'

/** All commands, a line each. */
export function helpOverview(commands: readonly Command[], language: Language): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    words(language, 'cli.help.title'),
    '',
    `  keyrack ${words(language, 'cli.help.pattern')}`,
    '',
    words(language, 'cli.help.commands'),
    ...commands.map(({ name }) => `  ${name.padEnd(width)}  ${aboutOf(name, language)}`),
    '',
    words(language, 'cli.help.everywhere'),
    ...optionLines('', commonOptions, language),
    '',
    words(language, 'cli.help.more'),
    words(language, 'cli.help.exits'),
  ].join('\n')
}

/** One command with its options. */
export function helpFor(command: Command, language: Language): string {
  return [
    `keyrack ${command.name} ${command.usage}`.trim(),
    '',
    aboutOf(command.name, language),
    '',
    words(language, 'cli.help.options'),
    ...optionLines(command.name, { ...command.options, ...commonOptions }, language),
  ].join('\n')
}

function aboutOf(name: string, language: Language): string {
  return words(language, `cli.about.${name}` as Key)
}

function optionLines(command: string, options: Record<string, Option>, language: Language): string[] {
  const shown = Object.entries(options).map(([name, { value }]) => ({
    name,
    text: value ? `--${name} ${value}` : `--${name}`,
  }))
  const width = Math.max(...shown.map(({ text }) => text.length))
  return shown.map(({ name, text }) => {
    // The same option may mean something of its own in one command.
    const own = `cli.option.${command}-${name}`
    return `  ${text.padEnd(width)}  ${words(language, isKey(own) ? own : (`cli.option.${name}` as Key))}`
  })
}
