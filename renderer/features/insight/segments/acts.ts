import type { Acts } from '#renderer/base/keys/acts.ts'
import { csvAct } from '#renderer/parts/insight/csv-act.ts'

/** What the list of segments does. */
export const segmentActs = { create: { key: 'Alt+N', label: 'segment.key.create' } } as const satisfies Acts

/** What the editor of a segment does with the condition that has the focus. */
export const ruleActs = {
  add: { key: 'Alt+A', label: 'segment.key.add' },
  group: { key: 'Alt+G', label: 'segment.key.group' },
  join: { key: 'Alt+J', label: 'segment.key.join' },
  negate: { key: 'Alt+M', label: 'segment.key.negate' },
  remove: { key: 'Alt+D', label: 'segment.key.remove' },
  save: { key: 'Ctrl+S', label: 'keys.save' },
} as const satisfies Acts

/** The two sides of the editor. */
export const editorPaneActs = {
  rule: { key: 'Alt+L', label: 'segment.key.rule' },
  result: { key: 'Alt+W', label: 'segment.key.result' },
} as const satisfies Acts

/** Leaves the editor, which keeps what was typed. */
export const editorActs = { close: { key: 'Esc', label: 'keys.leave' } } as const satisfies Acts

/** What is done with the guests of a segment. */
export const resultActs = {
  open: { key: 'Alt+O', label: 'segment.key.open' },
  tags: { key: 'Alt+T', label: 'segment.key.tags' },
  csv: csvAct,
} as const satisfies Acts
