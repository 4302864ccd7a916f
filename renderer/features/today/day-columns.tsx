import { useWords } from '#renderer/base/language.ts'
import type { Column } from '#renderer/ui/DataList.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import type { MarkName } from '#renderer/ui/marks.ts'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import type { DaySort } from '#shared/domain/booking/day-list.ts'
import { GuestName } from '../../parts/guest/GuestName.tsx'
import { TierTag } from '../../parts/loyalty/TierTag.tsx'
import { type DayRow, type DayView, roomMark } from './room-words.ts'

/** The columns of a list of the day; a click on room or guest sorts by it. */
export function useDayColumns(
  view: DayView,
  sort: DaySort,
  onSort: (sort: DaySort) => void,
): Column<DayRow>[] {
  const { t } = useWords()
  const other = view === 'due-out' ? 'arrival' : 'departure'
  return [
    {
      key: 'room',
      head: t('today.column.room'),
      width: '64px',
      sorted: sort === 'room',
      onHead: () => onSort('room'),
      cell: (row) => <RoomCell row={row} />,
    },
    {
      key: 'guest',
      head: t('today.column.guest'),
      width: 'minmax(0, 1fr)',
      sorted: sort === 'name',
      onHead: () => onSort('name'),
      cell: (row) => <GuestName of={row} />,
    },
    {
      key: 'tier',
      head: t('today.column.tier'),
      width: '72px',
      cell: (row) => <TierTag tier={row.tier} />,
    },
    {
      key: 'requests',
      head: <span title={t('guest.column.requestsFull')}>{t('today.column.requests')}</span>,
      width: '36px',
      cell: (row) => (
        <Counted
          of="open"
          count={row.openRequests}
          words={t('today.openRequests', { count: row.openRequests })}
        />
      ),
    },
    {
      key: 'alerts',
      head: t('today.column.alerts'),
      width: '40px',
      cell: (row) => (
        <Counted of="warning" count={row.alerts} words={t('today.alerts', { count: row.alerts })} />
      ),
    },
    {
      key: 'type',
      head: t('today.column.type'),
      width: '40px',
      cell: (row) => <span className="k-code">{row.roomTypeCode}</span>,
    },
    {
      key: 'persons',
      head: t('today.column.persons'),
      width: '40px',
      figures: true,
      cell: (row) => row.adults + row.children + row.infants,
    },
    {
      key: 'date',
      head: t(`today.column.${other}`),
      width: '80px',
      cell: (row) => <DateText date={row[other]} style="day" />,
    },
  ]
}

function RoomCell({ row: { roomNumber, room } }: { row: DayRow }) {
  const { t } = useWords()
  if (!roomNumber)
    return (
      <span className="k-faint" title={t('today.noRoom')}>
        —
      </span>
    )
  return (
    <span className="k-day-cell">
      {room && <StatusMark state={roomMark(room)} markOnly />}
      <span className="k-code">{roomNumber}</span>
    </span>
  )
}

type CountedProps = { of: MarkName; count: number; words: string }

/** A mark with its number; nothing where there are none. */
function Counted({ of, count, words }: CountedProps) {
  if (count === 0) return null
  return (
    <span className="k-state" title={words}>
      <Mark of={of} /> <span aria-hidden>{count}</span>
      <span className="k-hidden">{words}</span>
    </span>
  )
}
