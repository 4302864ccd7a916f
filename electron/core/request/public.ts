/** What other areas may use of this one. */
export { requestView } from './view.ts'
