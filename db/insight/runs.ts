/**
 * What each run of Insight found: one row per kind, parameters and date. `output` is JSON for the screen and kept small;
 * what is per guest has tables of its own.
 */
export type InsightRunsTable = {
  kind: string
  /** JSON with sorted keys. */
  params: string
  as_of: string
  moment: string
  /** The newest change of the store's log that it knew. */
  head_seq: number
  seconds: number
  /** Null where nothing could be said; `said` then has the reason as `{ code, params }`. */
  output: string | null
  said: string | null
}

export const runTables: readonly string[] = [
  `create table runs (
    kind text not null,
    params text not null,
    as_of text not null,
    moment text not null,
    head_seq integer not null,
    seconds real not null,
    output text,
    said text,
    primary key (kind, params, as_of)
  ) strict, without rowid`,
]
