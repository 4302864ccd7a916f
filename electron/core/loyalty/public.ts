/** What other areas may use of this one. */
export { membershipsThen, membershipViews } from './then.ts'
export { guestMemberships } from './views.ts'
