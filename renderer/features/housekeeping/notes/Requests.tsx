import { useCommand } from '#renderer/api/use-command.ts'
import { useList } from '#renderer/api/use-list.ts'
import { useWords } from '#renderer/base/language.ts'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { requestWords } from '#renderer/parts/request/request-text.ts'
import { DateText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import type { OutputOf } from '#shared/contract/index.ts'

type Request = OutputOf<'request.listOpen'>['rows'][number]

/** What guests asked of housekeeping, by when it is due; ticked off here. */
export function Requests() {
  const { t } = useWords()
  const list = useList('request.listOpen', { department: 'housekeeping', limit: 100 })
  return (
    <Pane title={t('housekeeping.notes.requests')}>
      {list.failed && <Trouble failed={list.failed} operation="request.listOpen" onRetry={list.retry} />}
      {!list.loading && list.rows.length === 0 && (
        <EmptyState>{t('housekeeping.notes.noRequests')}</EmptyState>
      )}
      <ul className="hk-notes">
        {list.rows.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </ul>
    </Pane>
  )
}

function RequestRow({ request }: { request: Request }) {
  const { t } = useWords()
  const advance = useCommand('request.advance')
  const what = requestWords(request, t)
  return (
    <li className="hk-note">
      <p className="hk-note-line">
        <RoomNumber>{request.roomNumber ?? '—'}</RoomNumber>
        <StatusMark state={request.status} markOnly />
        <b>{what}</b>
        <span className="k-quiet">
          <DateText date={request.dueOn} style="day" /> {request.dueTime}
        </span>
      </p>
      <p className="hk-note-line">
        <GuestName of={request} />
        <button
          type="button"
          className="k-chip"
          disabled={advance.pending}
          aria-label={`${t('request.action.done')}: ${request.roomNumber ?? ''} ${what}`}
          onClick={() => void advance.run({ id: request.id, version: request.version, action: 'done' })}
        >
          {t('request.action.done')}
        </button>
      </p>
      {advance.trouble && (
        <p className="k-trouble-line" role="alert">
          {advance.trouble}
        </p>
      )}
    </li>
  )
}
