import type { Acts } from '#renderer/base/keys/acts.ts'

/** What a page of the plan does. */
export const planActs = { save: { key: 'Ctrl+S', label: 'keys.save' } } as const satisfies Acts
