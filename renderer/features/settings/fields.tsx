import { Button, Checkbox, Input } from 'antd'
import type { ReactNode } from 'react'
import type { Fields } from '#renderer/base/drafts/merge.ts'
import type { VersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
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

/** What stands over a form: text that came back, fields that others changed meanwhile, what was refused. */
export function FormNotes<V extends Fields>({
  form,
  names,
  trouble,
}: {
  form: VersionedEdit<V>
  names: (field: string) => string
  trouble: string | null
}) {
  const { t, language } = useWords()
  return (
    <>
      {form.restored && form.theirs === null && (
        <p className="s-note k-quiet">
          {t('common.draftRestored')}{' '}
          <button type="button" className="k-tool" onClick={form.clear}>
            {t('common.discardDraft')}
          </button>
        </p>
      )}
      {form.theirs !== null && (
        <div className="s-theirs" role="alert">
          <p>
            {t('settings.theirs.text', {
              fields: form.theirs.fields.map(names).join(language === 'zh' ? '、' : ', '),
            })}
          </p>
          <div className="k-usual">
            <Button size="small" onClick={form.goOn}>
              {t('settings.theirs.take')}
            </Button>
            <Button size="small" onClick={form.clear}>
              {t('settings.theirs.drop')}
            </Button>
          </div>
        </div>
      )}
      {trouble && form.theirs === null && (
        <p className="s-note k-trouble-line" role="alert">
          {trouble}
        </p>
      )}
    </>
  )
}
