import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import type { InputOf } from '#shared/contract/index.ts'
import { addDays, type BookingId, type FolioId, isBusinessDate } from '#shared/values/index.ts'
import { ActDrawer } from '../ActDrawer.tsx'
import { readPositive } from '../amounts.ts'
import { Effect } from '../Effect.tsx'
import { AmountField, TextField } from '../fields.tsx'
import { CardFields } from '../PaymentFields.tsx'
import type { Chart } from '../use-chart.ts'
import { useTyped } from '../use-typed.ts'

type Props = {
  /** Whose card it is: a folio's, or a booking's, whose folio is opened by it. */
  of: { folioId: FolioId } | { bookingId: BookingId }
  /** What is pre-authorised already. */
  heldMinor: number
  chart: Chart
  onClose: () => void
}

const fields = ['amountMinor', 'lastFour', 'approval', 'expiresOn'] as const

/** Notes a card's pre-authorisation, as the terminal gave it. */
export function TakeHoldDrawer(props: Props) {
  const { heldMinor, onClose } = props
  const { t } = useWords()
  const { draft, typed, set, command, amountMinor, wrong, ready, run } = useHold(props)
  return (
    <ActDrawer
      title={t('folioHeld.hold.title')}
      onClose={onClose}
      submit={t('folioHeld.hold.submit')}
      run={run}
      ready={ready}
      command={command}
      fields={fields}
      draft={draft}
    >
      {(errors) => (
        <>
          <AmountField
            autoFocus
            value={typed.amount}
            isWrong={wrong.amount}
            error={errors.amountMinor}
            onChange={(amount) => set({ amount })}
          />
          <CardFields typed={typed} set={set} isWrong={wrong.lastFour} />
          <div className="k-field-row">
            <TextField
              label={t('folioHeld.hold.approval')}
              error={errors.approval}
              spellCheck={false}
              value={typed.approval}
              onChange={(approval) => set({ approval })}
            />
            <Field label={t('folioHeld.hold.expiresOn')} error={errors.expiresOn}>
              {(control) => (
                <DateField
                  {...control}
                  value={typed.expiresOn}
                  onChange={(expiresOn) => set({ expiresOn })}
                />
              )}
            </Field>
          </div>
          <p className="k-quiet k-field">{t('folioHeld.hold.note')}</p>
          {amountMinor !== null && (
            <Effect
              rows={[{ name: t('folioHeld.hold.all'), before: heldMinor, after: heldMinor + amountMinor }]}
            />
          )}
        </>
      )}
    </ActDrawer>
  )
}

function useHold({ of, chart, onClose }: Props) {
  const { currency, businessDate } = useHotel()
  const command = useCommand('hold.take')
  const days = chart.view?.settings.holdDays
  const { draft, typed, set } = useTyped(
    `hold:take:${'folioId' in of ? of.folioId : `booking:${of.bookingId}`}`,
    {
      amount: '',
      brand: '',
      lastFour: '',
      approval: '',
      expiresOn: (days === undefined ? '' : addDays(businessDate, days)) as string,
    },
    command,
  )
  const { amountMinor, isWrong } = readPositive(typed.amount, currency)
  const lastFour = typed.lastFour.trim()
  const wrong = { amount: isWrong, lastFour: !/^(\d{4})?$/.test(lastFour) }
  const run = async () => {
    if (amountMinor === null) return
    const reply = await command.run({
      ...of,
      amountMinor,
      brand: typed.brand as InputOf<'hold.take'>['brand'],
      lastFour,
      approval: typed.approval.trim(),
      ...(isBusinessDate(typed.expiresOn) ? { expiresOn: typed.expiresOn } : {}),
    })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  const ready =
    amountMinor !== null && !wrong.lastFour && (typed.expiresOn === '' || isBusinessDate(typed.expiresOn))
  return { draft, typed, set, command, amountMinor, wrong, ready, run }
}
