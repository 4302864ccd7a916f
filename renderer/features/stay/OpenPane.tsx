import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { nameText } from '#renderer/parts/guest/names.ts'
import { Waiting } from '#renderer/parts/house/Waiting.tsx'
import { requestWords } from '#renderer/parts/request/request-text.ts'
import { Fact, Facts, Pane, Section } from '#renderer/ui/Pane.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { waitingThings } from '#shared/domain/house/waiting.ts'

type Booking = OutputOf<'booking.get'>
type Props = { booking: Booking; review: OutputOf<'stay.reviewCheckOut'> }

/** What is open before the guest leaves: what the house has for them, lost property of the room, wishes; each leads to where it is settled. */
export function OpenPane({ booking, review }: Props) {
  const { t, language } = useWords()
  const open = booking.requests.filter(({ id }) => review.requests.some((one) => one.id === id))
  return (
    <Pane title={t('stay.out.open')} padded>
      <Facts>{review.freedNights > 0 && <Fact name={t('stay.out.freed')}>{review.freedNights}</Fact>}</Facts>
      <Waiting
        bookingId={booking.id}
        givenTo={nameText(booking.guest, language, t)}
        things={waitingThings}
        none={t('stay.out.nothingOpen')}
      />
      <Section title={t('booking.requests.title')}>
        {open.length === 0 && <p className="k-faint">{t('stay.out.noRequests')}</p>}
        <ul className="k-waiting">
          {open.map((request) => (
            <OpenRequest key={request.id} request={request} booking={booking} />
          ))}
        </ul>
      </Section>
    </Pane>
  )
}

/** A wish that is open still: done here, or declined where its reason is asked. */
function OpenRequest({ request, booking }: { request: Booking['requests'][number]; booking: Booking }) {
  const { t } = useWords()
  const advance = useCommand('request.advance')
  const what = requestWords(request, t)
  const { id, version, status } = request
  return (
    <li>
      <StatusMark state={status} markOnly />
      <span className="k-waiting-text">
        <b>{what}</b>{' '}
        {advance.trouble && (
          <span className="k-trouble-line" role="alert">
            {advance.trouble}
          </span>
        )}
      </span>
      <button
        type="button"
        className="k-tool"
        disabled={advance.pending}
        onClick={() => void advance.run({ id, version, action: 'done' })}
      >
        {t('request.action.done')}
        <span className="k-hidden"> {what}</span>
      </button>
      <Link className="k-tool" to={href(paths.booking, { id: booking.id }, { do: 'decline', of: id })}>
        {t('request.action.decline')}
        <span className="k-hidden"> {what}</span>
      </Link>
    </li>
  )
}
