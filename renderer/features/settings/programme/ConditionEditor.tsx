import { Input, Select } from 'antd'
import { Fragment } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { CloseIcon } from '#renderer/ui/icons.tsx'
import { MoneyField } from '#renderer/ui/MoneyField.tsx'
import { type Counter, counters } from '#shared/domain/loyalty/programme.ts'
import {
  type ConditionForm,
  freeCounter,
  type Item,
  regrouped,
  withChanged,
  withItem,
  withoutItem,
} from './condition-form.ts'

type Props = {
  /** What it is the condition of, for those who do not see the line. */
  label: string
  form: ConditionForm
  onChange: (form: ConditionForm) => void
  wrong: string | undefined
}

/** Thresholds joined by “and” and “or”, read from left to right as a sentence. */
export function ConditionEditor({ label, form, onChange, wrong }: Props) {
  const { t } = useWords()
  const { inner } = form
  const outer = inner === 'or' ? 'and' : 'or'
  const whole = regrouped(form)
  const many = form.groups.length > 1
  const add = (to: ConditionForm, group: number | null) =>
    onChange(withItem(to, group, { counter: freeCounter(form), text: '' }))
  const only = form.groups.length === 1 && form.groups[0]?.length === 1
  return (
    <div role="group" aria-label={label}>
      <div className="s-condition">
        {form.groups.map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: thresholds have no name but their place
          <Fragment key={at}>
            {at > 0 && <span className="s-word">{t(`settings.programme.${outer}`)}</span>}
            <span className={many && group.length > 1 ? 's-group s-group-many' : 's-group'}>
              {group.map((item, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <Fragment key={place}>
                  {place > 0 && <span className="s-word">{t(`settings.programme.${inner}`)}</span>}
                  <Threshold
                    label={label}
                    item={item}
                    wrong={wrong !== undefined}
                    onChange={(patch) => onChange(withChanged(form, at, place, patch))}
                    {...(only ? {} : { onRemove: () => onChange(withoutItem(form, at, place)) })}
                  />
                </Fragment>
              ))}
              <button type="button" className="k-tool" onClick={() => add(form, at)}>
                {t(inner === 'or' ? 'settings.programme.addOr' : 'settings.programme.addAnd')}
              </button>
            </span>
          </Fragment>
        ))}
        <button type="button" className="k-tool" onClick={() => add(form, null)}>
          {t(outer === 'or' ? 'settings.programme.addOr' : 'settings.programme.addAnd')}
        </button>
        {whole && (
          <button type="button" className="k-tool" onClick={() => add(whole, null)}>
            ( … ) {t(inner === 'or' ? 'settings.programme.addOr' : 'settings.programme.addAnd')}
          </button>
        )}
      </div>
      {wrong && (
        <p className="k-trouble-line" role="alert">
          {wrong}
        </p>
      )}
    </div>
  )
}

type ThresholdProps = {
  label: string
  item: Item
  wrong: boolean
  onChange: (patch: Partial<Item>) => void
  onRemove?: () => void
}

function Threshold({ label, item, wrong, onChange, onRemove }: ThresholdProps) {
  const { t } = useWords()
  const { currency } = useHotel()
  const field = {
    'aria-label': `${label}: ${t('settings.programme.threshold')}`,
    'aria-invalid': wrong,
    ...(wrong ? { status: 'error' as const } : {}),
    value: item.text,
  }
  return (
    <span className="s-item">
      {item.counter === 'spend' ? (
        <MoneyField
          {...field}
          className="s-figures s-spend"
          suffix={currency}
          onChange={(text) => onChange({ text })}
        />
      ) : (
        <Input
          {...field}
          className="s-figures"
          inputMode="decimal"
          autoComplete="off"
          onChange={(event) => onChange({ text: event.target.value })}
        />
      )}
      <Select
        aria-label={`${label}: ${t('settings.programme.counterOf')}`}
        popupMatchSelectWidth={false}
        value={item.counter}
        options={counters.map((counter) => ({
          value: counter,
          label: t(`settings.programme.counter.${counter}`),
        }))}
        onSelect={(counter: Counter) => onChange({ counter })}
      />
      {onRemove && (
        <button
          type="button"
          className="s-mini"
          aria-label={`${label}: ${t('settings.programme.removeCondition')}`}
          onClick={onRemove}
        >
          <CloseIcon />
        </button>
      )}
    </span>
  )
}
