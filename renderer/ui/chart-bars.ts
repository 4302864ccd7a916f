import type { ReactNode } from 'react'

export type Bar = {
  label: string
  /** The same in fewer words, below the bar; the table has the label. */
  short?: string
  value: number
  /** The same of the year before: the quiet line. */
  lastYear?: number | null
}

export type ChartProps = {
  /** What the chart says, in one sentence: “Revenue grew by 12 % over last year, most of it in May.” */
  sentence: ReactNode
  /** What the bars count: “Nights”. */
  measure: string
  bars: readonly Bar[]
  format: (value: number) => string
  /** What the quiet line is, where it is not last year. */
  lineName?: string
  height?: number
}
