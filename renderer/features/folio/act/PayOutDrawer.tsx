import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { readPositive } from '#renderer/parts/folio/amounts.ts'
import { useDraftWords } from '#renderer/parts/folio/draft-words.ts'
import { AmountField, TextField } from '#renderer/parts/folio/fields.tsx'
import { MethodChoice } from '#renderer/parts/folio/PaymentFields.tsx'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'
import type { TransactionCodeId } from '#shared/values/index.ts'
import type { ActProps } from './act-props.ts'
import { OutFields } from './OutFields.tsx'

const fields = ['codeId', 'amountMinor', 'reason'] as const
const usual = ['taxi', 'flowers', 'tickets'] as const

/** Cash given out for a guest, which the folio owes: a taxi, flowers. */
export function PayOutDrawer(props: ActProps) {
  const { folio, chart, onClose } = props
  const { t } = useWords()
  const { draft, typed, set, command, isWrong, amountMinor, ready, run } = usePayOut(props)
  const draftWords = useDraftWords(chart)
  const isOnly = chart.paidOuts.length === 1
  return (
    <ActDrawer
      title={t('folioScreen.payOut.title')}
      onClose={onClose}
      submit={t('folioScreen.act.pay-out')}
      run={run}
      ready={ready}
      command={command}
      fields={fields}
      draft={draft}
      draftWords={draftWords}
    >
      {(errors) => (
        <>
          {!isOnly && (
            <MethodChoice
              codes={chart.paidOuts}
              chart={chart}
              value={typed.codeId}
              error={errors.codeId}
              onChange={(codeId) => set({ codeId })}
            />
          )}
          <div className="k-field-row">
            <AmountField
              autoFocus
              value={typed.amount}
              isWrong={isWrong}
              error={errors.amountMinor ?? (isOnly ? errors.codeId : undefined)}
              onChange={(amount) => set({ amount })}
            />
            <TextField
              label={t('folioScreen.field.reference')}
              value={typed.reference}
              onChange={(reference) => set({ reference })}
            />
          </div>
          <TextField
            label={t('folioScreen.field.text')}
            value={typed.text}
            placeholder={t('folioScreen.payOut.textHint')}
            onChange={(text) => set({ text })}
          />
          <OutFields
            folio={folio}
            typed={typed}
            set={set}
            usual={usual.map((why) => t(`folioScreen.payOut.usual.${why}`))}
            amountMinor={amountMinor}
            error={errors.reason}
          />
        </>
      )}
    </ActDrawer>
  )
}

function usePayOut({ folio, chart, window, onClose }: ActProps) {
  const { currency, businessDate } = useHotel()
  const command = useCommand('folio.payOut')
  const { draft, typed, set } = useTyped(
    `folio:${folio.id}:pay-out`,
    {
      window,
      codeId: (chart.paidOuts[0]?.id ?? null) as number | null,
      amount: '',
      text: '',
      reference: '',
      reason: '',
    },
    command,
  )
  const { amountMinor, isWrong } = readPositive(typed.amount, currency)
  const run = async () => {
    if (amountMinor === null || typed.codeId === null) return
    const reply = await command.run({
      folioId: folio.id,
      window: typed.window,
      codeId: typed.codeId as TransactionCodeId,
      amountMinor,
      text: typed.text.trim(),
      reference: typed.reference.trim(),
      reason: typed.reason.trim(),
      businessDate,
    })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  const ready = amountMinor !== null && typed.codeId !== null && typed.reason.trim() !== ''
  return { draft, typed, set, command, isWrong, amountMinor, ready, run }
}
