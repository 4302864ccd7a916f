import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { useNextWords } from '#renderer/parts/insight/next-words.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import { offerCriteria } from '#shared/domain/insight/rules/pick.ts'
import { minOffered } from '#shared/domain/insight/suggest/outcome.ts'

type Taken = Pick<OutputOf<'insight.offerRules'>['rules'][number], 'offered' | 'taken' | 'share'>

/** The rules that offers follow, with their figures and what came of the offers. */
export function Section() {
  const { t, locale } = useWords()
  const { itemText, percent } = useNextWords()
  const found = useQuery('insight.offerRules', {})
  const run = useQuery('insight.output', { kind: 'rules' }).data?.output as
    | RunOutputOf<'rules'>
    | null
    | undefined
  if (found.failed)
    return <Trouble failed={found.failed} operation="insight.offerRules" onRetry={found.retry} />
  if (!found.data) return <RowSkeleton />
  const { rules, byBasis } = found.data
  const number = (value: number) => formatNumber(value, locale)
  const takenText = ({ offered, taken, share }: Taken) =>
    offered === 0
      ? '—'
      : t('offer.rules.takenOf', { taken: number(taken), offered: number(offered) }) +
        (share === null ? '' : ` · ${percent(share)} %`)
  return (
    <Pane title={t('insight.section.rules')} note={number(rules.length)}>
      <div className="k-padded">
        {run && (
          <p>
            {t('offer.rules.about', {
              stays: number(run.stays),
              found: number(run.found),
              kept: number(run.kept),
              lift: offerCriteria.lift,
              minStays: offerCriteria.minStays,
            })}{' '}
            <span className="k-quiet">{t('offer.rules.minOffered', { count: minOffered })}</span>
          </p>
        )}
        <p className="k-quiet">
          {byBasis.map((one) => `${t(`offer.rules.basis.${one.basis}`)}: ${takenText(one)}`).join('  ·  ')}
        </p>
        {rules.length === 0 ? (
          <EmptyState>{t('offer.rules.none')}</EmptyState>
        ) : (
          <table className="k-table">
            <thead>
              <tr>
                <th scope="col">{t('offer.rules.given')}</th>
                <th scope="col">{t('offer.rules.adds')}</th>
                {(['stays', 'support', 'confidence', 'lift'] as const).map((name) => (
                  <th key={name} scope="col" className="k-num" title={t(`offer.rules.definition.${name}`)}>
                    {t(`offer.rules.${name}`)}
                  </th>
                ))}
                <th scope="col" className="k-num">
                  {t('offer.rules.taken')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rules.map((rule) => (
                <tr key={rule.id}>
                  <td>{rule.given.map(itemText).join(' + ')}</td>
                  <td>{itemText(rule.adds)}</td>
                  <td className="k-num">{number(rule.stays)}</td>
                  <td className="k-num">{(rule.support * 100).toFixed(1)} %</td>
                  <td className="k-num">{percent(rule.confidence)} %</td>
                  <td className="k-num">{rule.lift.toFixed(2)}</td>
                  <td className="k-num">{takenText(rule)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Pane>
  )
}
