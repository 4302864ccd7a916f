import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import type { ActProps } from './act-props.ts'
import { useDraftWords } from '#renderer/parts/folio/draft-words.ts'
import { Effect } from '#renderer/parts/folio/Effect.tsx'
import { MethodChoice, PaymentFields, withMethod } from '#renderer/parts/folio/PaymentFields.tsx'
import { emptyPayment, leftAfter, readPayment, suggestedAmount } from '#renderer/parts/folio/typed-payment.ts'
import { WindowField } from '#renderer/parts/folio/WindowField.tsx'

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
export function PayDrawer({ folio, chart, window, onClose }: ActProps) {
  const { t } = useWords()
  const { currency, businessDate } = useHotel()
  const desk = { chart, currency, businessDate }
  const balanceOf = (n: number) => folio.windows.find((one) => one.window === n)?.balanceMinor ?? 0
  const [first] = chart.payments
  const fresh = {
    ...emptyPayment,
    window,
    codeId: (first?.id ?? null) as number | null,
    amount: suggestedAmount(balanceOf(window), first, '', desk),
  }
  const draft = useDraft(`folio:${folio.id}:pay`, fresh)
  const draftWords = useDraftWords(chart)
  const typed = draft.value
  const command = useCommand('folio.pay')
  const set = (patch: Partial<typeof typed>) => {
    command.reset()
    draft.set({ ...typed, ...patch })
  }
  const owed = balanceOf(typed.window)
  const read = readPayment(typed, desk)
  const left = leftAfter(owed, read, desk)
  const run = async () => {
    if (!read.input) return
    const reply = await command.run({ folioId: folio.id, window: typed.window, ...read.input, businessDate })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  const toWindow = (next: number) =>
    set({
      window: next,
      ...(typed.amount === suggestedAmount(owed, read.code, typed.currency, desk)
        ? { amount: suggestedAmount(balanceOf(next), read.code, typed.currency, desk) }
        : {}),
    })
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
            desk={desk}
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
          {read.minor !== null && (
            <Effect
              rows={[
                {
                  name: t('folioScreen.effect.window', { window: typed.window }),
                  before: owed,
                  after: left,
                },
                ...(left < 0 ? [{ name: t('folioScreen.effect.overpaid'), after: -left }] : []),
              ]}
            />
          )}
        </>
      )}
    </ActDrawer>
  )
}
