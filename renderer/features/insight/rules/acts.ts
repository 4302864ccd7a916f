import type { Acts } from '#renderer/base/keys/acts.ts'
import { csvAct } from '#renderer/parts/insight/csv-act.ts'

/** The panes of the rules, and what is done with the guests of one. */
export const ruleGuestActs = {
  rules: { key: 'Alt+L', label: 'offer.rules.key.rules' },
  guests: { key: 'Alt+G', label: 'offer.rules.key.guests' },
  csv: csvAct,
} as const satisfies Acts
