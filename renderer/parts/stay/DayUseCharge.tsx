import { useCommand } from '#renderer/api/use-command.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { Fact } from '#renderer/ui/Pane.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { BookingId } from '#shared/values/index.ts'
import { chargeActs } from './acts.ts'

type Props = { id: BookingId; due: OutputOf<'stay.reviewCheckOut'>['dayUse'] }

/** The hours of day use, what they cost and the overtime begun; what is due is charged by one key. */
export function DayUseCharge({ id, due }: Props) {
  const { t } = useWords()
  const charge = useCommand('stay.postCharge')
  const isOpen = due !== null && due.chargeMinor > 0
  const run = () => void charge.run({ id, kind: 'day-use' })
  useActs(chargeActs, { charge: run }, { on: isOpen && !charge.pending })
  if (!due) return null
  return (
    <>
      <Fact name={t('common.dayUse')}>
        {due.from}–{due.to} <MoneyText minor={due.priceMinor} sign />{' '}
        {due.posted && <span className="k-tag">{t('stay.charge.posted')}</span>}
      </Fact>
      {due.hours > 0 && (
        <Fact name={t('stay.dayUse.overtime')}>
          {t('stay.dayUse.hours', { count: due.hours })} <MoneyText minor={due.overtimeMinor} sign />
        </Fact>
      )}
      {isOpen && (
        <Fact name={t('stay.dayUse.due')}>
          <b>
            <MoneyText minor={due.chargeMinor} sign />
          </b>{' '}
          <button type="button" className="k-chip" disabled={charge.pending} onClick={run}>
            {t('stay.charge.post')} <KeyHint keys={chargeActs.charge.key} />
          </button>
          {charge.trouble && (
            <p className="k-trouble-line" role="alert">
              {charge.trouble}
            </p>
          )}
        </Fact>
      )}
    </>
  )
}
