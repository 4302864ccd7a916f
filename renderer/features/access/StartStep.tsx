import { useWords } from '#renderer/base/language.ts'
import type { StepProps } from './HotelStep.tsx'

const starts = ['empty', 'demo', 'import'] as const

/** What the hotel begins with: nothing, a demo to learn on, or another system's bookings. */
export function StartStep({ answers, change }: StepProps) {
  const { t } = useWords()
  return (
    <fieldset className="k-starts">
      <legend className="k-hidden">{t('access.setup.startStep')}</legend>
      {starts.map((start) => (
        <label key={start} className="k-start">
          <input
            type="radio"
            name="start"
            // biome-ignore lint/a11y/noAutofocus: the step's one choice
            autoFocus={answers.start === start}
            checked={answers.start === start}
            onChange={() => change({ start })}
          />
          <span>
            <b>{t(`access.setup.${start}`)}</b>
            <span className="k-quiet">{t(`access.setup.${start}Text`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
