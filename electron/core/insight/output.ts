import { readRun } from '#db/queries/insight/runs.ts'
import type { RunKind } from '#shared/contract/insight-runs.ts'
import type { BusinessDate, Moment } from '#shared/values/index.ts'
import { reads } from '../kernel/handler.ts'
import { paramsText } from './params.ts'

export const output = reads('insight.output', async (db, { kind, asOf, params }) => {
  const found = await readRun(db, kind, paramsText(params), asOf)
  if (!found) return null
  const { moment, seconds, said } = found
  return {
    kind: kind as RunKind,
    asOf: found.asOf as BusinessDate,
    moment: moment as Moment,
    seconds,
    output: found.output,
    said,
  }
})
