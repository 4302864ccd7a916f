/** What other areas may use of this one. */
export { guestListRows } from './search-guests.ts'
export { guestAggregate } from './guest-aggregate.ts'
export { checkPerson } from './rules.ts'
