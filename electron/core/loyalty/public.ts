/** What other areas may use of this one. */
export { membershipsThen, membershipViews, tierThen } from './then.ts'
export { guestMemberships } from './views.ts'
