import type { RunKind } from '#shared/contract/insight-runs.ts'
import type { AnyRun, Run } from '../run.ts'
import { facts } from './facts.ts'
import { future } from './future.ts'
import { kinds } from './kinds.ts'
import { leaving } from './leaving.ts'
import { leavingTest } from './leaving-test.ts'
import { lookAlikes } from './look-alikes.ts'
import { risk } from './risk.ts'
import { rules, stayRules } from './rules.ts'
import { segment } from './segment.ts'
import { tree } from './tree.ts'
import { value } from './value.ts'
import { valueMoves } from './value-moves.ts'

/** The total map of runs: one line each. Loaded in the worker alone. */
const byKind: { [K in RunKind]: Run<K> } = {
  facts,
  kinds,
  'look-alikes': lookAlikes,
  tree,
  risk,
  segment,
  future,
  leaving,
  'leaving-test': leavingTest,
  value,
  'value-moves': valueMoves,
  rules,
  'stay-rules': stayRules,
}

export function runOf(kind: RunKind): AnyRun {
  return byKind[kind]
}

/** What the refresh runs, in its order. */
export function standingRuns(): AnyRun[] {
  return Object.values(byKind)
    .filter(({ standing }) => standing !== null)
    .toSorted((a, b) => (a.standing as number) - (b.standing as number))
}
