import { Input, Select } from 'antd'
import { useState } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { consentChannels } from '#shared/domain/guest/choices.ts'
import { preferenceGroups, preferenceRules } from '#shared/domain/guest/preferences.ts'
import { factUnit } from '#shared/domain/insight/segments/check.ts'
import type { Condition, ConditionOf } from '#shared/domain/insight/segments/rule.ts'
import { requestKinds } from '#shared/domain/request/request.ts'
import { type RuleNames, valueText } from '#shared/i18n/segment-text.ts'
import { SpanFields } from './SpanFields.tsx'
import type { TermsView } from './subjects.ts'
import { amountToText, textToAmount } from './typed-amount.ts'

type Props<C extends Condition = Condition> = {
  condition: C
  terms: TermsView
  names: RuleNames
  onChange: (condition: Condition) => void
}

/** What is asked of the subject: bounds, days, values. */
export function ConditionFields(props: Props) {
  const { condition, onChange } = props
  switch (condition.kind) {
    case 'amount':
      return <AmountFields {...props} condition={condition} />
    case 'date':
      return <SpanFields span={condition} onChange={(span) => onChange({ ...condition, ...span })} />
    case 'came':
      return <CameFields {...props} condition={condition} />
    case 'known':
      return <KnownText />
    default:
      return <ValuesField {...props} condition={condition} />
  }
}

function KnownText() {
  const { t } = useWords()
  return <span className="k-quiet">{t('segment.is.known')}</span>
}

function AmountFields({ condition, onChange }: Props<ConditionOf<'amount'>>) {
  const { t } = useWords()
  const { currency } = useHotel()
  const unit = factUnit(condition.fact) ?? 'times'
  const field = (side: 'from' | 'to') => (
    <AmountField
      key={`${condition.fact} ${side}`}
      label={t(side === 'from' ? 'segment.field.atLeast' : 'segment.field.atMost')}
      value={amountToText(condition.fact, condition[side], currency)}
      onChange={(text) => onChange({ ...condition, [side]: textToAmount(condition.fact, text, currency) })}
    />
  )
  return (
    <span className="sg-fields">
      {field('from')}
      {field('to')}
      <span className="k-quiet">
        {t(`segment.unitName.${unit}` as 'segment.unitName.days', { currency })}
      </span>
    </span>
  )
}

type AmountFieldProps = { label: string; value: string; onChange: (text: string) => void }

/** What is typed stays as it is typed while it means the bound that is set: `1,200.` and `1200` are one. */
function AmountField({ label, value, onChange }: AmountFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const wrong = typed !== null && value === 'NaN'
  return (
    <span className="sg-amount">
      <span aria-hidden>{label}</span>
      <Input
        aria-label={label}
        value={typed ?? value}
        inputMode="decimal"
        autoComplete="off"
        {...(wrong ? { status: 'error' as const, 'aria-invalid': true } : {})}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(event.target.value)
        }}
        onFocus={(event) => event.target.select()}
        onBlur={() => !wrong && setTyped(null)}
      />
    </span>
  )
}

function CameFields({ condition, onChange }: Props<ConditionOf<'came'>>) {
  const { t } = useWords()
  return (
    <span className="sg-fields">
      <SpanFields span={condition} onChange={(span) => onChange({ ...condition, ...span })} />
      <AmountField
        label={t('segment.field.bookings')}
        value={String(condition.least)}
        onChange={(text) => {
          const least = Math.trunc(Number(text.trim()))
          if (least >= 1 && least <= 1_000) onChange({ ...condition, least })
        }}
      />
    </span>
  )
}

type WithValues = Extract<Condition, { values: unknown }>

function ValuesField({ condition, terms, names, onChange }: Props<WithValues>) {
  const { t } = useWords()
  const offered = valuesOf(condition, terms)
  const known = new Set(offered)
  // What is gone stays to be seen, and to be taken out
  const all = [...offered, ...condition.values.filter((value) => !known.has(value))]
  return (
    <Select
      mode={isFree(condition) ? 'tags' : 'multiple'}
      className="sg-values"
      aria-label={t('segment.field.values')}
      placeholder={t('segment.field.values')}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }}
      value={[...condition.values]}
      onChange={(values: string[]) => onChange({ ...condition, values } as Condition)}
      options={all.map((value) => ({ value, label: valueText(condition, value, names) }))}
    />
  )
}

/** Any nationality or language may be asked for, in use or not. */
function isFree(condition: WithValues): boolean {
  return condition.kind === 'word' && condition.fact === 'language'
}

function valuesOf(condition: WithValues, terms: TermsView): readonly string[] {
  switch (condition.kind) {
    case 'tag':
      return terms.tags
    case 'request':
      return requestKinds
    case 'consent':
      return consentChannels
    case 'class':
      return (terms.classes[condition.of] ?? []).map(({ value }) => value)
    case 'word':
      return (terms.words[condition.fact] ?? []).map(({ value }) => value)
    case 'preference':
      return [
        ...preferenceGroups.flatMap((group) => [
          `${group}:`,
          ...preferenceRules[group].values.map((value) => `${group}:${value}`),
        ]),
        ...terms.preferences,
      ]
  }
}
