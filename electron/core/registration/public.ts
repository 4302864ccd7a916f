/** What other areas may use of this one. */
export { readUnsent } from '#db/queries/registration/list.ts'
export { countryRuleOn } from './country-rules.ts'
export {
  type EventOfStay,
  recordEvent,
  registerEvent,
  withdrawEvent,
  withdrawRegistrations,
  withdrawStay,
} from './events.ts'
export { readUnregistered } from './list.ts'
export { type PersonsToRegister, type PersonToRegister, personsOfBooking } from './persons.ts'
