import type { ReactNode } from 'react'
import type { ChartProps } from './chart-bars.ts'

/** What is drawn of one figure; a value that does not exist leaves a gap. */
export type Series = {
  name: string
  values: readonly (number | null)[]
  /** The values as people read them. */
  texts: readonly string[]
  /** Last year, the budget: a quiet line behind what the chart is about. */
  quiet?: boolean
  /** Told from another line without its colour. */
  dotted?: boolean
}

export type SeriesChartProps = {
  kind: 'bars' | 'line' | 'stacked'
  /** What the chart says, in one sentence. */
  sentence: ReactNode
  /** The places along the bottom, in words. */
  labels: readonly string[]
  /** The same in fewer words, below the drawing. */
  short?: readonly string[]
  series: readonly Series[]
  /** The places are no stretch of time: what is quiet is a mark at each, and nothing leads from one to the next. */
  apart?: boolean
  /** Lines that end close to each other: their names are above the drawing, where they can't cover each other. */
  namesAbove?: boolean
  /** Marks of the axis: `50 %`, `1.2M`. Without it there is no axis: bars have their figures upon them. */
  axis?: (value: number) => string
  height?: number
}

/** A chart of bars as series: its bars, and the year before as the quiet line. */
export function seriesOf(
  { measure, bars, format, lineName }: Pick<ChartProps, 'measure' | 'bars' | 'format' | 'lineName'>,
  lastYear: string,
): Series[] {
  const own: Series = {
    name: measure,
    values: bars.map((bar) => bar.value),
    texts: bars.map((bar) => format(bar.value)),
  }
  if (bars.every((bar) => bar.lastYear === undefined)) return [own]
  const before: Series = {
    name: lineName ?? lastYear,
    values: bars.map((bar) => bar.lastYear ?? null),
    texts: bars.map((bar) => (bar.lastYear == null ? '—' : format(bar.lastYear))),
    quiet: true,
  }
  return [own, before]
}

/** All that is drawn, in words: for who does not see it. */
export function chartInWords({ labels, series }: Pick<SeriesChartProps, 'labels' | 'series'>): string {
  return series
    .map(({ name, texts }) => `${name}: ${texts.map((text, at) => `${labels[at]} ${text}`).join(', ')}`)
    .join('; ')
}
