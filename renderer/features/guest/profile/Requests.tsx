import { Button, Input, type InputRef } from 'antd'
import { useId, useRef, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { useHeld } from '#renderer/base/route/memory.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { doneForWords } from '#renderer/parts/guest/names.ts'
import { requestWords } from '#renderer/parts/request/request-text.ts'
import { DateText } from '#renderer/ui/DateText.tsx'
import { DraftNote } from '#renderer/ui/DraftNote.tsx'
import { formatMoment } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { actionsOf, type RequestAction } from '#shared/domain/request/request.ts'
import { type Profile, useEdited } from './editing.tsx'
import { byUrgency, isToDo } from './request-words.ts'
import { Part } from './SectionHead.tsx'

type Request = Profile['requests'][number]
type Props = {
  requests: readonly Request[]
  /** There are bookings before those whose settled requests are here. */
  older: boolean
  onNew: () => void
}

/** What was asked for: to do first, settled behind one line. Each with what may be done with it now. */
export function Requests({ requests, older, onNew }: Props) {
  const { t } = useWords()
  const [past, setPast] = useState(false)
  const { open, settled } = byUrgency(requests)
  return (
    <Part
      name="requests"
      title={t('guest.section.requests')}
      tools={
        <button type="button" className="k-tool" onClick={onNew}>
          + {t('guest.act.addRequest')}
        </button>
      }
    >
      {requests.length === 0 && <p className="k-faint">{t('guest.request.none')}</p>}
      <ul>
        {open.map((request) => (
          <RequestLine key={request.id} request={request} />
        ))}
        {past && settled.map((request) => <RequestLine key={request.id} request={request} />)}
      </ul>
      {settled.length > 0 && (
        <button type="button" className="k-tool g-fold" aria-expanded={past} onClick={() => setPast(!past)}>
          {t(past ? 'common.hide' : 'common.show')} ·{' '}
          {t(older ? 'guest.request.pastLatest' : 'guest.request.past', { count: settled.length })}
        </button>
      )}
    </Part>
  )
}

function RequestLine({ request }: { request: Request }) {
  const { t, locale } = useWords()
  const { businessDate, timeZone } = useHotel()
  const { id: guestId, whom } = useEdited()
  const advance = useCommand('request.advance', {
    done: (language, _saved, { action }) => {
      // A booking that this guest made for another is named by its number
      const person = request.guestId === guestId ? whom() : { name: request.confirmationNo, latinName: '' }
      return doneForWords(language, 'request.advance', person, action)
    },
  })
  const { id, version, status } = request
  const [declining, setDeclining] = useHeld(`request:${id}:declining`, false)
  const move = async (action: RequestAction, reason?: string) => {
    // Not by a disabled button: it would lose the focus, and the next Esc the guest
    if (advance.pending) return
    const reply = await advance.run({ id, version, action, ...(reason ? { reason } : {}) })
    if (reply.ok) setDeclining(false)
  }
  const toDo = isToDo(request)
  const late = toDo && request.dueOn < businessDate
  const who = t('guest.request.by', {
    by: request.statusBy || request.createdBy,
    moment: formatMoment(request.statusAt, locale, timeZone),
  })
  return (
    <li className={toDo ? 'g-request' : 'g-request g-request-settled'} title={who}>
      <div className="g-line">
        <StatusMark state={status} markOnly={toDo} />
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
          <Link to={href(paths.booking, { id: request.bookingId })} className="k-code">
            {request.confirmationNo}
          </Link>
          {request.reason && <> · {request.reason}</>}
        </span>
        {!declining &&
          !request.calledOff &&
          actionsOf(status).map((action) => (
            <button
              key={action}
              type="button"
              className="k-chip"
              aria-label={`${t(`request.action.${action}`)}: ${requestWords(request, t)}`}
              onClick={() => (action === 'decline' ? setDeclining(true) : void move(action))}
            >
              {t(`request.action.${action}`)}
            </button>
          ))}
      </div>
      {declining && (
        <Decline
          id={id}
          onDecline={(reason) => void move('decline', reason)}
          onLeave={() => setDeclining(false)}
        />
      )}
      {advance.trouble && (
        <p className="k-trouble-line" role="alert">
          {advance.trouble}
        </p>
      )}
    </li>
  )
}

type DeclineProps = {
  id: Request['id']
  onDecline: (reason: string) => void
  onLeave: () => void
}

/** Declining says why, in the place of the buttons: Enter declines, Esc leaves. */
function Decline({ id, onDecline, onLeave }: DeclineProps) {
  const { t } = useWords()
  const draft = useDraft(`request:${id}:decline`, { reason: '' })
  const { reason } = draft.value
  const [missing, setMissing] = useState(false)
  const problem = useId()
  const field = useRef<InputRef>(null)
  const decline = () => {
    if (draft.waiting) return
    if (reason.trim() !== '') return onDecline(reason)
    setMissing(true)
    field.current?.focus()
  }
  const usual = [
    t('guest.request.usual.full'),
    t('guest.request.usual.notOffered'),
    t('guest.request.usual.guest'),
  ]
  return (
    <div className="g-inline-form">
      <DraftNote draft={draft} />
      <Input
        ref={field}
        autoFocus
        aria-label={t('guest.request.declineWhy')}
        aria-invalid={missing}
        aria-describedby={missing ? problem : undefined}
        status={missing ? 'error' : ''}
        placeholder={t('guest.request.declineWhy')}
        value={reason}
        onChange={(event) => {
          setMissing(false)
          draft.set({ reason: event.target.value })
        }}
        onKeyDown={(event) => {
          if (isComposing(event) || (event.key !== 'Enter' && event.key !== 'Escape')) return
          event.preventDefault()
          event.stopPropagation()
          if (event.key === 'Escape') onLeave()
          else decline()
        }}
      />
      {missing && (
        <p id={problem} className="k-trouble-line" role="alert">
          {t('refusal.REASON_NEEDED')}
        </p>
      )}
      <div className="k-usual">
        {usual.map((one) => (
          <button key={one} type="button" className="k-chip" onClick={() => onDecline(one)}>
            {one}
          </button>
        ))}
      </div>
      <div className="g-form-foot">
        <Button type="primary" danger disabled={draft.waiting} onClick={decline}>
          {t('request.action.decline')} <KeyHint keys="Enter" />
        </Button>
        <Button onClick={onLeave}>
          {t('common.cancel')} <KeyHint keys="Esc" />
        </Button>
      </div>
    </div>
  )
}
