import type { Command } from './command.ts'
import { hotelOptions } from './hotel-options.ts'
import { insightParts, sharedOptions } from './insight/parts.ts'
import { reportOptions } from './report/options.ts'

/**
 * All commands, in the order the help shows them. What a command does is loaded when it runs: an answer to `--version`,
 * `help` or a mistyped option waits for no store and no schema.
 */
export const commands: readonly Command[] = [
  {
    name: 'serve',
    usage: '[--store FILE] [--port N] [--open]',
    options: {
      port: { type: 'string', value: 'N' },
      open: { type: 'boolean' },
      create: { type: 'boolean' },
      links: { type: 'string', value: 'N' },
    },
    words: { least: 0, most: 0 },
    run: async (given, cli) => await (await import('./commands/serve.ts')).runServe(given, cli),
  },
  {
    name: 'init',
    usage: '--hotel NAME [--store FILE] [--login LOGIN] [--password-stdin]',
    options: {
      ...hotelOptions,
      login: { type: 'string', value: 'LOGIN' },
      name: { type: 'string', value: 'NAME' },
      'password-stdin': { type: 'boolean' },
    },
    words: { least: 0, most: 0 },
    run: async (given, cli) => await (await import('./commands/init.ts')).runInit(given, cli),
  },
  {
    name: 'demo',
    usage: '[--seed N] [--rooms N] [--years N] [--guests N] [--bookings N] [--store FILE]',
    options: {
      seed: { type: 'string', value: 'N' },
      rooms: { type: 'string', value: 'N' },
      years: { type: 'string', value: 'N' },
      guests: { type: 'string', value: 'N' },
      bookings: { type: 'string', value: 'N' },
      language: { type: 'string', value: 'en|zh' },
    },
    words: { least: 0, most: 0 },
    run: async (given, cli) => await (await import('./commands/demo.ts')).runDemo(given, cli),
  },
  {
    name: 'import',
    usage: 'FILE [--profile P] [--where "column=value"] [--mapping FILE.json] [--dry-run] [--store FILE]',
    options: {
      profile: { type: 'string', value: 'PROFILE' },
      where: { type: 'string', value: 'COLUMN=VALUE' },
      mapping: { type: 'string', value: 'FILE.json' },
      encoding: { type: 'string', value: 'NAME' },
      sheet: { type: 'string', value: 'NAME' },
      'skip-hidden': { type: 'boolean' },
      source: { type: 'string', value: 'NAME' },
      'dry-run': { type: 'boolean' },
      rejected: { type: 'string', value: 'FILE.csv' },
      ...hotelOptions,
    },
    words: { least: 1, most: 1 },
    run: async (given, cli) => await (await import('./commands/import.ts')).runImport(given, cli),
  },
  {
    name: 'imports',
    usage: '[--store FILE]',
    options: {},
    words: { least: 0, most: 0 },
    run: async (given, cli) => await (await import('./commands/imports.ts')).runImports(given, cli),
  },
  {
    name: 'take-back',
    usage: 'NUMBER [--store FILE]',
    options: {},
    words: { least: 1, most: 1 },
    run: async (given, cli) => await (await import('./commands/take-back.ts')).runTakeBack(given, cli),
  },
  {
    name: 'call',
    usage: "OPERATION ['JSON'|-] [--store FILE]",
    options: {
      as: { type: 'string', value: 'LOGIN' },
      file: { type: 'string', value: 'PATH' },
      'request-id': { type: 'string', value: 'ID' },
    },
    words: { least: 1, most: 2 },
    run: async (given, cli) => await (await import('./commands/call.ts')).runCall(given, cli),
  },
  {
    name: 'confirmation',
    usage: 'FILE [--store FILE]',
    options: {},
    words: { least: 1, most: 1 },
    run: async (given, cli) => await (await import('./commands/confirmation.ts')).runConfirmation(given, cli),
  },
  {
    name: 'contract',
    usage: '[OPERATION]',
    options: {},
    words: { least: 0, most: 1 },
    run: async (given, cli) => await (await import('./commands/contract.ts')).runContract(given, cli),
  },
  {
    name: 'insight',
    usage: `${insightParts.map(({ name }) => name).join('|')} [--as-of DATE] [--format json|csv] [--store FILE]`,
    options: { ...sharedOptions, ...Object.assign({}, ...insightParts.map(({ options }) => options)) },
    words: { least: 1, most: 1 },
    run: async (given, cli) => await (await import('./commands/insight.ts')).runInsight(given, cli),
  },
  {
    name: 'report',
    usage: 'NAME|list [--from DATE --to DATE] [--as-of MOMENT] [--format F] [--out FILE] [--store FILE]',
    options: reportOptions,
    words: { least: 1, most: 1 },
    run: async (given, cli) => await (await import('./commands/report.ts')).runReport(given, cli),
  },
  {
    name: 'journal',
    usage: '[--from DATE --to DATE] [--format hledger|beancount] [--store FILE]',
    options: {
      from: { type: 'string', value: 'DATE' },
      to: { type: 'string', value: 'DATE' },
      format: { type: 'string', value: 'hledger|beancount' },
    },
    words: { least: 0, most: 0 },
    run: async (given, cli) => await (await import('./commands/journal.ts')).runJournal(given, cli),
  },
  {
    name: 'backup',
    usage: '--to FOLDER [--store FILE] [--keep-all]',
    options: { to: { type: 'string', value: 'FOLDER' }, 'keep-all': { type: 'boolean' } },
    words: { least: 0, most: 0 },
    run: async (given, cli) => await (await import('./commands/backup.ts')).runBackup(given, cli),
  },
  {
    name: 'backups',
    usage: '--from FOLDER',
    options: { from: { type: 'string', value: 'FOLDER' } },
    words: { least: 0, most: 0 },
    run: async (given, cli) => await (await import('./commands/backups.ts')).runBackups(given, cli),
  },
  {
    name: 'restore',
    usage: '--from FILE|FOLDER [--store FILE] [--yes]',
    options: { from: { type: 'string', value: 'FILE|FOLDER' }, yes: { type: 'boolean' } },
    words: { least: 0, most: 0 },
    run: async (given, cli) => await (await import('./commands/restore.ts')).runRestore(given, cli),
  },
  {
    name: 'doctor',
    usage: '[--tidy] [--store FILE]',
    options: { tidy: { type: 'boolean' } },
    words: { least: 0, most: 0 },
    run: async (given, cli) => await (await import('./commands/doctor.ts')).runDoctor(given, cli),
  },
]
