import { Input } from 'antd'
import { useId } from 'react'
import { oneLine } from '#renderer/base/keys/enter-saves.ts'
import { useWords } from '#renderer/base/language.ts'
import { tooLong } from './too-long.ts'

type Props = {
  value: string
  onChange: (reason: string) => void
  /** Short reasons that are often given; a click takes one. */
  usual?: readonly string[]
  required?: boolean
  error?: string | undefined
  /** Why it is asked, in the empty field. */
  hint?: string | undefined
  autoFocus?: boolean
}

/** Why something is done: asked where an act can't be taken back lightly, instead of “Are you sure?”. One line, however long. */
export function ReasonField({
  value,
  onChange,
  usual = [],
  required = true,
  error: given,
  hint,
  autoFocus = false,
}: Props) {
  const { t, language } = useWords()
  const id = useId()
  const error = tooLong(value, 500, language) ?? given
  return (
    <div className="k-field">
      <label htmlFor={id}>
        {t('common.reason')} {!required && <span className="k-quiet">{t('common.optional')}</span>}
      </label>
      <Input.TextArea
        {...oneLine}
        id={id}
        value={value}
        autoFocus={autoFocus}
        autoSize={{ minRows: 2, maxRows: 4 }}
        placeholder={hint ?? t('common.reasonHint')}
        aria-required={required}
        aria-invalid={error !== undefined}
        {...(error ? { status: 'error' as const } : {})}
        onChange={(event) => onChange(event.target.value)}
      />
      {usual.length > 0 && (
        <div className="k-usual">
          {usual.map((reason) => (
            <button key={reason} type="button" className="k-chip" onClick={() => onChange(reason)}>
              {reason}
            </button>
          ))}
        </div>
      )}
      {error && (
        <p className="k-trouble-line" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
