import { Button } from 'antd'
import { useWords } from '#renderer/base/language.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { newBookingActs } from '../acts.ts'
import { CreateEffect, CreateTotal } from './CreateEffect.tsx'
import { NewBookingOffers } from './NewBookingOffers.tsx'
import type { NewBooking } from './use-new-booking.ts'

type Props = {
  booking: NewBooking
  /** What its button says. */
  label: string
  /** Points of the message that were still to be looked at when saving was tried. */
  held: number
  onSave: () => void
}

/** What saving would book, and saving. */
export function ResultPane({ booking, label, held, onSave }: Props) {
  const { t } = useWords()
  const { effect, missing, trouble } = booking
  return (
    <div className="k-bk-result">
      <Pane title={t('booking.new.effect')} padded>
        <CreateEffect effect={effect} failed={booking.effectFailed} />
        <NewBookingOffers booking={booking} />
      </Pane>
      <div className="k-bk-save">
        <CreateTotal effect={effect} />
        {(missing === 'dates' || missing === 'type') && (
          <p className="k-trouble-line" role="alert">
            {t(`booking.new.missing.${missing}`)}
          </p>
        )}
        {held > 0 && (
          <p className="k-trouble-line" role="alert">
            {t('confirmation.hold', { count: held })} <KeyHint keys={newBookingActs.confirmPoint.key} />
          </p>
        )}
        {trouble && (
          <p className="k-trouble-line" role="alert">
            {trouble}
          </p>
        )}
        <Button type="primary" block loading={booking.pending} disabled={booking.barred} onClick={onSave}>
          {label} <KeyHint keys={newBookingActs.save.key} />
        </Button>
      </div>
    </div>
  )
}
