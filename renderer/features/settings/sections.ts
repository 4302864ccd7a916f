import { type Role, roleAllows } from '#shared/domain/access/roles.ts'

/** The sections in their order: the key that leads there, who may see each, and who may change what it shows. */
export const sections = [
  { name: 'hotel', key: 'Alt+1', sees: 'clerk', changes: 'administrator' },
  { name: 'room-types', key: 'Alt+2', sees: 'clerk', changes: 'administrator' },
  { name: 'rooms', key: 'Alt+3', sees: 'clerk', changes: 'administrator' },
  { name: 'rate-plans', key: 'Alt+4', sees: 'clerk', changes: 'manager' },
  { name: 'programme', key: 'Alt+5', sees: 'clerk', changes: 'manager' },
  { name: 'users', key: 'Alt+6', sees: 'administrator', changes: 'administrator' },
  { name: 'password', key: 'Alt+7', sees: 'clerk', changes: 'clerk' },
  { name: 'backup', key: 'Alt+8', sees: 'administrator', changes: 'administrator' },
  { name: 'money', key: 'Alt+9', sees: 'clerk', changes: 'manager' },
  { name: 'cutover', key: 'Alt+0', sees: 'manager', changes: 'manager' },
] as const satisfies readonly { name: string; key: string; sees: Role; changes: Role }[]

export type SectionName = (typeof sections)[number]['name']

/** What this role finds under Settings. */
export function sectionsFor(role: Role) {
  return sections.filter((section) => roleAllows(role, section.sees))
}

/** Whether this role may change what is in a section. */
export function mayChange(role: Role, name: SectionName): boolean {
  const section = sections.find((one) => one.name === name)
  return section !== undefined && roleAllows(role, section.changes)
}
