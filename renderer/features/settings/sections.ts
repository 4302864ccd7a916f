import { type Role, roleAllows } from '#shared/contract/roles.ts'

/** The sections in their order: who may see each, and who may change what stands in it. */
export const sections = [
  { name: 'hotel', sees: 'clerk', changes: 'administrator' },
  { name: 'room-types', sees: 'clerk', changes: 'administrator' },
  { name: 'rooms', sees: 'clerk', changes: 'administrator' },
  { name: 'rate-plans', sees: 'clerk', changes: 'manager' },
  { name: 'programme', sees: 'clerk', changes: 'manager' },
  { name: 'users', sees: 'administrator', changes: 'administrator' },
  { name: 'password', sees: 'clerk', changes: 'clerk' },
] as const satisfies readonly { name: string; sees: Role; changes: Role }[]

export type SectionName = (typeof sections)[number]['name']

/** What this role finds under Settings. */
export function sectionsFor(role: Role) {
  return sections.filter((section) => roleAllows(role, section.sees))
}

/** Whether this role may change what stands in a section. */
export function mayChange(role: Role, name: SectionName): boolean {
  const section = sections.find((one) => one.name === name)
  return section !== undefined && roleAllows(role, section.changes)
}
