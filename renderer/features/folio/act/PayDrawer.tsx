import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { useDraftWords } from '#renderer/parts/folio/draft-words.ts'
import { balanceOf } from '#renderer/parts/folio/folio-view.ts'
import { MethodChoice, PaymentFields, withMethod } from '#renderer/parts/folio/PaymentFields.tsx'
import { emptyPayment, leftAfter, readPayment, suggestedAmount } from '#renderer/parts/folio/typed-payment.ts'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'
import { WindowEffect } from '#renderer/parts/folio/WindowEffect.tsx'
import { WindowField } from '#renderer/parts/folio/WindowField.tsx'
import type { ActProps } from './act-props.ts'

const fields = [
  'codeId',
  'amountMinor',
  'tenderedMinor',
  'currency',
  'lastFour',
  'voucherNo',
  'accountId',
] as const

/** Takes a payment on a window: by which method, how much, and what is given back. */
export function PayDrawer(props: ActProps) {
  const { folio, chart, onClose } = props
  const { t } = useWords()
  const { draft, typed, set, command, desk, owed, read, left, run, toWindow } = usePayment(props)
  const draftWords = useDraftWords(chart)
  return (
    <ActDrawer
      title={t('folioScreen.pay.title')}
      onClose={onClose}
      submit={t('folioScreen.pay.submit')}
      run={run}
      ready={read.input !== null}
      command={command}
      fields={fields}
      draft={draft}
      draftWords={draftWords}
    >
      {(errors) => (
        <>
          <MethodChoice
            codes={chart.payments}
            chart={chart}
            value={typed.codeId}
            error={errors.codeId}
            onChange={(id) => set(withMethod(typed, id, owed, desk))}
          />
          <PaymentFields
            typed={typed}
            set={set}
            read={read}
            desk={desk}
            balanceMinor={owed}
            errors={errors}
            autoFocus
          />
          {folio.windows.length > 1 && <WindowField folio={folio} value={typed.window} onChange={toWindow} />}
          <WindowEffect
            folio={folio}
            window={typed.window}
            changeMinor={read.minor === null ? null : left - owed}
            more={left < 0 ? [{ name: t('folioScreen.effect.overpaid'), after: -left }] : []}
          />
        </>
      )}
    </ActDrawer>
  )
}

/** What is typed of a payment, what it comes to, and the command that takes it. */
function usePayment({ folio, chart, window, onClose }: ActProps) {
  const { currency, businessDate } = useHotel()
  const desk = { chart, currency, businessDate }
  const [first] = chart.payments
  const command = useCommand('folio.pay')
  const { draft, typed, set } = useTyped(
    `folio:${folio.id}:pay`,
    {
      ...emptyPayment,
      window,
      codeId: (first?.id ?? null) as number | null,
      amount: suggestedAmount(balanceOf(folio, window), first, '', desk),
    },
    command,
  )
  const owed = balanceOf(folio, typed.window)
  const read = readPayment(typed, desk)
  const suggested = (minor: number) => suggestedAmount(minor, read.code, typed.currency, desk)
  const toWindow = (next: number) =>
    set({
      window: next,
      ...(typed.amount === suggested(owed) ? { amount: suggested(balanceOf(folio, next)) } : {}),
    })
  const run = async () => {
    if (!read.input) return
    const reply = await command.run({ folioId: folio.id, window: typed.window, ...read.input, businessDate })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return { draft, typed, set, command, desk, owed, read, left: leftAfter(owed, read, desk), run, toWindow }
}
