import { Select } from 'antd'
import type { RefObject } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { codeWords } from '#renderer/parts/guest/words.ts'
import { DayChoice } from '#renderer/parts/report/DayChoice.tsx'
import { MomentChoice } from '#renderer/parts/report/MomentChoice.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import {
  type ParameterSpec,
  type Parameters,
  periodWords,
  type ReportName,
  specOf,
} from '#shared/domain/report/catalogue.ts'
import { choiceText, orderText } from '#shared/i18n/report-facts.ts'
import { addMonths, isBusinessDate, yearOf } from '#shared/values/business-date.ts'
import { AsOfChoice } from './AsOfChoice.tsx'
import { parameterActs } from './acts.ts'
import { FilterChoices } from './FilterChoices.tsx'
import { Labelled } from './Labelled.tsx'

type Props = {
  report: ReportName
  /** As the address has them. */
  chosen: Parameters
  /** As the report took them: what was left out is filled in. */
  taken: Parameters
  /** Absent in a form, which asks for no moment and has no keys of the screen. */
  asOf?: string
  onChange: (patch: Parameters) => void
  /** Of the bar, to go to its first field. */
  barRef?: RefObject<HTMLDivElement | null>
}

/** What a report is asked for, drawn from what the catalogue says of it. */
export function ParameterBar({ report, chosen, taken, asOf, onChange, barRef }: Props) {
  const { t } = useWords()
  const label = useLabel()
  const { parameters } = specOf(report)
  const filters = parameters.flatMap((spec) => (spec.kind === 'filter' ? [spec.name] : []))
  return (
    <div ref={barRef} className="rp-bar" role="group" aria-label={t('reportScreen.parameters')}>
      {parameters.map((spec) => (
        <Parameter
          key={spec.kind === 'period' ? 'period' : spec.name}
          spec={spec}
          chosen={chosen}
          taken={taken}
          onChange={onChange}
          inForm={asOf === undefined}
        />
      ))}
      {filters.length > 0 && (
        <FilterChoices
          names={filters}
          label={label}
          valuesOf={(name) => (chosen[name] ? [chosen[name]] : [])}
          onChange={(name, [value = '']) => onChange({ [name]: value })}
        />
      )}
      {asOf !== undefined && <AsOfChoice value={asOf} onChoose={(value) => onChange({ asOf: value })} />}
    </div>
  )
}

/** Everything that was chosen, and the moment, let go. */
export function without(chosen: Parameters): Parameters {
  return { ...Object.fromEntries(Object.keys(chosen).map((name) => [name, ''])), asOf: '' }
}

type OneProps = Rest & { spec: ParameterSpec; inForm: boolean }

function Parameter({ spec, inForm, ...rest }: OneProps) {
  switch (spec.kind) {
    case 'period':
      return <PeriodChoice usual={spec.usual} inForm={inForm} {...rest} />
    case 'date':
      return <DateChoice name={spec.name} inForm={inForm} {...rest} />
    case 'moment':
      return <SinceChoice name={spec.name} usual={spec.usual} {...rest} />
    case 'choice':
      return <Choice spec={spec} {...rest} />
    case 'year':
      return <YearChoice name={spec.name} {...rest} />
    case 'order':
      return <OrderChoice {...rest} />
    case 'filter':
      return null
  }
}

function useLabel(): (name: string) => string {
  const { t } = useWords()
  return (name) => codeWords('report.parameter', name, t)
}

type Rest = Pick<Props, 'chosen' | 'taken' | 'onChange'>

/** A word for the dates, and the dates themselves: typing one of them leaves the word. */
export function PeriodChoice({
  usual,
  inForm = false,
  chosen,
  taken,
  onChange,
}: Rest & { usual: string; inForm?: boolean }) {
  const { t } = useWords()
  const label = useLabel()
  const isTyped = Boolean(chosen.from || chosen.to)
  const kind = usual.startsWith('next') ? 'day' : 'past'
  const dates = { from: chosen.from || taken.from || '', to: chosen.to || taken.to || '' }
  const words = periodWords.map((word) => ({ value: word as string, label: t(`report.period.${word}`) }))
  return (
    <>
      <Labelled
        label={
          <>
            {label('period')} {!inForm && <KeyHint keys={parameterActs.parameters.key} />}
          </>
        }
      >
        {(id) => (
          <Select
            id={id}
            aria-label={label('period')}
            className="rp-choice"
            popupMatchSelectWidth={false}
            showSearch={{ optionFilterProp: 'label' }}
            value={isTyped ? 'dates' : chosen.period || usual}
            options={isTyped ? [...words, { value: 'dates', label: t('reportScreen.dates') }] : words}
            onChange={(word: string) =>
              word !== 'dates' && onChange({ period: word === usual ? '' : word, from: '', to: '' })
            }
          />
        )}
      </Labelled>
      {(['from', 'to'] as const).map((name) => (
        <Labelled key={name} label={label(name)}>
          {() => (
            <DayChoice
              label={label(name)}
              kind={kind}
              value={dates[name]}
              onChoose={(day) => onChange({ ...dates, period: '', [name]: day })}
            />
          )}
        </Labelled>
      ))}
    </>
  )
}

