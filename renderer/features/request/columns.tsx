import { useMemo } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import type { Column } from '#renderer/ui/DataList.tsx'
import { DateText, DateTimeText } from '#renderer/ui/DateText.tsx'
import { RoomNumber } from '#renderer/ui/RoomNumber.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import type { BoardSort } from '#shared/domain/request/board.ts'
import type { Language } from '#shared/i18n/types.ts'
import { askText } from '#shared/i18n/wish-text.ts'
import { type BoardFilters, type BoardRow, keyOfRow, show } from './filters.ts'

/** The columns of the board; what is chosen is ticked, what is overdue is marked. */
export function useBoardColumns(
  chosen: ReadonlySet<string>,
  { state, sort: by }: BoardFilters,
): Column<BoardRow>[] {
  const { t, language } = useWords()
  const { businessDate } = useHotel()
  // What is over is in the order in which it was
  const sort = state === 'closed' || state === 'left' ? null : by
  return useMemo(() => {
    const on = { t, language, chosen, sort, year: businessDate.slice(0, 4) }
    return [...dueColumns(on), ...whatColumns(on)]
  }, [t, language, chosen, sort, businessDate])
}

type On = { t: T; language: Language; chosen: ReadonlySet<string>; sort: BoardSort | null; year: string }

/** Whether it is chosen, when it is due, what has become of it, and who sees to it. */
function dueColumns({ t, chosen, sort, year }: On): Column<BoardRow>[] {
  return [
    {
      key: 'chosen',
      head: <span className="k-hidden">{t('request.chosen')}</span>,
      width: '20px',
      cell: (row) =>
        chosen.has(keyOfRow(row)) && (
          <span className="rq-chosen">
            <span aria-hidden>✓</span>
            <span className="k-hidden">{t('request.chosen')}</span>
          </span>
        ),
    },
    {
      key: 'due',
      head: t('request.column.due'),
      width: '168px',
      sorted: sort === 'due',
      onHead: () => show({ sort: 'due' }),
      cell: (row) => <Due row={row} year={year} />,
    },
    {
      key: 'state',
      head: t('request.column.state'),
      width: '124px',
      sorted: sort === 'state',
      onHead: () => show({ sort: 'state' }),
      cell: (row) => <StatusMark state={row.status} />,
    },
    {
      key: 'department',
      head: t('request.column.department'),
      width: '128px',
      from: 930,
      cell: departmentCell(t),
    },
  ]
}

/** What is asked, where and by whom, and who moved it last. */
function whatColumns({ t, language, sort }: On): Column<BoardRow>[] {
  return [
    {
      key: 'what',
      head: t('request.column.what'),
      width: 'minmax(180px, 2fr)',
      cell: (row) => <What row={row} language={language} />,
    },
    {
      key: 'room',
      head: t('request.column.room'),
      width: '64px',
      sorted: sort === 'room',
      onHead: () => show({ sort: 'room' }),
      cell: ({ roomNumber }) =>
        roomNumber === null ? <span className="k-faint">—</span> : <RoomNumber>{roomNumber}</RoomNumber>,
    },
    {
      key: 'guest',
      head: t('request.column.guest'),
      width: 'minmax(128px, 1fr)',
      sorted: sort === 'guest',
      onHead: () => show({ sort: 'guest' }),
      cell: (row) =>
        row.guestId === null ? (
          <span className="k-quiet">{t('request.ofHouse')}</span>
        ) : (
          <GuestName of={row} />
        ),
    },
    {
      key: 'by',
      head: t('request.column.by'),
      width: 'minmax(160px, 0.7fr)',
      from: 980,
      cell: (row) => (
        <span className="k-quiet k-cut">
          {row.statusBy} <DateTimeText moment={row.statusAt} />
        </span>
      ),
    },
  ]
}

const departmentCell = (t: T) => (row: BoardRow) => (
  <span className="k-cut">{t(`request.department.${row.department}`)}</span>
)

/** By when; the year where it is another one. */
function Due({ row: { dueOn, dueTime, overdue }, year }: { row: BoardRow; year: string }) {
  return (
    <span className={overdue ? 'rq-due k-wrong' : 'rq-due'}>
      {overdue && <StatusMark state="overdue" markOnly />}
      {dueOn.startsWith(year) ? <DateText date={dueOn} style="day" /> : <DateText date={dueOn} />}{' '}
      <span className="k-num">{dueTime}</span>
    </span>
  )
}

/** What is asked; of what was declined, why and what was offered instead. */
function What({ row, language }: { row: BoardRow; language: Language }) {
  const { t } = useWords()
  const { of, reason, alternative } = row
  const what = askText(row, language)
  const instead = alternative === null ? '' : t('request.instead', { what: alternative })
  const more = [reason, instead].filter(Boolean).join(' · ')
  return (
    <span className="k-cut" title={[what, more].filter(Boolean).join(' · ')}>
      {of === 'trace' && <span className="k-tag">{t('request.trace')}</span>} {what}
      {more !== '' && <span className="k-quiet"> · {more}</span>}
    </span>
  )
}
