/** What other areas may use of this one. */
export { hashPassword } from './password.ts'
export { refusalOfPassword } from './refuse-password.ts'
export { hasRole } from './role-aggregate.ts'
export { sessionUserOf } from './session-user.ts'
