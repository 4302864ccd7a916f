import type { OutputOf } from '#shared/contract/index.ts'
import type { Key } from '#shared/i18n/index.ts'

type Allowed = OutputOf<'booking.get'>['allowed'][number]

/** Something that may be done with a booking: the key that does it, and the permission it needs of the booking's state. */
export type Act = {
  name: 'dates' | 'room-type' | 'room' | 'rate' | 'guests' | 'request' | 'confirm' | 'cancel' | 'reinstate'
  key: string
  label: Key
  needs: Allowed
}

/** What is being done beside the page: an act of the booking, or one on a request of it. */
export type Doing = Act['name'] | 'decline'

const all: readonly Act[] = [
  { name: 'confirm', key: 'C', label: 'booking.key.confirm', needs: 'confirm' },
  { name: 'dates', key: 'D', label: 'booking.key.dates', needs: 'change' },
  { name: 'room-type', key: 'T', label: 'booking.key.roomType', needs: 'change' },
  { name: 'room', key: 'R', label: 'booking.key.room', needs: 'change' },
  { name: 'rate', key: 'P', label: 'booking.key.rate', needs: 'change' },
  { name: 'guests', key: 'G', label: 'booking.key.guests', needs: 'change' },
  { name: 'request', key: 'N', label: 'booking.key.request', needs: 'request' },
  { name: 'cancel', key: 'X', label: 'booking.key.cancel', needs: 'cancel' },
  { name: 'reinstate', key: 'I', label: 'booking.key.reinstate', needs: 'reinstate' },
]

/** What this booking allows now, in the order the buttons stand; day use has no nights to give a room or a rate. */
export function actsOf(booking: { allowed: readonly Allowed[]; arrival: string; departure: string }): Act[] {
  const dayUse = booking.arrival === booking.departure
  return all.filter(
    (act) => booking.allowed.includes(act.needs) && !(dayUse && (act.name === 'room' || act.name === 'rate')),
  )
}
