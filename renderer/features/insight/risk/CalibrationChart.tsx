import { type KeyboardEvent, useState } from 'react'
import { moveByArrows } from '#renderer/base/keys/move-by-arrows.ts'
import { useWords } from '#renderer/base/language.ts'
import { percentText } from '#renderer/parts/insight/risk-words.ts'
import { formatNumber } from '#renderer/ui/format.ts'
import { type Band, type Bin, bandOf, isBandOf } from './band.ts'

type Props = {
  bins: readonly Bin[]
  band: Band | null
  onBand: (band: Band) => void
  /** Goes on in the list of the bookings. */
  onOpen: () => void
}

const size = { width: 320, height: 208, left: 32, bottom: 24, top: 18, right: 8 } as const

/**
 * Probabilities foretold against what came, with the line on which both are the same; as a table on demand. A group leads to
 * the bookings to come with such a chance.
 */
export function CalibrationChart(props: Props) {
  const { t } = useWords()
  const [table, setTable] = useState(false)
  return (
    <figure className="k-chart risk-calibration">
      <figcaption>
        <span>
          {t('insightRisk.model.calibration')}
          <br />
          <span className="k-quiet">{t('insightRisk.model.leadsOn')}</span>
        </span>
        <button type="button" className="k-tool" aria-pressed={table} onClick={() => setTable(!table)}>
          {t(table ? 'common.asChart' : 'common.asTable')}
        </button>
      </figcaption>
      {table ? <BinTable {...props} /> : <Drawing {...props} />}
    </figure>
  )
}

function Drawing({ bins, band, onBand, onOpen }: Props) {
  const { t, locale } = useWords()
  const highest = Math.max(0.1, ...bins.flatMap(({ given, came }) => [given, came]))
  const end = Math.min(1, Math.ceil(highest * 10) / 10)
  const x = (share: number) => size.left + (share / end) * (size.width - size.left - size.right)
  const y = (share: number) =>
    size.height - size.bottom - (share / end) * (size.height - size.bottom - size.top)
  const ticks = [0, end / 2, end]
  const chosen = Math.max(
    0,
    bins.findIndex((bin) => isBandOf(band, bin, bins)),
  )
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="group"
      aria-label={t('insightRisk.model.calibration')}
      className="risk-drawing"
      onKeyDown={moveAlong}
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
      {bins.map((bin, at) => {
        const { given, came, bookings } = bin
        const figures = `${t('insightRisk.model.given')} ${percentText(given, locale, 1)}, ${t('insightRisk.model.came')} ${percentText(came, locale, 1)}, ${t('insightRisk.model.bookings')} ${bookings}`
        const choose = () => onBand(bandOf(bin, bins))
        return (
          <g
            key={`${given} ${came}`}
            className="risk-bin"
            role="button"
            tabIndex={at === chosen ? 0 : -1}
            data-start={at === chosen || undefined}
            aria-pressed={isBandOf(band, bin, bins)}
            aria-label={figures}
            onFocus={choose}
            onClick={onOpen}
            onKeyDown={(event) => event.key === 'Enter' && onOpen()}
          >
            <title>{figures}</title>
            <circle className="risk-reach" cx={x(given)} cy={y(came)} r={10} />
            <circle className="risk-dot" cx={x(given)} cy={y(came)} r={4} />
          </g>
        )
      })}
      <text x={x(end)} y={size.height - 2} textAnchor="end">
        {t('insightRisk.model.given')}
      </text>
      <text x={size.left} y={size.top - 8}>
        {t('insightRisk.model.came')}
      </text>
    </svg>
  )
}

/** Left and right lead from one dot to the next. */
function moveAlong(event: KeyboardEvent<SVGSVGElement>): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
  if (step === undefined) return
  const dots = [...event.currentTarget.querySelectorAll<SVGElement>('.risk-bin')]
  const next = dots[dots.indexOf(event.target as SVGElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

function BinTable({ bins, band, onBand, onOpen }: Props) {
  const { t, locale } = useWords()
  return (
    <table className="k-table" onKeyDown={moveByArrows}>
      <thead>
        <tr>
          {(['given', 'came', 'bookings'] as const).map((head) => (
            <th key={head} scope="col" className="k-num">
              {t(`insightRisk.model.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bins.map((bin) => {
          const { bookings, given, came } = bin
          const on = isBandOf(band, bin, bins)
          return (
            <tr key={`${given} ${came}`} aria-selected={on}>
              <th scope="row" className="k-num">
                <button
                  type="button"
                  className="k-tool"
                  aria-pressed={on}
                  onFocus={() => onBand(bandOf(bin, bins))}
                  onClick={onOpen}
                >
                  {percentText(given, locale, 1)}
                </button>
              </th>
              <td className="k-num">{percentText(came, locale, 1)}</td>
              <td className="k-num">{formatNumber(bookings, locale)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
