/** Roles from least to most; each may do all that the one before it may. */
export const roles = ['clerk', 'manager', 'administrator'] as const
export type Role = (typeof roles)[number]

/** Whether somebody of `role` may do what asks for `needed`. */
export function roleAllows(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed)
}
