/** What other areas may use of this one. */
export { createBreather } from './breather.ts'
