import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { InsightFile } from '../../handles.ts'
import { futureIndex, type GuestFutureTable } from '../../insight/future.ts'
import { type GuestLeavingTable, leavingIndex } from '../../insight/leaving.ts'

const futureColumns = [
  'guest_id',
  'grp',
  'way',
  'stays',
  'last_departure',
  'p_alive',
  'expected12',
  'expected36',
  'stay_value_minor',
  'value12_minor',
  'value36_minor',
] as const satisfies readonly (keyof GuestFutureTable)[]

const leavingColumns = [
  'guest_id',
  'level',
  'risk',
  'stays',
  'first_stay',
  'last_departure',
  'own_interval',
  'interval_from',
  'gap_mean',
  'days_since',
  'expected_on',
  'overdue',
  'longer_share',
  'tenure_years',
  'last_complaint',
  'p_alive',
  'expected_stays',
  'expected_minor',
  'at_risk_minor',
] as const satisfies readonly (keyof GuestLeavingTable)[]

/** Puts new rows in the place of all that there are. `rows` are asked for one by one, so that a million need no list. */
export function replaceGuestFuture(file: InsightFile, rows: Iterable<GuestFutureTable>): void {
  const raw = rawOf(file)
  raw.exec('delete from guest_future; drop index guest_future_by_value')
  insertRows(raw, 'guest_future', futureColumns, rows)
  raw.exec(futureIndex)
}

/** The same of the guests whose next stay is due. */
export function replaceGuestLeaving(file: InsightFile, rows: Iterable<GuestLeavingTable>): void {
  const raw = rawOf(file)
  raw.exec('delete from guest_leaving; drop index guest_leaving_by_risk')
  insertRows(raw, 'guest_leaving', leavingColumns, rows)
  raw.exec(leavingIndex)
}

/** By the places of the columns: by their names a million rows take twice as long. */
function insertRows<R, N extends keyof R & string>(
  raw: RawDatabase,
  table: string,
  columns: readonly N[],
  rows: Iterable<R>,
): void {
  const insert = raw.prepare(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  )
  const values = new Array<unknown>(columns.length)
  for (const row of rows) {
    for (let at = 0; at < columns.length; at++) values[at] = row[columns[at] as N]
    insert.run(values)
  }
}
