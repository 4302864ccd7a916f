import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { InsightFile } from '../../handles.ts'
import type { TreeModelsTable } from '../../insight/tree.ts'

/** Takes out what is kept of a target's tree: there is too little to say now. */
export function dropTree(file: InsightFile, target: string): void {
  const raw = rawOf(file)
  raw.prepare('delete from tree_models where target = ?').run(target)
  raw.prepare('delete from guest_tree where target = ?').run(target)
}

export type PlacedGuests = { guest: Int32Array; leaf: Int32Array; shareOf: (leaf: number) => number }

/** Keeps a target's tree and where its guests fall, in the place of the one before. `guest` ascends. */
export function saveTree(file: InsightFile, model: TreeModelsTable, placed: PlacedGuests): void {
  const raw = rawOf(file)
  dropTree(file, model.target)
  raw
    .prepare(
      `insert into tree_models (target, as_of, moment, version, trained_on, judged_on, auc, model)
       values (@target, @as_of, @moment, @version, @trained_on, @judged_on, @auc, @model)`,
    )
    .run(model)
  const insert = raw.prepare('insert into guest_tree (target, guest_id, leaf, share) values (?, ?, ?, ?)')
  for (const [at, guest] of placed.guest.entries()) {
    const leaf = placed.leaf[at] as number
    insert.run(model.target, guest, leaf, placed.shareOf(leaf))
  }
}
