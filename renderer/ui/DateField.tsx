import { Input, type InputRef } from 'antd'
import { type KeyboardEvent, type Ref, useId, useRef } from 'react'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import type { BusinessDate } from '#shared/values/business-date.ts'
import { formatDate, formatWeekday } from './format.ts'
import { CalendarIcon } from './icons.tsx'
import type { DateKind } from './typed-date.ts'
import { useTypedDate } from './use-typed-date.ts'

type Props = {
  /** A business date, or what was typed and is none yet; '' when empty. */
  value: string
  onChange: (value: string) => void
  /** What it asks for: `fri` is after the arrival for a departure, in the past for a filter of what happened. */
  kind?: DateKind
  /** What `+2` and `15` count from: the arrival, for a departure. The business date when absent. */
  base?: BusinessDate
  placeholder?: string
  id?: string
  disabled?: boolean
  autoFocus?: boolean
  status?: 'error' | undefined
  'aria-label'?: string
  'aria-describedby'?: string | undefined
  'aria-invalid'?: boolean
  onKeyDown?: (event: KeyboardEvent) => void
  ref?: Ref<InputRef>
}

/**
 * A day, typed as one likes (`fri`, `明天`, `+2`, `3/6`), moved by arrow keys, or chosen from the calendar. While one
 * types, the day that is understood is beside it, with its weekday; left, the field shows the day as all screens do.
 */
export function DateField({
  value,
  onChange,
  kind = 'day',
  base,
  onKeyDown,
  ref,
  placeholder,
  ...control
}: Props) {
  const { t, locale } = useWords()
  const field = useTypedDate({ value, onChange, kind, base })
  const note = useId()
  const example = t(`common.dateExample.${kind}.${field.order === 'day-month' ? 'dayFirst' : 'monthFirst'}`)
  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      return field.step(step)
    }
    if (event.key === 'Enter') {
      const refused = field.day === null && value.trim() !== ''
      field.leave()
      if (refused) {
        event.preventDefault()
        event.stopPropagation()
        return
      }
    }
    onKeyDown?.(event)
  }
  const named = field.wrong && control.status !== 'error'
  return (
    <>
      <Input
        {...control}
        {...(named ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': note } : {})}
        ref={ref}
        value={field.text}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder ?? example}
        onChange={(event) => field.type(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={field.leave}
        onKeyDown={press}
        suffix={
          <span className="k-date-tools">
            {field.day && (
              <span aria-live="polite">
                {field.typing ? formatDate(field.day, locale, 'day') : formatWeekday(field.day, locale)}
              </span>
            )}
            <Calendar value={field.day ?? ''} disabled={control.disabled ?? false} onChoose={field.choose} />
          </span>
        }
      />
      {named && (
        <span id={note} className="k-trouble-line" role="alert">
          {t('common.dateWrong', { example })}
        </span>
      )}
    </>
  )
}

type CalendarProps = { value: string; disabled: boolean; onChoose: (date: string) => void }

/** The system's own calendar, behind its button. */
function Calendar({ value, disabled, onChoose }: CalendarProps) {
  const { t } = useWords()
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        aria-label={t('common.calendar')}
        disabled={disabled}
        onClick={() => picker.current?.showPicker()}
      >
        <CalendarIcon />
      </button>
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden
        value={value}
        onChange={(event) => onChoose(event.target.value)}
      />
    </>
  )
}
