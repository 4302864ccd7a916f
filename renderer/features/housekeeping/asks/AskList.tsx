import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useMay } from '#renderer/base/desk.ts'
import { useWords } from '#renderer/base/language.ts'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { actionsOf, type RequestAction } from '#shared/domain/request/request.ts'
import { askText } from '#shared/i18n/wish-text.ts'
import type { RequestId, TraceId } from '#shared/values/index.ts'
import { DeclineForm } from './DeclineForm.tsx'
import type { Ask } from './use-asks.ts'

type Props = {
  asks: readonly Ask[]
  /** Under the fingers of a housekeeper, not at a desk. */
  touch?: boolean
  /** The rooms are not said above it. */
  rooms?: boolean
}

/** What is asked of housekeeping, each with what can be done with it: acknowledged, done, declined with its reason. */
export function AskList({ asks, touch = false, rooms = false }: Props) {
  return (
    <ul className="hk-notes">
      {asks.map((ask) => (
        <AskRow key={`${ask.of} ${ask.id}`} ask={ask} touch={touch} rooms={rooms} />
      ))}
    </ul>
  )
}

type RowProps = { ask: Ask; touch: boolean; rooms: boolean }

function AskRow({ ask, touch, rooms }: RowProps) {
  const { language } = useWords()
  const [declining, setDeclining] = useState(false)
  const what = askText(ask, language)
  return (
    <li className={touch ? 'hk-ask' : 'hk-note'}>
      <p className="hk-note-line">
        {rooms && <RoomNumber>{ask.roomNumber ?? '—'}</RoomNumber>}
        <StatusMark state={ask.overdue ? 'overdue' : ask.status} markOnly />
        <b>{what}</b>
        <span className={ask.overdue ? 'k-wrong' : 'k-quiet'}>
          <DateText date={ask.dueOn} style="day" /> <span className="k-num">{ask.dueTime}</span>
        </span>
        {ask.status === 'acknowledged' && <StatusMark state="acknowledged" />}
        {rooms && ask.guestId !== null && <GuestName of={ask} />}
      </p>
      <AskActs ask={ask} what={what} touch={touch} declining={declining} onDecline={setDeclining} />
    </li>
  )
}

type ActsProps = {
  ask: Ask
  what: string
  touch: boolean
  declining: boolean
  onDecline: (declining: boolean) => void
}

function AskActs({ ask, what, touch, declining, onDecline }: ActsProps) {
  const { t } = useWords()
  const may = useMay()
  const advance = useCommand('request.advance')
  const mark = useCommand('house.markTrace')
  if (!may('requests-tick')) return null
  const { id, version } = ask
  const isPending = advance.pending || mark.pending
  const trouble = advance.trouble ?? mark.trouble
  const run = (action: RequestAction) => {
    if (action === 'decline') return onDecline(!declining)
    return ask.of === 'request'
      ? void advance.run({ id: id as RequestId, version, action })
      : void mark.run({ id: id as TraceId, version, action: 'done' })
  }
  const where = ask.roomNumber ?? t('request.ofHouse')
  const acts = ask.of === 'request' ? actionsOf(ask.status) : (['done'] as const)
  return (
    <>
      <p className={touch ? 'hk-ask-acts' : 'k-usual'}>
        {acts.map((action) => (
          <button
            key={action}
            type="button"
            className={touch ? 'hk-touch' : 'k-chip'}
            disabled={isPending}
            aria-expanded={action === 'decline' ? declining : undefined}
            aria-label={`${t(`request.action.${action}`)}: ${where} ${what}`}
            onClick={() => run(action)}
          >
            {t(`request.action.${action}`)}
          </button>
        ))}
      </p>
      {trouble && (
        <p className="k-trouble-line" role="alert">
          {trouble}
        </p>
      )}
      {declining && (
        <DeclineForm request={{ id: id as RequestId, version }} onDone={() => onDecline(false)} />
      )}
    </>
  )
}
