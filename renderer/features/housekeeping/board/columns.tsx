import { useMemo } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { TierTag } from '#renderer/parts/loyalty/TierTag.tsx'
import type { Column } from '#renderer/ui/DataList.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import type { RoomId } from '#shared/values/index.ts'
import { type Board, type BoardRoom, requestsOf } from './views.ts'

type Words = ReturnType<typeof useWords>

/** The columns of the board; what is chosen is ticked. */
export function useBoardColumns(board: Board | undefined, chosen: ReadonlySet<RoomId>): Column<BoardRoom>[] {
  const words = useWords()
  const { t } = words
  return useMemo(() => {
    const attendants = new Map((board?.attendants ?? []).map(({ id, name }) => [id as number, name]))
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
        width: '64px',
        cell: (room) => <RoomNumber>{room.number}</RoomNumber>,
      },
      {
        key: 'type',
        head: t('housekeeping.column.type'),
        width: '64px',
        from: 900,
        cell: (room) => room.roomTypeCode,
      },
      {
        key: 'use',
        head: t('housekeeping.column.use'),
        width: '104px',
        cell: (room) => <StatusMark state={room.use} />,
      },
      {
        key: 'state',
        head: t('housekeeping.column.state'),
        width: '128px',
        cell: (room) => <RoomState room={room} />,
      },
      {
        key: 'guest',
        head: t('housekeeping.column.guest'),
        width: 'minmax(120px, 2fr)',
        cell: (room) => room.guest && <Stay of={room.guest} />,
      },
      {
        key: 'arrival',
        head: t('housekeeping.column.arrival'),
        width: 'minmax(150px, 2fr)',
        cell: (room) => room.arrival && <Arrival room={room} words={words} />,
      },
      {
        key: 'work',
        head: t('housekeeping.column.work'),
        width: '132px',
        cell: (room) => <WorkText room={room} words={words} />,
      },
      {
        key: 'attendant',
        head: t('housekeeping.column.attendant'),
        width: 'minmax(72px, 1fr)',
        from: 1000,
        cell: (room) => attendants.get(room.task?.attendantId ?? 0),
      },
      {
        key: 'notes',
        head: t('housekeeping.column.notes'),
        width: 'minmax(96px, 1fr)',
        from: 1000,
        cell: (room) => <Notes room={room} words={words} checkAfter={board?.checkAfterDays ?? 0} />,
      },
    ]
  }, [words, t, board, chosen])
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

function Stay({ of }: { of: NonNullable<BoardRoom['guest']> }) {
  return (
    <span className="hk-cell">
      <GuestName of={of} />
      <span className="k-quiet">
        → <DateText date={of.departure} style="day" />
      </span>
    </span>
  )
}

function Arrival({ room, words: { t } }: { room: BoardRoom; words: Words }) {
  const { arrival } = room
  if (!arrival) return null
  return (
    <span className="hk-cell">
      <span className="k-num">{arrival.expectedTime ?? '—'}</span>
      <GuestName of={arrival} />
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

function Notes({ room, words: { t }, checkAfter }: { room: BoardRoom; words: Words; checkAfter: number }) {
  const requests = requestsOf(room)
  const notes = [
    ...(checkAfter > 0 && room.shutOutDays >= checkAfter
      ? [t('housekeeping.note.shut', { count: room.shutOutDays })]
      : []),
    ...(room.discrepancy ? [t(`housekeeping.discrepancy.${room.discrepancy.kind}`)] : []),
    ...(requests > 0 ? [t('housekeeping.note.requests', { count: requests })] : []),
    ...(room.tickets > 0 ? [t('housekeeping.note.tickets', { count: room.tickets })] : []),
    ...(room.task?.note ? [room.task.note] : []),
  ]
  return <span title={notes.join(' · ')}>{notes.join(' · ')}</span>
}
