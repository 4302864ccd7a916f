/** What other areas may use of this one. */
export { startDemo } from './start.ts'
