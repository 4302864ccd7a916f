import type { ImportSummary, Mapping } from '#shared/contract/import.ts'
import { type DemandRow, demandFile } from '#tests/support/booking-demand.ts'
import { type Ended, type Importing, openImporting, recognised, summaryOf } from './support.ts'

/** The hotel of the test that runs: lists are imported into it, and what they became is looked at. */
export let hotel: Importing & { close: () => Promise<void> }

export async function openHotel(): Promise<void> {
  hotel = await openImporting()
}

/** Closes it; answers with the defects that were logged. */
export async function closeHotel(): Promise<unknown[]> {
  const { defects } = hotel.app
  await hotel.close()
  return defects
}

export type More = { dryRun?: boolean; where?: string; mapping?: Partial<Mapping> }

/** Imports a list with the mapping that its headings say. */
export async function start(
  name: string,
  lines: readonly string[],
  { dryRun = false, where = '', mapping }: More = {},
): Promise<Ended> {
  const file = hotel.give(name, `${lines.join('\n')}\n`)
  const whole = { ...(await recognised(hotel.app, file)), ...mapping }
  return hotel.run({ file, profile: 'generic', mapping: whole, where, dryRun })
}

/** The same where it must succeed. */
export async function imported(name: string, lines: readonly string[], more?: More): Promise<ImportSummary> {
  return summaryOf(await start(name, lines, more))
}

/** Imports rows of the data set. */
export function demand(rows: readonly DemandRow[], where = '', name = 'demand.csv'): Promise<Ended> {
  const file = hotel.give(name, demandFile(rows))
  return hotel.run({ file, profile: 'hotel-booking-demand', where, dryRun: false })
}

export function rowsOf<T>(sql: string): T[] {
  return hotel.look((raw) => raw.prepare(sql).all()) as T[]
}

/** The first column of what a statement finds. */
export function column(sql: string): unknown[] {
  return hotel.look((raw) => raw.prepare(sql).pluck().all())
}

export async function findingsOf(batch: number | null) {
  return (await hotel.app.must('import.findings', { source: `batch:${batch}` })).rows
}
