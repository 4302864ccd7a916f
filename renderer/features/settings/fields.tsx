import { Checkbox, Input } from 'antd'
import type { ReactNode } from 'react'
import { Field } from '#renderer/ui/Field.tsx'

type TextProps = {
  label: ReactNode
  value: string
  onChange: (value: string) => void
  hint?: ReactNode
  error?: string | undefined
  autoFocus?: boolean
  /** Figures: right-aligned, with the figures’ keyboard. */
  figures?: boolean
  disabled?: boolean
  suffix?: ReactNode
}

/** One line of text or a figure, labelled. */
export function TextRow({ label, value, onChange, hint, error, figures, ...input }: TextProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Input
          {...control}
          {...input}
          {...(figures ? { className: 's-figures', inputMode: 'decimal' as const } : {})}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
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
