/**
 * Roles: sets of rights under a name. Those that a hotel starts with are in the program until an administrator adjusts one,
 * so that a right of a later version is in them without anybody's doing; what was adjusted, and the hotel's own, is on file.
 */
import type { RoleId } from '../../values/index.ts'
import { type GivenRole, givenRoleCodes, givenRoles, isGivenRole } from './given-roles.ts'
import { isRight, type Rights, rightOfAdministrators, rights } from './rights.ts'

export type RoleImage = {
  /** What a user's `role` names. An own role's is its first name. */
  code: string
  /** Empty for a given role: the catalogue has its name. */
  name: string
  rights: { [right: string]: true }
}

export type Role = { id: RoleId; version: number; image: RoleImage }

const givenIds: Readonly<Record<GivenRole, number>> = {
  administrator: 1,
  manager: 2,
  clerk: 3,
  'senior-clerk': 4,
  housekeeper: 5,
  cashier: 6,
  'night-auditor': 7,
}

/** Ids of own roles begin here. */
export const firstOwnId = 101

/** A given role as the program has it. */
export function givenRole(code: GivenRole): Role {
  const image = { code, name: '', rights: rightsImage(givenRoles[code]) }
  return { id: givenIds[code] as RoleId, version: 1, image }
}

/** The given role with this id; null for an own one. */
export function givenRoleAt(id: number): Role | null {
  const code = givenRoleCodes.find((one) => givenIds[one] === id)
  return code === undefined ? null : givenRole(code)
}

/** All roles: given ones in their order, as adjusted; then the hotel's own by name. */
export function rolesWith(onFile: readonly Role[]): Role[] {
  const byCode = new Map(onFile.map((role) => [role.image.code, role]))
  const own = onFile.filter(({ image }) => !isGivenRole(image.code))
  return [
    ...givenRoleCodes.map((code) => byCode.get(code) ?? givenRole(code)),
    ...own.toSorted((a, b) => a.image.name.localeCompare(b.image.name)),
  ]
}

/** The rights of an image, in the order of the closed list; what a newer program wrote is left out. */
export function rightsOf({ rights: held }: Pick<RoleImage, 'rights'>): Rights {
  const texts = Object.keys(held).filter(isRight)
  return rights.filter((right) => texts.includes(right))
}

/** A set of rights as an image keeps it, in the order of the closed list. */
export function rightsImage(held: Rights): RoleImage['rights'] {
  return Object.fromEntries(rights.filter((right) => held.includes(right)).map((right) => [right, true]))
}

/** Somebody active must be left who manages users and roles: else nobody could give a right any more. */
export function leavesAdministrator(
  users: readonly { role: string; active: boolean }[],
  roles: readonly Pick<Role, 'image'>[],
): boolean {
  const whole = new Set(
    roles.filter(({ image }) => image.rights[rightOfAdministrators]).map(({ image }) => image.code),
  )
  return users.some(({ role, active }) => active && whole.has(role))
}
