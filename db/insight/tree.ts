/** The newest tree of each target: the model as data, with the version of its form and the years it was made from. */
export type TreeModelsTable = {
  target: string
  as_of: string
  moment: string
  version: number
  trained_on: string
  judged_on: string
  auc: number
  /** JSON. */
  model: string
}

/** Guests of the tree's date who are asked of its target, each with the rule that they meet and its share of positives. */
export type GuestTreeTable = {
  target: string
  guest_id: number
  leaf: number
  share: number
}

export const treeTables: readonly string[] = [
  `create table tree_models (
    target text primary key,
    as_of text not null,
    moment text not null,
    version integer not null,
    trained_on text not null,
    judged_on text not null,
    auc real not null,
    model text not null
  ) strict, without rowid`,
  `create table guest_tree (
    target text not null,
    guest_id integer not null,
    leaf integer not null,
    share real not null,
    primary key (target, guest_id)
  ) strict, without rowid`,
  'create index guest_tree_by_leaf on guest_tree (target, leaf, guest_id)',
]
