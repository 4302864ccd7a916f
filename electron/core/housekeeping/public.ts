/** What other areas may use of this one: what becomes of rooms when something happens to them, and what they are today. */
export { readRows } from './board.ts'
export { listOpenDiscrepancies } from './discrepancies.ts'
export { housekeepingSettings } from './settings.ts'
export { roomAfter, roomsAfterNight } from './states.ts'
