import { Input } from 'antd'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { MoneyField } from '#renderer/ui/MoneyField.tsx'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import { type Currency, minorToDecimal, type TransactionCodeId } from '#shared/values/index.ts'
import { readAmount } from '#renderer/parts/folio/amounts.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import type { ActProps } from './act-props.ts'
import { useDraftWords } from '#renderer/parts/folio/draft-words.ts'
import { Effect } from '#renderer/parts/folio/Effect.tsx'
import { MethodChoice, PaymentFields } from '#renderer/parts/folio/PaymentFields.tsx'
import { emptyPayment, readPayment } from '#renderer/parts/folio/typed-payment.ts'
import { WindowField } from '#renderer/parts/folio/WindowField.tsx'

const fields = ['codeId', 'amountMinor', 'accountId', 'lastFour', 'reason'] as const

/** Gives money back: by which method, how much, why. */
export function RefundDrawer({ folio, chart, window, onClose }: ActProps) {
  const { t } = useWords()
  const { currency, businessDate } = useHotel()
  const desk = { chart, currency, businessDate }
  const codes = chart.payments.filter(({ method }) => method !== 'voucher')
  const credit = Math.max(0, -(folio.windows.find((one) => one.window === window)?.balanceMinor ?? 0))
  // By the way it came in
  const lastPaid = folio.lines.findLast((line) => line.live && line.payment !== null && line.grossMinor < 0)
  const draft = useDraft(`folio:${folio.id}:refund`, {
    ...emptyPayment,
    window,
    reason: '',
    codeId: (codes.find(({ id }) => id === lastPaid?.codeId)?.id ?? codes[0]?.id ?? null) as number | null,
    brand: lastPaid?.payment?.brand ?? '',
    lastFour: lastPaid?.payment?.lastFour ?? '',
    amount: credit > 0 ? minorToDecimal(credit, currency as Currency) : '',
  })
  const draftWords = useDraftWords(chart)
  const typed = draft.value
  const command = useCommand('folio.refund')
  const set = (patch: Partial<typeof typed>) => {
    command.reset()
    draft.set({ ...typed, ...patch })
  }
  const read = readPayment({ ...typed, tendered: '', currency: '' }, desk)
  const owed = folio.windows.find((one) => one.window === typed.window)?.balanceMinor ?? 0
  const run = async () => {
    if (!read.input) return
    const { codeId, amountMinor, brand, lastFour, reference, accountId, text } = read.input
    const reply = await command.run({
      folioId: folio.id,
      window: typed.window,
      codeId,
      amountMinor,
      brand,
      lastFour,
      reference,
      text,
      ...(accountId === undefined ? {} : { accountId }),
      reason: typed.reason.trim(),
      businessDate,
    })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return (
    <ActDrawer
      title={t('folioScreen.refund.title')}
      onClose={onClose}
      submit={t('folioScreen.refund.submit')}
      run={run}
      ready={read.input !== null && typed.reason.trim() !== ''}
      command={command}
      fields={fields}
      draft={draft}
      draftWords={draftWords}
      danger
    >
      {(errors) => (
        <>
          <MethodChoice
            codes={codes}
            desk={desk}
            value={typed.codeId}
            error={errors.codeId}
            onChange={(codeId) => set({ codeId })}
          />
          <PaymentFields
            typed={typed}
            set={set}
            read={read}
            desk={desk}
            balanceMinor={0}
            errors={errors}
            plain
            autoFocus
          />
          {folio.windows.length > 1 && (
            <WindowField folio={folio} value={typed.window} onChange={(next) => set({ window: next })} />
          )}
          <ReasonField
            value={typed.reason}
            usual={(['overpaid', 'early', 'complaint'] as const).map((why) =>
              t(`folioScreen.refund.usual.${why}`),
            )}
            error={errors.reason}
            onChange={(reason) => set({ reason })}
          />
          {read.minor !== null && (
            <Effect
              rows={[
                {
                  name: t('folioScreen.effect.window', { window: typed.window }),
                  before: owed,
                  after: owed + read.minor,
                },
              ]}
            />
          )}
        </>
      )}
    </ActDrawer>
  )
}

/** Cash given out for a guest, which the folio owes: a taxi, flowers. */
export function PayOutDrawer({ folio, chart, window, onClose }: ActProps) {
  const { t } = useWords()
  const { currency, businessDate } = useHotel()
  const desk = { chart, currency, businessDate }
  const draft = useDraft(`folio:${folio.id}:pay-out`, {
    window,
    codeId: (chart.paidOuts[0]?.id ?? null) as number | null,
    amount: '',
    text: '',
    reference: '',
    reason: '',
  })
  const draftWords = useDraftWords(chart)
  const typed = draft.value
  const command = useCommand('folio.payOut')
  const set = (patch: Partial<typeof typed>) => {
    command.reset()
    draft.set({ ...typed, ...patch })
  }
  const amountMinor = readAmount(typed.amount, currency)
  const owed = folio.windows.find((one) => one.window === typed.window)?.balanceMinor ?? 0
  const run = async () => {
    if (!amountMinor || typed.codeId === null) return
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
  return (
    <ActDrawer
      title={t('folioScreen.payOut.title')}
      onClose={onClose}
      submit={t('folioScreen.act.pay-out')}
      run={run}
      ready={
        typeof amountMinor === 'number' &&
        amountMinor > 0 &&
        typed.codeId !== null &&
        typed.reason.trim() !== ''
      }
      command={command}
      fields={fields}
      draft={draft}
      draftWords={draftWords}
    >
      {(errors) => (
        <>
          {chart.paidOuts.length !== 1 && (
            <MethodChoice
              codes={chart.paidOuts}
              desk={desk}
              value={typed.codeId}
              error={errors.codeId}
              onChange={(codeId) => set({ codeId })}
            />
          )}
          <div className="k-field-row">
            <Field
              label={t('folioScreen.field.amount')}
              error={
                amountMinor === null
                  ? t('folioScreen.wrong.amount')
                  : (errors.amountMinor ?? (chart.paidOuts.length === 1 ? errors.codeId : undefined))
              }
            >
              {(control) => (
                <MoneyField
                  {...control}
                  autoFocus
                  value={typed.amount}
                  onChange={(amount) => set({ amount })}
                />
              )}
            </Field>
            <Field label={t('folioScreen.field.reference')}>
              {(control) => (
                <Input
                  {...control}
                  autoComplete="off"
                  value={typed.reference}
                  onChange={(event) => set({ reference: event.target.value })}
                />
              )}
            </Field>
          </div>
          <Field label={t('folioScreen.field.text')}>
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                value={typed.text}
                placeholder={t('folioScreen.payOut.textHint')}
                onChange={(event) => set({ text: event.target.value })}
              />
            )}
          </Field>
          {folio.windows.length > 1 && (
            <WindowField folio={folio} value={typed.window} onChange={(next) => set({ window: next })} />
          )}
          <ReasonField
            value={typed.reason}
            usual={(['taxi', 'flowers', 'tickets'] as const).map((why) =>
              t(`folioScreen.payOut.usual.${why}`),
            )}
            error={errors.reason}
            onChange={(reason) => set({ reason })}
          />
          {typeof amountMinor === 'number' && amountMinor > 0 && (
            <Effect
              rows={[
                {
                  name: t('folioScreen.effect.window', { window: typed.window }),
                  before: owed,
                  after: owed + amountMinor,
                },
              ]}
            />
          )}
        </>
      )}
    </ActDrawer>
  )
}
