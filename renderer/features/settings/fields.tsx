import { Checkbox, Input } from 'antd'
import type { ReactNode } from 'react'
import { Field } from '#renderer/ui/Field.tsx'
import { MoneyField } from '#renderer/ui/MoneyField.tsx'

type TextProps = {
  label: ReactNode
  value: string
  onChange: (value: string) => void
  hint?: ReactNode
  error?: string | undefined
  autoFocus?: boolean
  /** Figures: right-aligned, with the figures’ keyboard. */
  figures?: boolean
  /** An amount of money. */
  money?: boolean
  disabled?: boolean
  suffix?: ReactNode
}

/** One line of text or a figure, labelled. */
export function TextRow({ label, value, onChange, hint, error, figures, money, ...input }: TextProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) =>
        money ? (
          <MoneyField {...control} {...input} value={value} onChange={onChange} />
        ) : (
          <Input
            {...control}
            {...input}
            {...(figures ? { className: 's-figures', inputMode: 'decimal' as const } : {})}
            autoComplete="off"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  )
}

type CheckProps = {
  label: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  hint?: ReactNode
  error?: string | undefined
  disabled?: boolean
}

/** A thing that is so or not. */
export function CheckRow({ label, checked, onChange, hint, error, disabled = false }: CheckProps) {
  return (
    <div className="k-field">
      <Checkbox checked={checked} disabled={disabled} onChange={(event) => onChange(event.target.checked)}>
        {label}
      </Checkbox>
      {(error ?? hint) && (
        <p className={error ? 'k-trouble-line' : 'k-field-hint'} role={error ? 'alert' : undefined}>
          {error ?? hint}
        </p>
      )}
    </div>
  )
}
