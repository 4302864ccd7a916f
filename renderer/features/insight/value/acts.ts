import type { Acts } from '#renderer/base/keys/acts.ts'

/** What is done with the guests behind a figure. */
export const valueListActs = {
  exportGuests: { key: 'Alt+G', label: 'insightValue.page.exportKey' },
} as const satisfies Acts
