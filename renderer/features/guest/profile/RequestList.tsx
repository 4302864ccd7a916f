import { type ReactNode, useState } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { requestWords } from '#renderer/parts/request/request-text.ts'
import { DateText } from '#renderer/ui/DateText.tsx'
import { formatMoment } from '#renderer/ui/format.ts'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import type { BusinessDate } from '#shared/values/index.ts'
import type { Profile } from './editing.tsx'
import { byUrgency, isToDo } from './request-words.ts'

type Request = Profile['requests'][number]

type ListProps = {
  requests: readonly Request[]
  /** There are bookings before those whose settled requests are here. */
  older: boolean
  /** What is said where there is none. */
  none: string
  line: (request: Request) => ReactNode
}

/** Requests to do first, settled ones behind one line. */
export function RequestList({ requests, older, none, line }: ListProps) {
  const { t } = useWords()
  const [past, setPast] = useState(false)
  const { open, settled } = byUrgency(requests)
  return (
    <>
      {requests.length === 0 && <p className="k-faint">{none}</p>}
      <ul>
        {open.map(line)}
        {past && settled.map(line)}
      </ul>
      {settled.length > 0 && (
        <button type="button" className="k-tool g-fold" aria-expanded={past} onClick={() => setPast(!past)}>
          {t(past ? 'common.hide' : 'common.show')} ·{' '}
          {t(older ? 'guest.request.pastLatest' : 'guest.request.past', { count: settled.length })}
        </button>
      )}
    </>
  )
}

type ItemProps = {
  request: Request
  /** The business date by which it is late. */
  on: BusinessDate
  /** The earlier moment that it is of, where its booking is looked at as of then, too. */
  asOf?: string
  /** What may be done with it. */
  acts?: ReactNode
  children?: ReactNode
}

/** What is asked for, by when, of whom, for which booking. */
export function RequestItem({ request, on, asOf, acts, children }: ItemProps) {
  const { t, locale } = useWords()
  const { timeZone } = useHotel()
  const toDo = isToDo(request)
  const late = toDo && request.dueOn < on
  const who = t('guest.request.by', {
    by: request.statusBy || request.createdBy,
    moment: formatMoment(request.statusAt, locale, timeZone),
  })
  return (
    <li className={toDo ? 'g-request' : 'g-request g-request-settled'} title={who}>
      <div className="g-line">
        <StatusMark state={request.status} markOnly={toDo} />
        <span className="g-line-text">
          <b>{requestWords(request, t)}</b>
          {request.fromPreference && (
            <span className="k-faint g-small"> {t('guest.request.fromPreference')}</span>
          )}
        </span>
        <span className={late ? 'k-trouble-line' : 'k-quiet'}>
          <DateText date={request.dueOn} style="day" /> {request.dueTime}
        </span>
      </div>
      <div className="g-line g-small">
        <span className="g-line-text k-quiet">
          {t(`request.department.${request.department}`)} ·{' '}
          <Link to={href(paths.booking, { id: request.bookingId }, { asOf })} className="k-code">
            {request.confirmationNo}
          </Link>
          {request.reason && <> · {request.reason}</>}
          {request.alternative && <> · {t('request.instead', { what: request.alternative })}</>}
        </span>
        {acts}
      </div>
      {children}
    </li>
  )
}
