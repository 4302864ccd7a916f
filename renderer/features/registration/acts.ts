import type { Acts } from '#renderer/base/keys/acts.ts'

/** What the screen shows. */
export const viewActs = {
  open: { key: 'Alt+1', label: 'registration.view.open' },
  day: { key: 'Alt+2', label: 'registration.view.day' },
  minors: { key: 'Alt+3', label: 'registration.view.minors' },
  visitors: { key: 'Alt+4', label: 'registration.view.visitors' },
  compare: { key: 'Alt+5', label: 'registration.view.compare' },
} as const satisfies Acts
export type View = keyof typeof viewActs
export const views = ['open', 'day', 'minors', 'visitors', 'compare'] as const satisfies readonly View[]

type OfRow = { row: { state: string } | undefined; rows: number; waiting: number }
const isOpen = ({ row }: OfRow) => row !== undefined && row.state !== 'sent'

/** What is done with registrations. */
export const rowActs = {
  sent: { key: 'S', label: 'registration.act.sent', when: isOpen },
  allSent: { key: 'Shift+S', label: 'registration.act.allSent', when: ({ waiting }: OfRow) => waiting > 0 },
  failed: { key: 'X', label: 'registration.act.failed', when: isOpen },
  details: { key: 'D', label: 'registration.act.details', when: ({ row }: OfRow) => row !== undefined },
  card: { key: 'C', label: 'registration.act.card', when: ({ row }: OfRow) => row !== undefined },
  booking: { key: 'O', label: 'registration.act.booking', when: ({ row }: OfRow) => row !== undefined },
  file: { key: 'E', label: 'registration.act.file', when: ({ rows }: OfRow) => rows > 0 },
} as const satisfies Acts<OfRow>

/** Guests in house who were never registered. */
export const missingActs = {
  record: { key: 'R', label: 'registration.act.record' },
} as const satisfies Acts

/** What is done with visitors. */
export const visitorActs = {
  note: { key: 'N', label: 'registration.act.visitor' },
  left: { key: 'L', label: 'registration.act.left' },
} as const satisfies Acts

/** What is done with the sheet of a minor. */
export const minorActs = {
  sheet: { key: 'D', label: 'registration.act.sheet' },
} as const satisfies Acts

/** The police client's own list. */
export const compareActs = { pick: { key: 'F', label: 'registration.act.pick' } } as const satisfies Acts
