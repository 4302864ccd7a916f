import type { OutputOf } from '#shared/contract/index.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import { standingTarget, type TreeTarget } from '#shared/domain/insight/kinds/targets.ts'
import type { BusinessDate } from '#shared/values/index.ts'

export type Tree = RunOutputOf<'tree'>
export type TreeRule = Tree['rules'][number]
export type TreeGuest = OutputOf<'insight.treeGuests'>['rows'][number]

/** What computes and reads the tree of a target, today’s or that of an earlier day; that of the refresh is kept without parameters. */
export function treeInput(target: TreeTarget, earlier: BusinessDate | null) {
  return {
    kind: 'tree' as const,
    params: target === standingTarget ? {} : { target },
    ...(earlier === null ? {} : { asOf: earlier }),
  }
}
