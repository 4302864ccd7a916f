import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { InsightFile } from '../../handles.ts'
import { futureIndex, type GuestFutureTable } from '../../insight/future.ts'
import type { GuestLeavingTable } from '../../insight/leaving.ts'

/** Puts new rows in the place of all that there are. `rows` are asked for one by one, so that a million need no list. */
export function replaceGuestFuture(file: InsightFile, rows: Iterable<GuestFutureTable>): void {
  const raw = rawOf(file)
  raw.exec('delete from guest_future; drop index guest_future_by_value')
  // By their places: by their names a million rows take twice as long
  const insert = raw.prepare(
    `insert into guest_future (guest_id, grp, way, stays, last_departure, p_alive, expected12, expected36,
       stay_value_minor, value12_minor, value36_minor)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const row of rows)
    insert.run(
      row.guest_id,
      row.grp,
      row.way,
      row.stays,
      row.last_departure,
      row.p_alive,
      row.expected12,
      row.expected36,
      row.stay_value_minor,
      row.value12_minor,
      row.value36_minor,
    )
  raw.exec(futureIndex)
}

export function replaceGuestLeaving(file: InsightFile, rows: Iterable<GuestLeavingTable>): void {
  const raw = rawOf(file)
  raw.exec('delete from guest_leaving')
  const insert = raw.prepare(
    `insert into guest_leaving (guest_id, level, risk, stays, first_stay, last_departure, own_interval, interval_from,
       gap_mean, days_since, expected_on, overdue, longer_share, tenure_years, last_complaint, p_alive,
       expected_stays, expected_minor, at_risk_minor)
     values (@guest_id, @level, @risk, @stays, @first_stay, @last_departure, @own_interval, @interval_from,
       @gap_mean, @days_since, @expected_on, @overdue, @longer_share, @tenure_years, @last_complaint, @p_alive,
       @expected_stays, @expected_minor, @at_risk_minor)`,
  )
  for (const row of rows) insert.run(row)
}
