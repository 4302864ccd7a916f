/** What other areas may use of this one. */
export { bookingAggregate } from './booking-aggregate.ts'
export { changeInSteps } from './change.ts'
export { checkHourNeeds, dayUseAggregate, dayUseOrigin, giveRoom, priceHours } from './day-use.ts'
export { type Facts, readFacts, readFactsOfSteps } from './facts.ts'
export { roomOfDay } from './hours.ts'
export { checkNeeds } from './needs.ts'
export { checkTaken } from './stock.ts'
