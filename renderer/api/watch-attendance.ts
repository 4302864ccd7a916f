import type { OutputOf } from '#shared/contract/index.ts'
import { usualLimits } from '#shared/domain/access/session-limits.ts'
import { attendance } from '../base/attendance.ts'
import { useDesk } from '../base/desk.ts'
import { theClient } from './client.ts'
import { queryClient } from './query-client.ts'
import { checkSession } from './session.ts'

const LOOK_MS = 5_000
const inputs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const

/** Watches the window; called once at start. */
export function watchAttendance(): void {
  const isIn = () => useDesk.getState().phase === 'in'
  const { input, look } = attendance({
    tell: () => void (isIn() && theClient().call('access.attend', {})),
    left: () => void checkSession({ alone: true }),
    idleMs: () => {
      const hotel = queryClient.getQueryData<OutputOf<'hotel.state'>>(['hotel.state', {}])
      return (hotel?.idleMinutes ?? usualLimits.idleMinutes) * 60_000
    },
    now: Date.now,
  })
  for (const kind of inputs) window.addEventListener(kind, input, { capture: true, passive: true })
  setInterval(look, LOOK_MS)
}
