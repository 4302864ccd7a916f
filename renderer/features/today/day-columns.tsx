import { useMemo } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useHotelClock } from '#renderer/api/use-hotel-clock.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import type { Column } from '#renderer/ui/DataList.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import type { DaySort } from '#shared/domain/booking/day-sorts.ts'
import { isPastHold } from '#shared/domain/booking/hold.ts'
import { GuestMarks, GuestMarksHead } from '../../parts/guest/GuestMarks.tsx'
import { GuestName } from '../../parts/guest/GuestName.tsx'
import { ArrivalMark, ArrivalMarkHead, type NotedArrival } from '../../parts/insight/ArrivalMark.tsx'
import { TierTag } from '../../parts/loyalty/TierTag.tsx'
import { type DayRow, type DayView, roomMark } from './room-words.ts'

/** A list narrower than this has one mark for requests and alerts, and a still narrower one no persons: names keep their room. */
const APART_PX = 622
const PERSONS_PX = 570
/** From here on what is owed has room beside a name. */
const BALANCE_PX = 480
const BALANCE_WIDTH = 76
/** What the column of the expected time takes of them. */
const TIME_PX = 56

/** The columns of a list of the day; a click on room or guest sorts by it. */
export function useDayColumns(
  view: DayView,
  sort: DaySort,
  onSort: (sort: DaySort) => void,
  noted: readonly NotedArrival[] | undefined,
): Column<DayRow>[] {
  const { t } = useWords()
  const { businessDate } = useHotel()
  const clock = useHotelClock()
  return useMemo(
    () => dayColumns(t, view, sort, onSort, (row) => isPastHold(row, businessDate, clock), noted),
    [t, view, sort, onSort, businessDate, clock, noted],
  )
}

function dayColumns(
  t: T,
  view: DayView,
  sort: DaySort,
  onSort: (sort: DaySort) => void,
  isPast: (row: DayRow) => boolean,
  noted: readonly NotedArrival[] = [],
): Column<DayRow>[] {
  const other = view === 'due-out' ? 'arrival' : 'departure'
  const marksFrom = APART_PX + (view === 'due-in' ? TIME_PX : BALANCE_WIDTH)
  return [
    {
      key: 'room',
      head: t('today.column.room'),
      width: '56px',
      sorted: sort === 'room',
      onHead: () => onSort('room'),
      cell: (row) => <RoomCell row={row} />,
    },
    {
      key: 'guest',
      head: t('today.column.guest'),
      width: 'minmax(120px, 1fr)',
      sorted: sort === 'name',
      onHead: () => onSort('name'),
      cell: (row) => <GuestName of={row} />,
    },
    ...(view === 'due-in' ? [insightColumn(noted)] : []),
    {
      key: 'tier',
      head: t('today.column.tier'),
      width: '82px',
      cell: (row) => <TierTag tier={row.tier} />,
    },
    {
      key: 'requests',
      head: <span title={t('guest.column.requestsFull')}>{t('today.column.requests')}</span>,
      width: '36px',
      from: marksFrom,
      cell: (row) => <GuestMarks openRequests={row.openRequests} />,
    },
    {
      key: 'alerts',
      head: t('today.column.alerts'),
      width: '40px',
      from: marksFrom,
      cell: (row) => <GuestMarks alerts={row.alerts} />,
    },
    {
      key: 'marks',
      head: <GuestMarksHead />,
      width: '36px',
      below: marksFrom,
      cell: ({ alerts, openRequests }) => <GuestMarks alerts={alerts} openRequests={openRequests} />,
    },
    {
      key: 'type',
      head: t('today.column.type'),
      width: '36px',
      cell: (row) => <span className="k-code">{row.roomTypeCode}</span>,
    },
    {
      key: 'persons',
      head: t('today.column.persons'),
      width: '32px',
      from: PERSONS_PX + (view === 'due-in' ? TIME_PX : 0),
      figures: true,
      cell: (row) => row.adults + row.children + row.infants,
    },
    ...(view === 'due-in' ? [timeColumn(t, sort, onSort, isPast)] : []),
    ...(view === 'due-in' ? [] : [balanceColumn(t)]),
    {
      key: 'date',
      head: t(`today.column.${other}`),
      width: '82px',
      cell: (row) => row.hours ?? <DateText date={row[other]} style="day" />,
    },
  ]
}

/** What Insight has to say of an arrival, as one mark. */
function insightColumn(noted: readonly NotedArrival[]): Column<DayRow> {
  const noteOf = new Map(noted.map((one) => [one.bookingId, one]))
  return {
    key: 'insight',
    head: <ArrivalMarkHead />,
    width: '12px',
    cell: (row) => <ArrivalMark of={noteOf.get(row.id)} />,
  }
}

/** What the guest owes; empty where nothing is owed. */
function balanceColumn(t: T): Column<DayRow> {
  return {
    key: 'balance',
    head: t('folioScreen.today.balance'),
    width: `${BALANCE_WIDTH}px`,
    figures: true,
    from: BALANCE_PX,
    cell: ({ balanceMinor }) => (balanceMinor ? <MoneyText minor={balanceMinor} /> : ''),
  }
}

/** When an arrival is expected; a mark where it need not be held any more. */
function timeColumn(
  t: T,
  sort: DaySort,
  onSort: (sort: DaySort) => void,
  isPast: (row: DayRow) => boolean,
): Column<DayRow> {
  return {
    key: 'time',
    head: <span title={t('today.by.time')}>{t('today.column.time')}</span>,
    width: '44px',
    sorted: sort === 'time',
    onHead: () => onSort('time'),
    cell: (row) => (
      <span className="k-day-cell k-num">
        {isPast(row) && <StatusMark state="past-hold" markOnly />}
        {row.expectedTime}
      </span>
    ),
  }
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
      <RoomNumber>{roomNumber}</RoomNumber>
    </span>
  )
}
