/** What other areas may use of this one. */
export { guestMemberships } from './views.ts'
