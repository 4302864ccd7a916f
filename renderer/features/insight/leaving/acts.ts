import type { Acts } from '#renderer/base/keys/acts.ts'
import { csvAct } from '#renderer/parts/insight/csv-act.ts'

/** What one does about a guest of the list who may be leaving. */
export const caseActs = {
  takeOn: { key: 'Alt+K', label: 'leaving.key.takeOn' },
  snooze: { key: 'Alt+Z', label: 'leaving.key.snooze' },
  offer: { key: 'Alt+W', label: 'leaving.key.offer' },
  close: { key: 'Alt+C', label: 'leaving.key.close' },
} as const satisfies Acts

/** What the list itself does. */
export const leavingActs = {
  profile: { key: 'Alt+P', label: 'leaving.key.profile' },
  csv: csvAct,
  list: { key: 'Alt+L', label: 'leaving.key.list' },
  results: { key: 'Alt+R', label: 'leaving.key.results' },
  test: { key: 'Alt+B', label: 'leaving.key.test' },
} as const satisfies Acts
