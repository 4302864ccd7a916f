import type { Acts } from '#renderer/base/keys/acts.ts'

/** On every screen that is empty until the hotel is set up: no other act there has this key. */
export const nextStepActs = { next: { key: 'Alt+U', label: 'keys.nextStep' } } as const satisfies Acts
