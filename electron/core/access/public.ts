/** What other areas may use of this one. */
export { hashPassword } from './password.ts'
export { refusalOfPassword } from './refuse-password.ts'
export { sessionUserOf } from './session-user.ts'
