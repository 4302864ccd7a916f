import { useWords } from '#renderer/base/language.ts'
import { nameText } from '#renderer/parts/guest/names.ts'
import { formatDate } from '#renderer/ui/format.ts'
import { ChangeDrawer, type ChangeProps, useChangeDraft } from './ChangeDrawer.tsx'

const usual = ['plans', 'elsewhere', 'illness', 'transport', 'double', 'hotel'] as const

/** Gives the booking up: says what goes, asks why. */
export function CancelDrawer({ booking, onClose }: ChangeProps) {
  const { t, language, locale } = useWords()
  const draft = useChangeDraft(booking, 'cancel', { reason: '' })
  const count = booking.nights.length
  return (
    <ChangeDrawer
      booking={booking}
      onClose={onClose}
      title={t('booking.change.cancel', { number: booking.confirmationNo })}
      submit={t('booking.act.cancel')}
      command="booking.cancel"
      danger
      draft={draft}
      change={{ kind: 'cancel' }}
      reasonRequired
      reasonFocus
      usualReasons={usual.map((why) => t(`booking.change.usualCancel.${why}`))}
    >
      <p className="k-field">
        {t('booking.change.cancelWhat', {
          nights: count === 0 ? t('common.dayUse') : t('common.nights', { count }),
          guest: nameText(booking.guest, language, t),
          arrival: formatDate(booking.arrival, locale),
        })}
      </p>
    </ChangeDrawer>
  )
}

/** Takes a cancellation back, where the nights are still available. */
export function ReinstateDrawer({ booking, onClose }: ChangeProps) {
  const { t } = useWords()
  const draft = useChangeDraft(booking, 'reinstate', { reason: '' })
  return (
    <ChangeDrawer
      booking={booking}
      onClose={onClose}
      title={t('booking.change.reinstate', { number: booking.confirmationNo })}
      submit={t('booking.act.reinstate')}
      command="booking.reinstate"
      draft={draft}
      change={{ kind: 'reinstate' }}
      reasonFocus
    />
  )
}

/** An enquiry or a place on the waiting list becomes a booking. */
export function ConfirmDrawer({ booking, onClose }: ChangeProps) {
  const { t } = useWords()
  const draft = useChangeDraft(booking, 'confirm', { reason: '' })
  return (
    <ChangeDrawer
      booking={booking}
      onClose={onClose}
      title={t('booking.change.confirm')}
      command="booking.confirm"
      draft={draft}
      change={{ kind: 'confirm' }}
      reasonFocus
    />
  )
}
