/** What other areas may use of stays. */
export { putStay, stayAggregate } from './stay-aggregate.ts'
