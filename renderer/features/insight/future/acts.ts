import type { Acts } from '#renderer/base/keys/acts.ts'
import { csvAct } from '#renderer/parts/insight/csv-act.ts'

/** The two sides of the section. */
export const futurePaneActs = {
  figures: { key: 'Alt+K', label: 'insightValue.key.figures' },
  guests: { key: 'Alt+G', label: 'insightFuture.key.guests' },
} as const satisfies Acts

/** What is done with the guests of whom most is expected. */
export const bestActs = { csv: csvAct } as const satisfies Acts
