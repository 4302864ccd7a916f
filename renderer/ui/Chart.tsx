import { lazy, Suspense, useState } from 'react'
import { useWords } from '#renderer/base/language.ts'
import type { ChartProps } from './chart-bars.ts'
import { BlockSkeleton } from './Waiting.tsx'

const Drawing = lazy(async () => ({ default: (await import('./chart-drawing.tsx')).ChartDrawing }))

/** One question, one answer: the sentence, bars from zero with their figures upon them, last year as a quiet line; as a table on demand. */
export function Chart(props: ChartProps) {
  const { t } = useWords()
  const [table, setTable] = useState(false)
  const { height = 160 } = props
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
          <Drawing {...props} height={height} />
        </Suspense>
      )}
    </figure>
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
