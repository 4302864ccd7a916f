import type { Folio, Line } from '#renderer/parts/folio/folio-view.ts'
import type { Chart } from '#renderer/parts/folio/use-chart.ts'
import type { ActName } from '../acts.ts'

/** What every drawer of a folio gets. */
export type ActProps = {
  folio: Folio
  chart: Chart
  /** The window that is on screen; the first where all are. */
  window: number
  chosen: readonly Line[]
  onClose: () => void
  onAct: (name: ActName, of?: string | number) => void
}
