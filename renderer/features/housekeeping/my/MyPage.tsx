import { useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { ScrollArea } from '#renderer/ui/ScrollArea.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { AttendantId, RoomId } from '#shared/values/index.ts'
import { AskList } from '../asks/AskList.tsx'
import { type AsksByRoom, useAsks } from '../asks/use-asks.ts'
import type { Board, BoardRoom } from '../board/views.ts'
import { RoomCard } from './RoomCard.tsx'
import '../housekeeping.css'

/** The rooms of whoever is signed in, for a telephone: each opens to what can be said of it by a tap. */
export function Page() {
  const { t } = useWords()
  const board = useQuery('housekeeping.board', {})
  const { byRoom: asks } = useAsks()
  const [open, setOpen] = useState<RoomId | null>(null)
  const [all, setAll] = useState(false)
  if (board.failed)
    return <Trouble failed={board.failed} operation="housekeeping.board" onRetry={board.retry} />
  const mine = board.data?.mine ?? null
  const every = board.data?.rooms ?? []
  const rooms = all ? every : every.filter((room) => isToSee(room, mine, asks))
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
        {rooms.toSorted(byPlace(mine)).map((room) => (
          <RoomCard
            key={room.id}
            room={room}
            asks={asks.get(room.id) ?? []}
            checkAfter={board.data?.checkAfterDays ?? 0}
            isOpen={open === room.id}
            onToggle={() => setOpen(open === room.id ? null : room.id)}
          />
        ))}
        <Others rooms={every} mine={mine} asks={asks} />
        <button
          type="button"
          className="hk-touch hk-touch-wide"
          aria-pressed={all}
          onClick={() => setAll(!all)}
        >
          {t(all ? 'housekeeping.my.title' : 'housekeeping.my.all')}
        </button>{' '}
        <Link to={paths.housekeepingNotes} className="hk-touch hk-touch-link">
          {t('housekeeping.notes.title')}
        </Link>
      </div>
    </ScrollArea>
  )
}

/** Whoever has rooms sees those; anybody else, every room in which something is to be done. */
function isToSee(room: BoardRoom, mine: AttendantId | null, asks: AsksByRoom): boolean {
  if (mine !== null) return room.task?.attendantId === mine
  return room.work !== null || room.task !== null || asks.has(room.id)
}

/** One's own first, in the order of the sheet, then those of others by number; what is done goes to the end. */
function byPlace(mine: AttendantId | null) {
  const place = ({ task }: BoardRoom) =>
    mine !== null && task?.attendantId === mine ? task.position : Number.MAX_SAFE_INTEGER
  const done = (room: BoardRoom) => Number(room.task?.outcome === 'done')
  return (a: BoardRoom, b: BoardRoom) => done(a) - done(b) || place(a) - place(b)
}

type OthersProps = { rooms: Board['rooms']; mine: AttendantId | null; asks: AsksByRoom }

/** What is asked of no room, and in rooms that nobody was given: whoever is free sees to it. */
function Others({ rooms, mine, asks }: OthersProps) {
  const { t } = useWords()
  const given = new Map(rooms.map(({ id, task }) => [id, task?.attendantId ?? null]))
  const others = [...asks].flatMap(([roomId, list]) => {
    const isElsewhere = roomId === null || !given.has(roomId)
    return isElsewhere || (mine !== null && given.get(roomId) === null) ? list : []
  })
  if (others.length === 0) return null
  return (
    <section className="hk-others" aria-labelledby="hk-others">
      <h2 id="hk-others">{t('housekeeping.ask.others')}</h2>
      <AskList asks={others} touch rooms />
    </section>
  )
}
