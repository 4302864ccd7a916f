import { useCallback, useMemo } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { Chart } from '#renderer/ui/Chart.tsx'
import { formatDate, formatNumber } from '#renderer/ui/format.ts'
import { Section } from '#renderer/ui/Pane.tsx'
import type { FutureOutput } from './future-output.ts'
import { percentText } from './percent.ts'

/** What was expected a year ago beside what came: by period, and by how often guests had come until then. */
export function HeldOut({ output: { heldOut, heldOutFailure } }: { output: FutureOutput }) {
  const { t, locale } = useWords()
  const format = useCallback((value: number) => formatNumber(Math.round(value), locale), [locale])
  const bars = useMemo(
    () =>
      (heldOut?.periods ?? []).map(({ from, expected, actual }) => ({
        label: formatDate(from, locale),
        short: formatDate(from, locale, 'axis'),
        value: actual,
        lastYear: expected,
      })),
    [heldOut, locale],
  )
  if (!heldOut) {
    return (
      <Section title={t('insightFuture.heldOut.title')}>
        <p>{t('insightFuture.heldOut.none')}</p>
        {heldOutFailure && (
          <p className="k-quiet">
            {t(`insightFuture.failure.${heldOutFailure.code}`, heldOutFailure.params)}
          </p>
        )}
      </Section>
    )
  }
  const share = (value: number | null) => (value === null ? '—' : percentText(value, locale))
  return (
    <Section title={t('insightFuture.heldOut.title')}>
      <Chart
        sentence={t('insightFuture.heldOut.sentence', {
          cut: formatDate(heldOut.cut, locale),
          guests: format(heldOut.guests),
          expected: format(heldOut.expected),
          actual: format(heldOut.actual),
        })}
        measure={t('insightFuture.heldOut.measure')}
        bars={bars}
        format={format}
        lineName={t('insightFuture.heldOut.expected')}
      />
      <Buckets buckets={heldOut.buckets} format={format} />
      <p className="k-quiet ltv-order">
        {t('insightFuture.heldOut.order', {
          model: share(heldOut.order.model),
          recency: share(heldOut.order.recency),
          modelReturned: share(heldOut.orderOfReturned.model),
          recencyReturned: share(heldOut.orderOfReturned.recency),
        })}
      </p>
    </Section>
  )
}

type Props = {
  buckets: NonNullable<FutureOutput['heldOut']>['buckets']
  format: (value: number) => string
}

function Buckets({ buckets, format }: Props) {
  const { t, locale } = useWords()
  return (
    <table className="k-table ltv-buckets">
      <thead>
        <tr>
          <th scope="col">{t('insightFuture.heldOut.stays')}</th>
          <th scope="col" className="k-num">
            {t('insightFuture.heldOut.guests')}
          </th>
          <th scope="col" className="k-num">
            {t('insightFuture.heldOut.expectedStays')}
          </th>
          <th scope="col" className="k-num">
            {t('insightFuture.heldOut.actual')}
          </th>
        </tr>
      </thead>
      <tbody>
        {buckets.map(({ stays, guests, expected, actual }) => (
          <tr key={stays}>
            <th scope="row">
              {stays === buckets.length
                ? t('insightFuture.heldOut.more', { count: stays })
                : formatNumber(stays, locale)}
            </th>
            <td className="k-num">{format(guests)}</td>
            <td className="k-num">{formatNumber(expected, locale, 1)}</td>
            <td className="k-num">{format(actual)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
