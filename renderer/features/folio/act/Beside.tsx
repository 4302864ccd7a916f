import { useHotel } from '#renderer/api/use-hotel.ts'
import { HeldDrawer } from '#renderer/parts/folio/held/HeldDrawer.tsx'
import { openHolds } from '#renderer/parts/folio/held/held-acts.ts'
import { TakeDepositDrawer } from '#renderer/parts/folio/held/TakeDepositDrawer.tsx'
import { TakeHoldDrawer } from '#renderer/parts/folio/held/TakeHoldDrawer.tsx'
import { IssuedDrawer } from '#renderer/parts/folio/paper/IssuedDrawer.tsx'
import { PaperDrawer } from '#renderer/parts/folio/paper/PaperDrawer.tsx'
import type { PaperId } from '#shared/values/index.ts'
import type { ActName } from '../acts.ts'
import { AllowDrawer } from './AllowDrawer.tsx'
import type { ActProps } from './act-props.ts'
import { ChargeDrawer } from './ChargeDrawer.tsx'
import { CorrectDrawer } from './CorrectDrawer.tsx'
import { FapiaoDrawer } from './FapiaoDrawer.tsx'
import { FapiaoStepDrawer } from './FapiaoStepDrawer.tsx'
import { FeeDrawer } from './FeeDrawer.tsx'
import { PartyDrawer } from './PartyDrawer.tsx'
import { PayDrawer } from './PayDrawer.tsx'
import { PayeeDrawer } from './PayeeDrawer.tsx'
import { PayOutDrawer } from './PayOutDrawer.tsx'
import { RefundDrawer } from './RefundDrawer.tsx'
import { RoomDrawer } from './RoomDrawer.tsx'
import { RoutingDrawer } from './RoutingDrawer.tsx'
import { SettleDrawer } from './SettleDrawer.tsx'
import { SplitDrawer } from './SplitDrawer.tsx'
import { ReopenDrawer, SkipDrawer } from './StateDrawers.tsx'
import { TaxesDrawer } from './TaxesDrawer.tsx'
import { TermsDrawer } from './TermsDrawer.tsx'
import { TransferDrawer } from './TransferDrawer.tsx'

/** The drawer of what is being done. */
export function Beside({ doing, of, ...props }: ActProps & { doing: ActName; of: string | undefined }) {
  switch (doing) {
    case 'charge':
      return <ChargeDrawer {...props} />
    case 'room':
      return <RoomDrawer {...props} />
    case 'pay':
      return <PayDrawer {...props} />
    case 'settle':
      return <SettleDrawer {...props} />
    case 'deposit':
      return <DepositDrawer {...props} />
    case 'hold':
      return <HoldDrawer {...props} />
    case 'apply-deposit':
    case 'return-deposit':
    case 'keep-deposit':
    case 'capture':
    case 'release':
      return <HeldDrawer key={of ?? ''} {...props} doing={doing} id={of ? Number(of) : undefined} />
    case 'paper':
      return <PaperDrawer {...props} />
    case 'issued-paper':
      return <IssuedDrawer key={of ?? ''} id={Number(of) as PaperId} onClose={props.onClose} />
    case 'fapiao':
      return <FapiaoDrawer {...props} />
    case 'fapiao-step':
      return <FapiaoStepDrawer key={of ?? ''} {...props} id={of ? Number(of) : undefined} />
    case 'refund':
      return <RefundDrawer {...props} />
    case 'pay-out':
      return <PayOutDrawer {...props} />
    case 'correct':
      return <CorrectDrawer {...props} />
    case 'allow':
      return <AllowDrawer {...props} />
    case 'split':
      return <SplitDrawer {...props} />
    case 'transfer':
      return <TransferDrawer {...props} />
    case 'payee':
      return <PayeeDrawer key={of ?? ''} {...props} window={of ? Number(of) : props.window} />
    case 'routing':
      return <RoutingDrawer key={of ?? ''} {...props} n={of ? Number(of) : undefined} />
    case 'party':
      return <PartyDrawer {...props} />
    case 'taxes':
      return <TaxesDrawer {...props} />
    case 'fee':
      return <FeeDrawer {...props} />
    case 'terms':
      return <TermsDrawer {...props} />
    case 'skip':
      return <SkipDrawer {...props} />
    case 'reopen':
      return <ReopenDrawer {...props} />
  }
}

/** At the desk it is a 押金, before arrival a deposit. */
function DepositDrawer({ folio, chart, onClose }: ActProps) {
  const { businessDate } = useHotel()
  const isHere = folio.arrival !== null && folio.arrival <= businessDate
  return (
    <TakeDepositDrawer
      of={{ folioId: folio.id }}
      kind={isHere ? 'key' : 'deposit'}
      heldMinor={folio.heldMinor}
      chart={chart}
      onClose={onClose}
    />
  )
}

function HoldDrawer({ folio, chart, onClose }: ActProps) {
  const heldMinor = openHolds(folio).reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  return <TakeHoldDrawer of={{ folioId: folio.id }} heldMinor={heldMinor} chart={chart} onClose={onClose} />
}
