import type { Acts } from '#renderer/base/keys/acts.ts'

/** To an earlier moment of a thing and back. */
export const earlierActs = { asOf: { key: 'Alt+H', label: 'change.key.asOf' } } as const satisfies Acts
