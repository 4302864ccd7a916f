import { type CSSProperties, lazy, Suspense, useMemo, useState } from 'react'
import { useWords } from '#renderer/base/language.ts'
import type { ChartProps } from './chart-bars.ts'
import { isNamedAbove, partColour } from './chart-options.ts'
import { type SeriesChartProps, seriesOf } from './chart-series.ts'
import { BlockSkeleton } from './Waiting.tsx'

const Drawing = lazy(async () => ({ default: (await import('./chart-drawing.tsx')).ChartDrawing }))

/** One question, one answer: the sentence, bars from zero with their figures upon them, last year as a quiet line; as a table on demand. */
export function Chart(props: ChartProps) {
  const { t } = useWords()
  const [table, setTable] = useState(false)
  const { bars, measure, format, lineName, height = 160 } = props
  const series = useMemo(
    () => seriesOf({ bars, measure, format, ...(lineName ? { lineName } : {}) }, t('common.lastYear')),
    [bars, measure, format, lineName, t],
  )
  const labels = useMemo(() => bars.map((bar) => bar.label), [bars])
  const short = useMemo(() => bars.map((bar) => bar.short ?? bar.label), [bars])
  return (
    <figure className="k-chart">
      <figcaption>
        <span>{props.sentence}</span>
        <button type="button" className="k-tool" aria-pressed={table} onClick={() => setTable(!table)}>
          {t(table ? 'common.asChart' : 'common.asTable')}
        </button>
      </figcaption>
      {table ? (
        <FigureTable {...props} />
      ) : (
        <Suspense fallback={<BlockSkeleton height={height} />}>
          <Drawing kind="bars" labels={labels} short={short} series={series} height={height} />
        </Suspense>
      )}
    </figure>
  )
}

/** Lines, bars or stacks of several figures over an axis, with the sentence above; its table stands beside it. */
export function SeriesChart({ sentence, height = 180, ...drawn }: SeriesChartProps) {
  return (
    <figure className="k-chart">
      <figcaption>
        <span>{sentence}</span>
        {isNamedAbove(drawn) && <Parts series={drawn.series} />}
      </figcaption>
      <Suspense fallback={<BlockSkeleton height={height} />}>
        <Drawing {...drawn} height={height} />
      </Suspense>
    </figure>
  )
}

/** The colours of what is drawn: parts of a stack from below, or bars and what they are held against. */
function Parts({ series }: Pick<SeriesChartProps, 'series'>) {
  return (
    <ul className="k-chart-parts">
      {series.map(({ name, quiet, dotted }, at) => (
        <li
          key={name}
          data-quiet={quiet || undefined}
          data-dotted={dotted || undefined}
          style={{ '--part': `var(--k-${quiet ? 'line-strong' : partColour(at)})` } as CSSProperties}
        >
          {name}
        </li>
      ))}
    </ul>
  )
}

function FigureTable({ measure, bars, format, lineName }: ChartProps) {
  const { t } = useWords()
  const withLast = bars.some((bar) => bar.lastYear !== undefined)
  return (
    <table className="k-table">
      <thead>
        <tr>
          <td />
          <th scope="col" className="k-num">
            {measure}
          </th>
          {withLast && (
            <th scope="col" className="k-num">
              {lineName ?? t('common.lastYear')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.label}>
            <th scope="row">{bar.label}</th>
            <td className="k-num">{format(bar.value)}</td>
            {withLast && <td className="k-num">{bar.lastYear == null ? '—' : format(bar.lastYear)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
