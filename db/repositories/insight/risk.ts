import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { InsightFile } from '../../handles.ts'
import type { BookingRiskTable } from '../../insight/risk.ts'

/** Writes the risks of all bookings to come in the place of those of the run before. */
export function saveBookingRisks(file: InsightFile, risks: Iterable<BookingRiskTable>): void {
  const raw = rawOf(file)
  raw.exec('delete from booking_risk')
  const insert = raw.prepare(
    `insert into booking_risk
       (booking_id, arrival, cancel, no_show, away, away_made, drivers, bad_debt, bad_debt_reason, bad_debt_minor, model)
     values
       (@booking_id, @arrival, @cancel, @no_show, @away, @away_made, @drivers, @bad_debt, @bad_debt_reason, @bad_debt_minor, @model)`,
  )
  for (const risk of risks) insert.run(risk)
}
