import type { Act, Acts } from '#renderer/base/keys/acts.ts'
import { type Role, roleAllows } from '#shared/domain/access/roles.ts'
import { type SectionName, sections } from './sections.ts'

/** The sections, each with its key anyone who looks. */
export const sectionActs = Object.fromEntries(
  sections.map(({ name, key, sees }): [SectionName, Act<Role>] => [
    name,
    { key, label: `settings.key.${name}`, when: (role) => roleAllows(role, sees) },
  ]),
) as Acts<Role, SectionName>

/** What a section that is a list does. */
export const addActs = { add: { key: 'Alt+N', label: 'settings.key.add' } } as const satisfies Acts

/** What the rooms do besides. */
export const rangeActs = {
  addRange: { key: 'Alt+R', label: 'settings.key.addRange' },
} as const satisfies Acts

/** What the backups do besides. */
export const backupActs = {
  backUp: { key: 'Alt+B', label: 'settings.key.backUp' },
} as const satisfies Acts

/** What a section that is one form does. */
export const saveActs = { save: { key: 'Ctrl+S', label: 'keys.save' } } as const satisfies Acts
