import { Input } from 'antd'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { clockText } from '#renderer/parts/request/clock-text.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { formatMoney } from '#renderer/ui/format.ts'
import { MoneyField } from '#renderer/ui/MoneyField.tsx'
import type { Currency } from '#shared/values/index.ts'
import { type Hours, type TypedHours, wrongHours } from './typed-hours.ts'

type Prices = { priceMinor: number; overtimeMinor: number }
type Props = {
  typed: TypedHours
  set: (patch: Partial<TypedHours>) => void
  /** The hours that are meant where none are typed. */
  shown: Hours
  /** What the rule says they cost. */
  proposed: Prices | undefined
  errors: Readonly<Record<string, string | undefined>>
  autoFocus?: boolean
}

/** From when to when a room is had for some hours, and what that costs. */
export function HoursFields({ typed, set, shown, proposed, errors, autoFocus = false }: Props) {
  const { t, locale } = useWords()
  const currency = useHotel().currency as Currency
  const wrong = wrongHours(typed, currency)
  const wordsOf = (field: keyof TypedHours) => (wrong[field] ? t(wrong[field]) : undefined)
  const time = (field: 'from' | 'to') => (
    <Field label={t(`stay.hours.${field}`)} error={wordsOf(field) ?? errors[field]}>
      {(control) => (
        <Input
          {...control}
          autoFocus={autoFocus && field === 'from'}
          inputMode="numeric"
          autoComplete="off"
          placeholder={shown[field]}
          value={typed[field]}
          onChange={(event) => set({ [field]: event.target.value })}
          onFocus={(event) => event.target.select()}
          onBlur={() => set({ [field]: clockText(typed[field]) })}
        />
      )}
    </Field>
  )
  const amount = (field: 'price' | 'overtime', minor: number | undefined) => (
    <Field
      label={t(`stay.hours.${field}`)}
      error={wordsOf(field) ?? errors[field === 'price' ? 'priceMinor' : 'overtimeMinor']}
    >
      {(control) => (
        <MoneyField
          {...control}
          placeholder={minor === undefined ? '' : formatMoney(minor, currency, locale)}
          value={typed[field]}
          onChange={(text) => set({ [field]: text })}
        />
      )}
    </Field>
  )
  return (
    <div className="k-bk-hours">
      <div className="k-field-row">
        {time('from')}
        {time('to')}
      </div>
      <div className="k-field-row">
        {amount('price', proposed?.priceMinor)}
        {amount('overtime', proposed?.overtimeMinor)}
      </div>
    </div>
  )
}
