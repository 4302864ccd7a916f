/** What other areas may use of this one. */
export { bookingAggregate } from './booking-aggregate.ts'
export { changeInSteps } from './change.ts'
export { type Facts, readFactsOfSteps } from './facts.ts'
export { checkNeeds } from './needs.ts'
