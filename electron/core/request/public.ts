/** What other areas may use of this one. */
export { type RequestThen, requestsThen, viewOfThen } from './then.ts'
export { requestView } from './view.ts'
