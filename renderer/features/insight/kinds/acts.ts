import type { Acts } from '#renderer/base/keys/acts.ts'

export const treeActs = {
  compute: { key: 'Alt+K', label: 'insightTree.key.compute' },
  csv: { key: 'Alt+E', label: 'insightTree.key.csv' },
} as const satisfies Acts
