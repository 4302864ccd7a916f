import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { BookingTraces } from '#renderer/parts/house/BookingTraces.tsx'
import { BookingPanel } from '#renderer/parts/insight/Panels.tsx'
import { DateText, DateTimeText } from '#renderer/ui/DateText.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { isCalledOff } from '#shared/domain/booking/booking.ts'
import { actionsOf, isOpen, type RequestAction } from '#shared/domain/request/request.ts'
import type { Key } from '#shared/i18n/index.ts'
import { wishText } from '#shared/i18n/wish-text.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { bookingActs, type Doing } from './acts.ts'
import { type Booking, doneWords } from './words.ts'

export type Request = Booking['requests'][number]
type Open = (name: Doing, of?: number) => void

/** What the guest asks for this stay: of which department, by when, and what has become of it. */
export function RequestsPane({
  booking,
  on,
  onOpen,
}: {
  booking: Booking
  /** The business date that a request is overdue by: today's, or that of the earlier moment on screen. */
  on: BusinessDate
  /** Absent at an earlier moment: nothing is done. */
  onOpen?: Open
}) {
  const { t } = useWords()
  const { requests } = booking
  const may = onOpen && booking.allowed.includes('request')
  const calledOff = isCalledOff(booking.status)
  const open = calledOff ? 0 : requests.filter((request) => isOpen(request.status)).length
  const ordered = requests.toSorted(
    (a, b) =>
      Number(isOpen(b.status)) - Number(isOpen(a.status)) || (a.dueOn < b.dueOn ? -1 : 1) || a.id - b.id,
  )
  return (
    <Pane
      title={t('booking.requests.title')}
      note={requests.length > 0 && t('booking.requests.open', { count: open })}
      tools={
        may && (
          <button type="button" className="k-tool" onClick={() => onOpen('request')}>
            {t('booking.requests.add')} <KeyHint keys={bookingActs.request.key} />
          </button>
        )
      }
    >
      {onOpen && (
        <div className="k-padded">
          <BookingPanel id={booking.id} place="booking" />
        </div>
      )}
      {requests.length === 0 && <p className="k-padded k-quiet">{t('booking.requests.none')}</p>}
      <ul>
        {ordered.map((request) => (
          <RequestRow
            key={request.id}
            booking={booking}
            on={on}
            request={request}
            calledOff={calledOff}
            {...(onOpen ? { onOpen } : {})}
          />
        ))}
      </ul>
      {onOpen && <BookingTraces bookingId={booking.id} on={on} />}
    </Pane>
  )
}

function RequestRow({
  booking,
  on,
  request,
  calledOff,
  onOpen,
}: {
  booking: Booking
  on: BusinessDate
  request: Request
  /** Nobody comes: there is nothing to be done about it. */
  calledOff: boolean
  onOpen?: Open
}) {
  const { t, language } = useWords()
  const advance = useCommand('request.advance', {
    done: (to, _saved, { action }) =>
      doneWords(to, 'request.advance', booking.confirmationNo, booking.guest, action),
  })
  const what = wishText(request, language)
  const late = isOpen(request.status) && !calledOff && request.dueOn < on
  const act = (action: RequestAction) => {
    if (action === 'decline') onOpen?.('decline', request.id)
    else void advance.run({ id: request.id, version: request.version, action })
  }
  return (
    <li className="k-bk-request">
      <StatusMark state={request.status} />
      <button
        type="button"
        className="k-inline"
        disabled={!onOpen || calledOff || !isOpen(request.status)}
        onClick={() => onOpen?.('request', request.id)}
      >
        <b>{what}</b>
      </button>
      <div className="k-bk-request-acts">
        {(calledOff || !onOpen ? [] : actionsOf(request.status)).map((action) => (
          <button
            key={action}
            type="button"
            className="k-tool"
            disabled={advance.pending}
            aria-label={t('booking.requests.act', { action: t(`request.action.${action}` as Key), what })}
            onClick={() => act(action)}
          >
            {t(`request.action.${action}` as Key)}
          </button>
        ))}
      </div>
      <div className="k-bk-request-more k-quiet">
        <p>
          {t(`request.department.${request.department}` as Key)} ·{' '}
          <span className={late ? 'k-wrong' : ''}>
            <DateText date={request.dueOn} style="day" /> {request.dueTime}
          </span>
          {request.fromPreference && ` · ${t('booking.requests.fromPreference')}`}
        </p>
        {request.status !== 'open' && (
          <p>
            {request.reason && <>{request.reason} · </>}
            {request.alternative && <>{t('request.instead', { what: request.alternative })} · </>}
            {request.statusBy}, <DateTimeText moment={request.statusAt} />
          </p>
        )}
        {advance.trouble && (
          <p className="k-trouble-line" role="alert">
            {advance.trouble}
          </p>
        )}
      </div>
    </li>
  )
}
