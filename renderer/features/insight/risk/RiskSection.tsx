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
import { riskPaneActs } from './acts.ts'
import { BandBookings } from './BandBookings.tsx'
import type { Band } from './band.ts'
import { DayArrivals } from './DayArrivals.tsx'
import { DaysPane } from './DaysPane.tsx'
import { ModelPane } from './ModelPane.tsx'
import type { Report } from './report.ts'

/** A coming day, or a group of the calibration chart. */
type Chosen = { day: string } | { band: Band }

/** Risk: the coming days, the bookings of one or of a range of chances with their reasons, and how well the model foretells. */
export function Section() {
  const { t, language } = useWords()
  const found = useQuery('insight.output', { kind: 'risk' })
  const [chosen, setChosen] = useMemory<Chosen | null>('risk:chosen', null)
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
  const band = chosen && 'band' in chosen ? chosen.band : null
  const day =
    chosen && 'day' in chosen && report.days.some((one) => one.day === chosen.day)
      ? chosen.day
      : report.days[0]?.day
  const toList = () => arrivals.current?.focus()
  return (
    <Panes
      label={t('insight.section.risk')}
      areas={'"days arrivals" "days model"'}
      columns="minmax(540px, 9fr) minmax(0, 11fr)"
      rows="minmax(0, 1fr) minmax(0, 1fr)"
      panes={[
        {
          name: 'days',
          title: t('insightRisk.days.title'),
          act: riskPaneActs.days,
          children: (
            <DaysPane
              report={report}
              asOf={found.data.asOf}
              onDay={(one) => setChosen({ day: one })}
              onOpen={toList}
            />
          ),
        },
        {
          name: 'arrivals',
          title: t('insightRisk.arrivals.title'),
          act: riskPaneActs.arrivals,
          children: band ? (
            <BandBookings band={band} listRef={arrivals} />
          ) : (
            day && <DayArrivals key={day} day={day as BusinessDate} listRef={arrivals} />
          ),
        },
        {
          name: 'model',
          title: t('insightRisk.model.title'),
          act: riskPaneActs.model,
          children: (
            <ModelPane
              report={report}
              band={band}
              onBand={(one) => setChosen({ band: one })}
              onOpen={toList}
            />
          ),
        },
      ]}
    />
  )
}
