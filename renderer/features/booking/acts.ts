import type { Acts } from '#renderer/base/keys/acts.ts'
import type { OutputOf } from '#shared/contract/index.ts'

type Allowed = OutputOf<'booking.get'>['allowed'][number]
type Of = { allowed: readonly Allowed[]; derived?: readonly string[] }

const allows = (what: Allowed) => (booking: Of) => booking.allowed.includes(what)

/** What may be done with a booking, in the order the buttons are. */
export const bookingActs = {
  confirm: { key: 'C', label: 'booking.key.confirm', when: allows('confirm') },
  dates: { key: 'D', label: 'booking.key.dates', when: allows('dates') },
  'room-type': { key: 'T', label: 'booking.key.roomType', when: allows('room-type') },
  room: { key: 'R', label: 'booking.key.room', when: allows('room') },
  hours: {
    key: 'H',
    label: 'booking.key.hours',
    when: ({ allowed, derived }) => allowed.includes('details') && derived?.includes('day-use') === true,
  },
  rate: { key: 'P', label: 'booking.key.rate', when: allows('rate') },
  guests: { key: 'G', label: 'booking.key.guests', when: allows('guests') },
  details: { key: 'E', label: 'booking.key.details', when: allows('details') },
  request: { key: 'N', label: 'booking.key.request', when: allows('request') },
  cancel: { key: 'X', label: 'booking.key.cancel', when: allows('cancel') },
  reinstate: { key: 'I', label: 'booking.key.reinstate', when: allows('reinstate') },
} as const satisfies Acts<Of>

export type ActName = keyof typeof bookingActs
/** What is being done beside the page: an act of the booking, or one on a request of it. */
export type Doing = ActName | 'decline'

/** The panes of a booking, by name. */
export const paneActs = {
  facts: { key: 'Alt+1', label: 'booking.key.facts' },
  nights: { key: 'Alt+2', label: 'booking.key.nights' },
  requests: { key: 'Alt+3', label: 'booking.key.requests' },
  changes: { key: 'Alt+4', label: 'booking.key.changes' },
} as const satisfies Acts

/** Where one goes from a booking. */
export const leaveActs = { guest: { key: 'O', label: 'booking.key.guest' } } as const satisfies Acts

/** What the form of a new booking does. */
export const newBookingActs = {
  save: { key: 'Ctrl+Enter', label: 'booking.key.save' },
  newGuest: { key: 'Alt+N', label: 'booking.key.newGuest' },
  prices: { key: 'Alt+P', label: 'booking.key.prices' },
  lastTime: { key: 'Alt+L', label: 'booking.key.lastTime' },
  message: { key: 'Alt+M', label: 'booking.key.message' },
  confirmPoint: { key: 'Alt+C', label: 'booking.key.confirmPoint' },
  onFile: { key: 'Alt+O', label: 'booking.key.onFile' },
} as const satisfies Acts
