import type { GuestId } from '#shared/values/index.ts'

/** Value and classes of each guest with a name who may be judged; classes are words, empty where not known. */
export type GuestValueTable = {
  guest_id: GuestId
  /** Null without a stay, and so are the scores. */
  recency_days: number | null
  frequency: number
  monetary_minor: number
  r: number
  f: number
  m: number
  segment: string
  value_class: string
  contribution_minor: number
  current_minor: number
  potential_minor: number
  matrix: string
  need: string
  lifecycle: string
  behaviour: string
  relation: string
}

/** From which segment to which a guest went between the two dates that were asked for last; empty: no stay by then. */
export type GuestMovesTable = { guest_id: GuestId; from_segment: string; to_segment: string }

const columns = `(
    guest_id integer primary key,
    recency_days integer,
    frequency integer not null,
    monetary_minor integer not null,
    r integer not null,
    f integer not null,
    m integer not null,
    segment text not null,
    value_class text not null,
    contribution_minor integer not null,
    current_minor integer not null,
    potential_minor integer not null,
    matrix text not null,
    need text not null,
    lifecycle text not null,
    behaviour text not null,
    relation text not null
  ) strict`

/** `guest_value_then`: of the earlier date that was asked for last. */
export const valueTables: readonly string[] = [
  `create table guest_value ${columns}`,
  'create index guest_value_by_revenue on guest_value (monetary_minor desc, guest_id)',
  `create table guest_value_then ${columns}`,
  'create index guest_value_then_by_revenue on guest_value_then (monetary_minor desc, guest_id)',
  'create table guest_moves (guest_id integer primary key, from_segment text not null, to_segment text not null) strict',
]
