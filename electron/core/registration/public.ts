/** What other areas may use of this one. */
export { type EventOfStay, recordEvent, registerEvent, withdrawEvent } from './events.ts'
export { type PersonsToRegister, type PersonToRegister, personsOfBooking } from './persons.ts'
