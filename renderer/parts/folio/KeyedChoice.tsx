import type { ReactNode } from 'react'
import { choiceKey, useChoiceKeys } from '#renderer/base/keys/choice-keys.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import type { Key } from '#shared/i18n/index.ts'
import './act.css'

type Props<C> = {
  label: string
  /** What F1 calls the keys. */
  keysLabel: Key
  choices: readonly C[]
  value: C | undefined
  word: (choice: C) => ReactNode
  onChange: (choice: C) => void
  error?: string | undefined
}

/** One of a few, all of them on screen, the first nine with a key each. */
export function KeyedChoice<C>({ label, keysLabel, choices, value, word, onChange, error }: Props<C>) {
  useChoiceKeys(choices, keysLabel, onChange)
  return (
    <div className="k-field">
      <div role="radiogroup" aria-label={label} className="fo-methods">
        {choices.map((choice, at) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a choice has no name but its place
            key={at}
            type="button"
            role="radio"
            aria-checked={choice === value}
            className="fo-method"
            onClick={() => onChange(choice)}
          >
            {word(choice)} {at < 9 && <KeyHint keys={choiceKey(at)} />}
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
