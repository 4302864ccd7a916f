import type { Acts } from '#renderer/base/keys/acts.ts'
import { csvAct } from '#renderer/parts/insight/csv-act.ts'

/** The two sides of the section. */
export const valuePaneActs = {
  figures: { key: 'Alt+K', label: 'insightValue.key.figures' },
  guests: { key: 'Alt+G', label: 'insightValue.key.guests' },
} as const satisfies Acts

/** What is done with the guests behind a figure. */
export const valueActs = {
  sort: { key: 'Alt+S', label: 'insightValue.key.sort' },
  csv: csvAct,
} as const satisfies Acts
