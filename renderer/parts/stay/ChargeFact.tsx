import type { ReactNode } from 'react'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { Fact } from '#renderer/ui/Pane.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { chargeActs } from './acts.ts'

type Props = {
  name: string
  due: OutputOf<'stay.reviewCheckOut'>['early']
  command: { pending: boolean; trouble: string | null }
  run: () => void
  children?: ReactNode
}

/** An amount that is due, charged by one key, or that it was charged. */
export function ChargeFact({ name, due, command, run, children }: Props) {
  const { t } = useWords()
  const isOpen = due.chargeMinor > 0 && !due.posted
  useActs(chargeActs, { charge: run }, { on: isOpen && !command.pending })
  return (
    <Fact name={name}>
      {children} {due.chargeMinor > 0 && <MoneyText minor={due.chargeMinor} sign />}{' '}
      {isOpen && (
        <button type="button" className="k-chip" disabled={command.pending} onClick={run}>
          {t('stay.charge.post')} <KeyHint keys={chargeActs.charge.key} />
        </button>
      )}
      {due.posted && <span className="k-tag">{t('stay.charge.posted')}</span>}
      {command.trouble && (
        <p className="k-trouble-line" role="alert">
          {command.trouble}
        </p>
      )}
    </Fact>
  )
}
