import type { Acts } from '#renderer/base/keys/acts.ts'
import { csvAct } from '#renderer/parts/insight/csv-act.ts'

/** The panes of risk. */
export const riskPaneActs = {
  days: { key: 'Alt+L', label: 'insightRisk.key.days' },
  arrivals: { key: 'Alt+G', label: 'insightRisk.key.arrivals' },
  model: { key: 'Alt+W', label: 'insightRisk.key.model' },
} as const satisfies Acts

/** What is done with the bookings of a day or of a group of the chart. */
export const riskActs = { csv: csvAct } as const satisfies Acts
