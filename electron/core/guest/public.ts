/** What other areas may use of this one. */
export { guestListRows } from './search-guests.ts'
