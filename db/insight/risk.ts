/**
 * What may become of each booking that is still to come. Chances are 0 to 1; who is left out of automated judgement has no row.
 */
export type BookingRiskTable = {
  booking_id: number
  arrival: string
  /** That it is still cancelled; that the guest is a no-show; both together, that nobody comes. */
  cancel: number
  no_show: number
  away: number
  /** The same, as of the day it was made. */
  away_made: number
  /** JSON: what moves it most, the strongest first, as `{ fact, word, value, points }`. */
  drivers: string
  bad_debt: string
  bad_debt_reason: string
  /** What the reason is about; null where nothing is owed. */
  bad_debt_minor: number | null
  /** When the model was made. */
  model: string
}

export const riskTables: readonly string[] = [
  `create table booking_risk (
    booking_id integer primary key,
    arrival text not null,
    cancel real not null,
    no_show real not null,
    away real not null,
    away_made real not null,
    drivers text not null,
    bad_debt text not null,
    bad_debt_reason text not null,
    bad_debt_minor integer,
    model text not null
  ) strict`,
  `create index booking_risk_by_arrival on booking_risk (arrival, away desc, booking_id)`,
]
