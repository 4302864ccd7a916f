/** What other areas may use of this one. */
export { type EventOfStay, registerEvent, withdrawEvent } from './events.ts'
export { type PersonsToRegister, type PersonToRegister, personsToRegister } from './persons.ts'
