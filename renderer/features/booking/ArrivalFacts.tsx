import type { ReactNode } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useHotelClock } from '#renderer/api/use-hotel-clock.ts'
import { useWords } from '#renderer/base/language.ts'
import { readablePhone } from '#renderer/parts/guest/phone-text.ts'
import { formatDate, formatMoney } from '#renderer/ui/format.ts'
import { Fact } from '#renderer/ui/Pane.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { isPastHold } from '#shared/domain/booking/hold.ts'
import type { Booking } from './words.ts'

/** The fields of the drawer that begin it. */
export type ArrivalField = 'expectedTime' | 'holdUntil' | 'depositMinor'

type Props = { booking: Booking; open: boolean; onEdit: (field: ArrivalField) => void }

/** Whom to call, and when they say to come. */
export function ContactFacts({ booking, open, onEdit }: Props) {
  const { t } = useWords()
  const { guest, booker } = booking
  const own = guest.phone ?? booker?.phone
  return (
    <>
      <Fact name={t('arrival.phone')}>
        {own ? (
          <>
            {readablePhone(own)}
            {!guest.phone && <span className="k-quiet"> {t('arrival.ofBooker')}</span>}
          </>
        ) : (
          <span className="k-faint">{t('common.notSet')}</span>
        )}
      </Fact>
      <Editable name={t('arrival.expected')} open={open} onEdit={() => onEdit('expectedTime')}>
        {booking.expectedTime}
      </Editable>
    </>
  )
}

type HoldProps = Props & {
  /** At an earlier moment the clock of now says nothing of it. */
  isThen: boolean
}

/** How long the room is held, and what was asked for it. */
export function HoldFacts({ booking, open, isThen, onEdit }: HoldProps) {
  const { t, locale } = useWords()
  const { businessDate, currency } = useHotel()
  const clock = useHotelClock()
  const past = !isThen && isPastHold(booking, businessDate, clock)
  const { depositMinor, depositDueOn } = booking
  const deposit =
    depositMinor === null
      ? null
      : depositDueOn === null
        ? formatMoney(depositMinor, currency, locale, true)
        : t('arrival.depositBy', {
            amount: formatMoney(depositMinor, currency, locale, true),
            date: formatDate(depositDueOn, locale, 'day'),
          })
  return (
    <>
      {booking.guarantee === 'none' ? (
        <Editable
          name={t('arrival.held')}
          open={open}
          onEdit={() => onEdit('holdUntil')}
          after={past && <StatusMark state="past-hold" />}
        >
          {booking.holdUntil}
        </Editable>
      ) : (
        <Fact name={t('arrival.held')}>
          <span className="k-quiet">{t('arrival.heldAllNight')}</span>
        </Fact>
      )}
      <Editable name={t('arrival.deposit')} open={open} onEdit={() => onEdit('depositMinor')}>
        {deposit}
      </Editable>
    </>
  )
}

type EditableProps = {
  name: string
  open: boolean
  onEdit: () => void
  after?: ReactNode
  /** Null: not set. */
  children: string | null
}

/** A fact whose field the drawer of the details begins with. */
function Editable({ name, open, onEdit, after, children }: EditableProps) {
  const { t } = useWords()
  const shown = children ?? <span className="k-faint">{t('common.notSet')}</span>
  return (
    <Fact name={name}>
      {open ? (
        <button
          type="button"
          className="k-inline"
          aria-label={`${name}: ${children ?? t('common.notSet')}. ${t('common.edit')}`}
          onClick={onEdit}
        >
          {shown}
        </button>
      ) : (
        shown
      )}
      {after && <> {after}</>}
    </Fact>
  )
}
