import './plan.css'
import { Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { type BudgetCell, type BudgetLevel, budgetLevels } from '#shared/domain/report/budget.ts'
import type { RoomTypeId } from '#shared/values/index.ts'
import { BudgetTools } from './BudgetTools.tsx'
import { atLevel, readTyped, type TypedBudget, typedOf } from './budget-form.ts'
import { budgetRows, cellName, type TypeCode } from './budget-rows.ts'
import { Grid } from './Grid.tsx'
import { monthColumns } from './months.ts'
import { PlanPane } from './PlanPane.tsx'
import { useYear, YearChoice } from './YearChoice.tsx'

type Stored = OutputOf<'budget.get'>

/** The budget of a year, typed by month for the house, its types or its segments. */
export function Section() {
  const { t } = useWords()
  const [year, setYear] = useYear()
  const budget = useQuery('budget.get', { year })
  const types = useQuery('room.listTypes', {})
  if (budget.failed && !budget.data)
    return <Trouble failed={budget.failed} operation="budget.get" onRetry={budget.retry} />
  if (types.failed && !types.data)
    return <Trouble failed={types.failed} operation="room.listTypes" onRetry={types.retry} />
  if (!budget.data || !types.data)
    return (
      <Pane title={t('budget.title')} tools={<YearChoice year={year} onChoose={setYear} />}>
        <RowSkeleton />
      </Pane>
    )
  const active = types.data.filter(
    ({ active: is, id }) => is || budget.data?.cells.some((cell) => cell.roomTypeId === id),
  )
  return <Editor key={year} stored={budget.data} types={active} onYear={setYear} />
}

type EditorProps = { stored: Stored; types: readonly TypeCode[]; onYear: (year: number) => void }

function Editor({ stored, types, onYear }: EditorProps) {
  const { t, language, locale } = useWords()
  const { currency } = useHotel()
  const { year, version } = stored
  const ids: readonly RoomTypeId[] = types.map(({ id }) => id)
  const form = useVersionedEdit<TypedBudget>(
    `budget:${year}`,
    typedOf(stored.level, stored.cells, currency),
    version,
    { stays: true },
  )
  const save = useCommand('budget.save')
  const [beyond, setBeyond] = useState(0)
  const typed = form.value
  const read = readTyped(typed, ids, currency)
  const columns = monthColumns(language)
  const change = (patch: Partial<TypedBudget>) => {
    setBeyond(0)
    save.reset()
    form.change(patch)
  }
  /** Puts whole lines in: what was typed of others goes. */
  const put = (level: BudgetLevel, cells: readonly BudgetCell[]) => {
    const none = Object.fromEntries(Object.keys(typed).map((key) => [key, undefined]))
    change({ ...none, ...typedOf(level, cells, currency) })
  }
  const submit = async () => {
    const reply = await form.save((upon) =>
      save.run({ year, version: upon ?? version, level: typed.level, cells: read.cells as Stored['cells'] }),
    )
    if (reply.ok) form.settle(reply.output.version)
  }
  return (
    <PlanPane
      title={t('budget.title')}
      note={version === 0 ? t('budget.none') : undefined}
      year={year}
      onYear={onYear}
      form={form}
      names={(field) => cellName(field, types, t, language)}
      save={save}
      onSave={submit}
      wrong={read.wrong.size}
      beyond={beyond}
      tools={
        <>
          <Select
            aria-label={t('field.name.level')}
            value={typed.level}
            options={budgetLevels.map((level) => ({ value: level, label: t(`budget.level.${level}`) }))}
            onSelect={(level: BudgetLevel) => put(level, atLevel(level, read.cells))}
          />
          <BudgetTools year={year} version={version} level={typed.level} put={put} onDeleted={form.clear} />
        </>
      }
    >
      <Grid
        label={t('budget.grid', { year: String(year) })}
        corner={t('budget.corner', { currency })}
        columns={columns}
        rows={budgetRows({ level: typed.level, cells: read.cells, types, currency, t, locale })}
        typed={typed as Record<string, string>}
        onType={change}
        wrong={read.wrong}
        onBeyond={setBeyond}
      />
    </PlanPane>
  )
}
