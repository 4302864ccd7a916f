import type { Acts } from '#renderer/base/keys/acts.ts'

/** From everywhere: in a fire nobody looks for a screen. */
export const fireActs = { fire: { key: 'Ctrl+F3', label: 'house.key.fire' } } as const satisfies Acts

/** On a booking. */
export const bookingTraceActs = { trace: { key: 'F', label: 'house.key.trace' } } as const satisfies Acts
