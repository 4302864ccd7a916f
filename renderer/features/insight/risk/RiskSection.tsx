import './risk.css'
import { useRef } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { useMemory } from '#renderer/base/route/memory.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Panes } from '#renderer/ui/Panes.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { describeReply } from '#shared/i18n/index.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { DayArrivals } from './DayArrivals.tsx'
import { DaysPane } from './DaysPane.tsx'
import { ModelPane } from './ModelPane.tsx'
import type { Report } from './report.ts'

/** Risk: the coming days, the arrivals of one of them with their reasons, and how well the model foretells. */
export function Section() {
  const { t, language } = useWords()
  const found = useQuery('insight.output', { kind: 'risk' })
  const [chosen, setChosen] = useMemory<string | null>('risk:day', null)
  const arrivals = useRef<HTMLDivElement>(null)
  if (found.failed && !found.data)
    return <Trouble failed={found.failed} operation="insight.output" onRetry={found.retry} />
  if (found.loading) return <RowSkeleton />
  const report = found.data?.output as Report | null | undefined
  if (!found.data || !report) {
    const said = found.data?.said
    return (
      <Pane title={t('insight.section.risk')}>
        <EmptyState>
          {said
            ? describeReply({ ok: false, refusal: said }, language, 'insight.run')
            : t('insight.status.notYet')}
        </EmptyState>
      </Pane>
    )
  }
  const day = report.days.some((one) => one.day === chosen) ? chosen : report.days[0]?.day
  return (
    <Panes
      label={t('insight.section.risk')}
      areas={'"days arrivals" "days model"'}
      columns="minmax(0, 1fr) minmax(0, 1fr)"
      rows="minmax(0, 2fr) minmax(0, 3fr)"
      panes={[
        {
          name: 'days',
          title: t('insightRisk.days.title'),
          children: (
            <DaysPane
              report={report}
              asOf={found.data.asOf}
              onDay={setChosen}
              onOpen={() => arrivals.current?.focus()}
            />
          ),
        },
        {
          name: 'arrivals',
          title: t('insightRisk.arrivals.title'),
          children: day ? <DayArrivals key={day} day={day as BusinessDate} listRef={arrivals} /> : null,
        },
        { name: 'model', title: t('insightRisk.model.title'), children: <ModelPane report={report} /> },
      ]}
    />
  )
}