/** A date; in a form, where it is to be so each time, also the word that moves on with the business date. */
function DateChoice({ name, inForm, chosen, taken, onChange }: Rest & { name: string; inForm: boolean }) {
  const { t } = useWords()
  const label = useLabel()
  const day = taken[name] || ''
  const way = isBusinessDate(chosen[name]) ? 'day' : chosen[name] || 'today'
  const choose = (word: string) => onChange({ [name]: word === 'day' ? day : word === 'today' ? '' : word })
  return (
    <>
      {inForm && (
        <Labelled label={label(name)}>
          {(id) => (
            <Select
              id={id}
              aria-label={label(name)}
              className="rp-choice"
              popupMatchSelectWidth={false}
              value={way}
              options={[
                { value: 'today', label: t('report.period.today') },
                { value: 'yesterday', label: t('report.period.yesterday') },
                { value: 'day', label: t('reportScreen.oneDate') },
              ]}
              onChange={choose}
            />
          )}
        </Labelled>
      )}
      {(way === 'day' || !inForm) && (
        <Labelled label={inForm ? t('reportScreen.oneDate') : label(name)}>
          {() => (
            <DayChoice
              label={label(name)}
              kind="past"
              value={day}
              onChoose={(next) => onChange({ [name]: next })}
            />
          )}
        </Labelled>
      )}
    </>
  )
}

function SinceChoice({ name, usual, chosen, onChange }: Rest & { name: string; usual: string }) {
  const { t } = useWords()
  const label = useLabel()
  return (
    <Labelled label={label(name)}>
      {(id) => (
        <MomentChoice
          id={id}
          label={label(name)}
          value={chosen[name] || usual}
          words={[
            { value: usual, label: t('report.period.yesterday') },
            { value: 'week-ago', label: t('report.choice.since.week-ago') },
          ]}
          onChoose={(value) => onChange({ [name]: value === usual ? '' : value })}
        />
      )}
    </Labelled>
  )
}

type ChoiceSpec = Extract<ParameterSpec, { kind: 'choice' }>

function Choice({ spec, chosen, taken, onChange }: Rest & { spec: ChoiceSpec }) {
  const { t, language } = useWords()
  const label = useLabel()
  const { name, choices, usual = choices[0] ?? '' } = spec
  const value = chosen[name] || usual
  const options = choices.map((choice) => ({ value: choice, label: choiceText(name, choice, { language }) }))
  const dates = datesOf(value)
  const choose = (choice: string) => {
    if (choice === 'dates') onChange({ [name]: yearBefore(taken) })
    else onChange({ [name]: choice === usual ? '' : choice })
  }
  return (
    <>
      <Labelled label={label(name)}>
        {(id) => (
          <Select
            id={id}
            aria-label={label(name)}
            className="rp-choice"
            popupMatchSelectWidth={false}
            showSearch={choices.length > 6 ? { optionFilterProp: 'label' } : false}
            value={dates ? 'dates' : value}
            options={
              spec.orPeriod ? [...options, { value: 'dates', label: t('reportScreen.dates') }] : options
            }
            onChange={choose}
          />
        )}
      </Labelled>
      {dates &&
        (['from', 'to'] as const).map((end) => (
          <Labelled key={end} label={label(end)}>
            {() => (
              <DayChoice
                label={`${label(name)}: ${label(end)}`}
                kind="past"
                value={dates[end]}
                onChoose={(day) => onChange({ [name]: rangeText({ ...dates, [end]: day }) })}
              />
            )}
          </Labelled>
        ))}
    </>
  )
}

type Dates = { from: string; to: string }

/** Two dates of a parameter, `2024-10-01..2024-10-31`; null for a word. */
function datesOf(value: string): Dates | null {
  const [from, to] = value.split('..', 2)
  return from !== undefined && to !== undefined ? { from, to } : null
}

function rangeText({ from, to }: Dates): string {
  return `${from}..${to}`
}

/** The dates that a report is about, a year before. */
function yearBefore({ from = '', to = '' }: Parameters): string {
  const before = (day: string) => (isBusinessDate(day) ? addMonths(day, -12) : day)
  return rangeText({ from: before(from), to: before(to) })
}

function YearChoice({ name, chosen, taken, onChange }: Rest & { name: string }) {
  const { businessDate } = useHotel()
  const label = useLabel()
  const here = yearOf(businessDate)
  const value = chosen[name] || taken[name] || String(here)
  const years = [...new Set([here + 1, here, here - 1, here - 2, here - 3, Number(value)])].toSorted(
    (a, b) => b - a,
  )
  return (
    <Labelled label={label(name)}>
      {(id) => (
        <Select
          id={id}
          aria-label={label(name)}
          className="rp-choice"
          value={value}
          options={years.map((year) => ({ value: String(year), label: String(year) }))}
          onChange={(year: string) => onChange({ [name]: year === String(here) ? '' : year })}
        />
      )}
    </Labelled>
  )
}

/** An order that a question asked for, to be let go: rows are sorted in the table itself. */
function OrderChoice({ chosen, onChange }: Rest) {
  const { t, language } = useWords()
  const label = useLabel()
  const order = chosen.order
  if (!order) return null
  return (
    <Labelled label={label('order')}>
      {(id) => (
        <button id={id} type="button" className="k-chip" onClick={() => onChange({ order: '' })}>
          {orderText(order, { language })} <span aria-hidden>×</span>
          <span className="k-hidden">{t('reportScreen.letGo')}</span>
        </button>
      )}
    </Labelled>
  )
}
