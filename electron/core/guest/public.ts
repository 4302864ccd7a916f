/** What other areas may use of this one. */

export { guestAggregate } from './guest-aggregate.ts'
export { withPreference } from './preferences.ts'
export { checkedContact, checkPerson } from './rules.ts'
export { guestListRows } from './search-guests.ts'
