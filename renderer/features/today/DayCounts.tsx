import { lazy, Suspense } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useTurning } from '#renderer/api/use-turning.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { useMemory } from '#renderer/base/route/memory.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { back, getLocation, go, Link, setQuery, useLocation } from '#renderer/base/route/route.tsx'
import { useQueue } from '#renderer/parts/stay/use-queue.ts'
import { formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { WithAntd } from '#renderer/ui/lazy-antd.tsx'
import { useLater } from '#renderer/ui/use-later.ts'
import { peopleViews } from '#shared/domain/today/day-people.ts'
import { noteActs } from './acts.ts'
import { type Opened, openedBy } from './people-rows.ts'
import type { DayView } from './room-words.ts'

/** Both open beside the lists when they are first asked for. */
const PeopleDrawer = lazy(async () => ({ default: (await import('./PeopleDrawer.tsx')).PeopleDrawer }))
const NotesDrawer = lazy(async () => ({ default: (await import('./NotesDrawer.tsx')).NotesDrawer }))

const listed: readonly string[] = ['due-in', 'in-house', 'due-out'] satisfies DayView[]

/** Whether a figure of the day is a list that is on Today anyway. */
export function isDayView(view: Opened | null): view is DayView {
  return view !== null && listed.includes(view)
}

const addressOf = (list: Opened) => href(paths.today, undefined, { list })
/** What the lists are narrowed to stays while something is opened beside them. */
const kept = { keep: ['text'] } as const

/** The day in figures, each the way to who or what is behind it; and the notes of the shifts. */
export function DayCounts({ onList }: { onList: (view: DayView) => void }) {
  const { t, locale } = useWords()
  const { data } = useTurning('today.read', {})
  const notes = useQuery('today.notes', {}, { on: useLater(data !== undefined) }).data
  const ready = useQueue().filter((one) => one.ready).length
  const { open, opened, close } = useOpened()
  useActs(noteActs, {
    notes: () => {
      opened()
      go(addressOf('notes'), kept)
    },
  })
  const waiting = notes?.filter(({ tickedAt }) => tickedAt === null).length ?? 0
  const way = (list: Opened) => ({
    to: addressOf(list),
    ...kept,
    'aria-current': open === list ? ('true' as const) : undefined,
    onClick: isDayView(list) ? () => onList(list) : opened,
  })
  return (
    <div className="k-day-counts" role="group" aria-label={t('today.counts')}>
      {peopleViews.map((view) => (
        <Link
          key={view}
          {...way(view)}
          className={view === 'queue' && data?.counts.queue ? 'k-chip k-day-late' : 'k-chip'}
        >
          {t(`today.count.${view}`)} <b>{data ? formatNumber(data.counts[view], locale) : '—'}</b>
          {view === 'queue' && ready > 0 && (
            <span className="k-day-ready">{t('today.ready', { count: ready })}</span>
          )}
        </Link>
      ))}
      {data?.work.map(({ department, overdue, today }) => (
        <Link
          key={department}
          to={href(paths.requests, undefined, { department })}
          className={overdue > 0 ? 'k-day-work k-day-late' : 'k-day-work'}
        >
          {t(overdue > 0 ? 'today.workOverdue' : 'today.work', {
            department: t(`request.department.${department}`),
            count: overdue + today,
            overdue,
          })}
        </Link>
      ))}
      <Link {...way('notes')} className="k-chip">
        {t('today.notes.open')} <b>{formatNumber(waiting, locale)}</b> <KeyHint keys={noteActs.notes.key} />
      </Link>
      {open !== null && !isDayView(open) && (
        <Suspense fallback={null}>
          <WithAntd>
            {open === 'notes' ? (
              <NotesDrawer onClose={close} />
            ) : (
              <PeopleDrawer view={open} onClose={close} />
            )}
          </WithAntd>
        </Suspense>
      )}
    </div>
  )
}

/** What the address has open beside the lists. Closing steps back to where it was opened, from a bookmark to Today alone. */
function useOpened() {
  const open = openedBy(useLocation(({ query }) => query.list))
  const [from, setFrom] = useMemory<number | null>('opened-from', null)
  return {
    open,
    /** Called before the step is taken. */
    opened: () => {
      if (open === null || isDayView(open)) setFrom(getLocation().key)
    },
    close: () => {
      if (from === getLocation().key - 1) back()
      else setQuery({ list: undefined, by: undefined })
    },
  }
}
