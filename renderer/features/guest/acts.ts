import type { Acts } from '#renderer/base/keys/acts.ts'
import { screenKeys } from '#renderer/base/keys/screen-keys.ts'

/** What the guest list does. */
export const listActs = { newGuest: { key: 'Alt+N', label: 'guest.key.newGuest' } } as const satisfies Acts

/** What narrows the guest list. */
export const filterActs = {
  tier: { key: 'Alt+T', label: 'guest.key.tier' },
  tag: { key: 'Alt+G', label: 'guest.key.tag' },
  nationality: { key: 'Alt+C', label: 'guest.key.nationality' },
  segment: { key: 'Alt+S', label: 'guest.key.segment' },
  inHouse: { key: 'Alt+I', label: 'guest.key.inHouse' },
  openRequests: { key: 'Alt+R', label: 'guest.key.openRequests' },
  clear: { key: 'Alt+X', label: 'guest.key.clear' },
} as const satisfies Acts

/** What one does with a guest. */
export const guestActs = {
  newBooking: { key: screenKeys.newBooking, label: 'guest.key.newBooking' },
  asLast: { key: 'Alt+L', label: 'guest.key.asLast' },
  note: { key: 'Alt+N', label: 'guest.key.note' },
  request: { key: 'Alt+R', label: 'guest.key.request' },
  alerts: { key: 'Alt+A', label: 'guest.key.alerts' },
  tags: { key: 'Alt+T', label: 'guest.key.tags' },
} as const satisfies Acts

/** The sections of the profile that a key goes to, by their names. */
export const sectionActs = {
  identity: { key: 'Alt+1', label: 'guest.key.identity' },
  contacts: { key: 'Alt+2', label: 'guest.key.contacts' },
  documents: { key: 'Alt+3', label: 'guest.key.documents' },
  preferences: { key: 'Alt+4', label: 'guest.key.preferences' },
  stays: { key: 'Alt+5', label: 'guest.key.stays' },
  changes: { key: 'Alt+6', label: 'guest.key.changes' },
  requests: { key: 'Alt+7', label: 'guest.key.requests' },
  loyalty: { key: 'Alt+8', label: 'guest.key.loyalty' },
  notes: { key: 'Alt+9', label: 'guest.key.notes' },
} as const satisfies Acts
