import { useCommand } from '#renderer/api/use-command.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { Fact } from '#renderer/ui/Pane.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { DayChargeKind } from '#shared/domain/stay/day-charge.ts'
import type { BookingId } from '#shared/values/index.ts'
import { chargeActs } from './acts.ts'

type Props = {
  id: BookingId
  kind: DayChargeKind
  name: string
  due: OutputOf<'stay.reviewCheckIn'>['early']
}

/** What the time of coming or going costs beside the nights, charged by one key; nothing where it costs nothing. */
export function ChargeByClock({ id, kind, name, due }: Props) {
  const { t } = useWords()
  const charge = useCommand('stay.postCharge')
  const isOpen = due.chargeMinor > 0 && !due.posted
  const run = () => void charge.run({ id, kind })
  useActs(chargeActs, { charge: run }, { on: isOpen && !charge.pending })
  if (due.part === 'none' && !due.posted) return null
  return (
    <Fact name={name}>
      {due.part !== 'none' && t(`stay.part.${due.part}`)}{' '}
      {due.chargeMinor > 0 && <MoneyText minor={due.chargeMinor} sign />}{' '}
      {isOpen && (
        <button type="button" className="k-chip" disabled={charge.pending} onClick={run}>
          {t('stay.charge.post')} <KeyHint keys={chargeActs.charge.key} />
        </button>
      )}
      {due.posted && <span className="k-tag">{t('stay.charge.posted')}</span>}
      {charge.trouble && (
        <p className="k-trouble-line" role="alert">
          {charge.trouble}
        </p>
      )}
    </Fact>
  )
}
