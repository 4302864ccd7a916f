import { lazy, Suspense, useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { WithAntd } from '#renderer/ui/lazy-antd.tsx'
import { type PeopleView, peopleViews } from '#shared/domain/today/day-people.ts'
import { noteActs } from './acts.ts'
import type { DayView } from './room-words.ts'

/** Both open beside the lists when they are first asked for. */
const PeopleDrawer = lazy(async () => ({ default: (await import('./PeopleDrawer.tsx')).PeopleDrawer }))
const NotesDrawer = lazy(async () => ({ default: (await import('./NotesDrawer.tsx')).NotesDrawer }))

const listed: readonly string[] = ['due-in', 'in-house', 'due-out'] satisfies DayView[]

/** The day in figures, each the way to who or what is behind it; and the notes of the shifts. */
export function DayCounts({ onList }: { onList: (view: DayView) => void }) {
  const { t, locale } = useWords()
  const { data } = useQuery('today.read', {})
  const notes = useQuery('today.notes', {}).data
  const [open, setOpen] = useState<PeopleView | 'notes' | null>(null)
  useActs(noteActs, { notes: () => setOpen('notes') })
  const close = () => setOpen(null)
  const waiting = notes?.filter(({ tickedAt }) => tickedAt === null).length ?? 0
  const show = (view: PeopleView) => {
    if (listed.includes(view)) onList(view as DayView)
    else setOpen(view)
  }
  return (
    <div className="k-day-counts" role="group" aria-label={t('today.counts')}>
      {peopleViews.map((view) => (
        <button
          key={view}
          type="button"
          className={view === 'queue' && data?.counts.queue ? 'k-chip k-day-late' : 'k-chip'}
          onClick={() => show(view)}
        >
          {t(`today.count.${view}`)} <b>{data ? formatNumber(data.counts[view], locale) : '—'}</b>
        </button>
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
      <button type="button" className="k-chip" onClick={() => setOpen('notes')}>
        {t('today.notes.open')} <b>{formatNumber(waiting, locale)}</b> <KeyHint keys={noteActs.notes.key} />
      </button>
      {open !== null && (
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
