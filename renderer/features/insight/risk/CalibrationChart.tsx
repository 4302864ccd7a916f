import { useState } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { percentText } from '#renderer/parts/insight/risk-words.ts'
import { formatNumber } from '#renderer/ui/format.ts'
import type { Report } from './report.ts'

type Bins = NonNullable<Report['check']>['away']['bins']

const size = { width: 320, height: 208, left: 32, bottom: 24, top: 18, right: 8 } as const

/** Probabilities foretold against what came, with the line on which both are the same; as a table on demand. */
export function CalibrationChart({ bins }: { bins: Bins }) {
  const { t } = useWords()
  const [table, setTable] = useState(false)
  return (
    <figure className="k-chart risk-calibration">
      <figcaption>
        <span>{t('insightRisk.model.calibration')}</span>
        <button type="button" className="k-tool" aria-pressed={table} onClick={() => setTable(!table)}>
          {t(table ? 'common.asChart' : 'common.asTable')}
        </button>
      </figcaption>
      {table ? <BinTable bins={bins} /> : <Drawing bins={bins} />}
    </figure>
  )
}

function Drawing({ bins }: { bins: Bins }) {
  const { t, locale } = useWords()
  const highest = Math.max(0.1, ...bins.flatMap(({ given, came }) => [given, came]))
  const end = Math.min(1, Math.ceil(highest * 10) / 10)
  const x = (share: number) => size.left + (share / end) * (size.width - size.left - size.right)
  const y = (share: number) =>
    size.height - size.bottom - (share / end) * (size.height - size.bottom - size.top)
  const ticks = [0, end / 2, end]
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={t('insightRisk.model.calibration')}
      className="risk-drawing"
    >
      {ticks.map((share) => (
        <g key={share}>
          <line className="risk-grid" x1={x(0)} x2={x(end)} y1={y(share)} y2={y(share)} />
          <text x={size.left - 4} y={y(share) + 4} textAnchor="end">
            {percentText(share, locale)}
          </text>
          <text x={x(share)} y={size.height - size.bottom + 11} textAnchor={share === end ? 'end' : 'middle'}>
            {percentText(share, locale)}
          </text>
        </g>
      ))}
      <line className="risk-same" x1={x(0)} y1={y(0)} x2={x(end)} y2={y(end)} />
      {bins.map(({ given, came, bookings }) => (
        <circle key={`${given} ${came}`} className="risk-dot" cx={x(given)} cy={y(came)} r={4}>
          <title>
            {`${t('insightRisk.model.given')} ${percentText(given, locale, 1)}, ${t('insightRisk.model.came')} ${percentText(came, locale, 1)}, ${t('insightRisk.model.bookings')} ${bookings}`}
          </title>
        </circle>
      ))}
      <text x={x(end)} y={size.height - 2} textAnchor="end">
        {t('insightRisk.model.given')}
      </text>
      <text x={size.left} y={size.top - 8}>
        {t('insightRisk.model.came')}
      </text>
    </svg>
  )
}

function BinTable({ bins }: { bins: Bins }) {
  const { t, locale } = useWords()
  return (
    <table className="k-table">
      <thead>
        <tr>
          {(['group', 'bookings', 'given', 'came'] as const).map((head) => (
            <th key={head} scope="col" className="k-num">
              {t(`insightRisk.model.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bins.map(({ bookings, given, came }, at) => (
          <tr key={`${given} ${came}`}>
            <th scope="row" className="k-num">
              {at + 1}
            </th>
            <td className="k-num">{formatNumber(bookings, locale)}</td>
            <td className="k-num">{percentText(given, locale, 1)}</td>
            <td className="k-num">{percentText(came, locale, 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
