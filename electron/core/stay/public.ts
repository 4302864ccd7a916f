/** What other areas may use of stays. */
export { roomOfDay } from './facts.ts'
export { putStay, stayAggregate } from './stay-aggregate.ts'
