import { Input, type InputRef } from 'antd'
import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react'
import { useHotelMaybe } from '#renderer/api/use-hotel.ts'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { type BusinessDate, dayFrom, isBusinessDate } from '#shared/values/business-date.ts'
import { formatWeekday } from './format.ts'
import { CalendarIcon } from './icons.tsx'
import { typedDate } from './typed-date.ts'

type Props = {
  /** A business date, or what was typed and is none yet; '' when empty. */
  value: string
  onChange: (value: string) => void
  /** What `+3` and `15` count from: the arrival, for a departure. The business date when absent. */
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

/** A day, typed as one likes (`3-5`, `+2`, `20260305`), moved by arrow keys, or chosen from the calendar; its weekday beside it. */
export function DateField({
  value,
  onChange,
  base,
  onKeyDown,
  ref,
  placeholder = '2026-03-05',
  ...control
}: Props) {
  const { t, locale } = useWords()
  const businessDate = useHotelMaybe()?.businessDate
  const from = base ?? businessDate
  const [text, setText] = useState(value)
  /** What was left or entered and is not a date: named at once, here, wherever the field is. */
  const [refused, setRefused] = useState<string | null>(null)
  const calendar = useRef<HTMLInputElement>(null)
  useEffect(() => setText(value), [value])
  const take = (typed: string) => {
    const date = from ? typedDate(typed, from) : null
    setText(date ?? typed)
    setRefused(date === null && typed.trim() !== '' ? typed : null)
    onChange(date ?? typed)
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      const now = isBusinessDate(text) ? text : from
      if (now) take(isBusinessDate(text) ? (dayFrom(now, step) ?? now) : now)
      return
    }
    if (event.key === 'Enter' && text !== value) {
      // The first Enter says which day was meant, so that nobody saves `+3` unseen
      event.preventDefault()
      event.stopPropagation()
      return take(text)
    }
    onKeyDown?.(event)
  }
  const said = control.status === 'error'
  const wrong = refused !== null && refused === text
  return (
    <>
      <Input
        {...control}
        {...(wrong ? { status: 'error' as const, 'aria-invalid': true } : {})}
        ref={ref}
        value={text}
        inputMode="numeric"
        autoComplete="off"
        placeholder={placeholder}
        onChange={(event) => {
          setText(event.target.value)
          // A whole day counts at once, so that its effect is shown while one types
          if (isBusinessDate(event.target.value) || event.target.value === '') onChange(event.target.value)
        }}
        onFocus={(event) => event.target.select()}
        onBlur={() => text !== value && take(text)}
        onKeyDown={press}
        suffix={
          <span className="k-date-tools">
            {isBusinessDate(text) && <span>{formatWeekday(text, locale)}</span>}
            <button
              type="button"
              tabIndex={-1}
              aria-label={t('common.calendar')}
              disabled={control.disabled}
              onClick={() => calendar.current?.showPicker()}
            >
              <CalendarIcon />
            </button>
            <input
              ref={calendar}
              type="date"
              tabIndex={-1}
              aria-hidden
              value={isBusinessDate(text) ? text : ''}
              onChange={(event) => take(event.target.value)}
            />
          </span>
        }
      />
      {wrong && !said && (
        <span className="k-trouble-line" role="alert">
          {t('invalid.date')}
        </span>
      )}
    </>
  )
}
