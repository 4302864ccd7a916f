import { useQuery } from '#renderer/api/use-query.ts'
import type { FolioId } from '#shared/values/index.ts'
import { useChart } from '../use-chart.ts'
import { ApplyDepositDrawer } from './ApplyDepositDrawer.tsx'
import { CaptureHoldDrawer, ReleaseHoldDrawer } from './HoldEndDrawers.tsx'
import type { HeldAct } from './held-acts.ts'
import type { HeldProps } from './held-of.tsx'
import { KeepDepositDrawer } from './KeepDepositDrawer.tsx'
import { ReturnDepositDrawer } from './ReturnDepositDrawer.tsx'

/** The drawer of what is done with a deposit or a pre-authorisation of a folio. */
export function HeldDrawer({ doing, ...props }: HeldProps & { doing: HeldAct; window: number }) {
  switch (doing) {
    case 'apply-deposit':
      return <ApplyDepositDrawer {...props} />
    case 'return-deposit':
      return <ReturnDepositDrawer {...props} />
    case 'keep-deposit':
      return <KeepDepositDrawer {...props} />
    case 'capture':
      return <CaptureHoldDrawer {...props} />
    case 'release':
      return <ReleaseHoldDrawer {...props} />
  }
}

type OfFolio = { doing: HeldAct; folioId: FolioId; id: number; onClose: () => void }

/** The same from a register: the folio is read first. */
export function HeldDrawerOfFolio({ doing, folioId, id, onClose }: OfFolio) {
  const chart = useChart()
  const { data: folio } = useQuery('folio.get', { id: folioId })
  if (!folio || !chart.view) return null
  return <HeldDrawer doing={doing} folio={folio} chart={chart} id={id} window={1} onClose={onClose} />
}
