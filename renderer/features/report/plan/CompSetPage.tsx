import './plan.css'
import { Input, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { formatMoney, formatNumber } from '#renderer/ui/format.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { type CompSetImage, isDay, type SetFigures } from '#shared/domain/report/comp-set.ts'
import { moneyPer, ratioOf } from '#shared/domain/report/measures.ts'
import { shareText } from '#shared/i18n/figure-text.ts'
import { moneyShown } from './budget-form.ts'
import {
  daysOf,
  figureOf,
  hasDays,
  monthFigures,
  monthsOf,
  readTyped,
  type SetMeasure,
  setMeasures,
  sumOf,
  type TypedSet,
  typedOf,
} from './comp-set-form.ts'
import { Grid, type GridColumn, type GridRow } from './Grid.tsx'
import { monthName } from './months.ts'
import { PlanPane } from './PlanPane.tsx'
import { useYear, YearChoice } from './YearChoice.tsx'

type Stored = OutputOf<'compSet.get'>

/** What the hotels around sold, typed by month or by the days of one. */
export function Section() {
  const { t } = useWords()
  const [year, setYear] = useYear()
  const set = useQuery('compSet.get', { year })
  if (set.failed && !set.data)
    return <Trouble failed={set.failed} operation="compSet.get" onRetry={set.retry} />
  if (!set.data)
    return (
      <Pane title={t('compSet.title')} tools={<YearChoice year={year} onChoose={setYear} />}>
        <RowSkeleton />
      </Pane>
    )
  return <Editor key={year} stored={set.data} onYear={setYear} />
}

function Editor({ stored, onYear }: { stored: Stored; onYear: (year: number) => void }) {
  const { t, language, locale } = useWords()
  const { currency } = useHotel()
  const { year, version } = stored
  const form = useVersionedEdit<TypedSet>(`comp-set:${year}`, typedOf(stored, currency), version, {
    stays: true,
  })
  const save = useCommand('compSet.save')
  const [beyond, setBeyond] = useState(0)
  const [open, setOpen] = useState('')
  const typed = form.value
  const { cells, wrong } = readTyped(typed, currency)
  const columns = useMemo(
    () =>
      open === ''
        ? monthsOf(year).map((month) => ({ key: month, label: monthName(Number(month.slice(5)), language) }))
        : daysOf(open).map((day) => ({ key: day, label: String(Number(day.slice(8))) })),
    [open, year, language],
  )
  const change = (patch: Partial<TypedSet>) => {
    setBeyond(0)
    save.reset()
    form.change(patch)
  }
  const submit = async () => {
    const reply = await form.save((upon) =>
      save.run({ year, version: upon ?? version, hotels: typed.hotels, cells }),
    )
    if (reply.ok) form.settle(reply.output.version)
  }
  return (
    <PlanPane
      title={t('compSet.title')}
      note={version === 0 ? t('compSet.none') : undefined}
      year={year}
      onYear={onYear}
      form={form}
      names={(field) => cellName(field, t)}
      save={save}
      onSave={submit}
      wrong={wrong.size}
      beyond={beyond}
      tools={<ByChoice year={year} open={open} onChoose={setOpen} />}
    >
      <div className="pg-notes">
        <Field label={t('field.name.hotels')} error={save.errors.hotels}>
          {(control) => (
            <Input
              {...control}
              value={typed.hotels}
              onChange={(event) => change({ hotels: event.target.value })}
            />
          )}
        </Field>
        {open === '' && monthsOf(year).some((month) => hasDays(cells, month)) && (
          <p className="k-quiet">{t('compSet.daysTyped')}</p>
        )}
      </div>
      <Grid
        label={t('compSet.grid', { year: String(year) })}
        corner={t('budget.corner', { currency })}
        columns={columns}
        rows={rowsOf({ columns, cells, currency, t, locale })}
        typed={typed as Record<string, string>}
        onType={change}
        wrong={wrong}
        onBeyond={setBeyond}
      />
    </PlanPane>
  )
}

type ByProps = { year: number; open: string; onChoose: (open: string) => void }

/** Months, or the days of one. */
function ByChoice({ year, open, onChoose }: ByProps) {
  const { t, language } = useWords()
  const options = monthsOf(year).map((month) => ({
    value: month,
    label: t('compSet.byDay', { month: monthName(Number(month.slice(5)), language) }),
  }))
  return (
    <Select
      aria-label={t('compSet.by')}
      value={open}
      options={[{ value: '', label: t('compSet.byMonth') }, ...options]}
      onSelect={onChoose}
    />
  )
}

type Asked = {
  columns: readonly GridColumn[]
  cells: CompSetImage['cells']
  currency: string
  t: T
  locale: string
}

/** Three rows to type in, and what comes of them: a month that is typed by day shows its sum there. */
function rowsOf({ columns, cells, currency, t, locale }: Asked): GridRow[] {
  const of = (period: string) => (isDay(period) ? (cells[period] ?? null) : monthFigures(cells, period))
  const total = sumOf(columns.map(({ key }) => of(key)).filter((figures) => figures !== null))
  const text = (measure: SetMeasure, figure: number) =>
    measure === 'revenueMinor' ? moneyShown(figure, currency, locale) : formatNumber(figure, locale)
  const shown = (key: string, label: string, figure: (of: SetFigures) => string): GridRow => ({
    kind: 'shown',
    key,
    label,
    total: total ? figure(total) : '—',
    cells: columns.map((column) => {
      const figures = of(column.key)
      return figures ? figure(figures) : '—'
    }),
  })
  const money = (minor: number | null) => (minor === null ? '—' : formatMoney(minor, currency, locale))
  return [
    ...setMeasures.map(
      (measure): GridRow => ({
        kind: 'typed',
        key: measure,
        label: t(`field.name.${measure}`),
        total: total ? text(measure, total[measure]) : '',
        show: (typed) => {
          const figure = typed.trim() === '' ? null : figureOf(measure, typed, currency)
          return figure === null ? typed : text(measure, figure)
        },
      }),
    ),
    { kind: 'head', key: 'figures', label: t('compSet.figures') },
    shown('sum', t('field.name.roomsSold'), ({ roomsSold }) => formatNumber(roomsSold, locale)),
    shown('occupancy', t('reportColumn.occupancy'), ({ roomsSold, roomsAvailable }) =>
      shareText(ratioOf(roomsSold, roomsAvailable), locale),
    ),
    shown('adr', t('reportColumn.adr'), ({ revenueMinor, roomsSold }) =>
      money(moneyPer(revenueMinor, roomsSold)),
    ),
    shown('revpar', t('reportColumn.revpar'), ({ revenueMinor, roomsAvailable }) =>
      money(moneyPer(revenueMinor, roomsAvailable)),
    ),
  ]
}

/** A field of the form in words: `roomsSold@2026-03` is “2026-03, Rooms sold”. */
function cellName(field: string, t: T): string {
  const [measure = '', period] = field.split('@')
  if (period === undefined) return t('field.name.hotels')
  return `${period}, ${t(`field.name.${measure as SetMeasure}`)}`
}
