import { Input } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { isComposing } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { isBusinessDate } from '#shared/values/index.ts'
import { FactLabel } from './confirmation/FactLabel.tsx'
import {
  leavesBeforeArriving,
  nightsOfStay,
  nightsWrong,
  type StayText,
  withArrival,
  withNights,
} from './stay-dates.ts'

type Props = {
  stay: StayText
  onChange: (stay: StayText) => void
  errors?: { arrival?: string | undefined; departure?: string | undefined }
  /** The guest is here: the day of arrival is fixed. */
  arrivalFixed?: boolean
  autoFocus?: 'arrival' | 'departure'
}

/** Arrival, nights and departure, each typed as one likes; they stay in step. */
export function StayFields({ stay, onChange, errors = {}, arrivalFixed = false, autoFocus }: Props) {
  const { t } = useWords()
  const nights = nightsOfStay(stay)
  // The arrival that is half typed is no date: the stay is as long afterwards as it was before
  const before = useRef(nights)
  if (nights !== null) before.current = nights
  const early = leavesBeforeArriving(stay) ? t('refusal.DEPARTURE_BEFORE_ARRIVAL') : undefined
  return (
    <div className="k-bk-stay-fields">
      <Field
        label={<FactLabel of="arrival">{t('booking.field.arrival')}</FactLabel>}
        hint={t('common.dateHint.day')}
        error={errors.arrival}
      >
        {(control) => (
          <DateField
            {...control}
            value={stay.arrival}
            disabled={arrivalFixed}
            autoFocus={autoFocus === 'arrival'}
            onChange={(arrival) => onChange(withArrival(stay, arrival, before.current))}
          />
        )}
      </Field>
      <NightsField nights={nights} onType={(text) => onChange(withNights(stay, text))} />
      <Field
        label={<FactLabel of="departure">{t('booking.field.departure')}</FactLabel>}
        hint={t('common.dateHint.departure')}
        error={early ?? errors.departure}
      >
        {(control) => (
          <DateField
            {...control}
            kind="departure"
            value={stay.departure}
            autoFocus={autoFocus === 'departure'}
            {...(isBusinessDate(stay.arrival) ? { base: stay.arrival } : {})}
            onChange={(departure) => onChange({ ...stay, departure })}
          />
        )}
      </Field>
    </div>
  )
}

/** A small whole number that arrow keys move too. What is none stays in the field and is named; nothing is saved by it. */
function NightsField({ nights, onType }: { nights: number | null; onType: (text: string) => void }) {
  const { t } = useWords()
  const [text, setText] = useState(nights === null ? '' : String(nights))
  useEffect(() => {
    setText(nights === null ? '' : String(nights))
  }, [nights])
  const wrong = nightsWrong(text)
  const type = (next: string) => {
    setText(next)
    onType(next)
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Enter' && wrong) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    type(String(Math.max(0, (nights ?? 0) + step)))
  }
  return (
    <Field label={t('booking.field.nights')} error={wrong ? t('booking.field.nightsWrong') : undefined}>
      {(control) => (
        <Input
          {...control}
          className="k-num"
          inputMode="numeric"
          autoComplete="off"
          value={text}
          onFocus={(event) => event.target.select()}
          onChange={(event) => type(event.target.value)}
          onBlur={() => !wrong && setText(nights === null ? '' : String(nights))}
          onKeyDown={press}
        />
      )}
    </Field>
  )
}
