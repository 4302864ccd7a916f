import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { setQuery } from '#renderer/base/route/route.tsx'
import { DateTimeText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { BlockSkeleton, RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { type TicketAction, ticketActionsOf } from '#shared/domain/housekeeping/ticket.ts'
import { ChangeTicketDrawer, DoneDrawer, placeOf, type Ticket } from './TicketDrawers.tsx'

const shows = ['open', 'done'] as const

type Props = { meant: number; act: string | undefined; onClose: () => void }

/** What is broken, urgent things first; each is taken into work, done, changed, or opened again. */
export function Tickets({ meant, act, onClose }: Props) {
  const { t } = useWords()
  const [show, setShow] = useState<(typeof shows)[number]>('open')
  const { data, failed, retry } = useQuery('ticket.list', { show })
  const one = data?.find(({ id }) => id === meant)
  return (
    <Pane
      main
      title={t('housekeeping.notes.tickets')}
      tools={shows.map((one) => (
        <button
          key={one}
          type="button"
          className="k-chip hk-view"
          aria-pressed={one === show}
          onClick={() => setShow(one)}
        >
          {t(`ticket.show.${one}`)}
        </button>
      ))}
    >
      {failed && <Trouble failed={failed} operation="ticket.list" onRetry={retry} />}
      {!data && !failed && <RowSkeleton rows={6} />}
      {data?.length === 0 && <EmptyState>{t(`ticket.none.${show}`)}</EmptyState>}
      <ul className="hk-notes">
        {(data ?? []).map((ticket) => (
          <TicketRow key={ticket.id} ticket={ticket} />
        ))}
      </ul>
      {one && act === 'done' && <DoneDrawer key={one.id} ticket={one} onClose={onClose} />}
      {one && act === 'change' && <ChangeTicketDrawer key={one.id} ticket={one} onClose={onClose} />}
    </Pane>
  )
}

function TicketRow({ ticket }: { ticket: Ticket }) {
  const { t } = useWords()
  const advance = useCommand('ticket.advance')
  const where = placeOf(ticket)
  const ask = (what: 'done' | 'change') => setQuery({ ticket: String(ticket.id), do: what })
  const run = (action: TicketAction) =>
    action === 'done' ? ask('done') : void advance.run({ id: ticket.id, version: ticket.version, action })
  return (
    <li className="hk-note">
      <p className="hk-note-line">
        {ticket.roomNumber ? <RoomNumber>{ticket.roomNumber}</RoomNumber> : <b>{ticket.place}</b>}
        <b>{ticket.text}</b>
        <span className={ticket.priority === 'urgent' ? 'hk-urgent' : 'k-quiet'}>
          {t(`ticket.priorities.${ticket.priority}`)}
        </span>
      </p>
      <p className="k-quiet">
        {t(`ticket.categories.${ticket.category}`)} · {t(`ticket.status.${ticket.status}`)}
        {ticket.closesRoom && ` · ${t('ticket.closed')}`} · {ticket.openedBy},{' '}
        <DateTimeText moment={ticket.openedAt} />
        {ticket.resolution && ` · ${ticket.resolution}`}
      </p>
      {ticket.picture && <TicketPicture digest={ticket.picture} />}
      <p className="k-usual">
        {ticketActionsOf(ticket.status).map((action) => (
          <button
            key={action}
            type="button"
            className="k-chip"
            disabled={advance.pending}
            aria-label={`${t(`ticket.action.${action}`)}: ${where} ${ticket.text}`}
            onClick={() => run(action)}
          >
            {t(`ticket.action.${action}`)}
          </button>
        ))}
        {ticket.status !== 'done' && (
          <button
            type="button"
            className="k-chip"
            aria-label={`${t('ticket.edit')}: ${where} ${ticket.text}`}
            onClick={() => ask('change')}
          >
            {t('ticket.edit')}
          </button>
        )}
      </p>
      {advance.trouble && (
        <p className="k-trouble-line" role="alert">
          {advance.trouble}
        </p>
      )}
    </li>
  )
}

function TicketPicture({ digest }: { digest: string }) {
  const { t } = useWords()
  const { data, failed } = useQuery('ticket.picture', { digest })
  if (failed) return <Trouble failed={failed} operation="ticket.picture" line />
  // Its frame stands before it: what is below does not move away from a finger or a pointer
  return (
    <div className="hk-ticket-picture">
      {data ? (
        <img
          className="hk-picture"
          src={`data:${data.kind};base64,${data.base64}`}
          alt={t('ticket.picture')}
        />
      ) : (
        <BlockSkeleton height={212} />
      )}
    </div>
  )
}
