/** What other areas may use of this one: what becomes of rooms when something happens to them. */
export { readSettings } from './settings.ts'
export { roomAfter, roomsAfterNight } from './states.ts'
