import { Input, Select } from 'antd'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { choiceKey, useChoiceKeys } from '#renderer/base/keys/choice-keys.ts'
import { useWords } from '#renderer/base/language.ts'
import { AccountPicker } from '#renderer/parts/account/AccountPicker.tsx'
import { codeWords } from '#renderer/parts/guest/words.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { formatMoney } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { MoneyField } from '#renderer/ui/MoneyField.tsx'
import { cardBrands } from '#shared/domain/folio/card.ts'
import type { Code } from './use-chart.ts'
import { type PayDesk, type ReadPayment, suggestedAmount, type TypedPayment } from './typed-payment.ts'

type Errors = Readonly<Record<string, string | undefined>>

type Props = {
  typed: TypedPayment
  set: (patch: Partial<TypedPayment>) => void
  read: ReadPayment
  desk: PayDesk
  /** What is owed: it is put into the amount as long as nothing else was typed. */
  balanceMinor: number
  errors?: Errors
  autoFocus?: boolean
  /** Money that goes out: in the hotel's own currency, and nothing is handed over. */
  plain?: boolean
}

/** The ways to pay as a list with a key each. */
export function MethodChoice({
  codes,
  desk,
  value,
  onChange,
  error,
}: {
  codes: readonly Code[]
  desk: PayDesk
  value: number | null
  onChange: (id: number) => void
  error?: string | undefined
}) {
  const { t } = useWords()
  useChoiceKeys(codes, 'folioScreen.key.method', (code) => onChange(code.id))
  return (
    <div className="k-field">
      <div role="radiogroup" aria-label={t('folioScreen.field.method')} className="fo-methods">
        {codes.map((code, at) => (
          <button
            key={code.id}
            type="button"
            role="radio"
            aria-checked={code.id === value}
            className="fo-method"
            onClick={() => onChange(code.id)}
          >
            {desk.chart.nameOf(code)} {at < 9 && <KeyHint keys={choiceKey(at)} />}
          </button>
        ))}
      </div>
      {error && (
        <p className="k-trouble-line" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

/** Another way to pay keeps what was typed, but for an amount that was only suggested. */
export function withMethod(
  typed: TypedPayment,
  codeId: number,
  owed: number,
  desk: PayDesk,
): Partial<TypedPayment> {
  const before = suggestedAmount(owed, desk.chart.codeOf(typed.codeId), typed.currency, desk)
  const code = desk.chart.codeOf(codeId)
  const currency = code?.method === 'cash' ? typed.currency : ''
  const suggested = typed.amount === before || typed.amount === ''
  return {
    codeId,
    currency,
    ...(suggested ? { amount: suggestedAmount(owed, code, currency, desk) } : {}),
  }
}

/** What a payment needs by its method: amount, cash handed over, card, voucher, account. */
export function PaymentFields(props: Props) {
  const { typed, set, read, desk, balanceMinor, errors = {}, autoFocus = false, plain = false } = props
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const method = read.code?.method
  const isCash = method === 'cash' && !plain
  const foreign = [...desk.chart.ratesOn(desk.businessDate).keys()]
  const wrong = (field: keyof TypedPayment) => {
    const fault = read.wrong[field]
    return fault && t(`folioScreen.wrong.${fault}`)
  }
  const inCurrency = typed.currency || currency
  const toCurrency = (next: string) => {
    const suggested = suggestedAmount(balanceMinor, read.code, next, desk)
    set({ currency: next, amount: suggested || typed.amount, tendered: '' })
  }
  return (
    <>
      <div className="k-field-row">
        <Field
          label={t('folioScreen.field.amount')}
          error={wrong('amount') ?? errors.amountMinor}
          hint={
            read.rate !== null && read.minor !== null
              ? t('folioScreen.pay.worth', {
                  amount: formatMoney(read.minor, currency, locale),
                  currency,
                  rate: read.rate,
                })
              : undefined
          }
        >
          {(control) => (
            <MoneyField
              {...control}
              autoFocus={autoFocus}
              value={typed.amount}
              onChange={(amount) => set({ amount })}
            />
          )}
        </Field>
        {isCash && (
          <Field
            label={t('folioScreen.field.tendered')}
            error={wrong('tendered') ?? errors.tenderedMinor}
            hint={
              read.changeMinor !== null && read.changeMinor >= 0 ? (
                <b className="fo-change">
                  {t('folioScreen.pay.change', {
                    amount: formatMoney(read.changeMinor, inCurrency, locale),
                    currency: inCurrency,
                  })}
                </b>
              ) : undefined
            }
          >
            {(control) => (
              <MoneyField {...control} value={typed.tendered} onChange={(tendered) => set({ tendered })} />
            )}
          </Field>
        )}
        {isCash && foreign.length > 0 && (
          <Field label={t('folioScreen.field.currency')} error={wrong('currency') ?? errors.currency}>
            {(control) => (
              <Select
                {...control}
                showSearch
                value={typed.currency}
                options={[
                  { value: '', label: currency },
                  ...foreign.map((code) => ({ value: code, label: code })),
                ]}
                onChange={toCurrency}
              />
            )}
          </Field>
        )}
      </div>
      {method === 'card' && (
        <div className="k-field-row">
          <Field label={t('folioScreen.field.brand')}>
            {(control) => (
              <Select
                {...control}
                showSearch={{ optionFilterProp: 'label' }}
                value={typed.brand}
                options={['', ...cardBrands].map((brand) => ({
                  value: brand,
                  label: brand === '' ? '—' : codeWords('folioScreen.brand', brand, t),
                }))}
                onChange={(brand: string) => set({ brand })}
              />
            )}
          </Field>
          <Field label={t('folioScreen.field.lastFour')} error={wrong('lastFour')}>
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                maxLength={4}
                autoComplete="off"
                value={typed.lastFour}
                onChange={(event) => set({ lastFour: event.target.value })}
              />
            )}
          </Field>
        </div>
      )}
      {method === 'voucher' && (
        <Field label={t('folioScreen.field.voucherNo')} error={errors.voucherNo}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              spellCheck={false}
              value={typed.voucherNo}
              onChange={(event) => set({ voucherNo: event.target.value })}
            />
          )}
        </Field>
      )}
      {method === 'account' && (
        <Field label={t('folioScreen.field.account')} error={errors.accountId}>
          {(control) => (
            <AccountPicker {...control} value={typed.account} onChange={(account) => set({ account })} />
          )}
        </Field>
      )}
      {method && method !== 'cash' && method !== 'voucher' && method !== 'account' && (
        <Field label={t('folioScreen.field.reference')}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              spellCheck={false}
              value={typed.reference}
              onChange={(event) => set({ reference: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  )
}
