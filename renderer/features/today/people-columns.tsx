import { type T, useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import type { Waiting } from '#renderer/parts/stay/use-queue.ts'
import type { Column } from '#renderer/ui/DataList.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { TimeText } from '#renderer/ui/TimeText.tsx'
import type { PeopleView } from '#shared/domain/today/day-people.ts'
import type { PeopleSort, PersonRow, Sorting } from './people-rows.ts'

type Of = {
  t: T
  view: PeopleView
  sorting: Sorting
  onSort: (by: PeopleSort) => void
  /** A row as one who waits for a room. */
  waitingOf: (row: PersonRow) => Waiting | undefined
}

/** The columns of who is behind a figure: those of everybody, and what the figure is about. */
export function peopleColumns(of: Of): Column<PersonRow>[] {
  const { t, view } = of
  const sorts = (by: PeopleSort) => ({
    sorted: of.sorting.by === by && (of.sorting.down ? ('down' as const) : true),
    onHead: () => of.onSort(by),
  })
  return [
    {
      key: 'room',
      head: t('today.column.room'),
      width: '56px',
      ...sorts('room'),
      cell: ({ roomNumber }) => <RoomNumber>{roomNumber ?? '—'}</RoomNumber>,
    },
    {
      key: 'guest',
      head: t('today.column.guest'),
      width: 'minmax(120px, 1fr)',
      ...sorts('name'),
      cell: (row) => <Name row={row} t={t} />,
    },
    ...(view === 'queue' ? queueColumns(of, sorts('waiting')) : []),
    ...(view === 'alerts' ? [alertsColumn(t)] : []),
    ...(view === 'moves' ? [moveColumn(t)] : []),
    ...(['arrival', 'departure'] as const).map((of) => ({
      key: of,
      head: t(`today.column.${of}`),
      width: '82px',
      ...sorts(of),
      cell: (row: PersonRow) => <DateText date={row[of]} style="day" />,
    })),
  ]
}

function Name({ row, t }: { row: PersonRow; t: T }) {
  return (
    <span className="k-day-name">
      <GuestName of={row} booking={row.id} />
      {row.staysAlong && <span className="k-faint">{t('today.staysAlong')}</span>}
    </span>
  )
}

function queueColumns({ t, waitingOf }: Of, sorted: object): Column<PersonRow>[] {
  return [
    {
      key: 'waiting',
      head: t('today.column.waiting'),
      width: '84px',
      ...sorted,
      cell: ({ waitingSince }) => waitingSince && <TimeText moment={waitingSince} />,
    },
    {
      key: 'state',
      head: t('today.column.roomState'),
      width: '104px',
      cell: (row) => <RoomState of={waitingOf(row)} />,
    },
  ]
}

/** The way to the check-in where the room is ready, else what keeps the guest from it. */
function RoomState({ of }: { of: Waiting | undefined }) {
  const { t } = useWords()
  if (!of) return null
  if (of.ready)
    return (
      <Link to={href(paths.checkIn, { id: of.id })}>
        <Mark of="clean" /> {t('stay.queue.isReady')}
      </Link>
    )
  return of.state ? <StatusMark state={of.state} /> : <span className="k-faint">{t('today.noRoom')}</span>
}

/** Where the guest is to move. */
function moveColumn(t: T): Column<PersonRow> {
  return {
    key: 'moves',
    head: t('today.column.movesTo'),
    width: '96px',
    cell: ({ movesTo }) => movesTo && <RoomNumber>{movesTo}</RoomNumber>,
  }
}

function alertsColumn(t: T): Column<PersonRow> {
  return {
    key: 'alerts',
    head: t('today.column.alerts'),
    width: 'minmax(160px, 1.6fr)',
    cell: ({ alerts }) => (
      <span title={alerts.map(({ text }) => text).join('\n')}>
        {alerts.map(({ text, blocks }) => (
          <span key={text}>
            <Mark of={blocks ? 'blocking' : 'warning'} /> {text}{' '}
          </span>
        ))}
      </span>
    ),
  }
}
