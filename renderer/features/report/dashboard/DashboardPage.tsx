import '../reports.css'
import './dashboard.css'
import { Select } from 'antd'
import { useId } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { setQuery, useLocation } from '#renderer/base/route/route.tsx'
import { MomentChoice } from '#renderer/parts/report/MomentChoice.tsx'
import { useWorkedOut } from '#renderer/parts/report/use-worked-out.ts'
import { Pane, Section as Part } from '#renderer/ui/Pane.tsx'
import { type Basis, bases } from '#shared/domain/report/catalogue.ts'
import type { Dashboard } from '#shared/domain/report/dashboard.ts'
import { dashboardSays } from '#shared/i18n/dashboard-text.ts'
import { choiceText } from '#shared/i18n/report-facts.ts'
import { sentenceText } from '#shared/i18n/report-text.ts'
import { AsOfChoice } from '../AsOfChoice.tsx'
import { FileTool } from '../FileTool.tsx'
import { PrintTool } from '../PrintTool.tsx'
import { ReportState } from '../ReportState.tsx'
import { Ahead } from './Ahead.tsx'
import { Arrivals, Loyalty, PickUps, Requests } from './Beside.tsx'
import { SpanTable } from './SpanTable.tsx'
import { Year } from './Year.tsx'

/** How the hotel does, on one page: key figures against budget and last year, the year, the books, guests and requests. */
export function Section() {
  const { t } = useWords()
  const { asOf = '', since = '', basis: given } = useLocation((location) => location.query)
  const basis = bases.find((one) => one === given) ?? bases[0]
  const asked = { basis, ...(asOf ? { asOf } : {}), ...(since ? { since } : {}) }
  const found = useWorkedOut('report.dashboard', asked)
  const { data } = found
  const file = { operation: 'report.exportDashboard', input: asked } as const
  return (
    <Pane
      title={t('reportScreen.dashboard.title')}
      tools={
        <>
          <BasisChoice basis={basis} />
          <AsOfChoice beside value={asOf} onChoose={(value) => setQuery({ asOf: value })} />
          <PrintTool ask={file} />
          <FileTool ask={file} />
        </>
      }
      scroll={false}
    >
      <ReportState found={found} operation="report.dashboard" />
      {data && (
        <div className="k-scroll rp-body" aria-busy={found.previous}>
          <Says seen={data} />
          <SpanTable seen={data} basis={basis} />
          <Ahead days={data.ahead} weekStarts={data.weekStarts} />
          <Year days={data.days} weekStarts={data.weekStarts} />
          <div className="db-parts">
            <PickUps seen={data} tools={<SinceChoice since={since} />} />
            <Arrivals rows={data.arrivals.country} by="country" />
            <Arrivals rows={data.arrivals.segment} by="segment" />
            <Requests requests={data.requests} />
            <Loyalty loyalty={data.loyalty} withoutRevenue={data.withoutRevenue} />
          </div>
          <Notes seen={data} />
        </div>
      )}
    </Pane>
  )
}

function BasisChoice({ basis }: { basis: Basis }) {
  const { t, language } = useWords()
  const id = useId()
  return (
    <>
      <label className="k-label" htmlFor={id}>
        {t('report.parameter.basis')}
      </label>
      <Select
        id={id}
        className="rp-choice"
        popupMatchSelectWidth={false}
        value={basis}
        options={bases.map((value) => ({ value, label: choiceText('basis', value, { language }) }))}
        onChange={(value) => setQuery({ basis: value === bases[0] ? '' : value })}
      />
    </>
  )
}

/** Pick-up since any moment, beside yesterday and a week ago. */
function SinceChoice({ since }: { since: string }) {
  const { t } = useWords()
  return (
    <MomentChoice
      label={t('report.parameter.since')}
      value={since}
      words={[{ value: '', label: t('reportScreen.dashboard.pickUp.other') }]}
      onChoose={(value) => setQuery({ since: value })}
    />
  )
}

/** Today in one sentence, beside what it is best held against. */
function Says({ seen }: { seen: Dashboard }) {
  const { language, locale } = useWords()
  const { currency } = useHotel()
  return <p className="rp-says">{dashboardSays(seen, { language, locale, currency })}</p>
}

/** Why figures are missing. */
function Notes({ seen }: { seen: Dashboard }) {
  const { t, language, locale } = useWords()
  const { currency, timeZone } = useHotel()
  const context = { language, locale, currency, timeZone, names: {} }
  const noBudget = seen.spans.every(({ against }) => against.budget === null)
  return (
    <Part title={t('reportScreen.notes')}>
      <ul className="rp-notes">
        {seen.notes.map((note) => (
          <li key={note.code}>{sentenceText(note, 'reportNote', context)}</li>
        ))}
        <li>{t('reportScreen.dashboard.note.sameMoment')}</li>
        {noBudget && <li>{t('reportScreen.dashboard.note.noBudget')}</li>}
      </ul>
    </Part>
  )
}
