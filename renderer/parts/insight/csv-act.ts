import type { Act } from '#renderer/base/keys/acts.ts'

/** Saves what is listed as a file: the same key and the same words in every section of Insight. */
export const csvAct = { key: 'Alt+E', label: 'insight.file.save' } as const satisfies Act
