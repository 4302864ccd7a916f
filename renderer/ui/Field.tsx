import { type ReactNode, useId } from 'react'

type Props = {
  label: ReactNode
  hint?: ReactNode
  /** Words of what is wrong with it and what to do; from `command.errors[path]`. */
  error?: string | undefined
  /** Gets the id and the aria attributes for the control. */
  children: (control: {
    id: string
    'aria-describedby'?: string
    'aria-invalid'?: boolean
    status?: 'error'
  }) => ReactNode
}

/** A labelled control with its hint and its error beneath; for forms in drawers and wizards. */
export function Field({ label, hint, error, children }: Props) {
  const id = useId()
  const note = error ?? hint
  return (
    <div className="k-field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(note ? { 'aria-describedby': `${id}-note` } : {}),
        ...(error ? { 'aria-invalid': true, status: 'error' as const } : {}),
      })}
      {note && (
        <p
          id={`${id}-note`}
          className={error ? 'k-trouble-line' : 'k-field-hint'}
          role={error ? 'alert' : undefined}
        >
          {note}
        </p>
      )}
    </div>
  )
}
