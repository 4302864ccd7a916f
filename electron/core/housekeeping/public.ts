/** What other areas may use of this one: what becomes of rooms when something happens to them. */
export { roomAfter, roomsAfterNight } from './states.ts'
