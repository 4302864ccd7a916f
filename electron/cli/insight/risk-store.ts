import type { OutputOf } from '#shared/contract/index.ts'
import type { Cli, Given } from '../command.ts'
import { choiceOf } from './choice.ts'
import { runOverStore, type StoreRun } from './store-run.ts'

type Arrival = OutputOf<'insight.dayRisk'>['rows'][number] & { day: string }

/**
 * `insight risk` over a store: computes as of the business date or an earlier one, and prints the report; as of the business date
 * with the arrivals of the days that it looks ahead, one line each in CSV.
 */
export async function runRiskOverStore(given: Given, cli: Cli): Promise<number> {
  const format = choiceOf(given, 'format', ['json', 'csv'] as const)
  return await runOverStore(given, cli, 'risk', {}, async (run) => {
    const arrivals = await arrivalsOf(run)
    return format === 'csv'
      ? csvOf(arrivals)
      : JSON.stringify({ asOf: run.asOf, report: run.output, arrivals })
  })
}

/** Risks are kept of the bookings that are to come now: as of an earlier date there are none. */
async function arrivalsOf({ desk, asOf, output }: StoreRun<'risk'>): Promise<Arrival[]> {
  const arrivals: Arrival[] = []
  const hotel = await desk.call('hotel.settings', {})
  if (!hotel.ok || (hotel.output as OutputOf<'hotel.settings'>).businessDate !== asOf) return arrivals
  for (const { day } of output.days) {
    const reply = await desk.call('insight.dayRisk', { date: day })
    if (reply.ok)
      arrivals.push(...(reply.output as OutputOf<'insight.dayRisk'>).rows.map((row) => ({ ...row, day })))
  }
  return arrivals
}

function csvOf(arrivals: readonly Arrival[]): string {
  const lines = arrivals.map(({ day, confirmationNo, cancel, noShow, away, badDebt }) =>
    [day, confirmationNo, cancel, noShow, away, badDebt.level].join(','),
  )
  return ['arrival,confirmationNo,cancelled,noShow,away,badDebt', ...lines].join('\n')
}
