import { Select } from 'antd'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { AccountPicker } from '#renderer/parts/account/AccountPicker.tsx'
import { codeWords } from '#renderer/parts/guest/words.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { formatMoney } from '#renderer/ui/format.ts'
import { cardBrands } from '#shared/domain/folio/card.ts'
import { AmountField, TextField } from './fields.tsx'
import { KeyedChoice } from './KeyedChoice.tsx'
import { type PayDesk, type ReadPayment, suggestedAmount, type TypedPayment } from './typed-payment.ts'
import type { Chart, Code } from './use-chart.ts'

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

type MethodProps = {
  codes: readonly Code[]
  chart: Chart
  value: number | null
  onChange: (id: number) => void
  error?: string | undefined
}

/** The ways to pay as a list with a key each. */
export function MethodChoice({ codes, chart, value, onChange, error }: MethodProps) {
  const { t } = useWords()
  return (
    <KeyedChoice
      label={t('folioScreen.field.method')}
      keysLabel="folioScreen.key.method"
      choices={codes}
      value={codes.find(({ id }) => id === value)}
      word={chart.nameOf}
      onChange={({ id }) => onChange(id)}
      error={error}
    />
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
  const { typed, set, read, errors = {}, plain = false } = props
  const { t } = useWords()
  const method = read.code?.method
  return (
    <>
      <div className="k-field-row">
        <Amount {...props} />
        {method === 'cash' && !plain && <CashFields {...props} />}
      </div>
      {method === 'card' && (
        <CardFields typed={typed} set={set} isWrong={read.wrong.lastFour !== undefined} />
      )}
      {method === 'voucher' && (
        <TextField
          label={t('folioScreen.field.voucherNo')}
          error={errors.voucherNo}
          spellCheck={false}
          value={typed.voucherNo}
          onChange={(voucherNo) => set({ voucherNo })}
        />
      )}
      {method === 'account' && (
        <Field label={t('folioScreen.field.account')} error={errors.accountId}>
          {(control) => (
            <AccountPicker {...control} value={typed.account} onChange={(account) => set({ account })} />
          )}
        </Field>
      )}
      {method && hasReference(method) && (
        <TextField
          label={t('folioScreen.field.reference')}
          spellCheck={false}
          value={typed.reference}
          onChange={(reference) => set({ reference })}
        />
      )}
    </>
  )
}

/** A terminal's or a bank's number: what it belongs to says so itself where it is a voucher or an account. */
function hasReference(method: NonNullable<Code['method']>): boolean {
  return method !== 'cash' && method !== 'voucher' && method !== 'account'
}

function Amount({ typed, set, read, errors = {}, autoFocus = false }: Props) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const { minor, rate, wrong } = read
  return (
    <AmountField
      autoFocus={autoFocus}
      value={typed.amount}
      error={wrong.amount ? t(`folioScreen.wrong.${wrong.amount}`) : errors.amountMinor}
      hint={
        rate !== null && minor !== null
          ? t('folioScreen.pay.worth', { amount: formatMoney(minor, currency, locale), currency, rate })
          : undefined
      }
      onChange={(amount) => set({ amount })}
    />
  )
}

/** Cash that is handed over, what is given back, and in which currency. */
function CashFields({ typed, set, read, desk, balanceMinor, errors = {} }: Props) {
  const { t, locale } = useWords()
  const { wrong, changeMinor } = read
  const currency = typed.currency || desk.currency
  const foreign = [...desk.chart.ratesOn(desk.businessDate).keys()]
  const toCurrency = (next: string) => {
    const suggested = suggestedAmount(balanceMinor, read.code, next, desk)
    set({ currency: next, amount: suggested || typed.amount, tendered: '' })
  }
  return (
    <>
      <AmountField
        label={t('folioScreen.field.tendered')}
        value={typed.tendered}
        error={wrong.tendered ? t(`folioScreen.wrong.${wrong.tendered}`) : errors.tenderedMinor}
        hint={
          changeMinor !== null && changeMinor >= 0 ? (
            <b className="fo-change">
              {t('folioScreen.pay.change', { amount: formatMoney(changeMinor, currency, locale), currency })}
            </b>
          ) : undefined
        }
        onChange={(tendered) => set({ tendered })}
      />
      {foreign.length > 0 && (
        <Field
          label={t('folioScreen.field.currency')}
          error={wrong.currency ? t(`folioScreen.wrong.${wrong.currency}`) : errors.currency}
        >
          {(control) => (
            <Select
              {...control}
              showSearch
              value={typed.currency}
              options={[
                { value: '', label: desk.currency },
                ...foreign.map((code) => ({ value: code, label: code })),
              ]}
              onChange={toCurrency}
            />
          )}
        </Field>
      )}
    </>
  )
}

type CardProps = {
  typed: Pick<TypedPayment, 'brand' | 'lastFour'>
  set: (patch: Partial<Pick<TypedPayment, 'brand' | 'lastFour'>>) => void
  isWrong: boolean
}

/** All of a card that is kept: its brand and its last four digits. */
export function CardFields({ typed, set, isWrong }: CardProps) {
  const { t } = useWords()
  return (
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
      <TextField
        label={t('folioScreen.field.lastFour')}
        error={isWrong ? t('folioScreen.wrong.lastFour') : undefined}
        inputMode="numeric"
        maxLength={4}
        value={typed.lastFour}
        onChange={(lastFour) => set({ lastFour })}
      />
    </div>
  )
}
