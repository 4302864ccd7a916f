/** What other areas may use of this one. */
export { findFreeRooms, readLeft } from './availability.ts'
