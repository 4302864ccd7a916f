/** What the house has for a guest or of a guest, to be handed over or settled while they are at the desk. */
export const waitingThings = [
  'messages',
  'parcels',
  'luggage',
  'found',
  'traces',
  'wake-calls',
  'keys',
] as const
export type WaitingThing = (typeof waitingThings)[number]

/** What is handed over or done when the guest comes; keys and wake-up calls are settled when they go. */
export const waitingAtArrival: readonly WaitingThing[] = ['messages', 'parcels', 'luggage', 'found', 'traces']
