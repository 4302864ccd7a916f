import type { GuestId } from '#shared/values/index.ts'

/** What is expected of each guest with a stay, as of the newest refresh. Money in minor units. */
export type GuestFutureTable = {
  guest_id: GuestId
  /** `individual`, `corporate`, or `all` where they were fitted together. */
  grp: string
  /** `model`, or `rhythm` where no model could be fitted, or `none`. */
  way: string
  stays: number
  /** ISO date. */
  last_departure: string
  /** Null without a model. */
  p_alive: number | null
  expected12: number | null
  expected36: number | null
  /** What a stay is worth. */
  stay_value_minor: number | null
  /** Expected stays times that, discounted. */
  value12_minor: number | null
  value36_minor: number | null
}

/** For the list of the best, which has nobody without a number. Made after the rows: in their order it is quicker. */
export const futureIndex = `create index guest_future_by_value on guest_future (value36_minor desc, guest_id)
    where value36_minor is not null`

export const futureTables: readonly string[] = [
  `create table guest_future (
    guest_id integer primary key,
    grp text not null,
    way text not null,
    stays integer not null,
    last_departure text not null,
    p_alive real,
    expected12 real,
    expected36 real,
    stay_value_minor integer,
    value12_minor integer,
    value36_minor integer
  ) strict`,
  futureIndex,
]
