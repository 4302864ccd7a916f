/** What other areas may use of this one. */
export { boardClock, readBoardRows, workDue } from './board.ts'
export { preferenceOffers } from './offers.ts'
export { type RequestThen, requestsThen, viewOfThen } from './then.ts'
export { requestView } from './view.ts'
