import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { dayUseWords } from '#renderer/parts/booking/day-use-words.ts'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { TierTag } from '#renderer/parts/loyalty/TierTag.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import type { OutputOf } from '#shared/contract/index.ts'

type Props = {
  booking: OutputOf<'booking.get'>
  title: string
  submit: string
  /** The key that does it. */
  act: string
  onSubmit: () => void
  pending: boolean
  trouble: string | null
  ready: boolean
}

/** Who comes or goes, with the one act of the page. */
export function StayHead({ booking, title, submit, act, onSubmit, pending, trouble, ready }: Props) {
  const { t } = useWords()
  const count = booking.nights.length
  return (
    <header className="k-stay-bar">
      <h1>{title}</h1>
      <Link to={href(paths.booking, { id: booking.id })}>
        <span className="k-code">{booking.confirmationNo}</span>
      </Link>
      <StatusMark state={booking.status} />
      <GuestName of={booking.guest} />
      <TierTag tier={booking.guest.tier} />
      <span>
        <DateText date={booking.arrival} />
        <span aria-hidden> → </span>
        <DateText date={booking.departure} />
      </span>
      <span>
        {count > 0 ? t('common.nights', { count }) : dayUseWords(t('common.dayUse'), booking.dayUse)}
      </span>
      {trouble && (
        <span className="k-trouble-line" role="alert">
          {trouble}
        </span>
      )}
      <div className="k-stay-acts">
        {!ready && <span className="k-quiet">{t('stay.answerFirst')}</span>}
        <Button primary autoFocus disabled={pending} onClick={onSubmit}>
          {submit} <KeyHint keys={act} />
        </Button>
      </div>
    </header>
  )
}
