import type { Acts } from '#renderer/base/keys/acts.ts'

/** The panes of the rules, and what is done with the guests of one. */
export const ruleGuestActs = {
  rules: { key: 'Alt+L', label: 'offer.rules.key.rules' },
  guests: { key: 'Alt+G', label: 'offer.rules.key.guests' },
  csv: { key: 'Alt+E', label: 'offer.rules.key.csv' },
} as const satisfies Acts
