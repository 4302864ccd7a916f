import { Select } from 'antd'
import { useState } from 'react'
import { useWords } from '#renderer/base/language.ts'
import type { Parameters } from '#shared/domain/report/catalogue.ts'
import { isKey, type Key } from '#shared/i18n/index.ts'
import { Labelled } from './Labelled.tsx'
import { useFilterOptions } from './use-filter-options.ts'

type Props = {
  /** The filters that the report takes. */
  names: readonly string[]
  chosen: Parameters
  onChange: (patch: Parameters) => void
}

/** The filters that are set, each with its values on file, and a choice of those that are not. */
export function FilterChoices({ names, chosen, onChange }: Props) {
  const { t } = useWords()
  const [added, setAdded] = useState<string | null>(null)
  const shown = names.filter((name) => chosen[name] || name === added)
  const rest = names.filter((name) => !shown.includes(name))
  const label = (name: string) => {
    const key = `report.parameter.${name}`
    return isKey(key) ? t(key as Key) : name
  }
  return (
    <>
      {shown.map((name) => (
        <Labelled key={name} label={label(name)}>
          {(id) => (
            <FilterValue
              id={id}
              name={name}
              label={label(name)}
              value={chosen[name] ?? ''}
              open={name === added}
              onLeave={() => setAdded(null)}
              onChange={(value) => onChange({ [name]: value })}
            />
          )}
        </Labelled>
      ))}
      {rest.length > 0 && (
        <Labelled label={t('common.filter')}>
          {(id) => (
            <Select
              id={id}
              className="rp-choice"
              popupMatchSelectWidth={false}
              value={null}
              placeholder={t('reportScreen.addFilter')}
              options={rest.map((name) => ({ value: name, label: label(name) }))}
              onChange={(name: string | null) => setAdded(name)}
            />
          )}
        </Labelled>
      )}
    </>
  )
}

type ValueProps = {
  id: string
  name: string
  label: string
  value: string
  /** Just added: its values are offered at once. */
  open: boolean
  onLeave: () => void
  onChange: (value: string) => void
}

function FilterValue({ id, name, label, value, open, onLeave, onChange }: ValueProps) {
  const [text, setText] = useState('')
  const options = useFilterOptions(name, text.trim())
  const known = options.some((option) => option.value === value)
  return (
    <Select
      id={id}
      aria-label={label}
      className="rp-choice"
      popupMatchSelectWidth={false}
      allowClear
      autoFocus={open}
      defaultOpen={open}
      showSearch={{ optionFilterProp: 'label', onSearch: setText }}
      value={value || null}
      options={known || value === '' ? options : [{ value, label: value }, ...options]}
      onChange={(next: string | null | undefined) => {
        onChange(next ?? '')
        onLeave()
      }}
      onBlur={onLeave}
    />
  )
}
