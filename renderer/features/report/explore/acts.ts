import type { Acts } from '#renderer/base/keys/acts.ts'

/** What is done with a pivot. */
export const exploreActs = {
  fields: { key: 'Alt+R', label: 'explore.key.fields' },
  columns: { key: 'Alt+C', label: 'explore.key.columns' },
  swap: { key: 'Alt+W', label: 'explore.key.swap' },
  save: { key: 'Alt+M', label: 'explore.key.save' },
  saved: { key: 'Alt+O', label: 'explore.key.saved' },
  begin: { key: 'Alt+N', label: 'explore.key.reset' },
} as const satisfies Acts
