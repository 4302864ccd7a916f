import './future.css'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { nameText } from '#renderer/parts/guest/names.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { Pane, Section as Part } from '#renderer/ui/Pane.tsx'
import { Panes } from '#renderer/ui/Panes.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { describeReply } from '#shared/i18n/index.ts'
import { futurePaneActs } from './acts.ts'
import { BestGuests } from './BestGuests.tsx'
import type { FutureOutput, FutureSummary } from './future-output.ts'
import { HeldOut } from './HeldOut.tsx'
import { Models } from './Models.tsx'
import { percentText } from './percent.ts'

/** Lifetime value: what all guests are expected to bring, by which models, how these held, and who brings most. */
export function Section() {
  const { t, language } = useWords()
  const summary = useQuery('future.summary', {})
  if (summary.failed && !summary.data)
    return <Trouble failed={summary.failed} operation="future.summary" onRetry={summary.retry} />
  if (summary.loading) return <RowSkeleton />
  const { data } = summary
  if (!data?.output) {
    const said = data?.said
    const why = said && describeReply({ ok: false, refusal: said } as never, language, 'insight.run')
    return (
      <Pane>
        <EmptyState>{why ?? t('insight.status.never')}</EmptyState>
      </Pane>
    )
  }
  return (
    <Panes
      label={t('insight.section.lifetime')}
      areas='"figures guests"'
      columns="minmax(0, 1fr) minmax(480px, 44%)"
      panes={[
        {
          name: 'figures',
          title: t('insight.section.lifetime'),
          act: futurePaneActs.figures,
          children: (
            <Pane title={t('insight.section.lifetime')}>
              <Sums summary={data} output={data.output} />
              <HeldOut output={data.output} />
              <Models output={data.output} />
              <Assumed percent={data.output.discount} />
            </Pane>
          ),
        },
        {
          name: 'guests',
          title: t('insightFuture.best.title'),
          act: futurePaneActs.guests,
          children: <BestGuests />,
        },
      ]}
    />
  )
}

function Sums({ summary, output }: { summary: FutureSummary; output: FutureOutput }) {
  const { t, locale, language } = useWords()
  const sum = (of: 'expected12' | 'expected36' | 'value12Minor' | 'value36Minor') =>
    output.groups.reduce((all, group) => all + group[of], 0)
  const count = (value: number) => formatNumber(value, locale)
  const { collective } = summary
  return (
    <section className="k-padded ltv-part">
      <p>
        {t('insightFuture.sum', {
          guests: count(output.byModel + output.byRhythm),
          stays12: count(Math.round(sum('expected12'))),
          stays36: count(Math.round(sum('expected36'))),
        })}
      </p>
      <dl className="ltv-sums">
        <div>
          <dt>{t('insightFuture.worth')}</dt>
          <dd>
            <MoneyText minor={sum('value12Minor')} sign />
          </dd>
        </div>
        <div>
          <dt>{t('insightFuture.worth36')}</dt>
          <dd>
            <MoneyText minor={sum('value36Minor')} sign />
          </dd>
        </div>
      </dl>
      <p className="k-quiet">
        {t('insightFuture.ways', {
          model: count(output.byModel),
          rhythm: count(output.byRhythm),
          none: count(output.without),
          excluded: count(output.excluded),
        })}
      </p>
      {collective && output.collective && (
        <p>
          <Link to={href(paths.guest, { id: collective.id })}>
            <GuestName of={{ ...collective, guestId: collective.id }} />
          </Link>{' '}
          {t('insightFuture.collective', {
            name: nameText(collective, language, t),
            share: percentText(output.collective.share, locale),
          })}
        </p>
      )}
    </section>
  )
}

function Assumed({ percent }: { percent: number }) {
  const { t, locale } = useWords()
  return (
    <Part title={t('insightFuture.assumed.title')}>
      <ul className="ltv-assumed">
        <li>{t('insightFuture.assumed.visits')}</li>
        <li>{t('insightFuture.assumed.value', { percent: formatNumber(percent, locale) })}</li>
        <li>{t('insightFuture.assumed.apart')}</li>
        <li>{t('insightFuture.assumed.rhythm')}</li>
      </ul>
    </Part>
  )
}
