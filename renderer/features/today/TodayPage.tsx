import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { knownHotel, useHotel } from '#renderer/api/use-hotel.ts'
import { readOneAhead } from '#renderer/api/use-query.ts'
import { useMay } from '#renderer/base/desk.ts'
import { useDeskChoice } from '#renderer/base/desk-choice.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { getLocation, setTyped, useLocation } from '#renderer/base/route/route.tsx'
import { WithAntd } from '#renderer/ui/lazy-antd.tsx'
import { Rows } from '#renderer/ui/Pane.tsx'
import { Panes } from '#renderer/ui/Panes.tsx'
import { useLater } from '#renderer/ui/use-later.ts'
import { daySorts } from '#shared/domain/booking/day-sorts.ts'
import { severalActs, todayActs } from './acts.ts'
import { DayBar } from './DayBar.tsx'
import { DayCounts, isDayView } from './DayCounts.tsx'
import { DayList, dayTitles } from './DayList.tsx'
import { readDayAhead } from './day-input.ts'
import { openedBy } from './people-rows.ts'
import { RoomLine } from './RoomLine.tsx'
import type { DayRow, DayView } from './room-words.ts'
import './today.css'

/** Loaded when the first row is there: the lists are on screen before. */
const BookingPanel = lazy(async () => {
  const { BookingPanel: Loaded } = await import('../../parts/insight/Panels.tsx')
  return { default: Loaded }
})

/** Loaded when a party is to come or go. */
const SeveralDrawer = lazy(async () => {
  const { SeveralDrawer: Loaded } = await import('./SeveralDrawer.tsx')
  return { default: Loaded }
})

const dayViews = ['due-in', 'due-out', 'in-house'] as const

/** Begins to read the counts of the day and its lists: they come soonest together, and are drawn together. */
export async function ahead(): Promise<void> {
  const hotel = knownHotel()
  if (!hotel) return
  const counts = readOneAhead('today.read', {})
  await Promise.all([counts, readDayAhead(hotel.businessDate, getLocation().typed.text ?? '')])
}

/**
 * The business date at a glance: who is due in on the left, with what to know of the chosen one; who is due out and who is in
 * house on the right; below them what the chosen row's room is in.
 */
export function Page() {
  const { t } = useWords()
  const { businessDate } = useHotel()
  const lists = {
    'due-in': useRef<HTMLDivElement>(null),
    'due-out': useRef<HTMLDivElement>(null),
    'in-house': useRef<HTMLDivElement>(null),
  }
  const [sort, setSort] = useDeskChoice('today:sort', daySorts)
  const text = useLocation(({ typed }) => typed.text ?? '')
  const [view, setView] = useState<DayView>('due-in')
  const [active, setActive] = useState<Partial<Record<DayView, DayRow>>>({})
  const onActive = useCallback(
    (of: DayView, row: DayRow | undefined) => setActive((now) => ({ ...now, [of]: row })),
    [],
  )
  useActs(todayActs, {
    'due-in': () => lists['due-in'].current?.focus(),
    'due-out': () => lists['due-out'].current?.focus(),
    'in-house': () => lists['in-house'].current?.focus(),
  })
  const opened = openedBy(useLocation(({ query }) => query.list))
  const start = opened === null ? 'due-in' : isDayView(opened) ? opened : null
  const asked = isDayView(opened) ? lists[opened] : null
  useEffect(() => asked?.current?.focus(), [asked])
  const next = active['due-in']
  const later = useLater(next !== undefined)
  const may = useMay()
  const [several, setSeveral] = useState<'check-in' | 'check-out' | null>(null)
  const openSeveral = () => setSeveral(view === 'due-in' ? 'check-in' : 'check-out')
  useActs(severalActs, { several: openSeveral }, { on: may('stay') })
  const list = (of: DayView) => (
    <div className="k-day-list" onFocus={() => setView(of)}>
      <DayList
        view={of}
        listRef={lists[of]}
        sort={sort}
        onSort={setSort}
        text={text}
        onActive={onActive}
        autoFocus={of === start}
      />
      {of === 'due-in' && next && (
        <div className="k-day-next">
          {later && (
            <Suspense fallback={null}>
              <BookingPanel id={next.id} place="arrival" />
            </Suspense>
          )}
        </div>
      )}
    </div>
  )
  /** From the text to the first list that has somebody. */
  const toRows = () => {
    const first = dayViews.find((of) => active[of])
    if (first) lists[first].current?.focus()
  }
  return (
    <>
      <h1 className="k-hidden">{t('today.title')}</h1>
      <Rows heights="auto auto minmax(0, 1fr) auto">
        <DayBar
          text={text}
          onText={(next) => setTyped({ text: next })}
          sort={sort}
          onSort={setSort}
          onDown={toRows}
          onSeveral={openSeveral}
        />
        <DayCounts onList={(of) => lists[of].current?.focus()} />
        <Panes
          label={t('today.title')}
          areas={'"due-in due-out" "due-in in-house"'}
          columns="minmax(0, 1fr) minmax(0, 1fr)"
          rows="minmax(0, 1fr) minmax(0, 1fr)"
          panes={dayViews.map((of) => ({
            name: of,
            title: t(dayTitles[of]),
            keys: todayActs[of].key,
            children: list(of),
          }))}
        />
        <RoomLine row={active[view]} businessDate={businessDate} />
      </Rows>
      {several && (
        <Suspense fallback={null}>
          <WithAntd>
            <SeveralDrawer way={several} text={text} onClose={() => setSeveral(null)} />
          </WithAntd>
        </Suspense>
      )}
    </>
  )
}
