import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { clearable } from '#renderer/ui/clearable.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { ArrowDownIcon, ArrowUpIcon, DeleteIcon } from '#renderer/ui/icons.tsx'
import { CheckRow, TextRow } from '../fields.tsx'
import type { WrongAt } from './MoneyDrawer.tsx'
import type { TypedNames } from './money-things.ts'

export type Option<V extends string | number> = { value: V; label: string }

type ChoiceProps<V extends string | number> = {
  label: ReactNode
  value: V | null
  options: Option<V>[]
  onChange: (value: V) => void
  error?: string | undefined
  hint?: ReactNode
  autoFocus?: boolean
}

/** One of a list. */
export function ChoiceRow<V extends string | number>(props: ChoiceProps<V>) {
  const { label, value, options, onChange, error, hint, autoFocus = false } = props
  return (
    <Field label={label} error={error} hint={hint}>
      {(control) => (
        <Select
          {...control}
          autoFocus={autoFocus}
          showSearch={{ optionFilterProp: 'label' }}
          value={value}
          options={options}
          onSelect={(next) => onChange(next as V)}
        />
      )}
    </Field>
  )
}

/** One of a list, or none. */
export function MaybeRow<V extends string | number>(
  props: Omit<ChoiceProps<V>, 'onChange'> & { none: string; onChange: (value: V | null) => void },
) {
  const { label, value, options, onChange, error, hint, none } = props
  const { t } = useWords()
  return (
    <Field label={label} error={error} hint={hint}>
      {(control) => (
        <Select
          {...control}
          allowClear={clearable(t)}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={none}
          value={value}
          options={options}
          onChange={(next: V | null | undefined) => onChange(next ?? null)}
        />
      )}
    </Field>
  )
}

/** Several of a list. */
export function ManyRow<V extends string | number>(
  props: Omit<ChoiceProps<V>, 'value' | 'onChange'> & { value: V[]; onChange: (value: V[]) => void },
) {
  const { label, value, options, onChange, error, hint } = props
  return (
    <Field label={label} error={error} hint={hint}>
      {(control) => (
        <Select
          {...control}
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={value}
          options={options}
          onChange={(next: V[]) => onChange(next)}
        />
      )}
    </Field>
  )
}

type NamesProps<V extends TypedNames> = {
  values: V
  change: (patch: Partial<V>) => void
  wrong: WrongAt
  codeHint?: string
}

/** Code and both names, which every thing of the chart has. */
export function NameRows<V extends TypedNames>({ values, change, wrong, codeHint }: NamesProps<V>) {
  const { t } = useWords()
  const set = (patch: Partial<TypedNames>) => change(patch as Partial<V>)
  return (
    <>
      <TextRow
        label={t('settings.code')}
        value={values.code}
        onChange={(code) => set({ code })}
        error={wrong('code')}
        hint={codeHint}
        autoFocus
      />
      <div className="k-field-row">
        <TextRow
          label={t('settings.fileName.zh')}
          value={values.nameZh}
          onChange={(nameZh) => set({ nameZh })}
          error={wrong('nameZh')}
        />
        <TextRow
          label={t('settings.fileName.en')}
          value={values.nameEn}
          onChange={(nameEn) => set({ nameEn })}
          error={wrong('nameEn')}
        />
      </div>
    </>
  )
}

/** Whether it is still offered. */
export function ActiveRow<V extends { active: boolean }>(props: {
  values: V
  change: (patch: Partial<V>) => void
}) {
  const { t } = useWords()
  return (
    <CheckRow
      label={t('settings.active')}
      hint={t('chart.hint.inactive')}
      checked={props.values.active}
      onChange={(active) => props.change({ active } as Partial<V>)}
    />
  )
}

type ToolsProps<R> = {
  rows: readonly R[]
  at: number
  what: string
  set: (rows: R[]) => void
  order?: boolean
}

/** What is done with one row of a list within a form: up, down, away. */
export function RowTools<R>({ rows, at, what, set, order = false }: ToolsProps<R>) {
  const { t } = useWords()
  const move = (by: 1 | -1) => {
    const next = [...rows]
    const [row] = next.splice(at, 1)
    if (row !== undefined) next.splice(at + by, 0, row)
    set(next)
  }
  return (
    <span className="s-money-tools">
      {order && (
        <>
          <button
            type="button"
            className="s-mini"
            aria-label={t('chart.up', { what })}
            disabled={at === 0}
            onClick={() => move(-1)}
          >
            <ArrowUpIcon />
          </button>
          <button
            type="button"
            className="s-mini"
            aria-label={t('chart.down', { what })}
            disabled={at === rows.length - 1}
            onClick={() => move(1)}
          >
            <ArrowDownIcon />
          </button>
        </>
      )}
      <button
        type="button"
        className="s-mini"
        aria-label={t('chart.remove', { what })}
        onClick={() => set(rows.filter((_, index) => index !== at))}
      >
        <DeleteIcon />
      </button>
    </span>
  )
}
