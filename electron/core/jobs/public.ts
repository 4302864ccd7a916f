/** What other areas may use of this one. */
export { createBreather } from './breather.ts'
export { stepBack } from './step-back.ts'
export { threadFile } from './thread-file.ts'
