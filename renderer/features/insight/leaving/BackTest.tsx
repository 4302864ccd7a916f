import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { RunAge } from '#renderer/parts/insight/RunAge.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import { percent } from './columns.tsx'
import { gainOf } from './gain.ts'

type Test = RunOutputOf<'leaving-test'>
type Hits = Test['months'][number]['rule']

/** How well the warning did as of earlier months, beside the plain rule of days since the last stay. */
export function BackTest() {
  const { t } = useWords()
  const run = useQuery('insight.output', { kind: 'leaving-test', params: {} })
  const output = run.data?.output as Test | null | undefined
  return (
    <Pane title={t('leaving.test.title')}>
      {run.failed && !run.data && (
        <Trouble failed={run.failed} operation="insight.output" onRetry={run.retry} />
      )}
      {run.loading && <RowSkeleton />}
      {run.data && <RunAge asOf={run.data.asOf} moment={run.data.moment} />}
      {run.data === null && <EmptyState>{t('leaving.test.notYet')}</EmptyState>}
      {output && (output.all === null || output.definition === null) && (
        <EmptyState>{t('leaving.test.tooLittle')}</EmptyState>
      )}
      {output?.all && output.definition && <Tested test={output} />}
    </Pane>
  )
}

function Tested({ test }: { test: Test }) {
  const { t, locale } = useWords()
  const { all, definition, months } = test
  if (!all || !definition) return null
  const { rule, naive } = all
  return (
    <div className="lv-results">
      <p className="lv-gain">{gainWords()}</p>
      <p>
        {t('leaving.test.definition', {
          stays: definition.fewestStays,
          days: formatNumber(definition.horizonDays, locale),
          level: t(`leaving.level.${definition.level}`),
        })}
      </p>
      <table className="k-table lv-test" aria-label={t('leaving.test.title')}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t('leaving.test.asOf')}
            </th>
            <th scope="col" rowSpan={2} className="k-num">
              {t('leaving.test.guests')}
            </th>
            <th scope="col" rowSpan={2} className="k-num">
              {t('leaving.test.leavers')}
            </th>
            <th scope="colgroup" colSpan={5}>
              {t('leaving.test.rule')}
            </th>
            <th scope="colgroup" colSpan={5}>
              {t('leaving.test.naive')}
            </th>
          </tr>
          <tr>
            {['rule', 'naive'].map((which) =>
              (['flagged', 'precision', 'recall', 'lift', 'auc'] as const).map((figure) => (
                <th key={`${which}${figure}`} scope="col" className="k-num">
                  <span title={t(`leaving.test.about.${figure}`)}>{t(`leaving.test.figure.${figure}`)}</span>
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.asOf}>
              <th scope="row">
                <DateText date={month.asOf} />
              </th>
              <td className="k-num">{formatNumber(month.guests, locale)}</td>
              <td className="k-num">{formatNumber(month.leavers, locale)}</td>
              <Cells hits={month.rule} />
              <Cells hits={month.naive} />
            </tr>
          ))}
          <tr className="lv-all">
            <th scope="row">{t('leaving.test.all')}</th>
            <td className="k-num">{formatNumber(all.guests, locale)}</td>
            <td className="k-num">{formatNumber(all.leavers, locale)}</td>
            <Cells hits={rule} />
            <Cells hits={naive} />
          </tr>
        </tbody>
      </table>
      <p className="k-quiet">{t('leaving.test.caveat')}</p>
    </div>
  )

  function gainWords(): string {
    const gain = gainOf(rule, naive)
    if (gain === null) return t('leaving.test.gain.unknown')
    return t(`leaving.test.gain.${gain.size}`, {
      rule: percent(gain.rule, locale),
      naive: percent(gain.naive, locale),
      points: formatNumber(Math.abs(gain.points), locale, 1),
    })
  }
}

function Cells({ hits }: { hits: Hits }) {
  const { locale } = useWords()
  const share = (value: number | null) => (value === null ? '—' : percent(value, locale))
  return (
    <>
      <td className="k-num">{formatNumber(hits.flagged, locale)}</td>
      <td className="k-num">{share(hits.precision)}</td>
      <td className="k-num">{share(hits.recall)}</td>
      <td className="k-num">{hits.lift === null ? '—' : formatNumber(hits.lift, locale, 2)}</td>
      <td className="k-num">{hits.auc === null ? '—' : formatNumber(hits.auc, locale, 3)}</td>
    </>
  )
}
