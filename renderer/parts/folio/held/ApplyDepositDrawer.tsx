import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { type Currency, minorToDecimal } from '#shared/values/index.ts'
import { ActDrawer } from '../ActDrawer.tsx'
import { readPositive } from '../amounts.ts'
import { AmountField } from '../fields.tsx'
import { balanceOf } from '../folio-view.ts'
import { useTyped } from '../use-typed.ts'
import { WindowEffect } from '../WindowEffect.tsx'
import { WindowField } from '../WindowField.tsx'
import { type Deposit, heldDeposits } from './held-acts.ts'
import { type HeldProps, NothingHeld, SlipField, useDepositWords, useOneOf } from './held-of.tsx'

/** Pays a window out of a deposit. */
export function ApplyDepositDrawer(props: HeldProps & { window: number }) {
  const { t } = useWords()
  const { one, choose } = useOneOf(heldDeposits(props.folio), props.id)
  if (!one) return <NothingHeld title={t('folioHeld.apply.title')} onClose={props.onClose} />
  return <Apply key={one.id} {...props} deposit={one} choose={choose} />
}

type Props = HeldProps & { window: number; deposit: Deposit; choose: (id: number) => void }

function Apply(props: Props) {
  const { folio, deposit, choose, onClose } = props
  const { t } = useWords()
  const depositWords = useDepositWords()
  const { draft, typed, set, command, amountMinor, isWrong, toWindow, run } = useApply(props)
  return (
    <ActDrawer
      title={t('folioHeld.apply.title')}
      onClose={onClose}
      submit={t('folioHeld.apply.submit')}
      run={run}
      ready={amountMinor !== null}
      command={command}
      fields={['amountMinor', 'window']}
      draft={draft}
    >
      {(errors) => (
        <>
          <SlipField folio={folio} one={deposit} choose={choose} />
          <AmountField
            autoFocus
            value={typed.amount}
            isWrong={isWrong}
            error={errors.amountMinor}
            hint={t('folioHeld.of', { held: depositWords(deposit) })}
            onChange={(amount) => set({ amount })}
          />
          {folio.windows.length > 1 && (
            <WindowField folio={folio} value={typed.window} error={errors.window} onChange={toWindow} />
          )}
          <WindowEffect
            folio={folio}
            window={typed.window}
            changeMinor={amountMinor === null ? null : -amountMinor}
            more={[
              {
                name: t('folioHeld.heldOf', { slip: deposit.slipNo }),
                before: deposit.heldMinor,
                after: deposit.heldMinor - (amountMinor ?? 0),
              },
            ]}
          />
        </>
      )}
    </ActDrawer>
  )
}

function useApply({ folio, deposit, window, onClose }: Props) {
  const { currency, businessDate } = useHotel()
  const command = useCommand('deposit.apply')
  /** What the window owes, as far as the deposit reaches; all of it where nothing is owed yet. */
  const suggested = (n: number) => {
    const owed = balanceOf(folio, n)
    return minorToDecimal(
      owed > 0 ? Math.min(owed, deposit.heldMinor) : deposit.heldMinor,
      currency as Currency,
    )
  }
  const { draft, typed, set } = useTyped(
    `deposit:${deposit.id}:apply`,
    { amount: suggested(window), window },
    command,
  )
  const { amountMinor, isWrong } = readPositive(typed.amount, currency)
  const toWindow = (next: number) =>
    set({ window: next, ...(typed.amount === suggested(typed.window) ? { amount: suggested(next) } : {}) })
  const run = async () => {
    if (amountMinor === null) return
    const { id, version } = deposit
    const reply = await command.run({ id, version, amountMinor, window: typed.window, businessDate })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return { draft, typed, set, command, amountMinor, isWrong, toWindow, run }
}
