import { Input } from 'antd'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { clockText } from '#renderer/parts/request/clock-text.ts'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { MoneyField } from '#renderer/ui/MoneyField.tsx'
import { type TypedArrival, wrongArrival } from './typed-arrival.ts'

type Props = {
  typed: TypedArrival
  set: (patch: Partial<TypedArrival>) => void
  /** A guaranteed booking is held all night: it has no time. */
  guarantee: string
  autoFocus?: keyof TypedArrival | undefined
}

/** When the guest comes, until when it is held, the deposit that is asked for and by when. */
export function ArrivalFields({ typed, set, guarantee, autoFocus }: Props) {
  const { t } = useWords()
  const { currency } = useHotel()
  const wrong = wrongArrival(typed, currency)
  const wrongText = (field: keyof TypedArrival) => (wrong[field] ? t(wrong[field]) : undefined)
  const time = (field: 'expectedTime' | 'holdUntil', hint?: string) => (
    <Field
      label={t(field === 'expectedTime' ? 'arrival.expected' : 'arrival.held')}
      hint={hint}
      error={wrongText(field)}
    >
      {(control) => (
        <Input
          {...control}
          autoFocus={autoFocus === field}
          inputMode="numeric"
          autoComplete="off"
          placeholder="18:00"
          value={typed[field]}
          onChange={(event) => set({ [field]: event.target.value })}
          onFocus={(event) => event.target.select()}
          onBlur={() => set({ [field]: clockText(typed[field]) })}
        />
      )}
    </Field>
  )
  return (
    <>
      <div className="k-field-row">
        {time('expectedTime')}
        {guarantee === 'none' && time('holdUntil', t('arrival.holdHint'))}
      </div>
      <div className="k-field-row">
        <Field label={t('field.name.depositMinor')} error={wrongText('deposit')}>
          {(control) => (
            <MoneyField
              {...control}
              autoFocus={autoFocus === 'deposit'}
              value={typed.deposit}
              onChange={(deposit) => set({ deposit })}
            />
          )}
        </Field>
        <Field label={t('field.name.depositDueOn')} error={wrongText('depositDueOn')}>
          {(control) => (
            <DateField
              {...control}
              disabled={typed.deposit.trim() === ''}
              value={typed.depositDueOn}
              onChange={(depositDueOn) => set({ depositDueOn })}
            />
          )}
        </Field>
      </div>
    </>
  )
}
