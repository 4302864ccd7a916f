/** Acts that whoever answers for the hotel's data asks about, by what the log says of them. */
export const auditActs = [
  'documents',
  'exports',
  'signIns',
  'wrongPasswords',
  'signOuts',
  'sessionsEnded',
  'passwords',
  'users',
] as const
export type AuditAct = (typeof auditActs)[number]

/** The operations that write such rows. A wrong password is one of whatever asked for it. */
const actOf: Readonly<Record<string, AuditAct>> = {
  'guest.openDocument': 'documents',
  'report.export': 'exports',
  'report.exportDashboard': 'exports',
  'explore.export': 'exports',
  'report.runSchedule': 'exports',
  'access.signIn': 'signIns',
  'access.signOut': 'signOuts',
  'access.endSession': 'sessionsEnded',
  'access.changePassword': 'passwords',
  'access.createUser': 'users',
  'access.updateUser': 'users',
}
export const auditOperations: readonly string[] = Object.keys(actOf)

/** `wrongPassword`: whose password it was not. */
export type AuditRow = { operation: string; actor: string; wrongPassword: string | null }

/** What a row of the log says was done, and by whom: who fails to sign in is nobody yet, and is named by the login that was tried. */
export function auditActOf({ operation, actor, wrongPassword }: AuditRow): {
  act: AuditAct
  user: string
} | null {
  if (wrongPassword !== null) return { act: 'wrongPasswords', user: wrongPassword }
  const act = actOf[operation]
  return act === undefined ? null : { act, user: actor }
}
