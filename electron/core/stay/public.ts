/** What other areas may use of stays. */

export { stayTerms } from './settings.ts'
export { putStay, stayAggregate } from './stay-aggregate.ts'
