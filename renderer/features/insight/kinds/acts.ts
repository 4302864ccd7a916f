import type { Acts } from '#renderer/base/keys/acts.ts'
import { csvAct } from '#renderer/parts/insight/csv-act.ts'

/** The panes of the tree. */
export const treePaneActs = {
  rules: { key: 'Alt+L', label: 'insightTree.key.rules' },
  guests: { key: 'Alt+G', label: 'insightTree.key.guests' },
} as const satisfies Acts

/** What is done with a tree, and with the guests of its rule. */
export const treeActs = {
  compute: { key: 'Alt+K', label: 'insightTree.key.compute' },
  csv: csvAct,
} as const satisfies Acts
