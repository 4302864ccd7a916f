import type { Acts } from '#renderer/base/keys/acts.ts'

/** What the import screen does before it knows a file. */
export const importActs = {
  choose: { key: 'Alt+O', label: 'import.key.choose' },
  earlier: { key: 'Alt+E', label: 'import.key.earlier' },
} as const satisfies Acts

/** The tabs, by name. */
export const tabActs = {
  columns: { key: 'Alt+1', label: 'import.key.columns' },
  preview: { key: 'Alt+2', label: 'import.key.preview' },
  report: { key: 'Alt+3', label: 'import.key.report' },
  rules: { key: 'Alt+4', label: 'import.key.rules' },
  bookings: { key: 'Alt+5', label: 'import.key.bookings' },
} as const satisfies Acts

/** What is done with a file once its columns are chosen. */
export const runActs = {
  dryRun: { key: 'Alt+D', label: 'import.key.dryRun' },
  import: { key: 'Alt+I', label: 'import.key.import' },
} as const satisfies Acts

/** What is done with an import that was made. */
export const batchActs = {
  takeBack: { key: 'Alt+B', label: 'import.key.takeBack' },
} as const satisfies Acts

/** What is done with the findings of a run. */
export const findingActs = {
  download: { key: 'Alt+S', label: 'import.key.download' },
} as const satisfies Acts
