import { useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { ScrollArea } from '#renderer/ui/ScrollArea.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { RoomId } from '#shared/values/index.ts'
import type { BoardRoom } from '../board/views.ts'
import { RoomCard } from './RoomCard.tsx'
import '../housekeeping.css'

/** The rooms of whoever is signed in, for a telephone: each opens to what can be said of it by a tap. */
export function Page() {
  const { t } = useWords()
  const board = useQuery('housekeeping.board', {})
  const [open, setOpen] = useState<RoomId | null>(null)
  const [all, setAll] = useState(false)
  if (board.failed)
    return <Trouble failed={board.failed} operation="housekeeping.board" onRetry={board.retry} />
  const mine = board.data?.mine ?? null
  const rooms = (board.data?.rooms ?? []).filter(
    (room) =>
      all || (mine === null ? room.work !== null || room.task !== null : room.task?.attendantId === mine),
  )
  const left = rooms.filter((room) => room.work !== null && room.task?.outcome !== 'done').length
  return (
    <ScrollArea className="hk-my-scroll" label={t('housekeeping.my.title')}>
      <div className="hk-my">
        <h1>
          {t(mine === null ? 'housekeeping.my.every' : 'housekeeping.my.title')}{' '}
          <span className="k-quiet">{t('housekeeping.my.left', { count: left })}</span>
        </h1>
        {!board.data && <RowSkeleton rows={6} />}
        {board.data && rooms.length === 0 && <p>{t('housekeeping.my.none')}</p>}
        {rooms.toSorted(byPlace).map((room) => (
          <RoomCard
            key={room.id}
            room={room}
            isOpen={open === room.id}
            onToggle={() => setOpen(open === room.id ? null : room.id)}
          />
        ))}
        <button
          type="button"
          className="hk-touch hk-touch-wide"
          aria-pressed={all}
          onClick={() => setAll(!all)}
        >
          {t(all ? 'housekeeping.my.title' : 'housekeeping.my.all')}
        </button>
      </div>
    </ScrollArea>
  )
}

/** What is done goes to the end, the rest is as on the sheet. */
function byPlace(a: BoardRoom, b: BoardRoom): number {
  const done = (room: BoardRoom) => Number(room.task?.outcome === 'done')
  return done(a) - done(b) || (a.task?.position ?? 0) - (b.task?.position ?? 0)
}
