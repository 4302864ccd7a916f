import type { ReactNode } from 'react'
import { useWords } from '#renderer/base/language.ts'
import type { Folio } from '#renderer/parts/folio/folio-view.ts'
import {
  type Deposit,
  type HeldAct,
  type Hold,
  heldDeposits,
  openHolds,
} from '#renderer/parts/folio/held/held-acts.ts'
import type { Chart } from '#renderer/parts/folio/use-chart.ts'
import { DateText } from '#renderer/ui/DateText.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { Section } from '#renderer/ui/Pane.tsx'
import type { ActName } from './acts.ts'
import { FactTable, type Tool } from './FactTable.tsx'

type ActOfHeld = HeldAct | 'deposit' | 'hold'

type Props = {
  folio: Folio
  chart: Chart
  tool: Tool
  may: (name: string) => boolean
  onAct: (name: ActName, of?: string | number) => void
}

/** Deposits, 押金 and pre-authorisations, and what is done with them; one that is chosen is given back or captured. */
export function Held({ folio, chart, tool, may, onAct }: Props) {
  const { t } = useWords()
  const deposits = heldDeposits(folio)
  const holds = openHolds(folio)
  if (deposits.length === 0 && holds.length === 0 && !may('deposit')) return null
  const tools = (names: readonly ActOfHeld[]) =>
    names.map((name) => <span key={name}>{tool(name, t(`folioScreen.act.${name}`))}</span>)
  const onDeposit = (deposit: Deposit, name: ReactNode) =>
    may('return-deposit') ? (
      <button
        type="button"
        className="k-inline fo-payee-edit"
        onClick={() => onAct('return-deposit', deposit.id)}
      >
        {name}
      </button>
    ) : (
      name
    )
  const onHold = (hold: Hold, name: ReactNode) =>
    may('capture') ? (
      <button
        type="button"
        className="k-inline fo-payee-edit"
        onClick={() => onAct(hold.expired ? 'release' : 'capture', hold.id)}
      >
        {name}
      </button>
    ) : (
      name
    )
  return (
    <Section title={t('folioScreen.held.title')} tools={tools(['deposit', 'hold'])}>
      <FactTable
        rows={deposits.map((deposit) => ({
          key: String(deposit.id),
          cells: [
            onDeposit(deposit, <DepositName deposit={deposit} />),
            <span key="code" className="k-quiet">
              {chart.nameOf(chart.codeOf(deposit.codeId))}
            </span>,
            <MoneyText key="held" minor={deposit.heldMinor} />,
          ],
        }))}
      />
      <div className="fo-held-acts">{tools(['apply-deposit', 'return-deposit', 'keep-deposit'])}</div>
      <FactTable
        rows={holds.map((hold) => ({
          key: String(hold.id),
          cells: [
            onHold(hold, <HoldName hold={hold} />),
            <HoldEnd key="until" hold={hold} />,
            <MoneyText key="amount" minor={hold.amountMinor} />,
          ],
        }))}
      />
      <div className="fo-held-acts">{tools(['capture', 'release'])}</div>
    </Section>
  )
}

function DepositName({ deposit: { kind, slipNo, slipLost } }: { deposit: Deposit }) {
  const { t } = useWords()
  return (
    <span>
      {t(`folioScreen.deposit.${kind}`)} <span className="k-code">{slipNo}</span>
      {slipLost && <span className="fo-warn"> {t('folioScreen.deposit.lost')}</span>}
    </span>
  )
}

function HoldName({ hold: { lastFour } }: { hold: Hold }) {
  const { t } = useWords()
  return (
    <span>
      {t('folioScreen.deposit.hold')}
      {lastFour && <span className="k-quiet"> ···{lastFour}</span>}
    </span>
  )
}

function HoldEnd({ hold: { expired, expiresOn } }: { hold: Hold }) {
  const { t } = useWords()
  return (
    <span className={expired ? 'fo-warn' : 'k-quiet'}>
      {expired && <Mark of="warning" />}{' '}
      {t(expired ? 'folioScreen.deposit.expired' : 'folioScreen.deposit.until')}{' '}
      <DateText date={expiresOn} style="day" />
    </span>
  )
}
