import {
  catalogue,
  type ParameterSpec,
  periodWords,
  reportGroups,
  reportNames,
} from '#shared/domain/report/catalogue.ts'
import { periodForm } from '#shared/domain/report/parameters.ts'
import { reportDefinition } from '#shared/i18n/en/report-definitions.ts'
import { isKey, type Key, words } from '#shared/i18n/index.ts'
import { columnHeading } from '#shared/i18n/report-text.ts'
import type { Language } from '#shared/i18n/types.ts'
import type { Cli } from '../command.ts'
import { exitCodes } from '../stop.ts'
import { typedName } from './options.ts'

/** `report list`: every report with its parameters and their choices, and how each figure is defined. No store is opened. */
export async function sayReports(format: 'text' | 'json', cli: Cli): Promise<number> {
  const { language } = cli
  const listed = reportNames.map((name) => ({
    name: typedName(name),
    title: words(language, `report.name.${name}` as Key),
    about: words(language, `report.about.${name}` as Key),
    group: catalogue[name].group,
    permission: catalogue[name].permission,
    parameters: catalogue[name].parameters.flatMap((spec) => parametersOf(spec, language)),
  }))
  const definitions = definitionsIn(language)
  if (format === 'json') await cli.say(JSON.stringify({ reports: listed, definitions }))
  else
    await cli.say(
      [
        ...reportGroups.flatMap((group) =>
          listed.filter((one) => one.group === group).flatMap((one) => [...textOf(one), '']),
        ),
        words(language, 'reportText.definitions'),
        ...definitions.map(({ heading, text }) => `  ${heading}: ${text}`),
      ].join('\n'),
    )
  return exitCodes.ok
}

type Listed = { name: string; title: string; about: string; parameters: readonly ListedParameter[] }
type ListedParameter = { option: string; label: string; usual?: string; choices?: readonly string[] }

function textOf({ name, title, about, parameters }: Listed): string[] {
  return [
    `${name}  ${title}`,
    `  ${about}`,
    ...parameters.map(({ option, label, usual, choices }) => {
      const among = choices ? `: ${choices.join(', ')}` : ''
      return `    --${option.padEnd(12)} ${label}${usual ? ` [${usual}]` : ''}${among}`
    }),
  ]
}

function parametersOf(spec: ParameterSpec, language: Language): ListedParameter[] {
  const label = (name: string) => words(language, `report.parameter.${name}` as Key)
  if (spec.kind === 'period')
    return [
      { option: 'from', label: label('from') },
      { option: 'to', label: label('to') },
      { option: 'period', label: label('period'), usual: spec.usual, choices: periodWords },
    ]
  const named = { option: typedName(spec.name), label: label(spec.name) }
  if (spec.kind === 'choice')
    return [
      {
        ...named,
        usual: spec.usual ?? spec.choices[0] ?? '',
        choices: [...spec.choices, ...(spec.orPeriod ? [periodForm] : [])],
      },
    ]
  return ['date', 'moment'].includes(spec.kind) && 'usual' in spec
    ? [{ ...named, usual: spec.usual }]
    : [named]
}

function definitionsIn(language: Language) {
  return Object.keys(reportDefinition).flatMap((key) => {
    const text = `reportDefinition.${key}`
    return isKey(text)
      ? [{ key, heading: columnHeading({ key }, language), text: words(language, text) }]
      : []
  })
}
