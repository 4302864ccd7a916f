import type { Acts } from '#renderer/base/keys/acts.ts'

/** The panes of a report, each with its key. */
export const reportPaneActs = {
  catalogue: { key: 'Alt+L', label: 'reportScreen.key.catalogue' },
  report: { key: 'Alt+G', label: 'reportScreen.key.report' },
} as const satisfies Acts

/** The moment that figures are looked at from. */
export const asOfActs = { asOf: { key: 'Alt+A', label: 'reportScreen.key.asOf' } } as const satisfies Acts

/** Figures say as of when they are, and are read again when somebody asks. */
export const againActs = { again: { key: 'Alt+U', label: 'reportScreen.key.again' } } as const satisfies Acts

/** Goes to the first of what figures are asked for. */
export const parameterActs = {
  parameters: { key: 'Alt+P', label: 'reportScreen.key.parameters' },
} as const satisfies Acts

/** Saves what is shown in a file. */
export const fileActs = { file: { key: 'Alt+E', label: 'reportText.file.key' } } as const satisfies Acts

/** What is done with a report. */
export const reportActs = {
  reset: { key: 'Alt+X', label: 'reportScreen.key.reset' },
  favourite: { key: 'Alt+S', label: 'reportScreen.key.favourite' },
} as const satisfies Acts

/** The browser's own key prints the report instead of what is on screen of it. */
export const printActs = { print: { key: 'Ctrl+P', label: 'reportText.print.key' } } as const satisfies Acts

/** While the bookings behind a row are shown. */
export const bookingsActs = {
  close: { key: 'Esc', label: 'reportScreen.key.closeBookings' },
} as const satisfies Acts
