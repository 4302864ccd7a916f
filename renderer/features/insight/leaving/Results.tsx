import type { ReactNode } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { formatMoney, formatNumber } from '#renderer/ui/format.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { percent } from './columns.tsx'

type Tally = OutputOf<'leaving.results'>['all']

/** How many were won back, by offer and by who had the guest; a rate only where there are enough cases. */
export function Results() {
  const { t } = useWords()
  const results = useQuery('leaving.results', {})
  const { data } = results
  return (
    <Pane title={t('leaving.results.title')}>
      {results.failed && !data && (
        <Trouble failed={results.failed} operation="leaving.results" onRetry={results.retry} />
      )}
      {results.loading && <RowSkeleton />}
      {data && (
        <div className="lv-results">
          <p>
            {t('leaving.results.sentence', {
              won: data.all.wonBack,
              closed: data.all.wonBack + data.all.lost,
              open: data.open,
              snoozed: data.snoozed,
            })}
          </p>
          <p className="k-quiet">{t('leaving.results.minimum', { min: data.minCases })}</p>
          <TallyTable head={t('field.name.offer')} label={t('leaving.results.byOffer')}>
            {data.byOffer.map(({ offer, tally }) => (
              <TallyRow
                key={offer ?? ''}
                name={offer === null ? t('leaving.results.noOffer') : t(`leaving.offer.${offer}`)}
                tally={tally}
              />
            ))}
            <TallyRow name={t('leaving.results.all')} tally={data.all} sum />
          </TallyTable>
          <TallyTable head={t('field.name.owner')} label={t('leaving.results.byOwner')}>
            {data.byOwner.map(({ owner, tally }) => (
              <TallyRow key={owner?.login ?? ''} name={owner?.name ?? t('leaving.nobody')} tally={tally} />
            ))}
          </TallyTable>
          <p className="k-quiet">{t('leaving.results.caveat')}</p>
        </div>
      )}
    </Pane>
  )
}

function TallyTable({ head, label, children }: { head: string; label: string; children: ReactNode }) {
  const { t } = useWords()
  const { currency } = useHotel()
  return (
    <table className="k-table lv-tally" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="k-num">
            {t('leaving.outcome.won-back')}
          </th>
          <th scope="col" className="k-num">
            {t('leaving.outcome.lost')}
          </th>
          <th scope="col" className="k-num">
            {t('leaving.outcome.false-alarm')}
          </th>
          <th scope="col" className="k-num">
            <span title={t('leaving.about.rate')}>{t('leaving.results.rate')}</span>
          </th>
          <th scope="col" className="k-num">
            {t('insight.inCurrency', { name: t('field.name.costMinor'), currency })}
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

function TallyRow({ name, tally, sum = false }: { name: string; tally: Tally; sum?: boolean }) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  return (
    <tr className={sum ? 'lv-all' : ''}>
      <th scope="row">{name}</th>
      <td className="k-num">{formatNumber(tally.wonBack, locale)}</td>
      <td className="k-num">{formatNumber(tally.lost, locale)}</td>
      <td className="k-num">{formatNumber(tally.falseAlarms, locale)}</td>
      <td className="k-num">
        {tally.rate === null ? (
          <span className="k-quiet">{t('leaving.results.tooFew')}</span>
        ) : (
          percent(tally.rate, locale)
        )}
      </td>
      <td className="k-num">{formatMoney(tally.costMinor, currency, locale)}</td>
    </tr>
  )
}
