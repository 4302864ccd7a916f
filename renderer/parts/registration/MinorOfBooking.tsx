import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { BookingId, GuestId } from '#shared/values/index.ts'
import { MinorDrawer } from './MinorDrawer.tsx'

type Props = { bookingId: BookingId; guestId: GuestId; onSaved: () => void; onClose: () => void }

/** The sheet of a minor who is to come, beside the check-in: guardian, relations, and what was looked at. */
export function MinorOfBooking({ bookingId, guestId, onSaved, onClose }: Props) {
  const { t } = useWords()
  const found = useQuery('registration.minors', { bookingId })
  const minor = found.data?.rows.find((one) => one.guestId === guestId)
  if (minor) return <MinorDrawer minor={minor} onSaved={onSaved} onClose={onClose} />
  return (
    <SideDrawer open title={t('registration.act.sheet')} onClose={onClose}>
      {found.failed ? (
        <Trouble failed={found.failed} operation="registration.minors" onRetry={found.retry} />
      ) : found.data ? (
        <p role="status">{t('registration.empty.noMinors')}</p>
      ) : (
        <RowSkeleton rows={6} />
      )}
    </SideDrawer>
  )
}
