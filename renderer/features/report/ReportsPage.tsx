import './reports.css'
import { Suspense, useEffect } from 'react'
import { type QueryState, useQuery } from '#renderer/api/use-query.ts'
import { useMay } from '#renderer/base/desk.ts'
import { runEach, useActs } from '#renderer/base/keys/acts.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { useMemory } from '#renderer/base/route/memory.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, type ScreenProps, useRedirect } from '#renderer/base/route/route.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { whenIdle } from '#renderer/ui/lazy-antd.tsx'
import { lazySections } from '#renderer/ui/lazy-sections.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Panes } from '#renderer/ui/Panes.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { isReportName } from '#shared/domain/report/catalogue.ts'
import { reportPaneActs } from './acts.ts'
import { BookingsPane } from './BookingsPane.tsx'
import { Catalogue } from './Catalogue.tsx'
import { askedIn, type Drill } from './drill.ts'
import { pageActs } from './page-acts.ts'
import { pages, type ReportPage } from './pages.ts'
import { ReportView } from './ReportView.tsx'

export type ReportList = QueryState<OutputOf<'report.list'>>

const all: readonly ReportPage[] = pages
const sections = lazySections(all)

/** Reports: the catalogue at the left, one report or page at the right. */
export function Page({ params, query }: ScreenProps<typeof paths.report>) {
  const { t } = useWords()
  const may = useMay()
  const list = useQuery('report.list', {})
  const open = params.name
  const allowed = all.filter((page) => may(page.right))
  const first = allowed[0]?.name ?? list.data?.reports[0]?.name
  useRedirect(open === undefined && first !== undefined ? href(paths.report, { name: first }) : null)
  useEffect(() => whenIdle(sections.preload), [])
  useActs(
    pageActs,
    runEach(pageActs, (name) => go(href(paths.report, { name }))),
  )
  // A favourite of the same report asks for other rows: what is behind a row holds for what it was chosen in
  const asked = open !== undefined && isReportName(open) ? askedIn(open, query) : null
  const text = JSON.stringify(asked)
  const [chosen, setChosen] = useMemory<{ drill: Drill; of: string } | null>('drill', null)
  const behind = asked !== null && chosen?.of === text ? chosen.drill : null
  const setDrill = (drill: Drill | null) => setChosen(drill && { drill, of: text })
  return (
    <Panes
      label={t('reportScreen.title')}
      areas={behind ? '"catalogue report" "catalogue bookings"' : '"catalogue report"'}
      columns="212px minmax(0, 1fr)"
      rows={behind ? 'minmax(0, 11fr) minmax(0, 9fr)' : 'minmax(0, 1fr)'}
      start="report"
      panes={[
        {
          name: 'catalogue',
          title: t('reportScreen.catalogue'),
          act: reportPaneActs.catalogue,
          children: <Catalogue list={list} pages={allowed} open={open} />,
        },
        {
          name: 'report',
          title: open === undefined ? t('reportScreen.report') : titleOf(open, t),
          act: reportPaneActs.report,
          children: (
            <Opened
              name={open}
              query={query}
              list={list}
              allowed={allowed}
              drill={behind}
              onDrill={setDrill}
            />
          ),
        },
        ...(asked && behind
          ? [
              {
                name: 'bookings',
                title: t('reportScreen.bookings.pane'),
                children: <BookingsPane asked={asked} drill={behind} onClose={() => setDrill(null)} />,
              },
            ]
          : []),
      ]}
    />
  )
}

type OpenedProps = {
  name: string | undefined
  query: ScreenProps['query']
  list: ReportList
  allowed: readonly ReportPage[]
  drill: Drill | null
  onDrill: (drill: Drill | null) => void
}

function Opened({ name, query, list, allowed, drill, onDrill }: OpenedProps) {
  const { t } = useWords()
  const Section = allowed.some((page) => page.name === name) ? sections.of(name ?? '') : undefined
  if (Section) {
    return (
      <Suspense fallback={<RowSkeleton />}>
        <Section />
      </Suspense>
    )
  }
  if (list.failed && !list.data) {
    return <Trouble failed={list.failed} operation="report.list" onRetry={list.retry} />
  }
  if (!list.data) return <RowSkeleton />
  const report = list.data.reports.find((one) => one.name === name)
  if (!report) {
    return (
      <Pane>
        <EmptyState>
          {t(name !== undefined && isReportName(name) ? 'reportScreen.notPermitted' : 'reportScreen.unknown')}
        </EmptyState>
      </Pane>
    )
  }
  return (
    <ReportView
      report={report}
      favourites={list.data.favourites}
      query={query}
      drill={drill}
      onDrill={onDrill}
    />
  )
}

function titleOf(name: string, t: T): string {
  const page = all.find((one) => one.name === name)
  if (page) return t(page.title)
  return isReportName(name) ? t(`report.name.${name}`) : t('reportScreen.report')
}
