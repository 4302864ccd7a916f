import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import type { Outcome } from '#shared/domain/housekeeping/work.ts'
import { arrivalWords } from '#shared/i18n/arrival-words.ts'
import { AskList } from '../asks/AskList.tsx'
import type { Ask } from '../asks/use-asks.ts'
import type { BoardRoom } from '../board/views.ts'
import { LinenForm } from './LinenForm.tsx'
import { LostForm } from './LostForm.tsx'
import { MinibarForm } from './MinibarForm.tsx'
import { SeenForm } from './SeenForm.tsx'
import { TicketForm } from './TicketForm.tsx'

type Props = {
  room: BoardRoom
  asks: readonly Ask[]
  /** After so many days without service somebody looks in; 0: never. */
  checkAfter: number
  isOpen: boolean
  onToggle: () => void
}
const forms = ['linen', 'minibar', 'ticket', 'seen', 'lost'] as const
type Form = (typeof forms)[number]

/** One room: a tap opens what can be said of it, the first of it that it is done. */
export function RoomCard({ room, asks, checkAfter, isOpen, onToggle }: Props) {
  const { t } = useWords()
  const outcome = room.task?.outcome ?? null
  return (
    <section className="hk-room" aria-label={room.number}>
      <button type="button" className="hk-room-head" aria-expanded={isOpen} onClick={onToggle}>
        <RoomNumber>{room.number}</RoomNumber>
        <StatusMark state={room.outOfOrder ? 'out-of-order' : room.state} />
        <StatusMark state={room.use} />
        <span>
          {outcome
            ? t(`housekeeping.outcome.${outcome}`)
            : room.work
              ? t(`housekeeping.work.${room.work.work}`)
              : ''}
          {room.work?.work === 'stay-over' && room.work.linen ? ` · ${t('housekeeping.linen')}` : ''}
        </span>
        {room.guest?.doNotDisturb && outcome !== 'do-not-disturb' && (
          <span className="hk-shut">{t('housekeeping.outcome.do-not-disturb')}</span>
        )}
        {checkAfter > 0 && room.shutOutDays >= checkAfter && (
          <b className="hk-shut">{t('housekeeping.note.shut', { count: room.shutOutDays })}</b>
        )}
        {room.arrival && <span className="k-quiet">{arrivalWords(t, room.arrival)}</span>}
        {asks.length > 0 && (
          <b className={asks.some(({ overdue }) => overdue) ? 'k-wrong' : undefined}>
            {t('housekeeping.note.requests', { count: asks.length })}
          </b>
        )}
      </button>
      {isOpen && asks.length > 0 && <AskList asks={asks} touch />}
      {isOpen && <RoomActs room={room} />}
    </section>
  )
}

function RoomActs({ room }: { room: BoardRoom }) {
  const { t } = useWords()
  const [form, setForm] = useState<Form | null>(null)
  const visit = useCommand('housekeeping.noteVisit')
  const set = useCommand('housekeeping.setRooms')
  const note = (outcome: Outcome) =>
    void visit.run({
      roomId: room.id,
      roomVersion: room.version,
      taskVersion: room.task?.version ?? 0,
      outcome: room.task?.outcome === outcome ? null : outcome,
    })
  const outcomes = ['do-not-disturb', 'refused', 'later'] as const
  const trouble = visit.trouble ?? set.trouble
  return (
    <div className="hk-room-acts">
      <button
        type="button"
        className="hk-touch hk-touch-wide hk-touch-main"
        disabled={visit.pending || room.task?.outcome === 'done'}
        onClick={() => note('done')}
      >
        {t(room.task?.outcome === 'done' ? 'housekeeping.outcome.done' : 'housekeeping.my.done')}
      </button>
      {outcomes.map((outcome) => (
        <button
          key={outcome}
          type="button"
          className="hk-touch"
          aria-pressed={room.task?.outcome === outcome}
          disabled={visit.pending}
          onClick={() => note(outcome)}
        >
          {t(`housekeeping.outcome.${outcome}`)}
        </button>
      ))}
      <button
        type="button"
        className="hk-touch"
        disabled={set.pending}
        onClick={() =>
          void set.run({
            rooms: [
              { id: room.id, version: room.version, state: room.state === 'dirty' ? 'pickup' : 'dirty' },
            ],
          })
        }
      >
        <StatusMark state={room.state === 'dirty' ? 'pickup' : 'dirty'} />
      </button>
      {forms.map((one) => (
        <button
          key={one}
          type="button"
          className="hk-touch"
          aria-pressed={form === one}
          onClick={() => setForm(form === one ? null : one)}
        >
          {t(`housekeeping.my.form.${one}`)}
        </button>
      ))}
      {trouble && (
        <p className="k-trouble-line hk-touch-wide" role="alert">
          {trouble}
        </p>
      )}
      {form === 'linen' && <LinenForm room={room} onDone={() => setForm(null)} />}
      {form === 'minibar' && <MinibarForm room={room} onDone={() => setForm(null)} />}
      {form === 'ticket' && <TicketForm room={room} onDone={() => setForm(null)} />}
      {form === 'lost' && <LostForm room={room} onDone={() => setForm(null)} />}
      {form === 'seen' && <SeenForm room={room} onDone={() => setForm(null)} />}
    </div>
  )
}
