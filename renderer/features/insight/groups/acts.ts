import type { Acts } from '#renderer/base/keys/acts.ts'

/** The panes of the kinds of guests. */
export const groupActs = {
  kinds: { key: 'Alt+L', label: 'kinds.key.kinds' },
  traits: { key: 'Alt+T', label: 'kinds.key.traits' },
  guests: { key: 'Alt+G', label: 'kinds.key.guests' },
} as const satisfies Acts

/** The panes of the look-alikes. */
export const alikeActs = {
  guests: { key: 'Alt+G', label: 'kinds.key.guests' },
  why: { key: 'Alt+W', label: 'kinds.key.why' },
} as const satisfies Acts
