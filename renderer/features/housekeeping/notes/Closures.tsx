import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { setQuery } from '#renderer/base/route/route.tsx'
import { DateText, DateTimeText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { CloseDrawer, type Closure } from '../board/CloseDrawer.tsx'

type Props = { changing: number; onClose: () => void }

/** Rooms that are closed now or will be: until when, why, and who said so; each is changed or lifted. */
export function Closures({ changing, onClose }: Props) {
  const { t } = useWords()
  const { businessDate } = useHotel()
  const { data, failed, retry } = useQuery('housekeeping.closures', {})
  const one = data?.find(({ id }) => id === changing)
  return (
    <Pane title={t('housekeeping.notes.closures')}>
      {failed && <Trouble failed={failed} operation="housekeeping.closures" onRetry={retry} />}
      {data?.length === 0 && <EmptyState>{t('housekeeping.none.closed')}</EmptyState>}
      <ul className="hk-notes">
        {(data ?? []).map((closure) => (
          <ClosureRow key={closure.id} closure={closure} />
        ))}
      </ul>
      {one && (
        <CloseDrawer
          key={one.id}
          room={{ id: one.roomId, number: one.roomNumber }}
          date={businessDate}
          closureId={one.id}
          onClose={onClose}
        />
      )}
    </Pane>
  )
}

function ClosureRow({ closure }: { closure: Closure }) {
  const { t } = useWords()
  return (
    <li className="hk-note">
      <p className="hk-note-line">
        <RoomNumber>{closure.roomNumber}</RoomNumber>
        <StatusMark state={closure.kind} />
        <span>
          <DateText date={closure.from} style="day" /> – <DateText date={closure.to} style="day" />
        </span>
        <b>{closure.reason}</b>
        <button
          type="button"
          className="k-chip"
          aria-label={`${t('housekeeping.close.edit')}: ${closure.roomNumber} ${closure.reason}`}
          onClick={() => setQuery({ closure: String(closure.id) })}
        >
          {t('housekeeping.close.edit')}
        </button>
      </p>
      <p className="k-quiet">
        {closure.madeBy}, <DateTimeText moment={closure.madeAt} />
      </p>
    </li>
  )
}
