/** What other areas may use of this one. */
export { changePage, sequenceIn } from './list.ts'
export { changeViews } from './view.ts'
