/** The kind of each guest who was grouped. */
export type InsightGuestKindTable = {
  guest_id: number
  kind: number
  /** From the centre, in standard deviations: the most typical first. */
  distance: number
}

/** Those among the newcomers, askers and silent ones who are most like the best guests, some of each group. */
export type InsightLikenessTable = {
  guest_id: number
  /** `one-time`, `asked`, `silent`. */
  alike_group: string
  /** Place in its group, 1 the likest. */
  place: number
  likeness: number
  /** JSON: the facts that speak for them. */
  reasons: string
}

export const groupTables: readonly string[] = [
  `create table guest_kind (guest_id integer primary key, kind integer not null, distance real not null) strict`,
  `create index guest_kind_by_kind on guest_kind (kind, distance, guest_id)`,
  `create table likeness (
    alike_group text not null, place integer not null, guest_id integer not null, likeness real not null, reasons text not null,
    primary key (alike_group, place)
  ) strict, without rowid`,
]
