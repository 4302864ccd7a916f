import { Button } from 'antd'
import { useWords } from '#renderer/base/language.ts'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { fieldName } from '#shared/i18n/index.ts'
import { CheckRow, TextRow } from '../fields.tsx'
import type { WrongAt } from './MoneyDrawer.tsx'
import { ChoiceRow, RowTools } from './money-fields.tsx'
import { basisKinds, newRate, type TypedRate } from './tax-form.ts'

type Props = { rates: TypedRate[]; wrong: WrongAt; set: (rates: TypedRate[]) => void }

/** The rates of a tax, each from a day on. */
export function TaxRates({ rates, wrong, set }: Props) {
  const { t, language } = useWords()
  const put = (at: number, patch: Partial<TypedRate>) =>
    set(rates.map((rate, index) => (index === at ? { ...rate, ...patch } : rate)))
  return (
    <fieldset className="s-terms">
      <legend>{fieldName(['rates'], language)}</legend>
      <ol className="s-money-rows">
        {rates.map((rate, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rate is its place in the list
          <li key={at} className="s-money-rate">
            <Field label={t('chart.head.from')} error={wrong(`terms.rates.${at}.from`)}>
              {(control) => (
                <DateField
                  {...control}
                  placeholder={t('chart.says.always')}
                  value={rate.from}
                  onChange={(from) => put(at, { from })}
                />
              )}
            </Field>
            <ChoiceRow
              label={t('chart.head.basis')}
              value={rate.kind}
              options={basisKinds.map((value) => ({ value, label: t(`chart.basis.${value}`) }))}
              onChange={(kind) => put(at, { kind, figure: '', baseReduction: '', most: '', upper: false })}
            />
            <Figure rate={rate} at={at} wrong={wrong} put={(patch) => put(at, patch)} />
            <RowTools rows={rates} at={at} what={rate.from || t('chart.says.always')} set={set} />
            <More rate={rate} at={at} wrong={wrong} put={(patch) => put(at, patch)} />
          </li>
        ))}
      </ol>
      <Button onClick={() => set([...rates, { ...newRate, kind: rates.at(-1)?.kind ?? 'percent' }])}>
        {t('chart.addRate')}
      </Button>
      <p className={wrong('terms.rates') ? 'k-trouble-line' : 'k-field-hint'}>
        {wrong('terms.rates') ?? t('chart.hint.ratesFrom')}
      </p>
    </fieldset>
  )
}

type RateProps = { rate: TypedRate; at: number; wrong: WrongAt; put: (patch: Partial<TypedRate>) => void }

function Figure({ rate, at, wrong, put }: RateProps) {
  const { language } = useWords()
  if (rate.kind === 'steps') return <span />
  const percent = rate.kind === 'percent' || rate.kind === 'percent-per-person'
  return (
    <TextRow
      label={percent ? '%' : fieldName(['amountMinor'], language)}
      value={rate.figure}
      onChange={(figure) => put({ figure })}
      error={wrong(`terms.rates.${at}.basis`, true)}
      {...(percent ? { figures: true } : { money: true })}
    />
  )
}

/** What a rate may have beside its figure. */
function More(props: RateProps) {
  const { language } = useWords()
  const { rate, at, wrong, put } = props
  if (rate.kind === 'steps') return <Steps {...props} />
  if (rate.kind === 'percent')
    return (
      <div className="s-money-steps">
        <TextRow
          label={fieldName(['baseReduction'], language)}
          value={rate.baseReduction}
          onChange={(baseReduction) => put({ baseReduction })}
          error={wrong(`terms.rates.${at}.basis.baseReduction`)}
          figures
        />
      </div>
    )
  if (rate.kind !== 'percent-per-person') return null
  return (
    <div className="s-money-steps">
      <TextRow
        label={fieldName(['maxMinor'], language)}
        value={rate.most}
        onChange={(most) => put({ most })}
        error={wrong(`terms.rates.${at}.basis.maxMinor`)}
        money
      />
    </div>
  )
}

function Steps({ rate, at, wrong, put }: RateProps) {
  const { t, language } = useWords()
  const set = (steps: TypedRate['steps']) => put({ steps })
  const change = (index: number, patch: Partial<TypedRate['steps'][number]>) =>
    set(rate.steps.map((step, one) => (one === index ? { ...step, ...patch } : step)))
  return (
    <div className="s-money-steps">
      {rate.steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the list
        <div key={index} className="s-money-part">
          <TextRow
            label={fieldName(['upToMinor'], language)}
            value={step.upTo}
            onChange={(upTo) => change(index, { upTo })}
            error={wrong(`terms.rates.${at}.basis.steps.${index}.upToMinor`)}
            money
          />
          <TextRow
            label={fieldName(['amountMinor'], language)}
            value={step.amount}
            onChange={(text) => change(index, { amount: text })}
            error={wrong(`terms.rates.${at}.basis.steps.${index}.amountMinor`)}
            money
          />
          <RowTools rows={rate.steps} at={index} what={String(index + 1)} set={set} />
        </div>
      ))}
      <Button size="small" onClick={() => set([...rate.steps, { upTo: '', amount: '' }])}>
        {t('chart.addStep')}
      </Button>
      <CheckRow
        label={fieldName(['edge'], language)}
        checked={rate.upper}
        onChange={(upper) => put({ upper })}
      />
      {wrong(`terms.rates.${at}.basis.steps`) && (
        <p className="k-trouble-line">{wrong(`terms.rates.${at}.basis.steps`)}</p>
      )}
    </div>
  )
}
