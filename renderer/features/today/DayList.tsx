import { memo, type RefObject } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useList } from '#renderer/api/use-list.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { DataList } from '#renderer/ui/DataList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { useLater } from '#renderer/ui/use-later.ts'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { DaySort } from '#shared/domain/booking/day-sorts.ts'
import type { Key } from '#shared/i18n/index.ts'
import { NextStep } from '../../parts/hotel/NextStep.tsx'
import { todayActs } from './acts.ts'
import { useDayColumns } from './day-columns.tsx'
import { dayInput, sortOf } from './day-input.ts'
import type { DayRow, DayView } from './room-words.ts'

/** What the lists are called. */
export const dayTitles: Record<DayView, Key> = {
  'due-in': 'today.dueIn',
  'due-out': 'today.dueOut',
  'in-house': 'today.inHouse',
}

type Props = {
  view: DayView
  listRef: RefObject<HTMLDivElement | null>
  sort: DaySort
  onSort: (sort: DaySort) => void
  text: string
  /** The list's chosen row, each time it is another one or has changed. */
  onActive: (view: DayView, row: DayRow | undefined) => void
  autoFocus?: boolean
}

/** About how high a list will be while they are side by side: what is above and below it is known. */
const heightOf = (view: DayView) =>
  view === 'due-in' ? window.innerHeight - 381 : (window.innerHeight - 270) / 2

/** One list of the day: who is due in, due out or in house. A step in one of them draws none of the others again. */
export const DayList = memo(DayListOnce)

function DayListOnce({ view, listRef, sort, onSort, text, onActive, autoFocus = false }: Props) {
  const { t } = useWords()
  const { businessDate } = useHotel()
  const list = useList('booking.list', dayInput(view, businessDate, sort, text), { long: true })
  const later = useLater(!list.loading)
  const noted = useQuery('insight.arrivals', { date: businessDate }, { on: view === 'due-in' && later }).data
  const columns = useDayColumns(view, sortOf(view, sort), onSort, noted)
  const title = t(dayTitles[view])
  return (
    <Pane
      title={
        <>
          <StatusMark state={view} markOnly /> {title} <KeyHint keys={todayActs[view].key} />
        </>
      }
      note={list.head && <Count total={list.head.total} found={list.head.found} text={text} />}
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
          height={heightOf(view)}
          rowKey={(row) => row.id}
          more={list.more}
          loadMore={list.loadMore}
          onSeen={list.seen}
          onActive={(row) => onActive(view, row)}
          about={text}
          listRef={listRef}
          autoFocus={autoFocus}
          onOpen={(row) => go(href(paths.booking, { id: row.id }))}
          empty={
            <>
              <EmptyState>{text === '' ? t(`today.none.${view}`) : t('today.notFound', { text })}</EmptyState>
              {view === 'due-in' && text === '' && <NextStep />}
            </>
          }
        />
      )}
    </Pane>
  )
}

/** How many there are; of them how many have what was typed. */
function Count({ total, found, text }: { total: number; found: number; text: string }) {
  const { t, locale } = useWords()
  const all = formatNumber(total, locale)
  return (
    <b className="k-day-count">
      {text === '' ? all : t('today.foundOf', { found: formatNumber(found, locale), total: all })}
    </b>
  )
}
