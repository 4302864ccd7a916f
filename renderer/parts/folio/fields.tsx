import { Input, type InputRef } from 'antd'
import type { ReactNode, Ref } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { MoneyField } from '#renderer/ui/MoneyField.tsx'
import './act.css'

type TextProps = {
  label: ReactNode
  value: string
  onChange: (text: string) => void
  hint?: ReactNode
  error?: string | undefined
  placeholder?: string
  inputMode?: 'numeric' | 'decimal'
  maxLength?: number
  autoFocus?: boolean
  spellCheck?: boolean
}

/** A line of text; a figure is chosen whole when one comes to it. */
export function TextField({ label, hint, error, onChange, inputMode, ...input }: TextProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Input
          {...control}
          {...input}
          {...(inputMode ? { inputMode, onFocus: (event) => event.target.select() } : {})}
          {...(inputMode === 'decimal' ? { className: 'k-money' } : {})}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

type AmountProps = {
  value: string
  onChange: (text: string) => void
  label?: ReactNode
  hint?: ReactNode
  error?: string | undefined
  /** What is typed is no amount. */
  isWrong?: boolean
  placeholder?: string
  disabled?: boolean
  autoFocus?: boolean
  ref?: Ref<InputRef> | undefined
}

/** An amount of money. */
export function AmountField({ label, hint, error, isWrong = false, ref, ...input }: AmountProps) {
  const { t } = useWords()
  return (
    <Field
      label={label ?? t('folioScreen.field.amount')}
      hint={hint}
      error={isWrong ? t('folioScreen.wrong.amount') : error}
    >
      {(control) => <MoneyField {...control} {...input} {...(ref ? { ref } : {})} />}
    </Field>
  )
}

type DatesProps = {
  from: string
  to: string
  onFrom: (text: string) => void
  onTo: (text: string) => void
  error?: string | undefined
}

/** From a day to another; either may be left open. */
export function DatesFields({ from, to, onFrom, onTo, error }: DatesProps) {
  const { t } = useWords()
  return (
    <div className="k-field-row">
      <Field label={t('folioScreen.field.from')}>
        {(control) => <DateField {...control} value={from} onChange={onFrom} />}
      </Field>
      <Field label={t('folioScreen.field.until')} error={error}>
        {(control) => <DateField {...control} value={to} onChange={onTo} />}
      </Field>
    </div>
  )
}

type TickProps = { checked: boolean; onChange: (checked: boolean) => void; children: ReactNode }

/** One thing that is so or not. */
export function Tick({ checked, onChange, children }: TickProps) {
  return (
    <label className="fo-tick">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />{' '}
      {children}
    </label>
  )
}
