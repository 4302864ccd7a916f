import type { Acts } from '#renderer/base/keys/acts.ts'

/** What is done about the row that the keys are on. */
export const blockActs = {
  noShow: { key: 'N', label: 'auditScreen.key.noShow' },
  move: { key: 'M', label: 'auditScreen.key.move' },
  extend: { key: 'E', label: 'auditScreen.key.extend' },
  checkOut: { key: '-', label: 'auditScreen.key.checkOut' },
} as const satisfies Acts

/** The same for all that it can be done about. */
export const allActs = {
  noShowAll: { key: 'Shift+N', label: 'auditScreen.key.noShowAll' },
  moveAll: { key: 'Shift+M', label: 'auditScreen.key.moveAll' },
  extendAll: { key: 'Shift+E', label: 'auditScreen.key.extendAll' },
  checkOutAll: { key: 'Shift+O', label: 'auditScreen.key.checkOutAll' },
} as const satisfies Acts

/** The close itself. */
export const closeActs = {
  start: { key: 'Ctrl+Enter', label: 'auditScreen.key.start' },
  stop: { key: 'Shift+S', label: 'auditScreen.key.stop' },
  lists: { key: 'L', label: 'auditScreen.key.lists' },
  settings: { key: 'S', label: 'auditScreen.key.settings' },
} as const satisfies Acts

/** The panes of the screen. */
export const paneActs = {
  blocks: { key: 'Alt+1', label: 'auditScreen.key.blocks' },
  close: { key: 'Alt+2', label: 'auditScreen.key.close' },
  history: { key: 'Alt+3', label: 'auditScreen.key.history' },
} as const satisfies Acts
