import type { Acts } from '#renderer/base/keys/acts.ts'

/** The lists of the day, by their view. */
export const todayActs = {
  'due-in': { key: '1', label: 'today.key.dueIn' },
  'due-out': { key: '2', label: 'today.key.dueOut' },
  'in-house': { key: '3', label: 'today.key.inHouse' },
} as const satisfies Acts
