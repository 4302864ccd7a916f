import { Checkbox, Select } from 'antd'
import type { RefObject } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { setQuery } from '#renderer/base/route/route.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { bases, type Parameters } from '#shared/domain/report/catalogue.ts'
import { type DimensionName, dimensions } from '#shared/domain/report/dimensions.ts'
import {
  type ExploreAsk,
  type ExploreFilter,
  type ExploreMeasure,
  exploreFilters,
  exploreMeasures,
  maxDimensions,
  maxMeasures,
} from '#shared/domain/report/explore/ask.ts'
import type { Period } from '#shared/domain/report/period.ts'
import { headingText } from '#shared/i18n/explore-text.ts'
import { choiceText } from '#shared/i18n/report-facts.ts'
import { addDays } from '#shared/values/business-date.ts'
import { AsOfChoice } from '../AsOfChoice.tsx'
import { FilterChoices } from '../FilterChoices.tsx'
import { Labelled } from '../Labelled.tsx'
import { PeriodChoice } from '../ParameterBar.tsx'
import { exploreActs } from './acts.ts'

type Props = {
  ask: ExploreAsk
  /** The moment it is looked at from; empty for now. */
  asOf: string
  /** The dates that its period is of, once it was worked out. */
  taken: Period | null
  fieldsRef: RefObject<HTMLDivElement | null>
  onChange: (ask: ExploreAsk) => void
  onSwap: () => void
}

/** What a pivot is made of. Every field is chosen in by typing; Backspace takes the last one out. */
export function ExploreFields({ ask, asOf, taken, fieldsRef, onChange, onSwap }: Props) {
  const { t } = useWords()
  const patch = (more: Partial<ExploreAsk>) => onChange({ ...ask, ...more })
  const dates: Parameters = taken ? { from: taken.from, to: addDays(taken.to, -1) } : {}
  return (
    <div ref={fieldsRef} className="rp-bar" role="group" aria-label={t('explore.fields')}>
      <PeriodChoice
        usual="month-to-date"
        chosen={ask.period}
        taken={dates}
        onChange={(period) => patch({ period: periodOf(ask.period, period) })}
      />
      <DimensionChoice side="rows" ask={ask} onChange={patch} />
      <DimensionChoice side="columns" ask={ask} onChange={patch} />
      <button type="button" className="k-tool" aria-label={t('explore.swapWhole')} onClick={onSwap}>
        {t('explore.swap')} <KeyHint keys={exploreActs.swap.key} />
      </button>
      <Filters ask={ask} onChange={patch} />
      <MeasureChoice ask={ask} onChange={patch} />
      <OrderFields ask={ask} onChange={patch} />
      <BasisChoice ask={ask} onChange={patch} />
      <AsOfChoice value={asOf} onChoose={(value) => setQuery({ asOf: value })} />
    </div>
  )
}

type FieldProps = { ask: ExploreAsk; onChange: (patch: Partial<ExploreAsk>) => void }

/** A period without what is empty; the usual word where nothing is left. */
function periodOf(before: Parameters, patch: Parameters): ExploreAsk['period'] {
  const kept = Object.entries({ ...before, ...patch }).filter(([, value]) => value !== '')
  return kept.length > 0 ? Object.fromEntries(kept) : { period: 'month-to-date' }
}

type SideProps = FieldProps & { side: 'rows' | 'columns' }

function DimensionChoice({ side, ask, onChange }: SideProps) {
  const { t, language } = useWords()
  const other = side === 'rows' ? ask.columns : ask.rows
  const left = maxDimensions - other.length
  return (
    <Labelled
      label={
        <>
          {t(`explore.${side}`)} <KeyHint keys={exploreActs[side === 'rows' ? 'fields' : 'columns'].key} />
        </>
      }
    >
      {(id) => (
        <span data-field={side} className="xp-field">
          <Select
            id={id}
            aria-label={t(`explore.${side}`)}
            className="rp-many"
            mode="multiple"
            popupMatchSelectWidth={false}
            placeholder={t('explore.none')}
            maxCount={left}
            maxTagCount="responsive"
            showSearch={{ optionFilterProp: 'label' }}
            value={[...ask[side]]}
            options={dimensions
              .filter((name) => !other.includes(name))
              .map((name) => ({ value: name, label: headingText(name, language) }))}
            onChange={(chosen: DimensionName[]) => onChange({ [side]: chosen })}
          />
        </span>
      )}
    </Labelled>
  )
}

