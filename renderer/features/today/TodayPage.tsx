import { type RefObject, useRef } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useList } from '#renderer/api/use-list.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { Columns, Pane, Rows } from '#renderer/ui/Pane.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { Key } from '#shared/i18n/index.ts'
import { TierTag } from '../../parts/loyalty/TierTag.tsx'
import { todayActs } from './acts.ts'
import './today.css'

type View = 'due-in' | 'due-out' | 'in-house'
type Row = OutputOf<'booking.list'>['rows'][number]
type ListRef = RefObject<HTMLDivElement | null>

/** The business date at a glance: who is due in on the left, who is due out and who is in house on the right. */
export function Page() {
  const { t } = useWords()
  const dueIn = useRef<HTMLDivElement>(null)
  const dueOut = useRef<HTMLDivElement>(null)
  const inHouse = useRef<HTMLDivElement>(null)
  const to = (list: ListRef) => () => list.current?.focus()
  useActs(todayActs, { 'due-in': to(dueIn), 'due-out': to(dueOut), 'in-house': to(inHouse) })
  return (
    <>
      <h1 className="k-hidden">{t('today.title')}</h1>
      <Columns widths="minmax(0, 1fr) minmax(0, 1fr)">
        <DayList view="due-in" listRef={dueIn} autoFocus />
        <Rows heights="minmax(0, 1fr) minmax(0, 1fr)">
          <DayList view="due-out" listRef={dueOut} />
          <DayList view="in-house" listRef={inHouse} />
        </Rows>
      </Columns>
    </>
  )
}

const titles: Record<View, Key> = {
  'due-in': 'today.dueIn',
  'due-out': 'today.dueOut',
  'in-house': 'today.inHouse',
}

type Props = { view: View; listRef: ListRef; autoFocus?: boolean }

function DayList({ view, listRef, autoFocus = false }: Props) {
  const { t, locale } = useWords()
  const { businessDate } = useHotel()
  const list = useList('booking.list', { view, date: businessDate, limit: 100 }, { long: true })
  const columns = useColumns(view)
  const title = t(titles[view])
  return (
    <Pane
      title={
        <>
          <StatusMark state={view} markOnly /> {title} <KeyHint keys={todayActs[view].key} />
        </>
      }
      note={list.head && <b className="k-day-count">{formatNumber(list.head.total, locale)}</b>}
      scroll={false}
    >
      {list.failed && <Trouble failed={list.failed} operation="booking.list" onRetry={list.retry} />}
      {list.loading && <RowSkeleton rows={6} />}
      {!list.loading && !list.failed && (
        <DataList
          label={title}
          memory={view}
          rows={list.rows}
          columns={columns}
          rowKey={(row) => row.id}
          more={list.more}
          loadMore={list.loadMore}
          onSeen={list.seen}
          listRef={listRef}
          autoFocus={autoFocus}
          onOpen={(row) => go(href(paths.booking, { id: row.id }))}
          empty={<EmptyState>{t(`today.none.${view}`)}</EmptyState>}
        />
      )}
    </Pane>
  )
}

function useColumns(view: View): Column<Row>[] {
  const { t } = useWords()
  const other = view === 'due-out' ? 'arrival' : 'departure'
  return [
    {
      key: 'room',
      head: t('today.column.room'),
      width: '44px',
      cell: (row) =>
        row.roomNumber ? (
          <span className="k-code">{row.roomNumber}</span>
        ) : (
          <span className="k-faint" title={t('today.noRoom')}>
            —
          </span>
        ),
    },
    {
      key: 'guest',
      head: t('today.column.guest'),
      width: 'minmax(0, 1fr)',
      cell: (row) => (
        <span title={`${row.guestName} ${row.guestSecondName}`.trim()}>
          <b>{row.guestName || t('common.unnamedGuest')}</b>
          {row.guestSecondName && <span className="k-day-second"> {row.guestSecondName}</span>}
        </span>
      ),
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
          shape="ring"
          colour="amber"
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
        <Counted
          shape="triangle"
          colour="warn"
          count={row.alerts}
          words={t('today.alerts', { count: row.alerts })}
        />
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

type CountedProps = { shape: 'ring' | 'triangle'; colour: 'amber' | 'warn'; count: number; words: string }

/** A mark with its number; nothing where there are none. */
function Counted({ shape, colour, count, words }: CountedProps) {
  if (count === 0) return null
  return (
    <span className="k-state" title={words}>
      <Mark shape={shape} colour={colour} /> <span aria-hidden>{count}</span>
      <span className="k-hidden">{words}</span>
    </span>
  )
}
