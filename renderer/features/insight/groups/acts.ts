import type { Acts } from '#renderer/base/keys/acts.ts'
import { csvAct } from '#renderer/parts/insight/csv-act.ts'

/** The panes of the kinds of guests. */
export const groupActs = {
  kinds: { key: 'Alt+L', label: 'kinds.key.kinds' },
  traits: { key: 'Alt+T', label: 'kinds.key.traits' },
  guests: { key: 'Alt+G', label: 'kinds.key.guests' },
} as const satisfies Acts

/** What is done with the guests of a kind, and with look-alikes. */
export const groupListActs = { csv: csvAct } as const satisfies Acts

/** The panes of the look-alikes. */
export const alikeActs = {
  guests: { key: 'Alt+G', label: 'kinds.key.guests' },
  why: { key: 'Alt+W', label: 'kinds.key.why' },
} as const satisfies Acts
