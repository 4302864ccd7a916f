import type { ReactNode } from 'react'

type Props<C> = {
  label: string
  /** Printed before the choices. */
  said?: boolean
  choices: readonly C[]
  value: C
  word: (choice: C) => ReactNode
  onChange: (choice: C) => void
}

/** One of a few, all of them on screen; without keys, beside a choice that has them. */
export function ChipChoice<C extends string>({
  label,
  said = false,
  choices,
  value,
  word,
  onChange,
}: Props<C>) {
  return (
    <div role="radiogroup" aria-label={label} className="k-usual k-field">
      {said && (
        <span aria-hidden className="hk-view-said">
          {label}
        </span>
      )}
      {choices.map((choice) => (
        <button
          key={choice}
          type="button"
          role="radio"
          aria-checked={choice === value}
          className="k-chip hk-view"
          onClick={() => onChange(choice)}
        >
          {word(choice)}
        </button>
      ))}
    </div>
  )
}