function MeasureChoice({ ask, onChange }: FieldProps) {
  const { t, language } = useWords()
  const choose = (measures: ExploreMeasure[]) => {
    const isShown = ask.order === null || measures.includes(ask.order.column)
    onChange({ measures, ...(isShown ? {} : { order: null }) })
  }
  return (
    <Labelled label={t('explore.measures')}>
      {(id) => (
        <Select
          id={id}
          aria-label={t('explore.measures')}
          className="rp-many xp-figures"
          mode="multiple"
          popupMatchSelectWidth={false}
          maxCount={maxMeasures}
          maxTagCount="responsive"
          showSearch={{ optionFilterProp: 'label' }}
          value={[...ask.measures]}
          options={exploreMeasures.map((name) => ({ value: name, label: headingText(name, language) }))}
          onChange={choose}
        />
      )}
    </Labelled>
  )
}

function Filters({ ask, onChange }: FieldProps) {
  const { language } = useWords()
  const choose = (dimension: ExploreFilter, values: string[]) => {
    const others = ask.filters.filter((one) => one.dimension !== dimension)
    onChange({ filters: values.length > 0 ? [...others, { dimension, values }] : others })
  }
  return (
    <FilterChoices
      many
      names={exploreFilters}
      label={(name) => headingText(name, language)}
      valuesOf={(name) => ask.filters.find(({ dimension }) => dimension === name)?.values ?? []}
      onChange={choose}
    />
  )
}

const groupCounts = [5, 10, 20, 50, 100] as const

/** How rows are ordered, how many groups of them are kept, and whether groups have totals. */
function OrderFields({ ask, onChange }: FieldProps) {
  const { t, language } = useWords()
  const { order } = ask
  const options = ask.measures.flatMap((measure) =>
    (['most', 'least'] as const).map((direction) => ({
      value: `${measure}:${direction}`,
      label: t(`explore.${direction}`, { measure: headingText(measure, language) }),
    })),
  )
  const choose = (value: string) => {
    const [column, direction] = value.split(':', 2) as [ExploreMeasure, 'most' | 'least']
    onChange({ order: value === '' ? null : { column, direction, rows: order?.rows ?? null } })
  }
  return (
    <>
      <Labelled label={t('explore.order')}>
        {(id) => (
          <Select
            id={id}
            aria-label={t('explore.order')}
            className="rp-choice"
            popupMatchSelectWidth={false}
            value={order ? `${order.column}:${order.direction}` : ''}
            options={[{ value: '', label: t('explore.orderUsual') }, ...options]}
            onChange={choose}
          />
        )}
      </Labelled>
      {order && (
        <Labelled label={t('explore.first')}>
          {(id) => (
            <Select
              id={id}
              aria-label={t('explore.first')}
              className="xp-count"
              value={order.rows ?? 0}
              options={[
                { value: 0, label: t('explore.all') },
                ...groupCounts.map((count) => ({ value: count, label: String(count) })),
              ]}
              onChange={(rows: number) => onChange({ order: { ...order, rows: rows || null } })}
            />
          )}
        </Labelled>
      )}
      <Labelled label={t('explore.totals')}>
        {(id) => (
          <Checkbox
            id={id}
            checked={ask.totals}
            onChange={(event) => onChange({ totals: event.target.checked })}
          />
        )}
      </Labelled>
    </>
  )
}

function BasisChoice({ ask, onChange }: FieldProps) {
  const { t, language } = useWords()
  return (
    <Labelled label={t('report.parameter.basis')}>
      {(id) => (
        <Select
          id={id}
          aria-label={t('report.parameter.basis')}
          className="rp-choice"
          popupMatchSelectWidth={false}
          value={ask.basis}
          options={bases.map((value) => ({ value, label: choiceText('basis', value, { language }) }))}
          onChange={(basis: ExploreAsk['basis']) => onChange({ basis })}
        />
      )}
    </Labelled>
  )
}
