import { z } from 'zod'
import { chartNames } from '../domain/folio/chart-data.ts'
import { command } from './operation.ts'

const chartName = z.enum(chartNames, { error: 'invalid.choice' })

export const load = command({
  name: 'chart.load',
  about:
    'Loads a country’s chart: accounts, taxes, codes, number series, settings. Only into a hotel without one.',
  input: z.strictObject({ chart: chartName }),
  output: z.strictObject({ chart: chartName, codes: z.number().int(), accounts: z.number().int() }),
  refusals: ['CHART_LOADED', 'CHART_CURRENCY'],
  permission: 'manager',
  undoable: true,
})
