import { Button, Input, type InputRef } from 'antd'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { useHeld } from '#renderer/base/route/memory.ts'
import { doneForWords } from '#renderer/parts/guest/names.ts'
import { requestWords } from '#renderer/parts/request/request-text.ts'
import { DraftNote } from '#renderer/ui/DraftNote.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { actionsOf, type RequestAction } from '#shared/domain/request/request.ts'
import { type Profile, useEdited } from './editing.tsx'
import { RequestItem, RequestList } from './RequestList.tsx'
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
      <RequestList
        requests={requests}
        older={older}
        none={t('guest.request.none')}
        line={(request) => <RequestLine key={request.id} request={request} />}
      />
    </Part>
  )
}

function RequestLine({ request }: { request: Request }) {
  const { t } = useWords()
  const { businessDate } = useHotel()
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
  const move = async (action: RequestAction, said?: { reason: string; alternative: string }) => {
    // Not by a disabled button: it would lose the focus, and the next Esc the guest
    if (advance.pending) return
    const reply = await advance.run({ id, version, action, ...said })
    if (reply.ok) setDeclining(false)
  }
  return (
    <RequestItem
      request={request}
      on={businessDate}
      acts={
        !declining &&
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
        ))
      }
    >
      {declining && (
        <Decline
          id={id}
          onDecline={(said) => void move('decline', said)}
          onLeave={() => setDeclining(false)}
        />
      )}
      {advance.trouble && (
        <p className="k-trouble-line" role="alert">
          {advance.trouble}
        </p>
      )}
    </RequestItem>
  )
}

type DeclineProps = {
  id: Request['id']
  onDecline: (said: { reason: string; alternative: string }) => void
  onLeave: () => void
}

/** Declining says why, and what is offered instead, in the place of the buttons: Enter declines, Esc leaves. */
function Decline({ id, onDecline, onLeave }: DeclineProps) {
  const { t } = useWords()
  const draft = useDraft(`request:${id}:decline`, { reason: '', alternative: '' })
  const { reason, alternative = '' } = draft.value
  const [missing, setMissing] = useState(false)
  const problem = useId()
  const field = useRef<InputRef>(null)
  const decline = () => {
    if (draft.waiting) return
    if (reason.trim() !== '') return onDecline({ reason: reason.trim(), alternative: alternative.trim() })
    setMissing(true)
    field.current?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event) || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') onLeave()
    else decline()
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
          draft.set({ ...draft.value, reason: event.target.value })
        }}
        onKeyDown={press}
      />
      {missing && (
        <p id={problem} className="k-trouble-line" role="alert">
          {t('refusal.REASON_NEEDED')}
        </p>
      )}
      <div className="k-usual">
        {usual.map((one) => (
          <button
            key={one}
            type="button"
            className="k-chip"
            onClick={() => onDecline({ reason: one, alternative: alternative.trim() })}
          >
            {one}
          </button>
        ))}
      </div>
      <Input
        aria-label={t('request.alternative')}
        placeholder={t('request.alternative')}
        value={alternative}
        onChange={(event) => draft.set({ ...draft.value, alternative: event.target.value })}
        onKeyDown={press}
      />
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
