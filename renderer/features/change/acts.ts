import type { Acts } from '#renderer/base/keys/acts.ts'

/** What narrows the change log. */
export const changeActs = {
  entity: { key: 'Alt+E', label: 'change.key.entity' },
  actor: { key: 'Alt+W', label: 'change.key.actor' },
  operation: { key: 'Alt+O', label: 'change.key.operation' },
  clear: { key: 'Alt+X', label: 'change.key.clear' },
} as const satisfies Acts

/** Whether sign-ins are folded. */
export const foldActs = {
  signIns: { key: 'Alt+S', label: 'change.key.signIns' },
} as const satisfies Acts
