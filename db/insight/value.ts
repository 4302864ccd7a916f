import { type ClassKind, classesOf, classKinds } from '#shared/domain/insight/value/classes.ts'
import type { GuestId } from '#shared/values/index.ts'

/** Value and classes of each guest with a name who may be judged; classes are words, empty where not known. */
export type GuestValueTable = {
  guest_id: GuestId
  /** Null without a stay, and so are the scores. */
  recency_days: number | null
  frequency: number
  /** Total revenue, and of it what is not of the room. */
  monetary_minor: number
  other_minor: number
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

/** The column of the class of each way to divide guests. */
export const classColumns = {
  rfm: 'segment',
  value: 'value_class',
  matrix: 'matrix',
  need: 'need',
  lifecycle: 'lifecycle',
  behaviour: 'behaviour',
  relation: 'relation',
} as const satisfies Record<ClassKind, keyof GuestValueTable>

export const scores = ['r', 'f', 'm'] as const
/** No list has more than fifteen classes, no score is above 5. */
const BITS = 4
const MOST = 2 ** BITS - 1

/**
 * Scores and classes (places in `classesOf` plus 1; 0: not known) of the row at a place, in one number, four bits each: a million
 * rows of one number are written in half the time of rows of ten, and the view reads the columns from it. `parts`: the scores, then
 * the classes in the order of `classKinds`.
 */
export function packClasses(parts: readonly Uint8Array[], at: number): number {
  let packed = 0
  for (let part = parts.length - 1; part >= 0; part--)
    packed = packed * (MOST + 1) + ((parts[part] as Uint8Array)[at] as number)
  return packed
}

const partOf = (place: number) => `(classes >> ${place * BITS}) & ${MOST}`
const scoreColumns = scores.map((name, place) => `${partOf(place)} as ${name}`)
const wordColumns = classKinds.map((kind, at) => {
  const cases = classesOf[kind].map((word, place) => `when ${place + 1} then '${word}'`)
  return `case ${partOf(scores.length + at)} ${cases.join(' ')} else '' end as ${classColumns[kind]}`
})

export type ValueTableName = 'guest_value' | 'guest_value_then'

/**
 * For lists by revenue; with the classes, so that a class of little revenue is found without a look at every row. Made after
 * the rows: in their order it takes a tenth of the time.
 */
export const revenueIndex = (table: ValueTableName) =>
  `create index ${table}_by_revenue on ${table}_rows (monetary_minor desc, guest_id, classes)`

/** The rows as they are written, and under the name of the table as they are read. */
const tablesOf = (table: ValueTableName) => [
  `create table ${table}_rows (
    guest_id integer primary key,
    recency_days integer,
    frequency integer not null,
    monetary_minor integer not null,
    other_minor integer not null,
    contribution_minor integer not null,
    current_minor integer not null,
    potential_minor integer not null,
    classes integer not null
  ) strict`,
  revenueIndex(table),
  `create view ${table} as select guest_id, recency_days, frequency, monetary_minor, other_minor, contribution_minor,
    current_minor, potential_minor, ${[...scoreColumns, ...wordColumns].join(',\n    ')} from ${table}_rows`,
]

/** `guest_value_then`: of the earlier date that was asked for last. */
export const valueTables: readonly string[] = [
  ...tablesOf('guest_value'),
  ...tablesOf('guest_value_then'),
  'create table guest_moves (guest_id integer primary key, from_segment text not null, to_segment text not null) strict',
]
