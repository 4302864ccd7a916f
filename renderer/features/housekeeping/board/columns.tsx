import { useMemo } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { TierTag } from '#renderer/parts/loyalty/TierTag.tsx'
import type { Column } from '#renderer/ui/DataList.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { askText } from '#shared/i18n/wish-text.ts'
import type { RoomId } from '#shared/values/index.ts'
import type { AsksByRoom } from '../asks/use-asks.ts'
import type { Board, BoardRoom } from './views.ts'

type Words = ReturnType<typeof useWords>

type On = { board: Board | undefined; chosen: ReadonlySet<RoomId>; asks: AsksByRoom; words: Words }

/** The columns of the board; what is chosen is ticked. */
export function useBoardColumns({ board, chosen, asks }: Omit<On, 'words'>): Column<BoardRoom>[] {
  const words = useWords()
  return useMemo(() => {
    const on = { board, chosen, asks, words }
    return [...roomColumns(on), ...guestColumns(on), ...workColumns(on)]
  }, [words, board, chosen, asks])
}

/** Which room it is, and what it is like. */
function roomColumns({ chosen, words: { t } }: On): Column<BoardRoom>[] {
  return [
    {
      key: 'chosen',
      head: <span className="k-hidden">{t('housekeeping.chosen')}</span>,
      width: '24px',
      cell: (room) =>
        chosen.has(room.id) && (
          <span className="hk-chosen">
            <span aria-hidden>✓</span>
            <span className="k-hidden">{t('housekeeping.chosen')}</span>
          </span>
        ),
    },
    {
      key: 'room',
      head: t('housekeeping.column.room'),
      width: '48px',
      cell: (room) => <RoomNumber>{room.number}</RoomNumber>,
    },
    {
      key: 'type',
      head: t('housekeeping.column.type'),
      width: '40px',
      from: 900,
      cell: (room) => room.roomTypeCode,
    },
    {
      key: 'use',
      head: t('housekeeping.column.use'),
      width: '92px',
      from: 900,
      cell: (room) => <StatusMark state={room.use} />,
    },
    {
      key: 'state',
      head: t('housekeeping.column.state'),
      width: '112px',
      cell: (room) => <RoomState room={room} />,
    },
  ]
}

/** Who is in it and who is to come. */
function guestColumns({ words }: On): Column<BoardRoom>[] {
  const { t } = words
  return [
    {
      key: 'guest',
      head: t('housekeeping.column.guest'),
      width: 'minmax(120px, 2fr)',
      cell: (room) => room.guest && <GuestName of={room.guest} />,
    },
    {
      key: 'until',
      head: t('housekeeping.column.until'),
      width: '76px',
      from: 1100,
      cell: (room) => room.guest && <DateText date={room.guest.departure} style="day" />,
    },
    {
      key: 'time',
      head: t('housekeeping.column.time'),
      width: '44px',
      cell: (room) => room.arrival && <span className="k-num">{room.arrival.expectedTime ?? '—'}</span>,
    },
    {
      key: 'arrival',
      head: t('housekeeping.column.arrival'),
      width: 'minmax(120px, 2fr)',
      cell: (room) => room.arrival && <GuestName of={room.arrival} />,
    },
    {
      key: 'waits',
      head: <span className="k-hidden">{t('housekeeping.note.waiting')}</span>,
      width: 'minmax(100px, 1fr)',
      from: 1270,
      cell: (room) => room.arrival && <ArrivalState room={room} words={words} />,
    },
  ]
}

/** What is to be done in it and by whom. */
function workColumns({ board, asks, words }: On): Column<BoardRoom>[] {
  const { t } = words
  const attendants = new Map((board?.attendants ?? []).map(({ id, name }) => [id as number, name]))
  return [
    {
      key: 'work',
      head: t('housekeeping.column.work'),
      width: 'minmax(120px, 1.2fr)',
      cell: (room) => <WorkText room={room} words={words} />,
    },
    {
      key: 'attendant',
      head: t('housekeeping.column.attendant'),
      width: 'minmax(72px, 1fr)',
      from: 1100,
      cell: (room) => attendants.get(room.task?.attendantId ?? 0),
    },
    {
      key: 'notes',
      head: t('housekeeping.column.notes'),
      width: 'minmax(96px, 1.6fr)',
      from: 1100,
      cell: (room) => <Notes room={room} asks={asks} words={words} checkAfter={board?.checkAfterDays ?? 0} />,
    },
  ]
}

/** Out of order hides how clean it is: nobody goes in. */
function RoomState({ room }: { room: BoardRoom }) {
  if (room.outOfOrder) return <StatusMark state="out-of-order" />
  return (
    <>
      <StatusMark state={room.state} /> {room.outOfService && <StatusMark state="out-of-service" markOnly />}
    </>
  )
}

/** Of somebody due in: the tier, and whether the room is ready or waited for. */
function ArrivalState({ room, words: { t } }: { room: BoardRoom; words: Words }) {
  const { arrival } = room
  if (!arrival) return null
  return (
    <span className="hk-cell">
      <TierTag tier={arrival.tier} />
      {room.ready && <span className="k-quiet">{t('housekeeping.ready')}</span>}
      {!room.ready && arrival.arrivedAt && <b className="hk-shut">{t('housekeeping.note.waiting')}</b>}
    </span>
  )
}

function WorkText({ room, words: { t } }: { room: BoardRoom; words: Words }) {
  const outcome = room.task?.outcome ?? (room.guest?.doNotDisturb && room.work ? 'do-not-disturb' : null)
  if (outcome && outcome !== 'done')
    return <span className="hk-shut">{t(`housekeeping.outcome.${outcome}`)}</span>
  if (!room.work) return outcome === 'done' ? t('housekeeping.outcome.done') : null
  const words = t(`housekeeping.work.${room.work.work}`)
  const isStayOver = room.work.work === 'stay-over' && room.work.linen
  return isStayOver ? `${words} · ${t('housekeeping.linen')}` : words
}

type NotesProps = { room: BoardRoom; asks: AsksByRoom; words: Words; checkAfter: number }

function Notes({ room, asks, words: { t, language }, checkAfter }: NotesProps) {
  const [first, ...more] = asks.get(room.id) ?? []
  const notes = [
    ...(checkAfter > 0 && room.shutOutDays >= checkAfter
      ? [t('housekeeping.note.shut', { count: room.shutOutDays })]
      : []),
    ...(room.discrepancy ? [t(`housekeeping.discrepancy.${room.discrepancy.kind}`)] : []),
    ...(first ? [`${askText(first, language)}${more.length > 0 ? ` +${more.length}` : ''}`] : []),
    ...(room.tickets > 0 ? [t('housekeeping.note.tickets', { count: room.tickets })] : []),
    ...(room.task?.note ? [room.task.note] : []),
  ]
  return (
    <span className="k-cut" title={notes.join(' · ')}>
      {notes.join(' · ')}
    </span>
  )
}
