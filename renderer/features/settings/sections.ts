import type { May } from '#renderer/base/desk.ts'
import type { Right } from '#shared/domain/access/rights.ts'

type Needed = Right | 'signed-in'

/** The sections in their order: the key that leads there, the right to see each, and the one to change what it shows. */
export const sections = [
  { name: 'hotel', key: 'Alt+1', sees: 'booking-read', changes: 'settings-hotel' },
  { name: 'room-types', key: 'Alt+2', sees: 'booking-read', changes: 'settings-rooms' },
  { name: 'rooms', key: 'Alt+3', sees: 'booking-read', changes: 'settings-rooms' },
  { name: 'rate-plans', key: 'Alt+4', sees: 'booking-read', changes: 'settings-rates' },
  { name: 'stays', key: 'Alt+Y', sees: 'booking-read', changes: 'settings-stay' },
  { name: 'programme', key: 'Alt+5', sees: 'guest-read', changes: 'settings-programme' },
  { name: 'users', key: 'Alt+6', sees: 'users', changes: 'users' },
  { name: 'roles', key: 'Alt+U', sees: 'users', changes: 'users' },
  { name: 'password', key: 'Alt+7', sees: 'signed-in', changes: 'signed-in' },
  { name: 'backup', key: 'Alt+8', sees: 'backup', changes: 'backup' },
  { name: 'money', key: 'Alt+9', sees: 'folio-read', changes: 'settings-money' },
  { name: 'desk', key: 'Alt+K', sees: 'booking-read', changes: 'stay' },
  { name: 'registration', key: 'Alt+G', sees: 'registration', changes: 'settings-stay' },
  { name: 'cutover', key: 'Alt+0', sees: 'settings-money', changes: 'settings-money' },
] as const satisfies readonly { name: string; key: string; sees: Needed; changes: Needed }[]

export type SectionName = (typeof sections)[number]['name']

/** What somebody finds under Settings. */
export function sectionsFor(may: May) {
  return sections.filter((section) => may(section.sees))
}

/** Whether somebody may change what is in a section. */
export function mayChange(may: May, name: SectionName): boolean {
  const section = sections.find((one) => one.name === name)
  return section !== undefined && may(section.changes)
}
