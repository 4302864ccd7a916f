import { type Parameters, reportNames, specOf } from '#shared/domain/report/catalogue.ts'
import { reportFormats } from '#shared/domain/report/formats.ts'
import type { Given, Option } from '../command.ts'

/** What an option's value looks like in the help, by the kind of parameter. */
const values = {
  period: 'DATE',
  date: 'DATE',
  moment: 'MOMENT',
  choice: 'CHOICE',
  order: 'COLUMN:most|least[:N]',
  filter: 'CODE',
  year: 'YEAR',
} as const

/** roomType → room-type, as options and names of reports are typed. */
export function typedName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** An option for every parameter that some report takes, by the parameter's name. */
function parameterOptions(): Map<string, Option> {
  const options = new Map<string, Option>([
    ['from', { type: 'string', value: 'DATE' }],
    ['to', { type: 'string', value: 'DATE' }],
    ['period', { type: 'string', value: 'PERIOD' }],
  ])
  for (const spec of reportNames.flatMap((name) => specOf(name).parameters))
    if (spec.kind !== 'period') options.set(spec.name, { type: 'string', value: values[spec.kind] })
  return options
}

export const reportOptions: Record<string, Option> = {
  ...Object.fromEntries([...parameterOptions()].map(([name, option]) => [typedName(name), option])),
  'as-of': { type: 'string', value: 'MOMENT' },
  format: { type: 'string', value: reportFormats.join('|') },
  out: { type: 'string', value: 'FILE' },
}

/** The parameters that were typed; which of them the report takes, its operation says. */
export function parametersIn(given: Given): Parameters {
  return Object.fromEntries(
    [...parameterOptions().keys()].flatMap((name) => {
      const value = given.text(typedName(name))
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
