import type { LeavingLevel } from '#shared/domain/insight/leaving/risk.ts'
import type { GuestId } from '#shared/values/index.ts'

/**
 * Guests whose next stay is due, as of the newest refresh: nobody in house, with a booking to come, or excluded. Dates are ISO,
 * money in minor units, intervals in days.
 */
export type GuestLeavingTable = {
  guest_id: GuestId
  level: LeavingLevel
  /** 0 to 1; the levels are cuts of it. */
  risk: number
  stays: number
  first_stay: string
  last_departure: string
  own_interval: number
  /** `own`: from two gaps on; `hotel`: the hotel's median, alone or with the one gap there is. */
  interval_from: 'own' | 'hotel'
  /** The mean of the own gaps; null for a single stay. */
  gap_mean: number | null
  /** Since the last departure. */
  days_since: number
  /** The last arrival and the own interval. */
  expected_on: string
  /** Since the last arrival, in own intervals. */
  overdue: number
  /** The share of the hotel's gaps that were at least as long, in own intervals, and still ended in a return. */
  longer_share: number
  tenure_years: number
  /** ISO date; null while complaints are not kept. */
  last_complaint: string | null
  /** Null where too few guests are known for a model. */
  p_alive: number | null
  expected_stays: number | null
  expected_minor: number | null
  /** A year's value of the guest, if still alive, times the risk. */
  at_risk_minor: number
}

/** For the list, whose first rows are the most at risk. Made after the rows: in their order it is quicker. */
export const leavingIndex =
  'create index guest_leaving_by_risk on guest_leaving (at_risk_minor desc, guest_id)'

export const leavingTables: readonly string[] = [
  `create table guest_leaving (
    guest_id integer primary key,
    level text not null check (level in ('due', 'late', 'leaving', 'lost')),
    risk real not null,
    stays integer not null,
    first_stay text not null,
    last_departure text not null,
    own_interval real not null,
    interval_from text not null check (interval_from in ('own', 'hotel')),
    gap_mean real,
    days_since integer not null,
    expected_on text not null,
    overdue real not null,
    longer_share real not null,
    tenure_years real not null,
    last_complaint text,
    p_alive real,
    expected_stays real,
    expected_minor integer,
    at_risk_minor integer not null
  ) strict`,
  leavingIndex,
]
