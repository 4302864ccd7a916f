import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { type Currency, minorToDecimal } from '#shared/values/index.ts'
import { ActDrawer } from '../ActDrawer.tsx'
import { readPositive } from '../amounts.ts'
import { Effect } from '../Effect.tsx'
import { AmountField, TextField } from '../fields.tsx'
import { balanceOf } from '../folio-view.ts'
import { useTyped } from '../use-typed.ts'
import { WindowEffect } from '../WindowEffect.tsx'
import { WindowField } from '../WindowField.tsx'
import { type Hold, openHolds } from './held-acts.ts'
import { type HeldProps, NothingHeld, OneField, useHoldWords, useOneOf } from './held-of.tsx'

/** Takes a payment by card out of a pre-authorisation; what is left of it is free. */
export function CaptureHoldDrawer(props: HeldProps & { window: number }) {
  const { t } = useWords()
  const { one, choose } = useOneOf(openHolds(props.folio), props.id)
  if (!one) return <NothingHeld title={t('folioHeld.capture.title')} onClose={props.onClose} />
  return <Capture key={one.id} {...props} hold={one} choose={choose} />
}

type Props = HeldProps & { window: number; hold: Hold; choose: (id: number) => void }

function Capture(props: Props) {
  const { folio, hold, choose, onClose } = props
  const { t } = useWords()
  const holdWords = useHoldWords()
  const { draft, typed, set, command, amountMinor, isWrong, run } = useCapture(props)
  return (
    <ActDrawer
      title={t('folioHeld.capture.title')}
      onClose={onClose}
      submit={t('folioHeld.capture.submit')}
      run={run}
      ready={amountMinor !== null}
      command={command}
      fields={['amountMinor', 'reference']}
      draft={draft}
    >
      {(errors) => (
        <>
          <OneField
            label={t('folioHeld.holdField')}
            all={openHolds(folio)}
            one={hold}
            word={holdWords}
            choose={choose}
          />
          <AmountField
            autoFocus
            value={typed.amount}
            isWrong={isWrong}
            error={errors.amountMinor}
            hint={t('folioHeld.of', { held: holdWords(hold) })}
            onChange={(amount) => set({ amount })}
          />
          <TextField
            label={t('folioScreen.field.reference')}
            error={errors.reference}
            placeholder={hold.approval}
            spellCheck={false}
            value={typed.reference}
            onChange={(reference) => set({ reference })}
          />
          {folio.windows.length > 1 && (
            <WindowField folio={folio} value={typed.window} onChange={(window) => set({ window })} />
          )}
          <WindowEffect
            folio={folio}
            window={typed.window}
            changeMinor={amountMinor === null ? null : -amountMinor}
            more={[
              {
                name: t('folioHeld.capture.free'),
                after: Math.max(0, hold.amountMinor - (amountMinor ?? 0)),
              },
            ]}
          />
        </>
      )}
    </ActDrawer>
  )
}

function useCapture({ folio, hold, window, onClose }: Props) {
  const { currency, businessDate } = useHotel()
  const command = useCommand('hold.capture')
  const owed = balanceOf(folio, window)
  const suggested = owed > 0 ? Math.min(owed, hold.amountMinor) : hold.amountMinor
  const { draft, typed, set } = useTyped(
    `hold:${hold.id}:capture`,
    { amount: minorToDecimal(suggested, currency as Currency), reference: '', window },
    command,
  )
  const { amountMinor, isWrong } = readPositive(typed.amount, currency)
  const run = async () => {
    if (amountMinor === null) return
    const reply = await command.run({
      id: hold.id,
      version: hold.version,
      amountMinor,
      window: typed.window,
      reference: typed.reference.trim(),
      businessDate,
    })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return { draft, typed, set, command, amountMinor, isWrong, run }
}

/** Notes that a pre-authorisation was given up at the terminal. */
export function ReleaseHoldDrawer({ folio, id, onClose }: HeldProps) {
  const { t } = useWords()
  const holdWords = useHoldWords()
  const all = openHolds(folio)
  const { one, choose } = useOneOf(all, id)
  const command = useCommand('hold.release')
  if (!one) return <NothingHeld title={t('folioHeld.release.title')} onClose={onClose} />
  const run = async () => {
    const reply = await command.run({ id: one.id, version: one.version })
    if (reply.ok) onClose()
  }
  return (
    <ActDrawer
      title={t('folioHeld.release.title')}
      onClose={onClose}
      submit={t('folioHeld.release.submit')}
      run={run}
      ready
      command={command}
    >
      <OneField label={t('folioHeld.holdField')} all={all} one={one} word={holdWords} choose={choose} />
      <p className="k-field">{t('folioHeld.release.what')}</p>
      <Effect rows={[{ name: holdWords(one), before: one.amountMinor, after: 0 }]} />
    </ActDrawer>
  )
}
