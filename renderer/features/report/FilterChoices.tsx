import { Select } from 'antd'
import { useState } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { clearable } from '#renderer/ui/clearable.ts'
import { Labelled } from './Labelled.tsx'
import { useFilterOptions } from './use-filter-options.ts'

type Props<Name extends string> = {
  /** The filters that can be set. */
  names: readonly Name[]
  label: (name: Name) => string
  /** The values that a filter is set to; none where it is not. */
  valuesOf: (name: Name) => readonly string[]
  /** A filter may have several values. */
  many?: boolean
  onChange: (name: Name, values: string[]) => void
}

/** The filters that are set, each with its values on file, and a choice of those that are not. */
export function FilterChoices<Name extends string>(props: Props<Name>) {
  const { names, label, valuesOf, many = false, onChange } = props
  const { t } = useWords()
  const [added, setAdded] = useState<Name | null>(null)
  const shown = names.filter((name) => valuesOf(name).length > 0 || name === added)
  const rest = names.filter((name) => !shown.includes(name))
  return (
    <>
      {shown.map((name) => (
        <Labelled key={name} label={label(name)}>
          {(id) => (
            <FilterValues
              id={id}
              name={name}
              label={label(name)}
              values={valuesOf(name)}
              many={many}
              open={name === added}
              onLeave={() => setAdded(null)}
              onChange={(values) => onChange(name, values)}
            />
          )}
        </Labelled>
      ))}
      {rest.length > 0 && (
        <Labelled label={t('common.filter')}>
          {(id) => (
            <Select
              id={id}
              aria-label={t('common.filter')}
              className="rp-choice"
              popupMatchSelectWidth={false}
              value={null}
              placeholder={t('reportScreen.addFilter')}
              options={rest.map((name) => ({ value: name, label: label(name) }))}
              onChange={(name: Name | null) => setAdded(name)}
            />
          )}
        </Labelled>
      )}
    </>
  )
}

type ValuesProps = {
  id: string
  name: string
  label: string
  values: readonly string[]
  many: boolean
  /** Just added: its values are offered at once. */
  open: boolean
  onLeave: () => void
  onChange: (values: string[]) => void
}

function FilterValues({ id, name, label, values, many, open, onLeave, onChange }: ValuesProps) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const options = useFilterOptions(name, text.trim())
  const missing = values.filter((value) => !options.some((option) => option.value === value))
  const common = {
    id,
    'aria-label': label,
    popupMatchSelectWidth: false,
    autoFocus: open,
    defaultOpen: open,
    showSearch: { optionFilterProp: 'label', onSearch: setText },
    options: [...missing.map((value) => ({ value, label: value })), ...options],
    onBlur: onLeave,
  }
  if (many)
    return (
      <Select<string[]>
        {...common}
        className="rp-many"
        mode="multiple"
        maxTagCount="responsive"
        value={[...values]}
        onChange={onChange}
      />
    )
  return (
    <Select<string | null>
      {...common}
      className="rp-choice"
      allowClear={clearable(t)}
      value={values[0] ?? null}
      onChange={(value) => {
        onChange(value ? [value] : [])
        onLeave()
      }}
    />
  )
}
