/** What other areas may use of this one. */
export { backupState } from './state.ts'
