import { deleteRole, listRoles, saveRole } from './roles.ts'
import { attend, endSession, listSessions, session, signInList, signOut } from './session.ts'
import { approve, signIn } from './sign-in.ts'
import { changePassword, createUser, listUsers, updateUser } from './users.ts'
import { approvers, whoMay } from './who-may.ts'

export const accessHandlers = {
  'access.signIn': signIn,
  'access.approve': approve,
  'access.approvers': approvers,
  'access.signOut': signOut,
  'access.session': session,
  'access.attend': attend,
  'access.listSessions': listSessions,
  'access.endSession': endSession,
  'access.signInList': signInList,
  'access.listUsers': listUsers,
  'access.whoMay': whoMay,
  'access.createUser': createUser,
  'access.updateUser': updateUser,
  'access.changePassword': changePassword,
  'access.listRoles': listRoles,
  'access.saveRole': saveRole,
  'access.deleteRole': deleteRole,
}
